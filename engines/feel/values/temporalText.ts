import {
  CalendarDate,
  DAY_NANOS,
  DateTime,
  DaysDuration,
  type Offset,
  Time,
  YearsDuration,
} from './temporal.ts'
import { isZone } from './zone.ts'

/** Texts of XML Schema and ISO 8601, with `@zone` for IANA zones; each reader answers null for any other text. */

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d(?::\d\d)?|@.+)?$/i
const DAYS = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/
const YEARS = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/

export function parseDate(text: string): CalendarDate | null {
  const match = DATE.exec(text)
  if (!match) return null
  const year = Number(`${match[1]}${match[2]}`)
  return CalendarDate.of(year, Number(match[3]), Number(match[4]))
}

export function parseTime(text: string): Time | null {
  const match = TIME.exec(text)
  if (!match) return null
  const offset = parseOffset(match[5])
  if (offset === null) return null
  const nano = Number((match[4] ?? '').padEnd(9, '0').slice(0, 9))
  return Time.of(Number(match[1]), Number(match[2]), Number(match[3]), nano, offset)
}

function parseOffset(text: string | undefined): Offset | null {
  if (!text) return undefined
  if (text === 'Z' || text === 'z') return 0
  if (text.startsWith('@')) return isZone(text.slice(1)) ? text.slice(1) : null
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number)
  if (hours > 18 || minutes > 59 || seconds > 59) return null
  const size = hours * 3600 + minutes * 60 + seconds
  if (size > 18 * 3600) return null
  return text.startsWith('-') ? -size : size
}

/** A text without a time is midnight. */
export function parseDateTime(text: string): DateTime | null {
  const at = text.indexOf('T')
  const date = parseDate(at < 0 ? text : text.slice(0, at))
  if (at < 0) return date && new DateTime(date, new Time(0, 0, 0))
  // The end of a day is the beginning of the next.
  const spelled = text.slice(at + 1)
  const ends = /^24:00:00(?:\.0+)?/.test(spelled)
  const time = parseTime(ends ? `00${spelled.slice(2)}` : spelled)
  const day = date && ends ? CalendarDate.ofDayNumber(date.dayNumber + 1) : date
  return day && time && new DateTime(day, time)
}

export function parseDuration(text: string): DaysDuration | YearsDuration | null {
  // `P`, `PT` and a bare `T` count nothing.
  if (/[PT]$/.test(text)) return null
  const years = YEARS.exec(text)
  if (years) {
    const months = Number(years[2] ?? 0) * 12 + Number(years[3] ?? 0)
    return Number.isSafeInteger(months) ? new YearsDuration(years[1] ? -months : months) : null
  }
  const days = DAYS.exec(text)
  if (!days) return null
  const [d, h, m, s] = [days[2], days[3], days[4], days[5]].map((part) => BigInt(part ?? 0)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ]
  const fraction = BigInt((days[6] ?? '').padEnd(9, '0').slice(0, 9))
  const nanos = d * DAY_NANOS + (h * 3600n + m * 60n + s) * 1_000_000_000n + fraction
  return new DaysDuration(days[1] ? -nanos : nanos)
}

/** `@"…"`: whichever of the temporal values the text spells. */
export const parseTemporal = (
  text: string,
): CalendarDate | Time | DateTime | DaysDuration | YearsDuration | null =>
  parseDate(text) ??
  (/^-?\d+-\d\d-\d\dT/.test(text) ? parseDateTime(text) : parseTime(text)) ??
  parseDuration(text)

const two = (n: number) => String(n).padStart(2, '0')

export const dateText = ({ year, month, day }: CalendarDate): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`

export function timeText({ hour, minute, second, nano, offset }: Time): string {
  const fraction = nano === 0 ? '' : `.${String(nano).padStart(9, '0').replace(/0+$/, '')}`
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction}${offsetText(offset)}`
}

function offsetText(offset: Offset): string {
  if (offset === undefined) return ''
  if (typeof offset === 'string') return `@${offset}`
  if (offset === 0) return 'Z'
  const size = Math.abs(offset)
  const seconds = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`
}

export const dateTimeText = ({ date, time }: DateTime): string => `${dateText(date)}T${timeText(time)}`

export function daysDurationText(duration: DaysDuration): string {
  if (duration.nanos === 0n) return 'PT0S'
  const { days, hours, minutes, seconds, nanos } = new DaysDuration(
    duration.nanos < 0n ? -duration.nanos : duration.nanos,
  ).parts
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds || nanos ? `${seconds}${fraction}S` : ''}`
  return `${duration.nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`
}

export function yearsDurationText({ months }: YearsDuration): string {
  if (months === 0) return 'P0M'
  const size = Math.abs(months)
  const [years, rest] = [Math.floor(size / 12), size % 12]
  return `${months < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest ? `${rest}M` : ''}`
}
