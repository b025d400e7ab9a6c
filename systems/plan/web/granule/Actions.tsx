import { useMeta } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { Detail } from '../types.ts'
import { useSend } from '../useSend.ts'
import { W } from '../words.ts'
import { FormButton } from './FormButton.tsx'
import {
  applyForm,
  changeForm,
  evidenceForm,
  letterForm,
  lightForm,
  NEEDS_REASON,
  progressForm,
  reasonForm,
} from './forms.ts'

/** The form of each act that has one here, in the order shown; the act is the server's word. */
const FORMS = [
  { act: 'report', form: progressForm, path: 'progress' },
  { act: 'letter', form: letterForm, path: 'letters' },
  { act: 'evidence', form: evidenceForm, path: 'evidence' },
  { act: 'applyChange', form: applyForm, path: 'applications' },
  { act: 'change', form: changeForm, path: 'change' },
  { act: 'override', form: lightForm, path: 'change' },
] as const

/** What the acting post may do now: the server says which moves and which forms. */
export function Actions({ detail }: { detail: Detail }) {
  const say = useSay()
  const { data: meta } = useMeta()
  const send = useSend()
  const { granule, actions } = detail
  const role = meta?.actor.role
  const month = monthToReport(meta?.zone.today ?? '', detail.progress.at(-1)?.month)
  const path = `/granules/${encodeURIComponent(granule.id)}`
  const forms = FORMS.filter(({ act }) => detail.acts.includes(act))
  if (forms.length === 0 && actions.length === 0)
    return (
      <p className="second">{say(role === 'guest' || role === 'visitor' ? W.actAsHint : W.nothingToDo)}</p>
    )
  return (
    <div className="actions">
      {forms.map(({ act, form, path: to }, index) => (
        <FormButton key={act} form={form} path={`${path}/${to}`} primary={index === 0} initial={{ month }} />
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
