import '../flow.css'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Refusal } from '../../../access/Refusal.tsx'
import type { ApiAnswer } from '../../../client/api.ts'
import { post } from '../../../client/fetch.ts'
import { usePages } from '../../../client/usePages.ts'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { PageHead } from '../../../kit/PageHead.tsx'
import { More } from '../../../kit/Pages.tsx'
import { Answer, Empty } from '../../../kit/States.tsx'
import { refreshFlow } from '../queries.ts'
import { K } from './words.ts'

type Told = ApiAnswer<'/api/flow/notices'>['notices'][number]

/** 通知: what one is told, the latest first; each says what to do and by when, and leads there. */
export default function NoticesPage() {
  const say = useSay()
  const asked = usePages('/api/flow/notices', {})
  const notices = asked.data?.pages.flatMap((page) => page.notices) ?? []
  const read = useMutation({
    mutationFn: (ids?: readonly string[]) => post('/api/flow/notices/read', ids ? { ids } : {}),
    onSettled: () => void refreshFlow(),
  })
  return (
    <>
      <PageHead title={say(K.notices)} about={say(K.noticesAbout)}>
        <button
          type="button"
          className="button"
          disabled={read.isPending || notices.every((each) => each.read)}
          onClick={() => read.mutate(undefined)}
        >
          {say(K.markAll)}
        </button>
      </PageHead>
      <Answer of={asked} lines={8}>
        {() => (
          <>
            <Refusal error={read.error} />
            {notices.length === 0 ? (
              <Empty title={say(K.noNotices)} hint={say(K.noNoticesHint)} />
            ) : (
              <ul className="inbox">
                {notices.map((each) => (
                  <Notice key={each.id} of={each} open={() => !each.read && read.mutate([each.id])} />
                ))}
              </ul>
            )}
            <More of={asked} />
          </>
        )}
      </Answer>
    </>
  )
}

function Notice({ of, open }: { of: Told; open: () => void }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <li className="notice-line" data-unread={!of.read}>
      <div className="grow">
        <Link to={`/cases/${of.case}`} onClick={open}>
          {say(of.says)}
        </Link>
        {!of.read && <span className="tag">{say(K.isUnread)}</span>}
        <p>
          {of.kind.endsWith('-asked') ? (
            <Link to="/inbox?tab=decide" onClick={open}>
              {say(of.todo)}
            </Link>
          ) : (
            say(of.todo)
          )}
          {of.due && <> · {say(K.by(formatInstant(of.due, language)))}</>}
        </p>
        {of.why && <p className="case-why">{of.why}</p>}
        <p className="because">{of.title}</p>
      </div>
      <p className="inbox-due">
        <small>{formatInstant(of.at, language)}</small>
      </p>
    </li>
  )
}
