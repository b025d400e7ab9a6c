import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../client/fetch.ts'
import { useSession } from '../../client/queries.ts'
import { useSay } from '../../i18n/index.ts'
import { useMarks } from '../../i18n/marks.ts'
import { Field } from '../Field.tsx'
import { Refusal } from '../Refusal.tsx'
import { A } from '../words.ts'
import type { SignedIn } from './AccountPage.tsx'
import { Enrolment } from './Enrolment.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** The code on the telephone: enrolled with its QR code, given up or renewed by a code of it. */
export function Totp({ person }: { person: SignedIn }) {
  const say = useSay()
  const session = useSession()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        done={() => {
          setCodes(undefined)
          void session.refetch()
        }}
      />
    )
  return (
    <section className="block">
      <h2>{say(A.totp)}</h2>
      {person.totp ? (
        <Enrolled left={person.recoveryCodesLeft} renewed={setCodes} removed={() => void session.refetch()} />
      ) : (
        <>
          <p className="second">{say(A.totpOff)}</p>
          <Enrolment done={setCodes} />
        </>
      )}
    </section>
  )
}

function Enrolled({
  left,
  renewed,
  removed,
}: {
  left: number
  renewed: (codes: readonly string[]) => void
  removed: () => void
}) {
  const say = useSay()
  const marks = useMarks()
  const [code, setCode] = useState('')
  const renew = useMutation({
    mutationFn: () => post<{ recoveryCodes: string[] }>('/api/session/totp/recovery-codes', { code }),
    onSuccess: ({ recoveryCodes }) => renewed(recoveryCodes),
  })
  const remove = useMutation({
    mutationFn: () => post('/api/session/totp/remove', { code }),
    onSuccess: removed,
  })
  const isBusy = renew.isPending || remove.isPending
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        remove.reset()
        renew.mutate()
      }}
    >
      <p>{`${say(A.totpOn)}${marks.comma}${say(A.codesLeft(left))}`}</p>
      <Refusal error={renew.error ?? remove.error} />
      <Field label={say(A.code)} help={say(A.codeHelp)}>
        {(control) => (
          <input
            {...control}
            className="input"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <div className="actions">
        <button type="submit" className="button" disabled={isBusy || !code}>
          {say(A.renew)}
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy || !code}
          onClick={() => {
            renew.reset()
            remove.mutate()
          }}
        >
          {say(A.remove)}
        </button>
      </div>
    </form>
  )
}
