import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../client/fetch.ts'
import { useSay } from '../../i18n/index.ts'
import { Field } from '../Field.tsx'
import { Refusal } from '../Refusal.tsx'
import { A } from '../words.ts'
import { Qr } from './Qr.tsx'

interface Started {
  readonly url: string
  readonly secret: string
}

/** By the password one begins, by the first code one ends. */
export function Enrolment({ done }: { done: (recoveryCodes: readonly string[]) => void }) {
  const say = useSay()
  const [current, setCurrent] = useState('')
  const start = useMutation({ mutationFn: () => post<Started>('/api/session/totp', { current }) })
  if (start.data) return <Confirm {...start.data} done={done} />
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate()
      }}
    >
      <Refusal error={start.error} />
      <Field label={say(A.currentPassword)}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="button primary" disabled={start.isPending}>
        {say(A.enrol)}
      </button>
    </form>
  )
}

function Confirm({ url, secret, done }: Started & { done: (recoveryCodes: readonly string[]) => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => post<{ recoveryCodes: string[] }>('/api/session/totp/confirm', { code }),
    onSuccess: ({ recoveryCodes }) => done(recoveryCodes),
  })
  return (
    <div className="enrol">
      <Qr value={url} label={say(A.qr)} />
      <div>
        <p>{say(A.scan)}</p>
        <p className="second">
          {say(A.secret)}
          <br />
          <span className="secret">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
        </p>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            confirm.mutate()
          }}
        >
          <Refusal error={confirm.error} />
          <Field label={say(A.totp)}>
            {(control) => (
              <input
                {...control}
                className="input"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <button type="submit" className="button primary" disabled={confirm.isPending}>
            {say(A.confirm)}
          </button>
        </form>
      </div>
    </div>
  )
}
