import { Link, useParams, useSearchParams } from 'react-router'
import { useApi } from '../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../app/web/i18n/index.ts'
import { formatMonth } from '../../../app/web/kit/format.ts'
import { PageHead } from '../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../app/web/kit/States.tsx'
import { Objections } from './Objections.tsx'
import { ObjectButton, Parts } from './Parts.tsx'
import { SheetBlock } from './SheetBlock.tsx'
import { Headline, Months, Profile } from './Standing.tsx'
import { W } from './words.ts'

/** One enterprise's points of a month, down to the rows they come from. */
export default function EnterprisePage() {
  const say = useSay()
  const language = useLanguage()
  const { id = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const month = params.get('month') ?? ''
  const asked = useApi('/api/points/enterprises/{id}', { path: { id }, query: { month } })
  return (
    <Answer of={asked} lines={14}>
      {(of) => (
        <>
          <PageHead title={of.score.name} about={say(W.whole1)}>
            <select
              className="select"
              aria-label={say(W.month)}
              value={of.round.month}
              onChange={({ target }) => setParams({ month: target.value }, { replace: true })}
            >
              {[...of.months].reverse().map(({ id, month }) => (
                <option key={id} value={month}>
                  {formatMonth(month, language)}
                </option>
              ))}
            </select>
            <Link className="button" to={`/records/enterprises/enterprises/${encodeURIComponent(id)}`}>
              {say(W.page)}
            </Link>
            {of.mayObject && <ObjectButton score={of.score.id} />}
          </PageHead>
          <div className="stack">
            <div className="grid two">
              <section className="block stack">
                <Headline of={of} />
                <Months months={of.months} />
              </section>
              <section className="block">
                <Profile parts={of.parts} />
              </section>
            </div>
            <SheetBlock enterprise={id} month={of.round.month} />
            <Objections of={of} />
            <section className="block" aria-label={say(W.parts)}>
              <h2>{say(W.parts)}</h2>
              {of.round.remark && <p className="second because">{of.round.remark}</p>}
              <Parts score={of.score.id} parts={of.parts} mayObject={of.mayObject} />
            </section>
          </div>
        </>
      )}
    </Answer>
  )
}
