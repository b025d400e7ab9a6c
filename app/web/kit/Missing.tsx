import { Link } from 'react-router'
import { useMeta } from '../client/queries.ts'
import { SignInLink } from '../shell/SignInLink.tsx'

interface Props {
  /** What is missing. */
  readonly title: string
  /** Who can bring it, and what then shows here. */
  readonly hint: string
  /** Where it is brought, and what the button there says. */
  readonly to: string
  readonly action: string
  /** Whether the acting person may bring it. */
  readonly may: boolean
}

/**
 * What a page says instead of its content while that is not there: no figure, no chart, one way on. Who may bring it
 * gets the button that leads there, who has not signed in the way in, everybody else the name of who may.
 */
export function Missing({ title, hint, to, action, may }: Props) {
  const { data } = useMeta()
  const isNobody = data?.actor.role === 'visitor'
  return (
    <section className="state missing">
      <h2 className="state-title">{title}</h2>
      <p>{hint}</p>
      {may ? (
        <Link className="button primary" to={to}>
          {action}
        </Link>
      ) : (
        isNobody && <SignInLink className="button primary" />
      )}
    </section>
  )
}
