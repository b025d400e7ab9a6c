import { useQuery } from '@tanstack/react-query'
import { post } from '../client/fetch.ts'
import { useSay } from '../i18n/index.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { Refusal } from './Refusal.tsx'
import { A } from './words.ts'

/** Where an identity provider sends people back: what it said goes to the server once, and the person inside. */
export default function CallbackPage() {
  const say = useSay()
  const { error } = useQuery({
    queryKey: ['oidc', location.search],
    queryFn: async () => {
      const answer = await post('/api/session/oidc/finish', { search: location.search })
      location.replace('/')
      return answer
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <DoorFrame title={say(A.signIn)}>
      {error ? (
        <>
          <h1>{say(A.signIn)}</h1>
          <div className="form">
            <Refusal error={error} />
            <a className="button" href="/sign-in">
              {say(A.backToSignIn)}
            </a>
          </div>
        </>
      ) : (
        <p role="status">{say(A.waiting)}</p>
      )}
    </DoorFrame>
  )
}
