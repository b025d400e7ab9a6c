import { useEffect } from 'react'
import { useSession } from './queries.ts'

const KEPT = 'gaoxin.ahead'
const kept = (): number => Number(localStorage.getItem(KEPT) ?? 0)

/**
 * By how many milliseconds the zone's clock is ahead of the browser's: not 0 in a demonstration. The browser keeps what
 * the server said last, so that times without a network are by the same clock.
 */
export function useAhead(): number {
  const ahead = useSession().data?.zone.ahead
  useEffect(() => {
    if (ahead) localStorage.setItem(KEPT, String(ahead))
    else if (ahead === 0) localStorage.removeItem(KEPT)
  }, [ahead])
  return ahead ?? kept()
}

/** When something was by the zone's clock, ISO 8601. @param at as `Date.now()` said it then */
export const zoneInstant = (at = Date.now()): string => new Date(at + kept()).toISOString()
