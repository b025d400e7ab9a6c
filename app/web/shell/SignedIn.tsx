import { Link } from 'react-router'
import type { SignedIn as Person } from '../access/account/AccountPage.tsx'
import { useActBy } from '../access/useActBy.ts'
import { post } from '../client/fetch.ts'
import { useChoices } from '../client/queries.ts'
import { useSay, useWords } from '../i18n/index.ts'
import { useOffice } from '../kit/useOffice.ts'
import { AccessLinks } from './AccessLinks.tsx'

/** The posts of who has signed in, their account, and the way out. */
export function SignedIn({ person, close }: { person: Person; close: () => void }) {
  const words = useWords()
  const say = useSay()
  const office = useOffice()
  const { data: choices } = useChoices()
  const actBy = useActBy()
  const role = (key: string) => say(choices?.roles[key]) || key
  const leave = async () => {
    await post('/api/session/sign-out', {})
    location.assign('/')
  }
  return (
    <>
      {person.posts.length === 0 && <p className="second">{role(person.acting.role)}</p>}
      {person.posts.length > 0 && <p className="second">{words('actAs')}</p>}
      <ul>
        {person.posts.map((held) => (
          <li key={held.id}>
            <button
              type="button"
              aria-current={held.id === person.post || undefined}
              onClick={() => actBy.mutate(held.id, { onSuccess: close })}
            >
              {`${role(held.role)} · ${office(held.office)}`}
            </button>
          </li>
        ))}
      </ul>
      <Link to="/account" className="account-link" onClick={close}>
        {words('myAccount')}
      </Link>
      <AccessLinks className="account-link" onClick={close} />
      <hr />
      <button type="button" className="button" onClick={() => void leave()}>
        {words('signOut')}
      </button>
    </>
  )
}
