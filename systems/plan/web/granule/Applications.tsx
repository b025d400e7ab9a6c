import { useLanguage, useSay } from '../../../../app/web/i18n/index.ts'
import { useMarks } from '../../../../app/web/i18n/marks.ts'
import { formatDate } from '../../../../app/web/kit/format.ts'
import { usePost } from '../../../../app/web/kit/usePost.ts'
import { APPLICATION_STATES } from '../choices.ts'
import type { Application, Detail } from '../types.ts'
import { useOfficeName } from '../useNames.ts'
import { W } from '../words.ts'
import { FormButton } from './FormButton.tsx'
import { approveForm, refuseForm } from './forms.ts'

/** What the lead office asked to have changed, and what a leader decided; decided here. */
export function Applications({ detail }: { detail: Detail }) {
  const say = useSay()
  if (detail.applications.length === 0) return null
  const mayDecide = detail.acts.includes('change')
  return (
    <section className="block">
      <h2>{say(W.applications)}</h2>
      <ul className="lines">
        {detail.applications.map((one) => (
          <Line key={one.id} one={one} granule={detail.granule} mayDecide={mayDecide} />
        ))}
      </ul>
    </section>
  )
}

interface Props {
  readonly one: Application
  readonly granule: Detail['granule']
  readonly mayDecide: boolean
}

function Line({ one, granule, mayDecide }: Props) {
  const say = useSay()
  const language = useLanguage()
  const marks = useMarks()
  const post = usePost()
  const office = useOfficeName()
  const asked = [
    one.dueOn && `${say(W.due)} ${formatDate(granule.dueOn, language)} → ${formatDate(one.dueOn, language)}`,
    one.target && `${say(W.target)} ${granule.target?.value ?? '—'} → ${one.target}`,
    one.leadOffice && `${say(W.lead)} ${office(granule.office)} → ${office(one.leadOffice)}`,
  ].filter(Boolean)
  const path = `/granules/${encodeURIComponent(granule.id)}/applications/${one.id}`
  return (
    <li>
      <span className="grow">
        <strong>{asked.join(marks.semi)}</strong>
        <br />
        <span>{one.reason}</span>
        <br />
        <small className="second">
          {post(one.appliedBy)} · {formatDate(one.appliedOn, language)} · {say(APPLICATION_STATES[one.state])}
          {one.decidedBy && ` · ${post(one.decidedBy)}`}
          {one.document && ` · ${one.document}`}
        </small>
        {one.remark && <p>{one.remark}</p>}
        {mayDecide && one.state === 'pending' && (
          <span className="inline-actions">
            <FormButton form={approveForm} path={path} also={{ decision: 'approved' }} primary />
            <FormButton form={refuseForm} path={path} also={{ decision: 'refused' }} />
          </span>
        )}
      </span>
    </li>
  )
}
