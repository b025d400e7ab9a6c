import { Link } from 'react-router'
import { useApi, useRows } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { daysBetween, shortDate } from '../../../../app/web/kit/format.ts'
import { Light } from '../../../../app/web/kit/Light.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { COLOUR_LIGHT, COLOURS } from '../choices.ts'
import { W } from '../words.ts'

/** Letters without an answer, the soonest due on top; of one's own office when one has it. */
export function LettersDue({ today, office }: { today: string; office: string | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const asked = useRows('plan.letters', { 'filter[state]': 'open', sort: 'answer_due_on', limit: 50 })
  const ledger = useApi('/api/plan/ledger', office ? { query: { office } } : undefined)
  const own = new Set(ledger.data?.rows.map(({ id }) => id))
  const left = (due: string) => daysBetween(today, due)
  return (
    <section className="block">
      <h2>
        {say(W.lettersDue)} <Link to="/records/plan/letters">{say(W.seeAll)}</Link>
      </h2>
      <Answer of={asked} lines={3}>
        {({ rows }) => {
          const mine = office ? rows.filter(({ granule }) => own.has(String(granule))) : rows
          if (mine.length === 0) return <p className="second">{say(W.noneHere)}</p>
          return (
            <ul className="lines">
              {mine.slice(0, 6).map((row) => (
                <li key={row.id}>
                  <span className="grow">
                    <Link to={`/plan/${encodeURIComponent(String(row.granule))}`}>{String(row.number)}</Link>
                    <br />
                    <Light
                      light={COLOUR_LIGHT[row.colour as keyof typeof COLOUR_LIGHT]}
                      word={say(COLOURS[row.colour as keyof typeof COLOURS])}
                    />
                  </span>
                  <span className="end">
                    {shortDate(String(row.answer_due_on), language)}
                    <br />
                    <small className={left(String(row.answer_due_on)) < 0 ? 'growth fall' : ''}>
                      {dueWords(left(String(row.answer_due_on)), language)}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </section>
  )
}

/** 逾期 3 天, 今天到期, 还有 3 天. */
function dueWords(days: number, language: 'zh' | 'en'): string {
  if (days === 0) return language === 'zh' ? '今天到期' : 'due today'
  if (days < 0) return language === 'zh' ? `逾期 ${-days} 天` : `${-days} days overdue`
  return language === 'zh' ? `还有 ${days} 天` : `${days} days left`
}
