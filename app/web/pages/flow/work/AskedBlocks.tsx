import { useState } from 'react'
import { type Action, ActionDialog } from '../../../access/ActionDialog.tsx'
import { useLanguage, useSay } from '../../../i18n/index.ts'
import { formatInstant } from '../../../kit/format.ts'
import { LightShape } from '../../../kit/Light.tsx'
import { toast } from '../../../kit/Toast.tsx'
import { useOffice } from '../../../kit/useOffice.ts'
import { usePost } from '../../../kit/usePost.ts'
import { type Opinion, sendTo, type TimeRequest, useAsked } from './asked.ts'
import { useDecide } from './decide.ts'
import { K } from './words.ts'

/** 协办意见, 挂账与延期: what was asked for in a case and what came of it; whoever is asked answers here. */
export function AskedBlocks({ id }: { id: string }) {
  const say = useSay()
  const { data } = useAsked(id)
  const [action, setAction] = useState<Action>()
  if (!data) return null
  const { opinions, requests } = data
  return (
    <>
      {requests.length > 0 && (
        <section className="block">
          <h2>{say(K.requests)}</h2>
          <ul className="lines asked">
            {requests.map((each) => (
              <Requested key={each.id} case={id} of={each} open={setAction} />
            ))}
          </ul>
        </section>
      )}
      {opinions.length > 0 && (
        <section className="block">
          <h2>{say(K.opinions)}</h2>
          <ul className="lines asked">
            {opinions.map((each) => (
              <Asked key={each.id} case={id} of={each} open={setAction} />
            ))}
          </ul>
        </section>
      )}
      {action && <ActionDialog action={action} close={() => setAction(undefined)} />}
    </>
  )
}

interface Props<T> {
  readonly case: string
  readonly of: T
  readonly open: (action: Action) => void
}

function Asked({ case: id, of, open }: Props<Opinion>) {
  const say = useSay()
  const language = useLanguage()
  const office = useOffice()
  const post = usePost()
  const whom = of.person ? post(of.person) : office(of.office)
  const path = `opinions/${encodeURIComponent(of.id)}`
  const give = () =>
    open({
      title: say(K.give),
      about: of.about,
      fields: [{ name: 'says', label: say(K.says), kind: 'longText', help: say(K.whyKept) }],
      run: async ({ says }) => {
        await sendTo(id, `${path}/give`, { says })
        toast({ says: K.gaveDone })
      },
    })
  const unask = () =>
    open({ title: say(K.unask), about: of.about, fields: [], run: () => sendTo(id, `${path}/withdraw`, {}) })
  return (
    <li>
      <LightShape light={of.given_at ? 'done' : of.withdrawn_at ? 'grey' : 'yellow'} />
      <div className="grow">
        <p>
          {say(K.asks(post(of.asked_by), whom))} ·{' '}
          <span className="second">
            {of.given_at
              ? say(K.gave(post(of.given_by ?? ''), formatInstant(of.given_at, language)))
              : say(of.withdrawn_at ? K.unasked : K.notGiven)}
          </span>
        </p>
        <p className="case-why">{of.about}</p>
        {of.opinion && <p>{of.opinion}</p>}
        {(of.mayGive || of.mayWithdraw) && (
          <p className="actions">
            {of.mayGive && (
              <button type="button" className="button primary" onClick={give}>
                {say(K.give)}
              </button>
            )}
            {of.mayWithdraw && (
              <button type="button" className="button" onClick={unask}>
                {say(K.unask)}
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  )
}

const LIGHTS = { asked: 'yellow', approved: 'done', refused: 'grey' } as const

function Requested({ case: id, of, open }: Props<TimeRequest>) {
  const say = useSay()
  const language = useLanguage()
  const post = usePost()
  const instant = (at: string) => formatInstant(at, language)
  const { said, decide } = useDecide({ ...of, case: id })
  return (
    <li>
      <LightShape light={LIGHTS[of.state]} />
      <div className="grow">
        <p>
          {said} ·{' '}
          <span className="second">
            {say(K.states[of.state])}
            {of.decided_at && ` · ${say(K.decided(post(of.decided_by ?? ''), instant(of.decided_at)))}`}
          </span>
        </p>
        <p className="case-why">{of.why}</p>
        {of.answer && <p>{of.answer}</p>}
        {of.state === 'approved' && of.due && of.new_due && (
          <p className="second">{say(K.dueMoved(instant(of.due), instant(of.new_due)))}</p>
        )}
        {of.mayDecide && (
          <p className="actions">
            <button type="button" className="button primary" onClick={() => open(decide(true))}>
              {say(K.approve)}
            </button>
            <button type="button" className="button" onClick={() => open(decide(false))}>
              {say(K.refuse)}
            </button>
          </p>
        )}
      </div>
    </li>
  )
}
