import { ProblemError } from '../../client/fetch.ts'
import type { MetaRecord } from '../../client/types.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Problem } from '../../kit/States.tsx'
import { BadCells } from './BadCells.tsx'
import { Counts } from './Counts.tsx'
import type { Job } from './useJob.ts'
import { W } from './words.ts'

interface Props {
  readonly record: MetaRecord
  readonly job: Job
  readonly back: () => void
  readonly goOn: () => void
  readonly startOver: () => void
}

/** What writing the file would do. */
export function CheckStep({ job, back, goOn, startOver }: Props) {
  const say = useSay()
  const marks = useMarks()
  const { counts, skipped, problem } = job
  if (!counts) return null
  const toWrite = counts.new + counts.changed
  const none = toWrite > 0 ? undefined : counts.badRows > 0 ? W.nothingGood : W.nothingNew
  return (
    <div className="stack">
      {problem && <Problem error={new ProblemError(problem as ProblemError['problem'])} />}
      <section className="block">
        <h2>{job.file.name}</h2>
        <Counts counts={counts} />
        {counts.badRows === 0 && !none && <p className="second">{say(W.allGood)}</p>}
        {none && <p role="status">{say(none)}</p>}
        {skipped.length > 0 && (
          <p className="second">
            {say(W.skipped)}
            {skipped.join(marks.list)}
          </p>
        )}
        <p className="step-actions">
          <button type="button" className="button primary" disabled={toWrite === 0} onClick={goOn}>
            {say(W.goOn)}
          </button>
          <button type="button" className="button" onClick={back}>
            {say(W.back)}
          </button>
          <button type="button" className="button" onClick={startOver}>
            {say(W.other)}
          </button>
        </p>
      </section>
      {job.badCells > 0 && <BadCells job={job} />}
    </div>
  )
}
