import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { Detail } from '../types.ts'
import { W } from '../words.ts'
import { FormButton } from './FormButton.tsx'
import { evidenceForm, letterForm, NEEDS_REASON, progressForm, reasonForm } from './forms.ts'
import { useSend } from './useSend.ts'

const ENDED = new Set(['closed', 'adjusted'])

/** What the acting post may do now; the server says which moves, the role says which forms. */
export function Actions({ detail }: { detail: Detail }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const send = useSend()
  const { granule, actions } = detail
  const role = meta?.actor.role
  const month = monthToReport(meta?.zone.today ?? '', detail.progress.at(-1)?.month)
  const open = !ENDED.has(granule.status)
  const leads = role === 'officer' && meta?.actor.office === granule.office.id
  const path = `/granules/${encodeURIComponent(granule.id)}`
  const forms = [
    { form: progressForm, path: `${path}/progress`, may: leads && open },
    { form: letterForm, path: `${path}/letters`, may: role === 'supervisor' && open },
    { form: evidenceForm, path: `${path}/evidence`, may: leads || role === 'supervisor' },
  ].filter(({ may }) => may)
  if (forms.length === 0 && actions.length === 0)
    return <p className="second">{say(role === 'visitor' ? W.actAsHint : W.nothingToDo)}</p>
  return (
    <div className="actions">
      {forms.map(({ form, path: to }, index) => (
        <FormButton key={to} form={form} path={to} primary={index === 0} initial={{ month }} />
      ))}
      {actions.map(({ action, name }) =>
        NEEDS_REASON.has(action) ? (
          <FormButton key={action} form={reasonForm(name)} path={`${path}/transition`} also={{ action }} />
        ) : (
          <button
            key={action}
            type="button"
            className="button"
            disabled={send.isPending}
            onClick={() => send.mutate({ path: `${path}/transition`, body: { action } })}
          >
            {say(name)}
          </button>
        ),
      )}
      {send.error && <Problem error={send.error} />}
      <p role="status" className="second">
        {send.isSuccess ? say(W.done) : ''}
      </p>
    </div>
  )
}

/** The month that is over, until it is reported; then the present one. */
function monthToReport(today: string, reported: string | undefined): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 2
  const over = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  return reported && reported >= over ? today.slice(0, 7) : over
}
