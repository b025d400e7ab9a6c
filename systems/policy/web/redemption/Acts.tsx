import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { Detail } from './ClaimPage.tsx'
import { send, useSend } from './useSend.ts'
import { W } from './words.ts'

type Step = Detail['steps'][number]
const DANGER = ['reject', 'withdraw', 'clawback', 'lapse']

/** What may be done with a claim now, by whoever looks; the server says which. */
export function Acts({ detail }: { readonly detail: Detail }) {
  const say = useSay()
  const [open, setOpen] = useState<Step['act']>()
  const act = useSend((body: Readonly<Record<string, unknown>>) =>
    send(`/claims/${detail.claim.id}/acts`, body),
  )
  if (detail.steps.length === 0) return <p className="second">{say(W.nothingToDo)}</p>
  const take = (step: Step) => {
    act.reset()
    if (step.needs.length > 0 || step.act === 'review') setOpen(open === step.act ? undefined : step.act)
    else act.mutate({ act: step.act })
  }
  const asked = detail.steps.find((step) => step.act === open)
  return (
    <div className="actions">
      {detail.steps.map((step, i) => (
        <button
          key={step.act}
          type="button"
          className={i === 0 && !DANGER.includes(step.act) ? 'button primary' : 'button'}
          aria-expanded={step.needs.length > 0 ? open === step.act : undefined}
          disabled={act.isPending}
          onClick={() => take(step)}
        >
          {say(step.name)}
        </button>
      ))}
      {asked && (
        <Form
          key={asked.act}
          step={asked}
          send={(body) => act.mutateAsync({ act: asked.act, ...body }).then(() => setOpen(undefined))}
        />
      )}
      {act.error && <Problem error={act.error} />}
      <p role="status" className="second">
        {act.isSuccess ? say(W.done) : ''}
      </p>
    </div>
  )
}

function Form({
  step,
  send: give,
}: {
  readonly step: Step
  readonly send: (body: Record<string, string>) => Promise<unknown>
}) {
  const say = useSay()
  const fields = [
    { name: 'reason', label: W.reason, long: true, optional: step.act === 'review' },
    ...(step.act === 'review'
      ? [{ name: 'decidedAmount', label: W.decided, long: false, optional: true }]
      : []),
    ...(step.needs.includes('amount')
      ? [{ name: 'amount', label: W.clawbackAmount, long: false, optional: false }]
      : []),
    ...(step.needs.includes('basis')
      ? [{ name: 'basis', label: W.clawbackBasis, long: false, optional: false }]
      : []),
  ]
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const values = Object.entries(Object.fromEntries(new FormData(event.currentTarget))) as [
          string,
          string,
        ][]
        void give(Object.fromEntries(values.filter(([, value]) => value.trim() !== ''))).catch(
          () => undefined,
        )
      }}
    >
      {fields.map(({ name, label, long, optional }) => (
        <label key={name} className="door-field" htmlFor={`act-${name}`}>
          {say(label)}
          {long ? (
            <textarea id={`act-${name}`} name={name} rows={3} required={!optional} maxLength={2000} />
          ) : (
            <input
              id={`act-${name}`}
              name={name}
              required={!optional}
              inputMode={name === 'basis' ? 'text' : 'decimal'}
            />
          )}
        </label>
      ))}
      <button type="submit" className="button primary">
        {say(step.name)}
      </button>
    </form>
  )
}
