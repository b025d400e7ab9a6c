import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../client/fetch.ts'
import { useSay } from '../i18n/index.ts'
import { Field } from './Field.tsx'
import { Refusal } from './Refusal.tsx'
import { A } from './words.ts'

export interface Rule {
  readonly length: number
  readonly classes: number
  readonly days: number
  readonly remembered: number
}

/** Changing one's own password, the rules in view before anything is typed. */
export function PasswordForm({ rule, login, done }: { rule: Rule; login: string; done: () => void }) {
  const say = useSay()
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const change = useMutation({
    mutationFn: () => post('/api/session/password', { current: typed.current, next: typed.next }),
    onSuccess: () => {
      setTyped({ current: '', next: '', again: '' })
      done()
    },
  })
  const differs = typed.again !== '' && typed.again !== typed.next
  const input = (name: keyof typeof typed, complete: 'current-password' | 'new-password') => ({
    className: 'input',
    type: 'password',
    autoComplete: complete,
    required: true,
    value: typed[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setTyped({ ...typed, [name]: event.target.value }),
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.next === typed.again) change.mutate()
      }}
    >
      <Rules rule={rule} />
      <Refusal error={change.error} />
      {/* Tells the browser's keeper of passwords whose it is. */}
      <input type="hidden" name="username" autoComplete="username" value={login} readOnly />
      <Field label={say(A.currentPassword)}>
        {(control) => <input {...control} {...input('current', 'current-password')} />}
      </Field>
      <Field label={say(A.nextPassword)}>
        {(control) => <input {...control} {...input('next', 'new-password')} />}
      </Field>
      <Field label={say(A.again)} problem={differs ? say(A.differs) : undefined}>
        {(control) => <input {...control} {...input('again', 'new-password')} />}
      </Field>
      <button type="submit" className="button primary" disabled={change.isPending || differs}>
        {say(A.changePassword)}
      </button>
    </form>
  )
}

function Rules({ rule }: { rule: Rule }) {
  const say = useSay()
  const lines = [
    A.rule.length(rule.length),
    A.rule.classes(rule.classes),
    A.rule.other,
    A.rule.remembered(rule.remembered),
    A.rule.days(rule.days),
  ]
  return (
    <ul className="rules" aria-label={say(A.rules)}>
      {lines.map((line) => (
        <li key={line.en}>
          <span aria-hidden="true">·</span>
          {say(line)}
        </li>
      ))}
    </ul>
  )
}
