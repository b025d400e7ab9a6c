import { ProblemError } from '../client/fetch.ts'
import { useSay, useWords } from '../i18n/index.ts'

/** Waiting: grey lines where the words will stand. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const words = useWords()
  return (
    <div className="skeleton" role="status" aria-label={words('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={index} style={{ width: `${92 - ((index * 23) % 45)}%` }} />
      ))}
    </div>
  )
}

/** What went wrong, its code and what to do; refusals for want of rights say so calmly. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const words = useWords()
  const say = useSay()
  if (!(error instanceof ProblemError))
    return (
      <div className="state" role="alert">
        <p className="state-title">{String(error)}</p>
      </div>
    )
  const { code, says, remedy, place, status } = error.problem
  const denied = status === 401 || status === 403
  return (
    <div className="state" role="alert" data-denied={denied || undefined}>
      <p className="state-title">{say(says)}</p>
      <p>{say(remedy)}</p>
      {denied && <p className="second">{words('denied')}</p>}
      <p className="state-code">
        {words('code')} <code>{code}</code>
        {place ? ` · ${place}` : ''}
      </p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {words('retry')}
        </button>
      )}
    </div>
  )
}

export function Empty({
  title,
  hint,
  children,
}: {
  title: string
  hint?: string
  children?: React.ReactNode
}) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}

interface Asked<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => unknown
}

/** One place for the three states of anything asked from the server; old data stay in view when a refresh fails. */
export function Answer<T>({
  of,
  lines,
  children,
}: {
  of: Asked<T>
  lines?: number
  children: (data: T) => React.ReactNode
}) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error) return <Problem error={of.error} retry={() => void of.refetch()} />
  return <Loading {...(lines ? { lines } : {})} />
}
