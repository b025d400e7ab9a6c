import { useChoices, useMeta } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { formatDate } from '../../kit/format.ts'
import { useOffice } from '../../kit/useOffice.ts'
import type { Action } from '../ActionDialog.tsx'
import { A } from '../words.ts'
import type { OneAccount } from './OneAccountPage.tsx'
import { usePostActions } from './usePostActions.ts'

type Post = OneAccount['posts'][number]

/** The posts of an account, those lent to it and from it, and what can be done with each. */
export function Posts({ account, open }: { account: OneAccount; open: (action: Action) => void }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const { data: choices } = useChoices()
  const actions = usePostActions(account)
  const isKept = account.kind === 'officer' && !account.isOneself && account.state !== 'closed'
  const mayEnd = ({ to }: Post) => isKept && (to === null || to > (meta?.zone.today ?? ''))
  return (
    <section className="block">
      <h2>
        {say(A.posts)}
        {isKept && (
          <button
            type="button"
            className="button quiet"
            disabled={!choices}
            onClick={() => open(actions.give)}
          >
            {say(A.give)}
          </button>
        )}
      </h2>
      {account.posts.length === 0 && <p className="second">{say(A.noPosts)}</p>}
      <ul className="lines posts-list">
        {account.posts.map((post) => (
          <li key={post.id}>
            <PostLine post={post} account={account} />
            {mayEnd(post) && (
              <span className="inline-actions">
                {post.delegated_by === null && (
                  <>
                    <button type="button" className="button" onClick={() => open(actions.changeGrid(post))}>
                      {say(A.changeGrid)}
                    </button>
                    <button type="button" className="button" onClick={() => open(actions.lend(post))}>
                      {say(A.lend)}
                    </button>
                  </>
                )}
                <button type="button" className="button" onClick={() => open(actions.end(post))}>
                  {say(A.end)}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PostLine({ post, account }: { post: Post; account: OneAccount }) {
  const say = useSay()
  const office = useOffice()
  const marks = useMarks()
  const language = useLanguage()
  const { data: choices } = useChoices()
  const days = [
    post.grid && `${say(A.grid)} ${post.grid}`,
    `${say(A.from)} ${formatDate(post.from, language)}`,
    post.to && say(A.until(formatDate(post.to, language))),
  ]
  const isElsewhere = post.account !== account.id
  return (
    <span className="grow">
      <strong>{say(choices?.roles[post.role])}</strong> · {office(post.office)}
      {post.delegated_by !== null && <span className="tag">{say(A.lent)}</span>}
      <br />
      <span className="second">
        {[...days, isElsewhere && `${say(A.holder)}${marks.colon}${post.display}`]
          .filter(Boolean)
          .join(marks.comma)}
      </span>
    </span>
  )
}
