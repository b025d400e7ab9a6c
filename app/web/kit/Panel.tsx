import { createContext, useContext } from 'react'
import type { Text } from '../../../kernel/text.ts'
import { ProblemError } from '../client/fetch.ts'
import { useSay } from '../i18n/index.ts'
import { Answer } from './States.tsx'

/** What the panel around is called; given by whoever shows panels. */
export const PanelName = createContext<Text>({ zh: '', en: '' })

interface Asked<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/**
 * The frame of a panel that a system adds to the page of a row: its name, waiting, and what went wrong. Nothing at all
 * where one may not see what it shows, or there is no such thing.
 */
export function Panel<T>({
  of,
  children,
}: {
  readonly of: Asked<T>
  readonly children: (data: T) => React.ReactNode
}) {
  const say = useSay()
  const name = useContext(PanelName)
  if (of.data === undefined && isNotThere(of.error)) return null
  return (
    <section className="block panel" aria-label={say(name)}>
      <h2>{say(name)}</h2>
      <Answer of={of} lines={3}>
        {children}
      </Answer>
    </section>
  )
}

const isNotThere = (error: Error | null): boolean =>
  error instanceof ProblemError && [401, 403, 404].includes(error.problem.status)
