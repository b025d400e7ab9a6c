import { Link } from 'react-router'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { BadCells } from './BadCells.tsx'
import { Counts } from './Counts.tsx'
import { UndoImport } from './UndoImport.tsx'
import type { Job } from './useJob.ts'
import { W } from './words.ts'

function titleOf({ state, written }: Job) {
  if (state === 'undone' || state === 'partly') return W[state]
  return written ? W.done : state === 'interrupted' ? W.interrupted : W.notWritten
}

interface Props {
  readonly record: MetaRecord
  readonly job: Job
  readonly startOver: () => void
}

export function OutcomeStep({ record, job, startOver }: Props) {
  const say = useSay()
  const list = `/records/${record.id.replace('.', '/')}`
  const stands = job.state === 'undone' ? undefined : job.written
  const title = titleOf(job)
  return (
    <div className="stack">
      <section className="block" role="status">
        <h2>
          {say(title)} · {job.file.name}
        </h2>
        {job.counts && <Counts counts={job.counts} />}
        {job.written && <p>{job.written.why}</p>}
        {job.state === 'interrupted' && <p>{say(W.interruptedHint)}</p>}
        <p className="step-actions">
          {stands?.at && (
            <Link
              className="button primary"
              to={`${list}?${new URLSearchParams({ 'filter[recorded_at]': `${stands.at}..${stands.at}` })}`}
            >
              {say(W.seeRows)}
            </Link>
          )}
          <Link className="button" to={`/records/exchange/imports/${encodeURIComponent(job.id)}`}>
            {say(W.seeImport)}
          </Link>
          <button type="button" className="button" onClick={startOver}>
            {say(W.again)}
          </button>
        </p>
      </section>
      {stands && record.may.import && <UndoImport record={record} job={job} />}
      {job.held && job.badCells > 0 && <BadCells job={job} />}
    </div>
  )
}
