import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { FigureLink } from '../../../../app/web/kit/FigureLink.tsx'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { useTarget } from '../ledger/LedgerTable.tsx'
import type { Detail } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'

/** Who, when, how much; and the sentence of the report that it comes from. */
export function Facts({ detail }: { detail: Detail }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOfficeName()
  const marks = useMarks()
  const post = usePost()
  const { granule, report } = detail
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [say(W.lead), office(granule.office, 'full')],
    [say(W.support), granule.support.map((one) => office(one)).join(marks.list) || '—'],
    [say(W.leader), post(granule.leader)],
    [say(W.due), formatDate(granule.dueOn, language)],
    [say(W.target), <Target key="target" granule={granule} />],
    [say(W.status), say(granule.statusName)],
    [say(W.section), granule.section ?? '—'],
  ]
  return (
    <section className="block">
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term} className="facts-row">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report && (
        <blockquote className="statement" lang="zh-CN">
          <span className="second">{say(W.from)}</span>
          <span>
            …{report.before}
            <strong>{granule.text}</strong>
            {report.after}…
          </span>
        </blockquote>
      )}
    </section>
  )
}

function Target({ granule }: { granule: Detail['granule'] }) {
  const target = useTarget()
  const indicator = granule.target?.indicator
  return indicator ? (
    <FigureLink to={`${indicator}@${granule.year}`}>{target(granule)}</FigureLink>
  ) : (
    target(granule)
  )
}
