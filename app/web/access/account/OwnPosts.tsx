import { useChoices } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { formatDate } from '../../kit/format.ts'
import { useOffice } from '../../kit/useOffice.ts'
import { useActBy } from '../useActBy.ts'
import { A } from '../words.ts'
import type { SignedIn } from './AccountPage.tsx'

/** The posts that are the person's now; one of them is acted by. */
export function OwnPosts({ person }: { person: SignedIn }) {
  const say = useSay()
  const office = useOffice()
  const language = useLanguage()
  const marks = useMarks()
  const { data: choices } = useChoices()
  const actBy = useActBy()
  return (
    <section className="block">
      <h2>
        {say(A.myPosts)}{' '}
        <small className="second">{`${person.display}${marks.open}${person.login}${marks.close}`}</small>
      </h2>
      {person.enterprise && (
        <p>
          {say(A.actsFor)} <strong>{person.enterprise}</strong>
        </p>
      )}
      {person.kind === 'officer' && person.posts.length === 0 && (
        <p>
          {say(A.noPost)}
          <br />
          <span className="second">{say(A.noPostHint)}</span>
        </p>
      )}
      <ul className="lines posts-list">
        {person.posts.map((post) => (
          <li key={post.id}>
            <span className="grow">
              <strong>{say(choices?.roles[post.role]) || post.role}</strong> · {office(post.office)}
              <br />
              <span className="second">
                {[
                  post.grid && `${say(A.grid)} ${post.grid}`,
                  post.lentBy && say(A.lentBy(post.lentBy)),
                  post.to && say(A.until(formatDate(post.to, language))),
                ]
                  .filter(Boolean)
                  .join(marks.comma)}
              </span>
            </span>
            {post.id === person.post ? (
              <span className="tag">{say(A.actingNow)}</span>
            ) : (
              <button
                type="button"
                className="button"
                disabled={actBy.isPending}
                onClick={() => actBy.mutate(post.id)}
              >
                {say(A.actBy)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
