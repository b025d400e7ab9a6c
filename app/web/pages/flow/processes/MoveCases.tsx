import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { Field } from '../../../access/Field.tsx'
import { Refusal } from '../../../access/Refusal.tsx'
import { useSay } from '../../../i18n/index.ts'
import { Answer } from '../../../kit/States.tsx'
import {
  type ElementWithCases,
  moveCases,
  type Process,
  type Tried,
  tryMove,
  useElements,
} from './queries.ts'
import { W } from './words.ts'

/** Moves what runs by one version to another: which element becomes which, tried first, all or none. */
export function MoveCases({ process, close }: { process: Process; close: () => void }) {
  const say = useSay()
  const box = useRef<HTMLDialogElement>(null)
  const published = process.versions.filter(({ state }) => state === 'published').map(({ number }) => number)
  const busiest = process.versions.find(({ running, number }) => running > 0 && number !== process.inUse)
  const [from, setFrom] = useState(busiest?.number ?? published[0] ?? 1)
  const [to, setTo] = useState(process.inUse ?? 1)
  const [olds, news] = [useElements(process.id, from), useElements(process.id, to)]
  useEffect(() => box.current?.showModal(), [])
  const choice = (label: string, value: number, set: (number: number) => void, not?: number) => (
    <Field label={label}>
      {(control) => (
        <select
          className="select"
          {...control}
          value={value}
          onChange={(event) => set(Number(event.target.value))}
        >
          {published
            .filter((number) => number !== not)
            .map((number) => (
              <option key={number} value={number}>
                {say(W.version(number))}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
  return (
    <dialog ref={box} className="dialog process-move" aria-label={say(W.moveCases)} onClose={close}>
      <h2>{say(W.moveCases)}</h2>
      <p className="second">{say(W.moveAbout)}</p>
      <div className="process-move-ends">
        {choice(say(W.from), from, setFrom)}
        {choice(say(W.to), to, setTo)}
      </div>
      <Answer of={olds} lines={3}>
        {(old) => (
          <Answer of={news} lines={3}>
            {(fresh) => (
              <Mapping
                key={`${from} ${to}`}
                id={process.id}
                ends={{ from, to }}
                old={old.filter(({ cases }) => cases > 0)}
                fresh={fresh}
                close={close}
              />
            )}
          </Answer>
        )}
      </Answer>
    </dialog>
  )
}

interface Props {
  readonly id: string
  readonly ends: { readonly from: number; readonly to: number }
  readonly old: readonly ElementWithCases[]
  readonly fresh: readonly ElementWithCases[]
  readonly close: () => void
}

function Mapping({ id, ends, old, fresh, close }: Props) {
  const say = useSay()
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(() => first(old, fresh))
  const [why, setWhy] = useState('')
  const move = { ...ends, mapping }
  const tried = useMutation({ mutationFn: () => tryMove(id, move) })
  const moved = useMutation({ mutationFn: () => moveCases(id, { ...move, why }) })
  const ready = tried.data !== undefined && tried.data.unfit.length === 0
  const foot = (
    <button type="button" className="button" onClick={close}>
      {say(W.cancel)}
    </button>
  )
  if (moved.data !== undefined)
    return (
      <>
        <p role="status">{say(W.moved(moved.data))}</p>
        <div className="dialog-foot">{foot}</div>
      </>
    )
  if (old.length === 0)
    return (
      <>
        <p className="state-title">{say(W.noCases)}</p>
        <div className="dialog-foot">{foot}</div>
      </>
    )
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        moved.mutate()
      }}
    >
      <table className="table compact">
        <thead>
          <tr>
            <th scope="col">{say(W.standsAt)}</th>
            <th scope="col" className="numeric">
              {say(W.cases)}
            </th>
            <th scope="col">{say(W.becomes)}</th>
          </tr>
        </thead>
        <tbody>
          {old.map((each) => (
            <tr key={each.id}>
              <td>{each.name}</td>
              <td className="numeric">{each.cases}</td>
              <td>
                <select
                  className="select"
                  aria-label={`${each.name} ${say(W.becomes)}`}
                  value={mapping[each.id] ?? ''}
                  onChange={(event) => {
                    setMapping({ ...mapping, [each.id]: event.target.value })
                    tried.reset()
                  }}
                >
                  {!fresh.some((one) => one.id === (mapping[each.id] ?? each.id)) && (
                    <option value={mapping[each.id] ?? ''}>—</option>
                  )}
                  {fresh
                    .filter(({ kind }) => kind === each.kind)
                    .map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {tried.data && <Outcome tried={tried.data} />}
      <Field label={say(W.why)}>
        {(control) => (
          <input
            className="input"
            autoComplete="off"
            required
            {...control}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        )}
      </Field>
      <Refusal error={tried.error ?? moved.error} />
      <div className="dialog-foot">
        {foot}
        <button
          type="button"
          className={ready ? 'button' : 'button primary'}
          disabled={tried.isPending}
          onClick={() => tried.mutate()}
        >
          {say(W.try)}
        </button>
        <button
          type="submit"
          className={ready ? 'button primary' : 'button'}
          disabled={!ready || moved.isPending}
        >
          {say(W.move)}
        </button>
      </div>
    </form>
  )
}

/** What has its id in the new version stays; what has only its name goes by that. */
const first = (old: readonly ElementWithCases[], fresh: readonly ElementWithCases[]) =>
  Object.fromEntries(
    old.map(({ id, name, kind }) => [
      id,
      (
        fresh.find((one) => one.id === id) ??
        fresh.find((one) => one.kind === kind && one.name === name) ?? { id }
      ).id,
    ]),
  )

function Outcome({ tried }: { tried: Tried }) {
  const say = useSay()
  if (tried.unfit.length === 0)
    return (
      <p className="process-sound" role="status">
        ✓ {say(W.fits(tried.cases))}
      </p>
    )
  return (
    <div role="alert">
      <p className="process-problem">{say(W.misfits(tried.unfit.length, tried.cases))}</p>
      <ul className="lines">
        {tried.unfit.map(({ case: id, title, unfit }) => (
          <li key={id}>
            <span className="grow">
              <Link to={`/cases/${id}`}>{title}</Link>
              <br />
              {unfit.map(({ code, what }) => `“${what}”${say(W.unfit[code])}`).join('；')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
