import { dayAt, timeAt, type ZoneClock } from '../../kernel/calendar/moments.ts'

/**
 * The moment in the zone, by which rows are kept. A demonstration stays on its day, whatever day it is outside: there
 * it is that day at the time of the clock.
 */
export function momentOf({ today, now }: ZoneClock): string {
  const clock = now()
  return dayAt(clock) === today ? clock : new Date(`${today}T${timeAt(clock)}+08:00`).toISOString()
}
