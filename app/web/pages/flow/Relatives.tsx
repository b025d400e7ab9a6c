import { Link } from 'react-router'
import { useSay } from '../../i18n/index.ts'
import { LightShape } from '../../kit/Light.tsx'
import type { CaseWhole } from './queries.ts'
import { W } from './words.ts'

/** The case that called this one, and those that this one called; nothing where it stands alone. */
export function Relatives({ of: { caller, called } }: { of: CaseWhole }) {
  const say = useSay()
  const all = [
    ...(caller ? [{ ...caller, says: W.caller }] : []),
    ...called.map((each) => ({ ...each, says: W.called })),
  ]
  if (all.length === 0) return null
  return (
    <section className="block">
      <h2>{say(W.relatives)}</h2>
      <ul className="lines">
        {all.map(({ id, title, processName, state, says }) => (
          <li key={id}>
            <LightShape light={state === 'running' ? 'green' : state === 'completed' ? 'done' : 'grey'} />
            <span className="grow">
              <Link to={`/cases/${id}`}>{title}</Link>
              <br />
              <span className="second">
                {say(says)} · {say(processName)} · {say(W.states[state])}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
