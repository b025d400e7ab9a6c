import { useState } from 'react'
import { useSay } from '../../i18n/index.ts'
import { formatNumber } from '../../kit/format.ts'
import { Problem } from '../../kit/States.tsx'
import { Counts } from './Counts.tsx'
import { type Job, useStep } from './useJob.ts'
import { counted, W } from './words.ts'

/** The last word before the write: why, and that bad rows stay out. */
export function ConfirmStep({ job, back, begun }: { job: Job; back: () => void; begun: () => void }) {
  const say = useSay()
  const step = useStep(job)
  const [why, setWhy] = useState('')
  const [accepted, setAccepted] = useState(false)
  if (!job.counts) return null
  const { badRows, new: added, changed } = job.counts
  const ready = why.trim() !== '' && (badRows === 0 || accepted)
  const body = { why: why.trim(), acceptRest: badRows > 0 && accepted }
  return (
    <form
      className="block confirm"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) step.mutate({ step: 'write', body }, { onSuccess: begun })
      }}
    >
      <h2>{job.file.name}</h2>
      <Counts counts={job.counts} />
      <p className="second">{say(W.confirmAbout)}</p>
      <label className="door-field">
        <span>{say(W.why)}</span>
        <input
          className="input"
          value={why}
          maxLength={500}
          required
          placeholder={say(W.whyHint)}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      {badRows > 0 && (
        <label className="accept">
          <input type="checkbox" checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />
          {counted(say(W.accept), formatNumber(badRows))}
        </label>
      )}
      {step.error && <Problem error={step.error} />}
      <p className="step-actions">
        <button type="submit" className="button primary" disabled={!ready || step.isPending}>
          {counted(say(W.write), formatNumber(added + changed))}
        </button>
        <button type="button" className="button" onClick={back}>
          {say(W.back)}
        </button>
      </p>
    </form>
  )
}
