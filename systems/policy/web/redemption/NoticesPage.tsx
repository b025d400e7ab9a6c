import { useState } from 'react'
import type { ApiAnswer } from '../../../../app/web/client/api.ts'
import { useApi, useMeta } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate, formatNumber } from '../../../../app/web/kit/format.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { useOffice } from '../../../../app/web/kit/useOffice.ts'
import { AskForm } from './AskForm.tsx'
import { askAgain, send } from './useSend.ts'
import { W } from './words.ts'

type Notice = ApiAnswer<'/api/policy/notices'>[number]

/** 兑现公示: who is to be paid what, for everybody; whoever has a post or acts for an enterprise may object. */
export default function NoticesPage() {
  const say = useSay()
  return (
    <>
      <PageHead title={say(W.notices)} about={say(W.noticesAbout)} />
      <Answer of={useApi('/api/policy/notices', {})} lines={8}>
        {(notices) =>
          notices.length === 0 ? (
            <Empty title={say(W.noNotices)} />
          ) : (
            <div className="stack">
              {notices.map((notice) => (
                <OneNotice key={notice.id} notice={notice} />
              ))}
            </div>
          )
        }
      </Answer>
    </>
  )
}

function OneNotice({ notice }: { readonly notice: Notice }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const { data: meta } = useMeta()
  const role = meta?.actor.role
  const [open, setOpen] = useState<string>()
  const [filed, setFiled] = useState<string>()
  return (
    <section className="block">
      <h2>{notice.title}</h2>
      <p className="second">
        {office(notice.office)} · {formatDate(notice.from, language)}—{formatDate(notice.to, language)}
      </p>
      <ul className="lines">
        {notice.lines.map((line) => (
          <li key={line.claim}>
            <div className="grow">
              {line.enterprise} <span className="second">{line.title}</span>
              {open === line.claim && (
                <AskForm
                  id={`object-${line.claim}`}
                  fields={[
                    ...(role === 'enterprise' ? [] : [{ name: 'by', label: W.objector }]),
                    { name: 'reason', label: W.reason, kind: 'long' as const },
                  ]}
                  button={W.object}
                  send={async (values) => {
                    await send(`/claims/${line.claim}/objections`, values)
                    setOpen(undefined)
                    setFiled(line.claim)
                    await askAgain()
                  }}
                />
              )}
            </div>
            <span className="end nowrap">
              {formatNumber(line.amount, 0)} {say(W.yuan)}{' '}
              {filed === line.claim ? (
                <span role="status">{say(W.objected)}</span>
              ) : (
                role !== 'guest' && (
                  <button
                    type="button"
                    className="button quiet"
                    aria-expanded={open === line.claim}
                    onClick={() => setOpen(open === line.claim ? undefined : line.claim)}
                  >
                    {say(W.object)}
                  </button>
                )
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
