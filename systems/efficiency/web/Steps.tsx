import { useState } from 'react'
import { type Action, ActionDialog } from '../../../app/web/access/ActionDialog.tsx'
import { useMeta } from '../../../app/web/client/queries.ts'
import { useSay } from '../../../app/web/i18n/index.ts'
import { send } from './send.ts'
import type { SchemeLine } from './types.ts'
import { W } from './words.ts'

/** Each step as a button; one that is not open says why, in words that a screen reader reads too. */
export function Steps({ line }: { line: Pick<SchemeLine, 'id' | 'round' | 'moves'> }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const [action, setAction] = useState<Action>()
  const { id, round, moves } = line
  const path = `/rounds/${encodeURIComponent(round?.id ?? '')}`
  const actions = {
    evaluate: {
      title: say(round ? W.again : W.evaluate),
      about: say(W.againAbout),
      fields: [],
      run: () => send('/evaluate', { scheme: id }),
    },
    notice: {
      title: say(W.notice),
      about: say(W.noticeAbout),
      fields: [
        { name: 'from', label: say(W.from), kind: 'date', initial: meta?.zone.today ?? '' },
        { name: 'to', label: say(W.to), kind: 'date' },
      ],
      run: (given) => send(`${path}/notice`, given),
    },
    publish: {
      title: say(W.publish),
      about: say(W.publishAbout),
      fields: [],
      run: () => send(`${path}/publish`, {}),
    },
  } as const satisfies Record<string, Action>
  // Trying once more is open nearly always, and seldom what comes next.
  const next = moves
    .filter(({ step, because }) => because === null && !(round && step === 'evaluate'))
    .at(-1)?.step
  return (
    <>
      {moves.map(({ step, because }) => (
        <button
          key={step}
          type="button"
          className={step === next ? 'button primary' : 'button'}
          disabled={because !== null}
          title={because ? say(because) : undefined}
          onClick={() => setAction(actions[step])}
        >
          {actions[step].title}
        </button>
      ))}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}

/** Who may take which step, and what stands in the way. */
export function WhoMay({ moves }: Pick<SchemeLine, 'moves'>) {
  const say = useSay()
  const name = { evaluate: W.evaluate, notice: W.notice, publish: W.publish }
  return (
    <section className="block" aria-label={say(W.whoMay)}>
      <h2>{say(W.whoMay)}</h2>
      <ul className="lines">
        {moves.map(({ step, who, because }) => (
          <li key={step}>
            <div className="grow">
              <p>
                {say(name[step])}
                <span className="second"> · {say(who)}</span>
              </p>
              {because && <p className="second">{say(because)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
