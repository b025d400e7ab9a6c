import { useId, useState } from 'react'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { useChoice } from '../../../../app/web/kit/useChoice.ts'
import type { Chosen } from '../types.ts'
import { isSize, type Setup } from './address.ts'
import { FindLink } from './FindLink.tsx'
import type { Model } from './useScenario.ts'
import { S } from './words.ts'

interface Props {
  readonly model: Model
  readonly chosen: Chosen | undefined
  readonly choose: (chosen: Chosen) => void
  readonly setup: Setup
  readonly busy: boolean
  readonly set: (setup: Setup) => void
  /** Left out where both are the same. */
  readonly run: (() => void) | undefined
  readonly cancel: () => void
  /** How far it is. */
  readonly children: React.ReactNode
}

/** What the scenario changes of the network, and the button that runs it. */
export function Changes({ model, chosen, choose, setup, busy, set, run, cancel, children }: Props) {
  const say = useSay()
  const link = chosen && 'link' in chosen ? chosen.link : undefined
  const name = link === undefined ? undefined : Object.entries(model.links).find(([, id]) => id === link)?.[0]
  const { shut, sizes } = setup
  const without = (of: string): Setup => ({
    ...setup,
    shut: shut.filter((each) => each !== of),
    sizes: sizes.filter((each) => each.link !== of),
  })
  return (
    <section className="block scenario-changes">
      <h2>{say(S.changes)}</h2>
      <p className="second">{say(S.changesHelp)}</p>
      <FindLink model={model} choose={choose} />
      {link && name && (
        <Choice
          key={link}
          link={link}
          name={name}
          busy={busy}
          shut={() => set({ ...without(name), shut: [...without(name).shut, name] })}
          enlarge={(size) => set({ ...without(name), sizes: [...without(name).sizes, { link: name, size }] })}
        />
      )}
      {shut.length + sizes.length === 0 ? (
        <p className="second">{say(S.noChanges)}</p>
      ) : (
        <ul className="scenario-list">
          {[
            ...shut.map((of) => [of, say(S.isShut)] as const),
            ...sizes.map((each) => [each.link, `${say(S.becomes)} ⌀ ${each.size} m`] as const),
          ].map(([of, what]) => (
            <li key={of}>
              <b>{of}</b> {what}
              <button type="button" className="link" disabled={busy} onClick={() => set(without(of))}>
                {say(S.remove)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="toolbar">
        {busy ? (
          <button type="button" className="button" onClick={cancel}>
            {say(S.cancel)}
          </button>
        ) : (
          <button type="button" className="button primary" disabled={!run} onClick={run}>
            {say(S.run)}
          </button>
        )}
      </p>
      {!run && <p className="second">{say(S.nothingDiffers)}</p>}
      {children}
    </section>
  )
}

interface ChoiceProps {
  readonly link: string
  readonly name: string
  readonly busy: boolean
  readonly shut: () => void
  readonly enlarge: (size: number) => void
}

/** What may be done to the link that is chosen. */
function Choice({ link, name, busy, shut, enlarge }: ChoiceProps) {
  const say = useSay()
  const field = useId()
  const section = useApi('/api/drainage/section', { query: { link } })
  const row = section.data?.links.find(({ id }) => id === link)
  const choice = useChoice()
  const [size, setSize] = useState('')
  return (
    <div className="scenario-choice">
      <p>
        <b>{name}</b>
        {row ? ` · ${choice('drainage.links', 'kind', row.kind)}` : ''}
        {row?.size ? ` ⌀ ${row.size} m` : ''}
      </p>
      <p className="toolbar">
        <button type="button" className="button" disabled={busy} onClick={shut}>
          {say(S.shut)}
        </button>
      </p>
      {row?.kind === 'conduit' && (
        <p className="toolbar">
          <label htmlFor={field}>{say(S.enlarge)}</label>
          <input
            id={field}
            className="input scenario-size"
            inputMode="decimal"
            value={size}
            onChange={({ target }) => setSize(target.value)}
          />
          <button
            type="button"
            className="button"
            disabled={busy || !isSize(Number(size))}
            onClick={() => enlarge(Number(size))}
          >
            {say(S.apply)}
          </button>
        </p>
      )}
    </div>
  )
}
