import { useCallback } from 'react'
import { useAhead } from '../../client/clock.ts'

/**
 * When a reading came, by the clock of all other screens: devices send by the clock outside, which in a demonstration is
 * not the zone's. ISO 8601.
 */
export function useReadingTime(): (at: string) => string {
  const ahead = useAhead()
  return useCallback((at) => new Date(Date.parse(at) + ahead).toISOString(), [ahead])
}
