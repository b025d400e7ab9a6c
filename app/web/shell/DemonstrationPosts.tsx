import { post } from '../client/fetch.ts'
import { queryClient, useMeta } from '../client/queries.ts'
import type { Person } from '../client/types.ts'
import { useWords } from '../i18n/index.ts'
import { usePost } from '../kit/usePost.ts'
import { SignInLink } from './SignInLink.tsx'

/** Nobody in particular is a visitor. */
function usePersonName(): (person: Person | undefined) => string {
  const words = useWords()
  const post = usePost()
  return (person) => (!person || person.id === 'visitor' ? words('visitor') : post(person.name))
}

export function useActingName(): string {
  const { data } = useMeta()
  return usePersonName()(data?.actor)
}

/** Which post of the demonstration one tries out; an account of one's own can be signed in with as well. */
export function DemonstrationPosts({ close }: { close: () => void }) {
  const words = useWords()
  const { data } = useMeta()
  const name = usePersonName()
  const act = async (person: string | null) => {
    await post('/api/session', { person })
    close()
    await queryClient.invalidateQueries()
  }
  if (!data) return null
  const visitor = { id: 'visitor', name: '', role: 'guest', office: '' }
  const firms = data.people.filter(({ role }) => role === 'enterprise')
  const staff = data.people.filter(({ role }) => role !== 'enterprise')
  const choices = (people: readonly Person[]) =>
    people.map((person) => (
      <li key={person.id}>
        <button
          type="button"
          aria-current={person.id === data.actor.id || undefined}
          onClick={() => void act(person.id === 'visitor' ? null : person.id)}
        >
          {name(person)}
        </button>
      </li>
    ))
  return (
    <>
      <p className="second">{words('actAs')}</p>
      <ul>
        {choices([visitor, ...staff])}
        {firms.length > 0 && <li className="account-kind">{words('actAsFirm')}</li>}
        {choices(firms)}
      </ul>
      <SignInLink className="button" />
    </>
  )
}
