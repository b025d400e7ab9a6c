import { useState } from 'react'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { AskForm } from './AskForm.tsx'
import type { Detail } from './ClaimPage.tsx'
import { askAgain, send } from './useSend.ts'
import { OBJECTION, W } from './words.ts'

/** 公示异议 to a claim, each with its answer or the form for it. */
export function Objections({ detail: { objections, mayAnswer, own } }: { readonly detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  const [open, setOpen] = useState<string>()
  if (objections.length === 0) return null
  return (
    <section className="block" aria-label={say(W.objections)}>
      <h2>{say(W.objections)}</h2>
      <ul className="lines">
        {objections.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <p>{one.reason}</p>
              <p className="second">
                {own ? '' : `${one.by} · `}
                {formatDate(one.filedOn, language)}
              </p>
              {one.answer && <p>{say(W.answerWas(one.answer))}</p>}
              {open === one.id && (
                <AskForm
                  id={`answer-${one.id}`}
                  about={W.answerAbout}
                  fields={[
                    {
                      name: 'state',
                      label: W.objectionState,
                      options: [
                        ['rejected', OBJECTION.rejected],
                        ['upheld', OBJECTION.upheld],
                      ],
                    },
                    { name: 'answer', label: W.answer, kind: 'long' },
                  ]}
                  button={W.answer}
                  send={(values) => send(`/objections/${one.id}/answer`, values).finally(askAgain)}
                />
              )}
            </div>
            <span className="end">
              {say(OBJECTION[one.state as keyof typeof OBJECTION])}{' '}
              {mayAnswer && one.state === 'filed' && (
                <button
                  type="button"
                  className="button"
                  aria-expanded={open === one.id}
                  onClick={() => setOpen(open === one.id ? undefined : one.id)}
                >
                  {say(W.answer)}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
