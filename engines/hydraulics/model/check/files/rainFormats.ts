import { dayIn } from '../../dates.ts'
import type { Words } from '../../types.ts'
import type { FileLine } from './lines.ts'
import { STANDARD, standardRow } from './standardRain.ts'

/** How a rain file is written. */
export interface RainFormat {
  readonly says: Words
  /** Lines before the first that can be read. */
  readonly headers: number
  /** Whether a line can be read, and whether it brings rain; undefined for SWMM's own form. */
  readonly reads?: (line: FileLine, from: number | undefined) => Read
}
interface Read {
  readonly known: boolean
  readonly rains: boolean
}

const ELEMENT = '(HPCP|QPCP|QGAG)'
/** Among how many lines the engine looks for one that it knows. */
const LOOKED_AT = 5
/** Where the name of a station ends, in files that have it. */
const NAMED = 37
/** How much further all stands then. */
const NAME = 31

/** Whole numbers of so many digits at most, blanks before each, as `sscanf` reads them. */
const digits = (...widths: readonly number[]) => widths.map((width) => `\\s*([+-]?\\d{1,${width}})`).join('')

/** The form of the first line that the engine knows; it tries them in this order. */
export function rainFormatOf(lines: Iterable<FileLine>): RainFormat | undefined {
  const first: FileLine[] = []
  for (const each of lines) {
    if (first.push(each) > LOOKED_AT) break
  }
  const heading = first[0]?.text ?? ''
  for (const [headers, { text, length }] of first.slice(0, LOOKED_AT).entries()) {
    const after = text.slice(NAMED)
    if (new RegExp(`^${digits(6, 2)}\\s*${ELEMENT}`).test(text)) return spaced(headers, 0)
    if (new RegExp(`^${digits(2)}\\s*${ELEMENT}\\s*\\S{1,2}${digits(4)}`).test(after))
      return spaced(headers, NAME)
    if (new RegExp(`^${digits(6)},${digits(2)},\\s*${ELEMENT}`).test(text)) return commas(headers)
    if (new RegExp(`^${digits(2)},\\s*${ELEMENT},\\s*\\S{1,2},${digits(4)}`).test(after))
      return commas(headers)
    if (new RegExp(`^\\s*\\S{1,3}${digits(6, 2)}\\s*${ELEMENT}`).test(text)) return tape(headers)
    if (/^\s*COOP:\s*[+-]?\d/.test(text)) return online(headers, heading, first.slice(1))
    const aes = new RegExp(`^${digits(7, 3, 2, 2, 3)}`).exec(text)
    if (aes && Number(aes[5]) === 123 && length >= 185) return canadian(headers, 3, 24)
    const cmc = new RegExp(`^${digits(7, 4, 2, 2, 3)}`).exec(text)
    if (cmc && Number(cmc[5]) === 159 && length >= 691) return canadian(headers, 4, 96)
    if (cmc && Number(cmc[5]) === 123 && length >= 186) return canadian(headers, 4, 24)
    if (standardRow(text)) return { says: STANDARD, headers }
  }
  return undefined
}

const tape = (headers: number) =>
  american(headers, {
    least: 30,
    dateAt: 17,
    date: digits(4, 2, 4),
    from: 30,
    item: /^\s*(\d{1,2})\s*(\d{1,2})\s*([+-]?\d{1,6})(.?)/,
    step: 12,
  })
const spaced = (headers: number, name: number) =>
  american(headers, {
    least: 28 + name,
    dateAt: 18 + name,
    date: digits(4, 2, 2),
    from: 28 + name,
    item: /^\s*(\d{1,2})\s*(\d{1,2})\s*([+-]?\d{1,6})\s*(\S?)/,
    step: 16,
  })
const commas = (headers: number) =>
  american(headers, {
    least: 28,
    dateAt: 18,
    date: [4, 2, 2].map((width) => digits(width)).join(','),
    from: 28,
    item: /^,\s*(\d{1,2})\s*(\d{1,2}),\s*([+-]?\d{1,6})(?:,(.?))?/,
    step: 16,
  })

interface Fixed {
  /** Shorter lines say nothing. */
  readonly least: number
  readonly dateAt: number
  readonly date: string
  /** Where the first reading stands, and how far it is from one to the next. */
  readonly from: number
  readonly step: number
  /** Hour, minute, hundredths of an inch, flag. */
  readonly item: RegExp
}

