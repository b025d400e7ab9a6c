import { civil, dayNumber, daysIn, MOST_YEARS } from './calendar.ts'
import { offsetAtInstant, offsetAtLocal } from './zone.ts'

/** Seconds east of UTC, or a zone by its IANA name; undefined for a local time. */
export type Offset = number | string | undefined

const SECOND = 1_000_000_000n
export const DAY_NANOS = 86_400n * SECOND

export class CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }

  /** @returns null where there is no such day */
  static of(year: number, month: number, day: number): CalendarDate | null {
    const whole = [year, month, day].every(Number.isInteger)
    return whole &&
      Math.abs(year) <= MOST_YEARS &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysIn(year, month)
      ? new CalendarDate(year, month, day)
      : null
  }

  static ofDayNumber(number: number): CalendarDate | null {
    const { year, month, day } = civil(number)
    return CalendarDate.of(year, month, day)
  }

  get dayNumber(): number {
    return dayNumber(this.year, this.month, this.day)
  }

  /** The last day of the month where the day is not there. */
  plusMonths(months: number): CalendarDate | null {
    const total = this.year * 12 + (this.month - 1) + months
    const year = Math.floor(total / 12)
    const month = total - year * 12 + 1
    return CalendarDate.of(year, month, Math.min(this.day, daysIn(year, month)))
  }
}

export class Time {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nano: number
  readonly offset: Offset
  constructor(hour: number, minute: number, second: number, nano = 0, offset?: Offset) {
    this.hour = hour
    this.minute = minute
    this.second = second
    this.nano = nano
    this.offset = offset
  }

  static of(hour: number, minute: number, second: number, nano = 0, offset?: Offset): Time | null {
    const whole = [hour, minute, second, nano].every(Number.isInteger)
    const within = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59
    const shifted = typeof offset !== 'number' || Math.abs(offset) <= 18 * 3600
    return whole && within && shifted ? new Time(hour, minute, second, nano, offset) : null
  }

  /** @param nanos since midnight, any number of days away */
  static ofNanos(nanos: bigint, offset: Offset): Time {
    const inDay = ((nanos % DAY_NANOS) + DAY_NANOS) % DAY_NANOS
    const seconds = Number(inDay / SECOND)
    return new Time(
      Math.floor(seconds / 3600),
      Math.floor(seconds / 60) % 60,
      seconds % 60,
      Number(inDay % SECOND),
      offset,
    )
  }

  get secondOfDay(): number {
    return this.hour * 3600 + this.minute * 60 + this.second
  }

  /** Since midnight where the clock stands. */
  get nanos(): bigint {
    return BigInt(this.secondOfDay) * SECOND + BigInt(this.nano)
  }

  /** Offset in seconds, that of a zone taken on the first day of 1970 for want of a date; undefined when local. */
  get offsetSeconds(): number | undefined {
    return typeof this.offset === 'string' ? offsetAtLocal(this.offset, this.secondOfDay) : this.offset
  }

  /** On one line with all other times: UTC where an offset is known. */
  get universalNanos(): bigint {
    return this.nanos - BigInt(this.offsetSeconds ?? 0) * SECOND
  }
}

/** A date counts as this beside a date and time. */
export const UTC_MIDNIGHT = new Time(0, 0, 0, 0, 0)

export class DateTime {
  readonly date: CalendarDate
  readonly time: Time
  constructor(date: CalendarDate, time: Time) {
    this.date = date
    this.time = time
  }

  /** Nanoseconds since 1970 where the clock stands. */
  get localNanos(): bigint {
    return BigInt(this.date.dayNumber) * DAY_NANOS + this.time.nanos
  }

  get offsetSeconds(): number | undefined {
    const { offset } = this.time
    return typeof offset === 'string' ? offsetAtLocal(offset, Number(this.localNanos / SECOND)) : offset
  }

  /** Nanoseconds since 1970 UTC; a local time is taken as UTC. */
  get instant(): bigint {
    return this.localNanos - BigInt(this.offsetSeconds ?? 0) * SECOND
  }

  /** As the clocks with an offset show an instant. */
  static ofInstant(instant: bigint, offset: Offset): DateTime | null {
    const seconds =
      typeof offset === 'string' ? offsetAtInstant(offset, Number(instant / SECOND)) : (offset ?? 0)
    const local = instant + BigInt(seconds) * SECOND
    const nanos = ((local % DAY_NANOS) + DAY_NANOS) % DAY_NANOS
    const date = CalendarDate.ofDayNumber(Number((local - nanos) / DAY_NANOS))
    return date && new DateTime(date, Time.ofNanos(nanos, offset))
  }
}

/** days and time duration */
export class DaysDuration {
  readonly nanos: bigint
  constructor(nanos: bigint) {
    this.nanos = nanos
  }

  static ofSeconds(seconds: number): DaysDuration {
    return new DaysDuration(BigInt(seconds) * SECOND)
  }

  /** Days, hours, minutes, seconds and nanoseconds, all with the sign of the whole. */
  get parts(): { days: number; hours: number; minutes: number; seconds: number; nanos: number } {
    const { nanos } = this
    return {
      days: Number(nanos / DAY_NANOS),
      hours: Number((nanos / (3600n * SECOND)) % 24n),
      minutes: Number((nanos / (60n * SECOND)) % 60n),
      seconds: Number((nanos / SECOND) % 60n),
      nanos: Number(nanos % SECOND),
    }
  }
}

/** years and months duration */
export class YearsDuration {
  readonly months: number
  constructor(months: number) {
    this.months = months === 0 ? 0 : months
  }
}
