import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatDate, formatNumber } from '../../../app/web/kit/format.ts'
import { ActButton } from './ActButton.tsx'
import type { Standing } from './types.ts'
import { useSend } from './useSend.ts'
import { STATES, W } from './words.ts'

/** What the enterprise objected to, and what it was answered. */
export function Objections({ of: { objections, parts, mayAnswer } }: { readonly of: Standing }) {
  const say = useSay()
  const language = useLanguage()
  const send = useSend()
  if (objections.length === 0) return null
  const nameOf = (indicator: string | null) =>
    parts.find((part) => part.indicator === indicator)?.name ?? say(W.whole2)
  return (
    <section className="block" aria-label={say(W.objections)}>
      <h2>{say(W.objections)}</h2>
      <ul className="lines">
        {objections.map(({ id, indicator, about, reason, filed_on, total, state, answer }) => (
          <li key={id}>
            <span className="grow">
              <strong>{nameOf(indicator)}</strong> {say(about === 'value' ? W.aboutValue : W.aboutPoints)}
              <br />
              {reason}
              {answer && (
                <>
                  <br />
                  <span className="second">
                    {say(W.answer)}: {answer}
                  </span>
                </>
              )}
            </span>
            <span className="end">
              <small className="tag">{say(STATES[state])}</small>
              <br />
              <span className="because">
                {formatDate(filed_on, language)} · {say(W.filedAt)} {formatNumber(total, 2)}
              </span>
              {mayAnswer && state === 'filed' && (
                <ActButton
                  quiet
                  action={{
                    title: say(W.answer),
                    about: reason,
                    fields: [
                      {
                        name: 'state',
                        label: say(W.verdict),
                        options: [
                          ['upheld', say(W.upheld)],
                          ['rejected', say(W.rejected)],
                        ],
                      },
                      { name: 'answer', label: say(W.answer) },
                    ],
                    run: (body) =>
                      send.mutateAsync({ path: `/objections/${encodeURIComponent(id)}/answer`, body }),
                  }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
