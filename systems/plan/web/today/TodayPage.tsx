import { Link } from 'react-router'
import { useApi, useIndicators, useMeta, useMetaRecord } from '../../../../app/web/client/queries.ts'
import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { FigureCard } from '../../../../app/web/kit/FigureCard.tsx'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { NoFigures } from '../../../../app/web/kit/NoFigures.tsx'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { NoPlan } from '../NoPlan.tsx'
import { W } from '../words.ts'
import { Differences } from './Differences.tsx'
import { LettersDue } from './LettersDue.tsx'
import { Urgent } from './Urgent.tsx'
import { YearSoFar } from './YearSoFar.tsx'

const SHOWN = 12

/** What needs doing today, for the post one acts as: its own office's tasks if it has one. */
export default function TodayPage() {
  const say = useSay()
  const language = useLanguage()
  const { data: meta } = useMeta()
  const year = meta?.zone.today.slice(0, 4)
  const office = meta?.actor.role === 'officer' ? meta.actor.office : undefined
  const ledger = useApi('/api/plan/ledger', year ? { query: { year, office } } : undefined)
  const indicators = useIndicators()
  const planned = year !== undefined && ledger.data?.years.includes(year)
  const letters = useMetaRecord('plan.letters')
  return (
    <>
      <PageHead
        title={`${say(W.today)} · ${formatDate(meta?.zone.today, language)}`}
        about={say(W.todayAbout)}
      >
        <Link className="button quiet" to="/wall">
          {say(W.wallName)}
        </Link>
      </PageHead>
      <div className="stack">
        <Answer of={ledger} lines={6}>
          {(data) => (data.years.includes(year ?? '') ? <YearSoFar ledger={data} /> : <NoPlan year={year} />)}
        </Answer>
        {planned && (
          <div className="grid main-side">
            <Answer of={ledger} lines={8}>
              {(data) => <Urgent rows={data.rows} />}
            </Answer>
            <div className="stack">
              {letters && <LettersDue today={meta?.zone.today ?? ''} office={office} />}
              <Differences />
            </div>
          </div>
        )}
        {!planned && ledger.data && <Differences />}
        <section aria-label={say(W.latestFigures)}>
          <h2 className="today-head">
            {say(W.latestFigures)} <Link to="/indicators">{say(W.seeAll)}</Link>
          </h2>
          <Answer of={indicators} lines={4}>
            {(list) => {
              const known = list.filter(({ computed, latest }) => computed && latest?.value)
              return known.length === 0 ? (
                <NoFigures />
              ) : (
                <div className="figures">
                  {known.slice(0, SHOWN).map((indicator) => (
                    <FigureCard key={indicator.id} indicator={indicator} />
                  ))}
                </div>
              )
            }}
          </Answer>
        </section>
      </div>
    </>
  )
}
