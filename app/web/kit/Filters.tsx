import { type ReactNode, useState } from 'react'
import { useWords } from '../i18n/index.ts'

export interface FilterChoice<N extends string = string> {
  readonly name: N
  readonly label: string
  readonly options: readonly (readonly [key: string, label: string])[]
}

interface Props<N extends string> {
  readonly search: string
  readonly choices: readonly FilterChoice<N>[]
  readonly value: (name: N | 'q') => string
  readonly set: (name: N | 'q', value: string) => void
  /** More fields behind the choices. */
  readonly children?: ReactNode
}

/** What a list is narrowed by, for its toolbar: words, and values of closed sets. */
export function Filters<N extends string>({ search, choices, value, set, children }: Props<N>) {
  const words = useWords()
  // On a phone they would push the rows off the screen.
  const [open, setOpen] = useState(false)
  return (
    <>
      <input
        className="input"
        type="search"
        aria-label={search}
        placeholder={search}
        value={value('q')}
        onChange={(event) => set('q', event.target.value)}
      />
      <button
        type="button"
        className="button filter-switch"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words('filter')}
      </button>
      <div className="filters" data-open={open}>
        {choices.map(({ name, label, options }) => (
          <select
            key={name}
            className="select"
            aria-label={label}
            value={value(name)}
            onChange={(event) => set(name, event.target.value)}
          >
            <option value="">{label}</option>
            {options.map(([key, shown]) => (
              <option key={key} value={key}>
                {shown}
              </option>
            ))}
          </select>
        ))}
        {children}
      </div>
    </>
  )
}
