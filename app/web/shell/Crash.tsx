import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useWords } from '../i18n/index.ts'

/** A page that broke: said plainly, with a way out. */
export function Crash() {
  const words = useWords()
  const error = useRouteError()
  const what = isRouteErrorResponse(error)
    ? `${error.status}`
    : error instanceof Error
      ? error.message
      : String(error)
  return (
    <div className="state" role="alert">
      <p className="state-title">{words('retry')}</p>
      <p className="state-code">
        <code>{what}</code>
      </p>
      <a className="button" href="/">
        {words('home')}
      </a>
    </div>
  )
}
