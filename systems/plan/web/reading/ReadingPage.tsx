import { Link, useParams } from 'react-router'
import { useApi } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer } from '../../../../app/web/kit/States.tsx'
import { PAPERS } from '../choices.ts'
import { Confirm } from './Confirm.tsx'
import { Figures } from './Figures.tsx'
import { Head } from './Head.tsx'
import './reading.css'
import { OfficesFirst } from './ReadingsPage.tsx'
import { Tasks } from './Tasks.tsx'
import type { Reading } from './useReadings.ts'
import { R } from './words.ts'

/** One paper that was brought: what was found in it, to be corrected and confirmed. */
export default function ReadingPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useApi('/api/plan/readings/{id}', { path: { id } })
  const paper = asked.data?.paper
  return (
    <>
      <PageHead title={asked.data?.title ?? say(R.readIn)} about={paper && say(PAPERS[paper])}>
        <Link className="button quiet" to="/plan/readings">
          {say(R.papers)}
        </Link>
      </PageHead>
      <Answer of={asked} lines={14}>
        {(reading) => <Found reading={reading} />}
      </Answer>
    </>
  )
}

function Found({ reading }: { reading: Reading }) {
  const isOpen = reading.state === 'open'
  return (
    <div className="stack">
      {!isOpen && <Ended reading={reading} />}
      {isOpen && <OfficesFirst />}
      <Head reading={reading} />
      {reading.paper === 'report' && <Figures figures={reading.figures} />}
      <Tasks reading={reading} />
      {isOpen && <Confirm reading={reading} />}
    </div>
  )
}

function Ended({ reading: { state, report, year, planYear } }: { reading: Reading }) {
  const say = useSay()
  return (
    <section className="block" role="status">
      <p className="state-title">{say(state === 'stored' ? R.stored : R.dropped)}</p>
      {state === 'stored' && (
        <p className="actions">
          <Link className="button primary" to={`/plan?year=${planYear}`}>
            {say(R.toPlan)}
          </Link>
          {report && (
            <Link className="button" to={`/report/${year}`}>
              {say(R.toReport)}
            </Link>
          )}
        </p>
      )}
    </section>
  )
}
