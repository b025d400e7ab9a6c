import {
  addNumbers,
  canonical,
  Decimal,
  divideNumbers,
  type FeelNumber,
  isInteger,
  isNumber,
  multiplyNumbers,
  negateNumber,
  powerNumbers,
  subtractNumbers,
  toDecimal,
} from './number.ts'
import { CalendarDate, DateTime, DaysDuration, Time, UTC_MIDNIGHT, YearsDuration } from './temporal.ts'
import type { Value } from './types.ts'

/** The operators (§10.3.2.11, tables 54 to 58); null for operands that they do not know. */

const MOST_NANOS = 1n << 110n
const days = (nanos: bigint): DaysDuration | null =>
  nanos > MOST_NANOS || nanos < -MOST_NANOS ? null : new DaysDuration(nanos)
const years = (months: number): YearsDuration | null =>
  Number.isSafeInteger(months) ? new YearsDuration(months) : null

export function add(a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return addNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (isDuration(a) && !isDuration(b)) return shift(b, a, 1)
  return isDuration(b) ? (isDuration(a) ? addDurations(a, b, 1) : shift(a, b, 1)) : null
}

export function subtract(a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return subtractNumbers(a, b)
  if (isDuration(b)) return isDuration(a) ? addDurations(a, b, -1) : shift(a, b, -1)
  if (a instanceof Time && b instanceof Time)
    return (a.offset === undefined) === (b.offset === undefined)
      ? days(a.universalNanos - b.universalNanos)
      : null
  if (a instanceof CalendarDate && b instanceof CalendarDate)
    return DaysDuration.ofSeconds((a.dayNumber - b.dayNumber) * 86_400)
  const [from, to] = [momentOf(a), momentOf(b)]
  if (!from || !to || (from.time.offset === undefined) !== (to.time.offset === undefined)) return null
  return days(from.instant - to.instant)
}

export function multiply(a: Value, b: Value): Value {
  if (isNumber(a)) return isNumber(b) ? multiplyNumbers(a, b) : isDuration(b) ? scale(b, a) : null
  return isDuration(a) && isNumber(b) ? scale(a, b) : null
}

export function divide(a: Value, b: Value): Value {
  if (isNumber(a)) return isNumber(b) ? divideNumbers(a, b) : null
  if (!isDuration(a)) return null
  if (isNumber(b)) {
    if (toDecimal(b).isZero()) return null
    const size = toDecimal(sizeOf(a)).div(b)
    return ofSize(a, size)
  }
  if (a instanceof DaysDuration ? b instanceof DaysDuration : b instanceof YearsDuration)
    return divideNumbers(sizeOf(a), sizeOf(b as Duration))
  return null
}

export const power = (a: Value, b: Value): Value => (isNumber(a) && isNumber(b) ? powerNumbers(a, b) : null)

export function negate(a: Value): Value {
  if (isNumber(a)) return negateNumber(a)
  if (a instanceof DaysDuration) return new DaysDuration(-a.nanos)
  return a instanceof YearsDuration ? new YearsDuration(-a.months) : null
}

type Duration = DaysDuration | YearsDuration
const isDuration = (value: Value): value is Duration =>
  value instanceof DaysDuration || value instanceof YearsDuration

const sizeOf = (duration: Duration): FeelNumber =>
  duration instanceof YearsDuration ? duration.months : (canonical(new Decimal(String(duration.nanos))) ?? 0)

/** Whole months, whole nanoseconds: what is beyond is cut off. */
const ofSize = (like: Duration, size: Decimal): Value => {
  if (!size.isFinite()) return null
  const whole = size.trunc()
  return like instanceof YearsDuration ? years(whole.toNumber()) : days(BigInt(whole.toFixed()))
}

const scale = (duration: Duration, by: FeelNumber): Value =>
  duration instanceof YearsDuration && isInteger(by)
    ? years(duration.months * toDecimal(by).toNumber())
    : ofSize(duration, toDecimal(sizeOf(duration)).mul(by))

function addDurations(a: Duration, b: Duration, sign: 1 | -1): Value {
  if (a instanceof DaysDuration && b instanceof DaysDuration) return days(a.nanos + BigInt(sign) * b.nanos)
  if (a instanceof YearsDuration && b instanceof YearsDuration) return years(a.months + sign * b.months)
  return null
}

function shift(at: Value, by: Duration, sign: 1 | -1): Value {
  if (by instanceof YearsDuration) {
    if (at instanceof CalendarDate) return at.plusMonths(sign * by.months)
    if (!(at instanceof DateTime)) return null
    const date = at.date.plusMonths(sign * by.months)
    return date && new DateTime(date, at.time)
  }
  const nanos = BigInt(sign) * by.nanos
  if (at instanceof Time) return Time.ofNanos(at.nanos + nanos, at.offset)
  if (at instanceof CalendarDate)
    return DateTime.ofInstant(new DateTime(at, UTC_MIDNIGHT).instant + nanos, 0)?.date ?? null
  if (!(at instanceof DateTime)) return null
  const { offset } = at.time
  return DateTime.ofInstant((offset === undefined ? at.localNanos : at.instant) + nanos, offset)
}

const momentOf = (value: Value): DateTime | null =>
  value instanceof DateTime ? value : value instanceof CalendarDate ? new DateTime(value, UTC_MIDNIGHT) : null
