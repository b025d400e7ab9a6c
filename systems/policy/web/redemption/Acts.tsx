import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { type Asked, AskForm } from './AskForm.tsx'
import type { Detail } from './ClaimPage.tsx'
import { askAgain, send, useSend } from './useSend.ts'
import { W } from './words.ts'

type Step = Detail['steps'][number]
type Act = Step['act']
/** What cannot be taken back is asked twice. */
const ENDS: Partial<Readonly<Record<Act, (typeof W)['sureWithdraw']>>> = {
  withdraw: W.sureWithdraw,
  lapse: W.sureLapse,
}
const DANGER: readonly Act[] = ['reject', 'withdraw', 'clawback', 'lapse', 'return']

/** What may be done with a claim now, by whoever looks; the server says which. */
export function Acts({ detail }: { readonly detail: Detail }) {
  const say = useSay()
  const [open, setOpen] = useState<Act>()
  // What is shown to the public stands on a notice, be it for one claim alone.
  const act = useSend((body: { readonly act: Act }) =>
    body.act === 'publicize'
      ? send('/notices', { claims: [detail.claim.id] })
      : send(`/claims/${detail.claim.id}/acts`, body),
  )
  // The enterprise submits where it fills in what is asked for.
  const steps = detail.steps.filter((step) => step.act !== 'submit')
  if (steps.length === 0) return <p className="second">{say(W.nothingToDo)}</p>
  const asks = (step: Step) => step.needs.length > 0 || step.act === 'review' || step.act in ENDS
  const asked = steps.find((step) => step.act === open)
  return (
    <div className="claim-acts">
      <p className="page-actions">
        {steps.map((step, i) => (
          <button
            key={step.act}
            type="button"
            className={i === 0 && !DANGER.includes(step.act) ? 'button primary' : 'button'}
            aria-expanded={asks(step) ? open === step.act : undefined}
            disabled={act.isPending}
            onClick={() => {
              act.reset()
              setOpen(asks(step) && open !== step.act ? step.act : undefined)
              if (!asks(step)) act.mutate({ act: step.act })
            }}
          >
            {say(step.name)}
          </button>
        ))}
      </p>
      {asked && (
        <AskForm
          key={asked.act}
          id="act"
          {...(ENDS[asked.act] ? { about: ENDS[asked.act]! } : {})}
          fields={fieldsOf(asked)}
          button={asked.name}
          send={async (values) => {
            await send(`/claims/${detail.claim.id}/acts`, { act: asked.act, ...values })
            setOpen(undefined)
            await askAgain()
          }}
        />
      )}
      {act.error && <Problem error={act.error} />}
      <p role="status" className="second">
        {act.isSuccess ? say(W.done) : ''}
      </p>
    </div>
  )
}

const fieldsOf = ({ act, needs }: Step): readonly Asked[] => [
  ...(needs.includes('reason') || act === 'review'
    ? [{ name: 'reason', label: W.reason, kind: 'long' as const, optional: act === 'review' }]
    : []),
  ...(act === 'review'
    ? [{ name: 'decidedAmount', label: W.decided, kind: 'number' as const, optional: true }]
    : []),
  ...(needs.includes('amount') ? [{ name: 'amount', label: W.clawbackAmount, kind: 'number' as const }] : []),
  ...(needs.includes('basis') ? [{ name: 'basis', label: W.clawbackBasis }] : []),
]
