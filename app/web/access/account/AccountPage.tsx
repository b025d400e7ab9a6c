import { useState } from 'react'
import type { ApiAnswer } from '../../client/api.ts'
import { signInAddress } from '../../client/door.ts'
import { useSession } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { PageHead } from '../../kit/PageHead.tsx'
import { Answer, Empty } from '../../kit/States.tsx'
import { PasswordForm } from '../PasswordForm.tsx'
import { A } from '../words.ts'
import { OwnPosts } from './OwnPosts.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { Totp } from './Totp.tsx'

export type SignedIn = NonNullable<ApiAnswer<'/api/session'>['person']>

/** What a person keeps of their own access. */
export default function AccountPage() {
  const say = useSay()
  const session = useSession()
  return (
    <>
      <PageHead title={say(A.myAccount)} about={say(A.myAccountAbout)} />
      <Answer of={session} lines={10}>
        {({ person }) =>
          person ? (
            <div className="grid two account-page">
              <div className="stack">
                <OwnPosts person={person} />
                <OwnSessions />
              </div>
              <div className="stack">
                {person.by === 'oidc' ? (
                  <section className="block">{say(A.byProvider)}</section>
                ) : (
                  <>
                    <Totp person={person} />
                    <Password person={person} />
                  </>
                )}
              </div>
            </div>
          ) : (
            <Empty title={say(A.notSignedIn)}>
              <a className="button primary" href={signInAddress()}>
                {say(A.signIn)}
              </a>
            </Empty>
          )
        }
      </Answer>
    </>
  )
}

function Password({ person }: { person: SignedIn }) {
  const say = useSay()
  const [isChanged, setChanged] = useState(false)
  return (
    <section className="block">
      <h2>{say(A.changePassword)}</h2>
      {isChanged && (
        <p className="well" role="status">
          {say(A.changed)}
        </p>
      )}
      <PasswordForm rule={person.rule} login={person.login} done={() => setChanged(true)} />
    </section>
  )
}
