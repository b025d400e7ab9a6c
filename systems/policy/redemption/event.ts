/** 事项日期: a granule that may be claimed only within some months after what it rewards. */
import { addDays } from '../../../kernel/calendar/days.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { addMonths } from '../../../kernel/figures/period.ts'
import { text } from '../../../kernel/text.ts'
import type { Granule } from '../granule/index.ts'
import { redemptionError } from './errors.ts'

/** The register of honours knows the day; criteria of the granule ask for it. */
const GRANTED = '认定日期'

/** Whether a claim has to say when it happened, since no system knows. */
export const needsEventDay = ({ row, criteria }: Granule): boolean =>
  row.window_months !== null && !criteria.some(({ operand, test }) => `${operand} ${test}`.includes(GRANTED))

/**
 * The last day on which it may be claimed.
 * @example deadline('2024-01-31', 1) // '2024-02-29': a shorter month ends earlier
 */
export function deadline(event: string, months: number): string {
  const month = addMonths(event.slice(0, 7), months)
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const same = `${month}-${event.slice(8)}`
  return same < last ? same : last
}

/**
 * Whether the months have passed in which what the registers know of an enterprise could be claimed, or they know of no day.
 * Where only the claim can say the day, it is not told before there is one.
 * @param inputs traits of the enterprise, by name
 */
export function isLate(granule: Granule, inputs: Readonly<Record<string, unknown>>, on: string): boolean {
  if (needsEventDay(granule)) return false
  try {
    eventDay(granule, inputs, null, on)
    return false
  } catch (error) {
    if (error instanceof GaoxinError) return true
    throw error
  }
}

/** Names of the days that a granule counts its months from. */
export const eventNames = (names: readonly string[]): readonly string[] =>
  names.filter((name) => name.endsWith(GRANTED))

/**
 * The day from which the months of a granule count, where it has any.
 * @param inputs what the claim was judged by @param given as the claim has it @param on the day of its first submission
 * @throws GaoxinError CLAIM_EVENT when it is not known or not past, CLAIM_EVENT_LATE
 */
export function eventDay(
  granule: Granule,
  inputs: Readonly<Record<string, unknown>>,
  given: string | null,
  on: string,
): string | null {
  const months = granule.row.window_months
  if (months === null) return null
  const known = Object.entries(inputs)
    .flatMap(([name, value]) => (name.endsWith(GRANTED) && value ? [String(value)] : []))
    .sort()
  const day = needsEventDay(granule) ? given : known.at(-1)
  if (!day || day > on) throw redemptionError('CLAIM_EVENT', { place: 'eventOn', value: day })
  const until = deadline(day, Number(months))
  if (on > until)
    throw redemptionError('CLAIM_EVENT_LATE', {
      place: 'eventOn',
      value: day,
      details: { until },
      more: text(
        `${day} 发生，${months} 个月内申报，截止 ${until}`,
        `it happened on ${day} and could be claimed for ${months} months, until ${until}`,
      ),
    })
  return day
}
