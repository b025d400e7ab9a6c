import { compareNumbers, isNumber } from './number.ts'
import { CalendarDate, DateTime, DaysDuration, Time, YearsDuration } from './temporal.ts'
import { FunctionValue, isContext, isList, Range, type Value } from './types.ts'

type Order = -1 | 0 | 1
const order = <T extends bigint | number | string>(a: T, b: T): Order => (a < b ? -1 : a > b ? 1 : 0)

/** `=` of FEEL (§10.3.2.13): null for values that cannot be equal or unequal, being of different kinds. */
export function equal(a: Value, b: Value): boolean | null {
  if (typeof a === 'number' && typeof b === 'number') return a === b
  if (typeof a === 'string' && typeof b === 'string') return a === b
  if (a === null || b === null) return a === b
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0
  if (isList(a) && isList(b)) return equalLists(a, b)
  if (a instanceof Range && b instanceof Range) return equalRanges(a, b)
  if (a instanceof FunctionValue && b instanceof FunctionValue) return a === b
  if (a instanceof YearsDuration && b instanceof YearsDuration) return a.months === b.months
  if (a instanceof DaysDuration && b instanceof DaysDuration) return a.nanos === b.nanos
  if (a instanceof CalendarDate && b instanceof CalendarDate) return compare(a, b) === 0
  if (a instanceof Time && b instanceof Time)
    return sameMoment(a, b) && millis(a.universalNanos) === millis(b.universalNanos)
  if (a instanceof DateTime && b instanceof DateTime)
    return sameMoment(a.time, b.time) && millis(a.instant) === millis(b.instant)
  if (isContext(a) && isContext(b)) return equalContexts(a, b)
  return null
}

/** Moments are equal by the millisecond (TCK 0068), told apart by the nanosecond with `is` and `<`. */
const millis = (nanos: bigint) => nanos / 1_000_000n

/** A local time and one with an offset are never the same. */
const sameMoment = (a: Time, b: Time) => (a.offset === undefined) === (b.offset === undefined)

function equalLists(a: readonly Value[], b: readonly Value[]): boolean | null {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    const same = equal(a[i] ?? null, b[i] ?? null)
    if (same !== true) return same
  }
  return true
}

function equalContexts(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
): boolean | null {
  const names = Object.keys(a)
  if (names.length !== Object.keys(b).length) return false
  for (const name of names) {
    if (!(name in b)) return false
    const same = equal(a[name] ?? null, b[name] ?? null)
    if (same !== true) return same
  }
  return true
}

const equalRanges = (a: Range, b: Range): boolean | null =>
  a.operator === b.operator &&
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded &&
  equal(a.start, b.start) === true &&
  equal(a.end, b.end) === true

/** `<` and its kin: null for values without an order between them. */
export function compare(a: Value, b: Value): Order | null {
  if (typeof a === 'number' && typeof b === 'number') return order(a, b)
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (a instanceof CalendarDate && b instanceof CalendarDate)
    return order(a.year * 512 + a.month * 32 + a.day, b.year * 512 + b.month * 32 + b.day)
  if (a instanceof Time && b instanceof Time)
    return sameMoment(a, b) ? order(a.universalNanos, b.universalNanos) : null
  if (a instanceof DateTime && b instanceof DateTime)
    return sameMoment(a.time, b.time) ? order(a.instant, b.instant) : null
  if (a instanceof DaysDuration && b instanceof DaysDuration) return order(a.nanos, b.nanos)
  if (a instanceof YearsDuration && b instanceof YearsDuration) return order(a.months, b.months)
  return null
}

/** By code points, not by the halves of which JavaScript makes some of them. */
function compareText(a: string, b: string): Order {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue
    return order(a.codePointAt(i) ?? 0, b.codePointAt(i) ?? 0)
  }
  return order(a.length, b.length)
}

/** Whether a point lies in a range; null where an end or the point has no order with the other. */
export function inRange(point: Value, range: Range): boolean | null {
  const { start, end, startIncluded, endIncluded, operator } = range
  if (operator === '=' || operator === '!=') {
    const same = equal(point, start)
    return same === null ? null : same === (operator === '=')
  }
  let inside: boolean | null = true
  if (operator !== '<' && operator !== '<=') {
    const above = compare(point, start)
    if (above === null) inside = null
    else if (startIncluded ? above < 0 : above <= 0) return false
  }
  if (operator !== '>' && operator !== '>=') {
    const below = compare(point, end)
    if (below === null) return null
    if (endIncluded ? below > 0 : below >= 0) return false
  }
  return inside
}
