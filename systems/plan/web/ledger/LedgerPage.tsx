import { Link } from 'react-router'
import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay, useWords } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Empty } from '../../../../app/web/kit/States.tsx'
import { NoPlan } from '../NoPlan.tsx'
import { useMayRead } from '../reading/useReadings.ts'
import { W } from '../words.ts'
import { Filters } from './Filters.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { useLedger } from './useLedger.ts'

/** The ledger: every task of both lists with its light, filtered by what one answers for. */
export default function LedgerPage() {
  const say = useSay()
  const words = useWords()
  const ledger = useLedger()
  const { data: meta } = useMeta()
  const mayRead = useMayRead()
  const year = ledger.value('year')
  const hasTasks = (ledger.asked.data?.years.length ?? 0) > 0
  const month = lastMonthOf(meta?.zone.today)
  return (
    <>
      <PageHead title={say(W.plan)} about={say(W.planAbout)}>
        {mayRead && (
          <Link className="button" to="/plan/readings">
            {say(W.readIn)}
          </Link>
        )}
        {month && hasTasks && (
          <>
            <span className="second">{say(W.bulletin)}</span>
            <a className="button quiet" href={`/api/plan/bulletin/${month}/docx`} download>
              Word
            </a>
            <a className="button quiet" href={`/api/plan/bulletin/${month}/xlsx`} download>
              Excel
            </a>
          </>
        )}
        <button type="button" className="button quiet" onClick={() => print()}>
          {words('print')}
        </button>
      </PageHead>
      <Answer of={ledger.asked} lines={14}>
        {(data) => (
          <>
            {data.years.length > 0 && <Filters ledger={data} value={ledger.value} set={ledger.set} />}
            {!data.years.includes(year) && year !== 'all' ? (
              <NoPlan year={data.years.length > 0 ? year : undefined} />
            ) : data.rows.length === 0 ? (
              <Empty title={say(W.noTask)} hint={say(W.noTaskHint)} />
            ) : (
              <LedgerTable rows={data.rows} />
            )}
          </>
        )}
      </Answer>
    </>
  )
}

/** The bulletin speaks of the month that is over. */
function lastMonthOf(today: string | undefined): string | undefined {
  if (!today) return undefined
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 2
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
