import { addDays } from '../../calendar/days.ts'
import { dayAt } from '../../calendar/moments.ts'
import { isWorkday } from '../../calendar/workdays.ts'
import { afterHours, DUTY, type Duty, deadline, instantOf, minutesOf } from '../deadline.ts'

/** How a limit counts: every hour (`P3D`, a moment), or hours of duty (`5WD`, `16WH`). */
export type Counting = 'clock' | 'duty'

/** As a diagram writes the limit; what an expression gives counts as offices do. */
export const countingOf = (limit: string | undefined): Counting =>
  limit !== undefined && /^(P|\d{4}-)/.test(limit) ? 'clock' : 'duty'

/** Minutes of duty between two instants; 0 where the second is not later. */
export function dutyBetween(from: string, to: string, duty: Duty = DUTY): number {
  let minutes = 0
  const last = dayAt(to)
  for (let day = dayAt(from); day <= last; day = addDays(day, 1))
    for (const [begins, ends] of isWorkday(day) ? duty : []) {
      const begin = Math.max(begins, day === dayAt(from) ? minutesOf(from) : 0)
      const end = Math.min(ends, day === last ? minutesOf(to) : 24 * 60)
      minutes += Math.max(0, end - begin)
    }
  return minutes
}

/**
 * Where a limit ends when the time between two instants does not count: as much is left of it afterwards as before. Never
 * sooner than it was; one that had passed stays where it was.
 */
export function afterPause(
  due: string,
  { from, to }: { readonly from: string; readonly to: string },
  counting: Counting,
  duty: Duty = DUTY,
): string {
  const [limit, begins, ends] = [due, from, to].map((each) => Date.parse(each)) as [number, number, number]
  if (ends <= begins || limit <= begins) return due
  if (counting === 'clock') return new Date(limit + ends - begins).toISOString()
  if (dutyBetween(from, to, duty) === 0) return due
  const left = afterHours(to, dutyBetween(from, due, duty) / 60, duty)
  return Date.parse(left) > limit ? left : due
}

/**
 * The moment so long before a limit, in the same words: `1WD` the same time a working day earlier, `4WH` four hours of
 * duty, `P1D` or `PT2H` by the clock. Undefined where it cannot be read.
 */
export function before(due: string, long: string, duty: Duty = DUTY): string | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)W([DH])$/.exec(long) ?? []
  if (unit === 'D') return instantOf(workdaysBefore(dayAt(due), Number(count)), minutesOf(due))
  if (unit === 'H') return hoursBefore(due, Number(count), duty)
  const later = deadline(long, due)
  return later === undefined ? undefined : new Date(2 * Date.parse(due) - Date.parse(later)).toISOString()
}

function workdaysBefore(day: string, days: number): string {
  let result = day
  for (let left = days; left > 0; ) {
    result = addDays(result, -1)
    if (isWorkday(result)) left -= 1
  }
  return result
}

function hoursBefore(due: string, hours: number, duty: Duty): string {
  let left = hours * 60
  let day = dayAt(due)
  let until = minutesOf(due)
  for (;;) {
    for (const [begins, ends] of isWorkday(day) ? duty.toReversed() : []) {
      const end = Math.min(ends, until)
      if (begins >= end) continue
      if (left <= end - begins) return instantOf(day, end - left)
      left -= end - begins
    }
    day = addDays(day, -1)
    until = 24 * 60
  }
}

/** How long before its limit whoever has a task is warned, where neither its diagram nor the zone says it. */
export const WARN = '1WD'

/** When whoever has a task is warned: none where that would be before they have it. Undefined: it cannot be read. */
export function warningOf(
  due: string | null,
  warn: string | null | undefined,
  now: string,
  duty: Duty = DUTY,
): string | null | undefined {
  if (due === null) return null
  const at = before(due, warn ?? WARN, duty)
  if (at === undefined) return undefined
  return Date.parse(at) > Date.parse(now) ? at : null
}
