import { numberOf } from './text.ts'

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const DAY = 86_400

/** Days since 1970 of a date such as 7/28/2016, 07-28-2016 or JUL-28-2016; undefined where it is none. */
export function dayOf(text: string): number | undefined {
  const parts = text.split(text.includes('/') ? '/' : '-')
  if (parts.length !== 3) return undefined
  const named = MONTHS.indexOf((parts[0] as string).slice(0, 3).toUpperCase())
  const month = named >= 0 ? named + 1 : whole(parts[0] as string)
  const day = whole(parts[1] as string)
  const year = whole(parts[2] as string)
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? ms / (DAY * 1000) : undefined
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
