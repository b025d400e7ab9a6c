import {
  CalendarDate,
  DateTime,
  type DaysDuration,
  type FeelNumber,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumber,
  parseTime,
  stringOf,
  Time,
  toDecimal,
  UTC_MIDNIGHT,
  type Value,
  YearsDuration,
} from '../values/index.ts'
import { define } from './define.ts'
import { parseRange } from './rangeText.ts'

const whole = (value: FeelNumber) => toDecimal(value).toNumber()

export const conversion = [
  define('string', 'string', 'from: any', (from: Value) => stringOf(from)),
  define(
    'number',
    'number',
    'from: string, grouping separator?: string|null, decimal separator?: string|null',
    toNumber,
  ),
  define('number', 'number', 'from: number', (from: Value) => from),
  define('boolean', 'boolean', 'from: boolean', (from: Value) => from),
  define('date', 'date', 'from: string', parseDate),
  define('date', 'date', 'from: datetime', ({ date }: DateTime) => date),
  define('date', 'date', 'from: date', (from: Value) => from),
  define(
    'date',
    'date',
    'year: number, month: number, day: number',
    (year: FeelNumber, month: FeelNumber, day: FeelNumber) =>
      CalendarDate.of(whole(year), whole(month), whole(day)),
  ),
  define('date and time', 'date and time', 'from: string', parseDateTime),
  define('date and time', 'date and time', 'from: datetime', (from: Value) => from),
  define(
    'date and time',
    'date and time',
    'from: date',
    (from: CalendarDate) => new DateTime(from, UTC_MIDNIGHT),
  ),
  define(
    'date and time',
    'date and time',
    'date: date|datetime, time: time',
    (date: CalendarDate | DateTime, time: Time) =>
      new DateTime(date instanceof DateTime ? date.date : date, time),
  ),
  define(
    'date and time',
    'date and time',
    'date: datetime, timezone: string',
    (at: DateTime, zone: string) => {
      const offset = parseTime(`00:00:00@${zone}`)?.offset
      return offset === undefined ? null : DateTime.ofInstant(at.instant, offset)
    },
  ),
  define('time', 'time', 'from: string', parseTime),
  define('time', 'time', 'from: time', (from: Value) => from),
  define('time', 'time', 'from: datetime', ({ time }: DateTime) => time),
  define('time', 'time', 'from: date', () => UTC_MIDNIGHT),
  define('time', 'time', 'hour: number, minute: number, second: number, offset?: days|null', toTime),
  define('duration', 'Any', 'from: string', parseDuration),
  define('duration', 'Any', 'from: days|years', (from: Value) => from),
  define(
    'years and months duration',
    'years and months duration',
    'from: date|datetime, to: date|datetime',
    monthsBetween,
  ),
  define('range', { kind: 'range', of: 'Any' }, 'from: string', parseRange),
]

/** Separators: `,` `.` or a space between groups, `,` or `.` before the fraction, and not both the same. */
function toNumber(from: string, group: string | null = null, point: string | null = null): Value {
  if (group !== null && ![',', '.', ' '].includes(group)) return null
  if (point !== null && ![',', '.'].includes(point)) return null
  if (group !== null && group === (point ?? '.')) return null
  let text = from
  if (group !== null) text = text.replaceAll(group, '')
  if (point === ',') {
    // A point is then neither digit nor separator.
    if (text.includes('.')) return null
    text = text.replace(',', '.')
  }
  return parseNumber(text)
}

function toTime(
  hour: FeelNumber,
  minute: FeelNumber,
  second: FeelNumber,
  offset: DaysDuration | null = null,
): Value {
  const seconds = toDecimal(second)
  const nano = seconds.minus(seconds.trunc()).mul(1e9).trunc().toNumber()
  const shift = offset === null ? undefined : Number(offset.nanos / 1_000_000_000n)
  return Time.of(whole(hour), whole(minute), seconds.trunc().toNumber(), nano, shift)
}

/** Whole months from one day to another, with the sign of the way. */
function monthsBetween(from: CalendarDate | DateTime, to: CalendarDate | DateTime): Value {
  const [a, b] = [from, to].map((each) => (each instanceof DateTime ? each.date : each)) as [
    CalendarDate,
    CalendarDate,
  ]
  let months = (b.year - a.year) * 12 + (b.month - a.month)
  // A month is whole when its day is reached again.
  if (months > 0 && b.day < a.day) months--
  if (months < 0 && b.day > a.day) months++
  return new YearsDuration(months)
}
