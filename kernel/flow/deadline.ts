import { addDays } from '../calendar/days.ts'
import { dayAt, ZONE_MS } from '../calendar/moments.ts'
import { addWorkdays, isWorkday } from '../calendar/workdays.ts'

/**
 * When a time limit ends.
 * - `PT4H`, `P3D`: clock time, a part of ISO 8601 without years and months;
 * - `5WD`: working days, to the end of duty on the last; the day itself does not count;
 * - `16WH`: working hours, of duty hours on working days.
 */
export function deadline(limit: string, from: string, duty: Duty = DUTY): string | undefined {
  const working = /^(\d+(?:\.\d+)?)W([DH])$/.exec(limit)
  if (working) {
    const [, count, unit] = working as unknown as [string, string, 'D' | 'H']
    return unit === 'D'
      ? endOfDuty(addWorkdays(dayAt(from), Number(count)), duty)
      : afterHours(from, Number(count), duty)
  }
  const clock = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(limit)
  if (!clock || limit === 'P' || limit.endsWith('T')) return undefined
  const [weeks, days, hours, minutes, seconds] = clock.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
  return new Date(Date.parse(from) + ms).toISOString()
}

/** Hours of duty on a working day, in minutes after midnight at Beijing; what lies between counts for nothing. */
export type Duty = readonly (readonly [from: number, to: number])[]
export const DUTY: Duty = [
  [8.5 * 60, 12 * 60],
  [13.5 * 60, 17 * 60],
]

const MINUTE_MS = 60_000
export const minutesOf = (instant: string): number =>
  (Date.parse(instant) + ZONE_MS - Date.parse(`${dayAt(instant)}T00:00:00Z`)) / MINUTE_MS
export const instantOf = (day: string, minutes: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - ZONE_MS + minutes * MINUTE_MS).toISOString()
const endOfDuty = (day: string, duty: Duty): string => instantOf(day, duty.at(-1)?.[1] as number)

export function afterHours(from: string, hours: number, duty: Duty): string {
  let left = hours * 60
  let day = dayAt(from)
  let since = minutesOf(from)
  for (;;) {
    for (const [begins, ends] of isWorkday(day) ? duty : []) {
      const begin = Math.max(begins, since)
      if (begin >= ends) continue
      if (left <= ends - begin) return instantOf(day, begin + left)
      left -= ends - begin
    }
    day = addDays(day, 1)
    since = 0
  }
}
