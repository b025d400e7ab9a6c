import { useNow } from '../../client/useNow.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { LightShape } from '../../kit/Light.tsx'
import { useOffice } from '../../kit/useOffice.ts'
import { usePost } from '../../kit/usePost.ts'
import { useStepName } from './names.ts'
import type { CaseWhole } from './queries.ts'
import { duration } from './time.ts'
import { W } from './words.ts'

/** In words what the diagram shows: at which step, with whom, since when; and what else it waits for. */
export function Stands({ of }: { of: CaseWhole }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const step = useStepName()
  const now = useNow()
  const stuck = of.stands.filter(({ failure }) => failure !== null)
  const waits = of.waits.filter(({ due, name }) => due ?? name)
  return (
    <section className="block">
      <h2>{say(W.stands)}</h2>
      {of.state !== 'running' && (
        <p>
          {say(W.states[of.state])}
          {of.endedAt && ` · ${formatInstant(of.endedAt, language)}`}
        </p>
      )}
      <ul className="lines">
        {of.tasks.map(({ token, name, office: at, holder, since }) => (
          <li key={token}>
            <span className="grow">
              <strong>{step(name ?? '')}</strong>
              <br />
              {at ? office(at) : ''} {holder ? post(holder) : say(W.nobody)}
            </span>
            <span className="end">{say(duration(Math.max(0, now - Date.parse(since))))}</span>
          </li>
        ))}
        {stuck.map(({ element, name }) => (
          <li key={element}>
            <LightShape light="red" />
            <span className="grow">
              {step(name ?? '')} · {say(W.failure)}
            </span>
          </li>
        ))}
        {waits.map(({ element, name, type, due }) => (
          <li key={element}>
            <span className="grow second">
              {name && `${step(name)} · `}
              {say(W.waitsFor[type as keyof typeof W.waitsFor])} {due && formatInstant(due, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
