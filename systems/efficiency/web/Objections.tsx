import { useState } from 'react'
import { Link } from 'react-router'
import { type Action, ActionDialog } from '../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../app/web/i18n/index.ts'
import { send } from './send.ts'
import type { Objection } from './types.ts'
import { W } from './words.ts'

/** What firms object to, the unanswered first; the office answers here. */
export function Objections({
  objections,
  mayAnswer,
}: {
  objections: readonly Objection[]
  mayAnswer: boolean
}) {
  const say = useSay()
  const [action, setAction] = useState<Action>()
  const answer = ({ id, name, reason }: Objection): Action => ({
    title: `${say(W.answer)} · ${name}`,
    about: `${reason} ${say(W.answerAbout)}`,
    fields: [
      {
        name: 'state',
        label: say(W.decision),
        options: [
          ['rejected', say(W.rejected)],
          ['upheld', say(W.upheld)],
        ],
      },
      { name: 'answer', label: say(W.answer) },
    ],
    run: (given) => send(`/objections/${encodeURIComponent(id)}/answer`, given),
  })
  return (
    <section className="block" aria-label={say(W.objections)}>
      <h2>{say(W.objections)}</h2>
      {objections.length === 0 ? (
        <p className="second">{say(W.noObjections)}</p>
      ) : (
        <ul className="lines">
          {objections.map((objection) => (
            <li key={objection.id}>
              <div className="grow">
                <p>
                  {objection.result ? (
                    <Link to={`/efficiency/results/${encodeURIComponent(objection.result)}`}>
                      {objection.name}
                    </Link>
                  ) : (
                    objection.name
                  )}{' '}
                  <span className="second">{objection.filedOn}</span>
                  <span className="tag">{say(W[objection.state as 'filed' | 'upheld' | 'rejected'])}</span>
                </p>
                <p>{objection.reason}</p>
                {objection.answer && <p className="second">{`${say(W.answer)}：${objection.answer}`}</p>}
              </div>
              {mayAnswer && objection.state === 'filed' && (
                <button type="button" className="button" onClick={() => setAction(answer(objection))}>
                  {say(W.answer)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </section>
  )
}
