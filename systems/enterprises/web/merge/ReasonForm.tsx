import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../../../../app/web/client/queries.ts'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import { M } from './words.ts'

interface ReasonFormProps {
  readonly name: string
  /** The act, with the reason that it is kept with. */
  readonly run: (why: string) => Promise<unknown>
  /** Left out: the form stays where it is, beside what the page is about. */
  readonly close?: () => void
  /** What else is to be decided before the reason. */
  readonly children?: ReactNode
}

/** An act upon the register: what is decided, the reason, what went wrong, and the buttons. */
export function ReasonForm({ name, run, close, children }: ReasonFormProps) {
  const say = useSay()
  const [why, setWhy] = useState('')
  const acting = useMutation({
    mutationFn: () => run(why),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      close?.()
    },
  })
  return (
    <form
      className="merge-form"
      onSubmit={(event) => {
        event.preventDefault()
        acting.mutate()
      }}
    >
      {children}
      <label className="door-field">
        <span>{say(M.reason)}</span>
        <input
          className="input"
          required
          maxLength={200}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
      </label>
      {acting.error && <Problem error={acting.error} />}
      <p className="actions">
        <button type="submit" className={close ? 'button primary' : 'button'} disabled={acting.isPending}>
          {name}
        </button>
        {close && (
          <button type="button" className="button" onClick={close}>
            {say(M.cancel)}
          </button>
        )}
      </p>
    </form>
  )
}
