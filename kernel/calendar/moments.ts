/** China keeps one time, UTC+8. */
export const ZONE_MS = 8 * 3600 * 1000

/** A moment by the clock at Beijing, without its zone: 2024-11-15T08:30:00.000 */
const beijing = (moment: string): string => new Date(Date.parse(moment) + ZONE_MS).toISOString().slice(0, -1)

/** The day at Beijing of a moment, YYYY-MM-DD. */
export const dayAt = (moment: string): string => beijing(moment).slice(0, 10)

/** The time of day at Beijing of a moment, 08:30:00.000 */
export const timeAt = (moment: string): string => beijing(moment).slice(11)

/** The moments by which a zone works and by which it records (`Context`). */
export interface ZoneClock {
  readonly moment: () => string
  readonly now: () => string
}

/** When a moment of the zone was, by the clock outside, ISO 8601. */
export const outsideAt = ({ moment, now }: ZoneClock, at: string): string =>
  new Date(Date.parse(now()) - (Date.parse(moment()) - Date.parse(at))).toISOString()
