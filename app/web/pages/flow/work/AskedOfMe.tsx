import { Link } from 'react-router'
import { useApi } from '../../../client/queries.ts'
import { useNow } from '../../../client/useNow.ts'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { LightShape } from '../../../kit/Light.tsx'
import { usePost } from '../../../kit/usePost.ts'
import { useStepName } from '../names.ts'
import { remaining } from '../time.ts'
import { K } from './words.ts'

/** 请我协办: what others wait for my opinion on; nothing while there is none. */
export function AskedOfMe() {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const step = useStepName()
  const now = useNow()
  const { data } = useApi('/api/flow/opinions', {})
  if (!data?.length) return null
  return (
    <section className="asked-of-me">
      <h2>{say(K.askedOfMe)}</h2>
      <ul className="inbox">
        {data.map(({ id, case: of, title, name, about, asked_by, due }) => {
          const { light, says } = remaining(due, now)
          return (
            <li key={id}>
              <span className="inbox-light">
                <LightShape light={light} />
              </span>
              <div className="grow">
                <Link to={`/cases/${of}`}>{title}</Link>
                <p className="because">
                  {step(name)} · {say(K.askedBy(post(asked_by)))} · {about}
                </p>
              </div>
              <p className="inbox-due" data-light={light}>
                <strong>{say(says)}</strong>
                {due && <small>{formatInstant(due, language)}</small>}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
