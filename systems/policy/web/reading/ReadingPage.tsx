import '../policy.css'
import './reading.css'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ActionDialog } from '../../../../app/web/access/ActionDialog.tsx'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { PageHead } from '../../../../app/web/kit/PageHead.tsx'
import { Answer, Problem } from '../../../../app/web/kit/States.tsx'
import { FindingLine } from './Finding.tsx'
import { Head } from './Head.tsx'
import { type Reading, readingPath, useChange, useReading } from './useReadings.ts'
import { R } from './words.ts'

/** One paper that was sent: clauses at the left, what may be granules of them at the right. */
export default function ReadingPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useReading(id)
  return (
    <>
      <PageHead title={asked.data?.title ?? say(R.readIn)} about={asked.data?.fileName}>
        <a className="button quiet" href={`${readingPath(id)}/file`}>
          {say(R.original)}
        </a>
        <Link className="button quiet" to="/policy/readings">
          {say(R.papers)}
        </Link>
      </PageHead>
      <Answer of={asked} lines={14}>
        {(reading) => (
          <div className="stack policy-reading">
            {reading.state !== 'read' && (
              <p className="block" role="status">
                {say(reading.state === 'confirmed' ? R.done : R.gone)}
              </p>
            )}
            <Head key={reading.id} reading={reading} />
            <ol className="policy-findings">
              {reading.findings.map((finding, i) => (
                <FindingLine
                  key={finding.id}
                  reading={reading}
                  finding={finding}
                  again={reading.findings[i - 1]?.number === finding.number}
                />
              ))}
            </ol>
            {reading.state === 'read' && <Confirm reading={reading} />}
          </div>
        )}
      </Answer>
    </>
  )
}

/** At the foot, always in view: what is still open, and the two ways out. */
function Confirm({ reading: { id, findings } }: { reading: Reading }) {
  const say = useSay()
  const change = useChange(id)
  const [isDiscarding, setDiscarding] = useState(false)
  const count = (state: string) => findings.filter((finding) => finding.state === state).length
  return (
    <section className="policy-confirm" aria-label={say(R.confirm)}>
      {change.error && <Problem error={change.error} />}
      <div>
        <p role="status">
          {say(R.summary(count('taken'), count('dropped'), count('open')))}
          <small className="second">{say(R.confirmAbout)}</small>
        </p>
        <button type="button" className="button" onClick={() => setDiscarding(true)}>
          {say(R.discard)}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={change.isPending || count('open') > 0}
          onClick={() => change.mutate({ path: '/confirm' })}
        >
          {say(R.confirm)}
        </button>
      </div>
      {isDiscarding && (
        <ActionDialog
          action={{
            title: say(R.discard),
            about: say(R.discardAbout),
            fields: [],
            run: () => change.mutateAsync({ path: '/discard' }),
          }}
          close={() => setDiscarding(false)}
        />
      )}
    </section>
  )
}