function american(headers: number, { least, dateAt, date, from, step, item }: Fixed): RainFormat {
  const dated = new RegExp(`^${date}`)
  const rained = accumulating()
  return {
    says: { zh: 'NCDC 格式（DSI 3240、3260）的一行', en: 'a row of NCDC form (DSI 3240, 3260)' },
    headers,
    reads: ({ text, length }, since) => {
      const found = length - 1 > least ? dated.exec(text.slice(dateAt)) : null
      if (!found) return UNKNOWN
      if (before(found, since)) return SILENT
      let rains = false
      for (let at = from; at < length - 1; at += step) {
        const [read, hour, , value, flag = ''] = item.exec(text.slice(at)) ?? []
        if (read === undefined || Number(hour) >= 25) break
        rains = rained(Number(value), flag) || rains
      }
      return { known: true, rains }
    },
  }
}

/** Rows of the climate data online: a value under its heading. */
function online(headers: number, heading: string, rest: readonly FileLine[]): RainFormat | undefined {
  const valueAt = Math.max(heading.indexOf('HPCP'), heading.indexOf('QPCP'))
  const row = rest.find(({ text }) => text.includes('COOP:'))?.text
  const dateAt = (row?.lastIndexOf(':') ?? -1) - 11
  if (valueAt < 0 || row === undefined) return undefined
  const rained = accumulating()
  return {
    says: { zh: 'NCDC 在线格式的一行', en: 'a row of NCDC online form' },
    headers,
    reads: ({ text, length }, since) => {
      const found =
        length - 1 > dateAt + 23 ? new RegExp(`^${digits(4, 2, 2)}`).exec(text.slice(dateAt)) : null
      if (!found) return UNKNOWN
      if (before(found, since)) return SILENT
      const time = /^\s*(\d{1,2}):\s*(\d{1,2})/.exec(text.slice(dateAt + 8))
      const [, value, flag = ''] = /^\s*([+-]?[\d.]+)\s*(\S?)/.exec(text.slice(valueAt)) ?? []
      if (!time || value === undefined || Number(time[1]) >= 25) return SILENT
      const hundredths = text.slice(valueAt).includes('.')
        ? Math.floor(Number(value) * 100 + 0.5)
        : Number(value)
      return { known: true, rains: rained(hundredths, flag) }
    },
  }
}

/** Whether a reading counts: not what is missing or deleted, and of a sum over hours its end if it had a beginning. */
function accumulating() {
  let begun = false
  return (value: number, flag: string): boolean => {
    if (flag === 'a') begun = true
    else if (flag === 'A') {
      const counts = begun && value > 0 && value !== 99_999
      if (counts) begun = false
      return counts
    } else return value > 0 && value < 9999 && !/[{}[\]M]/.test(flag)
    return false
  }
}

/** @param century digits of the year @param count readings of a day */
function canadian(headers: number, century: 3 | 4, count: number): RainFormat {
  const element = count === 96 ? 159 : 123
  const dated = new RegExp(`^${digits(7, century, 2, 2, 3)}`)
  return {
    says: { zh: '加拿大 AES 或 CMC 格式的一行', en: 'a row of Canadian AES or CMC form' },
    headers,
    reads: ({ text }, since) => {
      const found = dated.exec(text)
      if (!found) return UNKNOWN
      const [, , said, month, day, of] = found
      const year = Number(said) + (century === 4 ? 0 : Number(said) < 100 ? 2000 : 1000)
      if (
        before([said as string, `${year}`, month as string, day as string], since) ||
        Number(of) !== element
      )
        return SILENT
      let rains = false
      for (let i = 0, at = 14 + century; i < count; i++, at += 7) {
        const [, value] = /^\s*([+-]?\d{1,6})/.exec(text.slice(at)) ?? []
        if (value === undefined) break
        rains ||= Number(value) > 0
      }
      return { known: true, rains }
    },
  }
}

const UNKNOWN: Read = { known: false, rains: false }
const SILENT: Read = { known: true, rains: false }

/** A day of the calendar that comes before another. */
const before = ([, year, month, day]: readonly string[], since: number | undefined): boolean =>
  since !== undefined && (dayIn(Number(year), Number(month), Number(day)) ?? Number.NEGATIVE_INFINITY) < since
