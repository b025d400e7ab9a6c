import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { CHANGES, STATUSES } from '../choices.ts'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'

/** Every move, old value beside new. */
export function History({ history }: { history: Detail['history'] }) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const post = usePost()
  if (history.length === 0) return null
  const named = (value: string | null) =>
    value && value in STATUSES ? say(STATUSES[value as keyof typeof STATUSES]) : (value ?? '—')
  return (
    <section className="block">
      <h2>{say(W.history)}</h2>
      <ol className="lines">
        {[...history].reverse().map((one) => (
          <li key={`${one.changedOn}${one.field}${one.before}${one.after}`}>
            <span className="second">{formatDate(one.changedOn, language)}</span>
            <span className="grow">
              {say(CHANGES[one.kind])}
              {marks.colon}
              {named(one.before)} → {named(one.after)}
              {one.reason && <small className="second"> {one.reason}</small>}
            </span>
            <span className="end">{post(one.changedBy)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
