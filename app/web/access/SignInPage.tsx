import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { post } from '../client/fetch.ts'
import { useSession } from '../client/queries.ts'
import { useSay } from '../i18n/index.ts'
import { Answer } from '../kit/States.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { Field } from './Field.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { placeBack } from './placeBack.ts'
import { codeOf, Refusal } from './Refusal.tsx'
import { A } from './words.ts'

const go = (back: string | null) => location.replace(placeBack(back, location.origin))

/** Signing in; whose password is due sets a new one here before anything else. */
export default function SignInPage() {
  const say = useSay()
  const session = useSession()
  const [search] = useSearchParams()
  const enter = async () => {
    const { data } = await session.refetch()
    if (!data?.person?.mustChange) go(search.get('back'))
  }
  return (
    <DoorFrame title={say(A.signIn)}>
      <Answer of={session} lines={6}>
        {({ person, provider }) =>
          person?.mustChange ? (
            <>
              <h1>{say(A.mustChange)}</h1>
              <p className="second">{say(A.mustChangeAbout)}</p>
              <PasswordForm rule={person.rule} login={person.login} done={() => go(search.get('back'))} />
            </>
          ) : (
            <>
              <h1>{say(A.signIn)}</h1>
              <p className="second">{say(A.signInAbout)}</p>
              <SignInForm wasEnded={search.get('why') === 'ended'} done={() => void enter()} />
              {provider && <ProviderButton name={provider} />}
              <p className="door-foot">
                <a href="/">{say(A.lookOnly)}</a>
              </p>
            </>
          )
        }
      </Answer>
    </DoorFrame>
  )
}

/** Name and password; the code is asked for when the account has one. */
function SignInForm({ wasEnded, done }: { wasEnded: boolean; done: () => void }) {
  const say = useSay()
  const [typed, setTyped] = useState({ login: '', password: '', code: '' })
  const [takesCode, setTakesCode] = useState(false)
  const enter = useMutation({
    mutationFn: () => post('/api/session/sign-in', typed),
    onSuccess: done,
    onError: (error) => {
      if (codeOf(error) === 'LOGIN_CODE_NEEDED') setTakesCode(true)
    },
  })
  const set = (name: keyof typeof typed) => (event: React.ChangeEvent<HTMLInputElement>) =>
    setTyped({ ...typed, [name]: event.target.value })
  const onlyAsks = codeOf(enter.error) === 'LOGIN_CODE_NEEDED'
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      {wasEnded && !enter.error && (
        <p className="refusal" role="status">
          {say(A.ended)}
        </p>
      )}
      {!onlyAsks && <Refusal error={enter.error} />}
      <Field label={say(A.login)}>
        {(control) => (
          <input
            {...control}
            className="input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={typed.login}
            onChange={set('login')}
          />
        )}
      </Field>
      <Field label={say(A.password)}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={typed.password}
            onChange={set('password')}
          />
        )}
      </Field>
      {takesCode && (
        <Field label={say(A.code)} help={say(A.codeHelp)}>
          {(control) => (
            <input
              {...control}
              className="input"
              name="code"
              autoComplete="one-time-code"
              required
              // biome-ignore lint/a11y/noAutofocus: the person has just been asked for it
              autoFocus
              value={typed.code}
              onChange={set('code')}
            />
          )}
        </Field>
      )}
      <button type="submit" className="button primary" disabled={enter.isPending}>
        {say(A.signIn)}
      </button>
    </form>
  )
}

function ProviderButton({ name }: { name: string }) {
  const say = useSay()
  const leave = useMutation({
    mutationFn: () => post<{ url: string }>('/api/session/oidc/start', {}),
    onSuccess: ({ url }) => location.assign(url),
  })
  return (
    <>
      <p className="or">{say(A.or)}</p>
      <div className="form">
        <Refusal error={leave.error} />
        <button type="button" className="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
          {say(A.withProvider(name))}
        </button>
      </div>
    </>
  )
}
