import { ProblemError } from '../client/fetch.ts'
import { useSay } from '../i18n/index.ts'

/** Why the server refused, beside the form that was sent. */
export function Refusal({ error }: { error: unknown }) {
  const say = useSay()
  if (!error) return null
  if (!(error instanceof ProblemError))
    return (
      <p className="refusal" role="alert">
        {String(error)}
      </p>
    )
  const { says, remedy, code } = error.problem
  return (
    <p className="refusal" role="alert">
      <strong>{say(says)}</strong>
      {say(remedy)} <code>{code}</code>
    </p>
  )
}

/** The code of a refusal; undefined when there is none. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof ProblemError ? error.problem.code : undefined
