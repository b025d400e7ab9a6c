import { useEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { wholeDate } from './wholeDate.ts'

interface Props {
  readonly kind: 'date' | 'month'
  /** YYYY-MM-DD or YYYY-MM; empty for none. */
  readonly value: string
  /** Told of whole days and months, of nothing, and of what is no day when the field is left. */
  readonly set: (value: string) => void
  readonly id?: string
  readonly required?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: true | undefined
  readonly 'aria-describedby'?: string | undefined
}

/**
 * A day or month, typed or picked. The browser's own field writes in the browser's language and order; this one shows
 * what the rest of the page shows, and takes 2024.11.5, 2024年11月5日 and 20241105 as well.
 */
export function DateInput({ kind, value, set, ...rest }: Props) {
  const words = useWords()
  const [typed, setTyped] = useState(value)
  const picker = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(value), [value])
  const say = (given: string, leaving = false) => {
    setTyped(given)
    const found = given.trim() === '' ? '' : wholeDate(kind, given)
    if (found !== undefined) {
      if (found !== value) set(found)
      if (leaving) setTyped(found)
    } else if (leaving) set(given)
  }
  return (
    <span className="date-input">
      <input
        {...rest}
        className="input"
        inputMode="numeric"
        maxLength={20}
        placeholder={words(kind === 'date' ? 'dayForm' : 'monthForm')}
        value={typed}
        onChange={(event) => say(event.target.value)}
        onBlur={(event) => say(event.target.value, true)}
      />
      <button type="button" aria-label={words('pickDay')} onClick={() => picker.current?.showPicker()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" />
        </svg>
      </button>
      <input
        ref={picker}
        type={kind}
        tabIndex={-1}
        aria-hidden="true"
        value={wholeDate(kind, value) ?? ''}
        onChange={(event) => say(event.target.value)}
      />
    </span>
  )
}
