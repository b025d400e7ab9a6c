import { addDays, daysBetween } from './days.ts'

/** China keeps one time, UTC+8. */
export const ZONE_MS = 8 * 3600 * 1000

/** A moment by the clock at Beijing, without its zone: 2024-11-15T08:30:00.000 */
const beijing = (moment: string): string => new Date(Date.parse(moment) + ZONE_MS).toISOString().slice(0, -1)

/** The day at Beijing of a moment, YYYY-MM-DD. */
export const dayAt = (moment: string): string => beijing(moment).slice(0, 10)

/** The time of day at Beijing of a moment, 08:30:00.000 */
export const timeAt = (moment: string): string => beijing(moment).slice(11)

/** The day of a zone and the clock outside; a demonstration stays on its day, whatever day it is outside. */
export interface ZoneClock {
  readonly today: string
  readonly now: () => string
}

/** The day by the clock outside that is as far from now as a day of the zone is from its today. */
export const clockDay = ({ today, now }: ZoneClock, day: string): string =>
  addDays(dayAt(now()), daysBetween(today, day))

/** The day of the zone on which a moment by the clock outside falls. */
export const zoneDay = ({ today, now }: ZoneClock, moment: string): string =>
  addDays(today, daysBetween(dayAt(now()), dayAt(moment)))
