import { useEffect, useState } from 'react'
import { useAhead } from './clock.ts'

const HALF_MINUTE = 30_000

/** The moment in the zone, anew twice a minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now + useAhead()
}
