import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { type Job, useStep } from './useJob.ts'
import { W } from './words.ts'

export function WorkStep({ job }: { job: Job }) {
  const say = useSay()
  const step = useStep(job)
  const { progress } = job
  const part = progress && progress.total > 0 ? progress.done / progress.total : undefined
  return (
    <section className="block work" aria-live="polite">
      <h2>{job.file.name}</h2>
      {job.held ? (
        <>
          <p role="status">
            {say(progress?.step ?? W.working)}
            {progress && progress.done > 0 && (
              <>
                {' '}
                {formatNumber(progress.done)}
                {progress.total > 0 && ` / ${formatNumber(progress.total)}`} {say(W.rows)}
              </>
            )}
          </p>
          <span
            className="bar"
            role="progressbar"
            aria-label={say(progress?.step ?? W.working)}
            aria-valuemin={0}
            aria-valuemax={100}
            {...(part === undefined ? {} : { 'aria-valuenow': Math.round(part * 100) })}
          >
            <i style={{ width: `${(part ?? 0) * 100}%` }} />
          </span>
          <p className="second">{say(W.reload)}</p>
          <p className="step-actions">
            <button
              type="button"
              className="button"
              disabled={step.isPending}
              onClick={() => step.mutate({ step: 'cancel' })}
            >
              {say(W.cancel)}
            </button>
          </p>
        </>
      ) : (
        <p>{say(W.elsewhere)}</p>
      )}
    </section>
  )
}
