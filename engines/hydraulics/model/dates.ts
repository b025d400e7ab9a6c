import { numberOf } from './text.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAY = 86_400

/**
 * Days since 1970 of a date such as 7/28/2016, 07-28-2016 or JUL-28-2016; undefined where it is none. A year of two digits
 * is none either: the engine takes it for one of the first century.
 */
export function dayOf(text: string): number | undefined {
  const parts = text.split(text.includes('/') ? '/' : '-')
  if (parts.length !== 3) return undefined
  const [month = '', day = '', year = ''] = parts
  return whole(year) < 100 ? undefined : dayIn(whole(year), monthOf(month), whole(day))
}

const monthOf = (text: string): number =>
  text.length === 3 && MONTHS.includes(text.toUpperCase())
    ? MONTHS.indexOf(text.toUpperCase()) + 1
    : whole(text)

/** Days since 1970 of a day of the calendar; undefined where there is none. */
export function dayIn(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1 && year <= 9999 ? date.getTime() / (DAY * 1000) : undefined
}

const DATE = /^\s*([+-]?\d+|[a-z]{3}).([+-]?\d+).\s*([+-]?\d+)/i

/** As `dayOf`, but whatever the engine takes for a date: any strokes, any year, and more after it. */
export function takenDay(text: string): number | undefined {
  if (!text.includes('/') && !text.includes('-')) return undefined
  const [, month = '', day = '', year = ''] = DATE.exec(text) ?? []
  const named = MONTHS.indexOf(month.toUpperCase())
  return dayIn(Number(year), named >= 0 ? named + 1 : Number(month), Number(day))
}

const TIME = /^\s*([+-]?\d+)(?::\s*([+-]?\d+)(?::\s*([+-]?\d+))?)?/

/** As `secondsOf`, but whatever the engine takes for a time: it stops reading where the time ends. */
export function takenSeconds(text: string): number | undefined {
  const hours = text === '' ? 0 : numberOf(text)
  if (!Number.isNaN(hours)) return hours * 3600
  const [matched, h = 0, m = 0, s = 0] = TIME.exec(text) ?? []
  const parts = [h, m, s].map(Number)
  if (matched === undefined || parts.some((part) => part < 0)) return undefined
  return (parts[0] as number) * 3600 + (parts[1] as number) * 60 + (parts[2] as number)
}

/** Seconds of a time such as 1:30, 0:00:15 or, in decimal hours, 1.5; undefined where it is none. */
export function secondsOf(text: string): number | undefined {
  const hours = numberOf(text)
  if (!Number.isNaN(hours)) return text === '' ? undefined : hours * 3600
  const parts = text.split(':')
  if (parts.length > 3) return undefined
  const [h = 0, m = 0, s = 0] = parts.map(whole)
  const seconds = h * 3600 + m * 60 + s
  return Number.isNaN(seconds) ? undefined : seconds
}

/** NaN where the text is anything but digits. */
function whole(text: string): number {
  if (text.length === 0 || text.length > 6) return Number.NaN
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return Number.NaN
  }
  return Number(text)
}
