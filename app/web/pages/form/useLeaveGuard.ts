import { useEffect } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { useSay } from '../../i18n/index.ts'
import { W } from './words.ts'

/** Asks before a page with unsaved changes is left, by a link, the back button or the browser's own. */
export function useLeaveGuard(unsaved: () => boolean): void {
  const say = useSay()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    if (confirm(say(W.leave))) blocker.proceed()
    else blocker.reset()
  }, [blocker, say])
  useBeforeUnload((event) => {
    if (unsaved()) event.preventDefault()
  })
}
