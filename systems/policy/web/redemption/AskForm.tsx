import '../policy.css'
import { useState } from 'react'
import { useSay } from '../../../../app/web/i18n/index.ts'
import { Problem } from '../../../../app/web/kit/States.tsx'
import type { Text } from '../../../../kernel/text.ts'

export interface Asked {
  readonly name: string
  readonly label: Text
  readonly kind?: 'long' | 'number' | 'text' | 'date'
  readonly optional?: boolean
  readonly initial?: string
  /** A choice among these instead: value and name. */
  readonly options?: readonly (readonly [string, Text])[]
}

/** What a step needs to be told, and the button that takes it; a refusal is told beneath. */
export function AskForm({
  id,
  about,
  fields,
  button,
  send,
}: {
  /** Sets its fields apart from those of other forms on the page. */
  readonly id: string
  readonly about?: Text
  readonly fields: readonly Asked[]
  readonly button: Text
  /** Given what was filled in, trimmed; what was left empty is left out. */
  readonly send: (values: Readonly<Record<string, string>>) => Promise<unknown>
}) {
  const say = useSay()
  const [error, setError] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const filled = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])
    setSending(true)
    setError(undefined)
    await send(Object.fromEntries(filled.filter(([, value]) => value !== '')))
      .catch(setError)
      .finally(() => setSending(false))
  }
  return (
    <form className="form claim-form" onSubmit={(event) => void submit(event)}>
      {about && <p className="second">{say(about)}</p>}
      {fields.map(({ name, label, kind = 'text', optional = false, initial, options }) => {
        const control = { id: `${id}-${name}`, name, required: !optional, defaultValue: initial }
        return (
          <label key={name} className="door-field" htmlFor={control.id}>
            {say(label)}
            {options ? (
              <select className="select" {...control}>
                {options.map(([value, called]) => (
                  <option key={value} value={value}>
                    {say(called)}
                  </option>
                ))}
              </select>
            ) : kind === 'long' ? (
              <textarea rows={3} maxLength={2000} {...control} />
            ) : (
              <input
                type={kind === 'date' ? 'date' : 'text'}
                inputMode={kind === 'number' ? 'decimal' : 'text'}
                maxLength={200}
                {...control}
              />
            )}
          </label>
        )
      })}
      <button type="submit" className="button primary" disabled={sending}>
        {say(button)}
      </button>
      {error !== undefined && <Problem error={error} />}
    </form>
  )
}
