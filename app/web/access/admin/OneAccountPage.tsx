import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { ApiAnswer } from '../../client/api.ts'
import { useApi, useChoices } from '../../client/queries.ts'
import { useLanguage, useSay } from '../../i18n/index.ts'
import { formatInstant } from '../../kit/format.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer } from '../../kit/States.tsx'
import { type Action, ActionDialog } from '../ActionDialog.tsx'
import { A } from '../words.ts'
import { OneTime } from './OneTime.tsx'
import { Posts } from './Posts.tsx'
import { useAccountActions } from './useAccountActions.ts'

export type OneAccount = ApiAnswer<'/api/access/accounts/{id}'>

/** One account: what it is, what can be done with it, and its posts. */
export default function OneAccountPage() {
  const say = useSay()
  const { id = '' } = useParams()
  const asked = useApi('/api/access/accounts/{id}', { path: { id } })
  const [action, setAction] = useState<Action>()
  const [password, setPassword] = useState<string>()
  const again = () => void asked.refetch()
  return (
    <>
      <Answer of={asked} lines={8}>
        {(account) => (
          <>
            <PageHead
              title={account.display}
              about={<Link to="/admin/accounts">{say(A.backToAccounts)}</Link>}
            />
            <div className="grid two account-page">
              <section className="block">
                <h2>{say(A.account)}</h2>
                <Facts account={account} />
                {account.isOneself ? (
                  <p className="second">{say(A.oneself)}</p>
                ) : (
                  <Buttons account={account} open={setAction} show={setPassword} />
                )}
              </section>
              <Posts account={account} open={setAction} />
            </div>
          </>
        )}
      </Answer>
      {action && (
        <ActionDialog
          action={action}
          close={() => {
            setAction(undefined)
            again()
          }}
        />
      )}
      {password && <OneTime password={password} close={() => setPassword(undefined)} />}
    </>
  )
}

function Facts({ account }: { account: OneAccount }) {
  const say = useSay()
  const language = useLanguage()
  const { data: choices } = useChoices()
  const yesNo = (is: boolean) => say(is ? A.yes : A.no)
  const facts = [
    [A.login, account.login],
    [A.kind, say(choices?.kinds[account.kind])],
    ...(account.enterprise ? [[A.creditCode, account.enterprise] as const] : []),
    [A.state, say(choices?.states[account.state])],
    [A.created, formatInstant(account.created, language)],
    [A.totp, yesNo(account.totp)],
    [A.locked, yesNo(account.locked)],
    [A.openSessions, String(account.sessions)],
  ] as const
  return (
    <dl className="facts account-facts">
      {facts.map(([name, value]) => (
        <div key={name.en} className="facts-row">
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Buttons({
  account,
  open,
  show,
}: {
  account: OneAccount
  open: (action: Action) => void
  show: (password: string) => void
}) {
  const actions = useAccountActions(account, show)
  return (
    <div className="actions">
      {actions.map((action) => (
        <button key={action.title} type="button" className="button" onClick={() => open(action)}>
          {action.title}
        </button>
      ))}
    </div>
  )
}
