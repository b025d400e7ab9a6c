import { useState } from 'react'
import { Link } from 'react-router'
import { type Action, ActionDialog } from '../../../access/ActionDialog.tsx'
import type { ApiAnswer } from '../../../client/api.ts'
import { useNow } from '../../../client/useNow.ts'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { LightShape } from '../../../kit/Light.tsx'
import { useOffice } from '../../../kit/useOffice.ts'
import { useStepName } from '../names.ts'
import { remaining } from '../time.ts'
import { useDecide } from './decide.ts'
import { K } from './words.ts'

type Request = ApiAnswer<'/api/flow/requests'>['requests'][number]

/** 待我审批: who asks for how much more time and why; approved or refused here, with a reason. */
export function ToDecide({
  requests,
  list,
}: {
  readonly requests: readonly Request[]
  readonly list: React.RefObject<HTMLUListElement | null>
}) {
  const [action, setAction] = useState<Action>()
  return (
    <>
      <ul ref={list} className="inbox">
        {requests.map((each) => (
          <Line key={each.id} of={each} open={setAction} />
        ))}
      </ul>
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}

function Line({ of, open }: { of: Request; open: (action: Action) => void }) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const step = useStepName()
  const now = useNow()
  const { said, decide } = useDecide(of)
  const { light, says } = remaining(of.due, now)
  return (
    <li>
      <span className="inbox-light">
        <LightShape light={light} />
      </span>
      <div className="grow">
        <Link to={`/cases/${of.case}`}>{of.title}</Link>
        <p>{said}</p>
        <p className="case-why">{of.why}</p>
        <p className="because">
          {of.office && `${office(of.office)} · `}
          {step(of.name)} · {formatInstant(of.asked_at, language)}
        </p>
      </div>
      <p className="inbox-due" data-light={light}>
        <strong>{say(says)}</strong>
        {of.due && <small>{say(K.limitNow(formatInstant(of.due, language)))}</small>}
      </p>
      <button type="button" className="button primary" onClick={() => open(decide(true))}>
        {say(K.approve)}
      </button>
      <button type="button" className="button" onClick={() => open(decide(false))}>
        {say(K.refuse)}
      </button>
    </li>
  )
}
