import { useMutation } from '@tanstack/react-query'
import { post } from '../../client/fetch.ts'
import { useApi } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { formatInstant } from '../../kit/format.ts'
import { Answer } from '../../kit/States.tsx'
import { Refusal } from '../Refusal.tsx'
import { A } from '../words.ts'
import { browserName } from './browserName.ts'

/** Where one has signed in; what one does not know is revoked here. */
export function OwnSessions() {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const sessions = useApi('/api/session/sessions', {})
  const revoke = useMutation({
    mutationFn: (which: string) => post(`/api/session/sessions/${which}`, {}),
    onSettled: () => sessions.refetch(),
  })
  const many = (sessions.data?.length ?? 0) > 1
  return (
    <section className="block">
      <h2>
        {say(A.sessions)}
        {many && (
          <button type="button" className="button quiet" onClick={() => revoke.mutate('revoke-others')}>
            {say(A.revokeOthers)}
          </button>
        )}
      </h2>
      <p className="second">{say(A.sessionsAbout)}</p>
      <Refusal error={revoke.error} />
      <Answer of={sessions} lines={3}>
        {(list) => (
          <ul className="lines posts-list">
            {list.map(({ id, isThis, agent, address, created_at, seen_at }) => (
              <li key={id}>
                <span className="grow">
                  <strong title={agent}>{browserName(agent)}</strong> · {address}
                  <br />
                  <span className="second">
                    {`${say(A.since(formatInstant(created_at, language)))}${marks.comma}${say(A.lastSeen)} ${formatInstant(seen_at, language)}`}
                  </span>
                </span>
                {isThis ? (
                  <span className="tag">{say(A.thisOne)}</span>
                ) : (
                  <button
                    type="button"
                    className="button"
                    disabled={revoke.isPending}
                    onClick={() => revoke.mutate(`${encodeURIComponent(id)}/revoke`)}
                  >
                    {say(A.revoke)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}
