import { text } from '../../text.ts'
import { type Answer, bad, good } from './answer.ts'
import { words } from './columns.ts'
import type { Cell } from './read.ts'
import { fromSerial } from './xlsx.ts'

const written = (cell: Cell): string => words(cell).normalize('NFKC').replace(/\s+/g, ' ')
const two = (digits: string): string => digits.padStart(2, '0')

/** A number in a column of dates: Excel's count of days in a cell that is not formatted as a date. */
function serial(cell: Cell): string | undefined {
  if (typeof cell !== 'object' || cell === null || !('number' in cell)) return undefined
  const days = Number(cell.number)
  // 1927 to 2119; 20241115 and 202411 are not in it.
  return days >= 10_000 && days <= 80_000 ? fromSerial(days) : undefined
}

const ofCell = (cell: Cell): string | undefined =>
  typeof cell === 'object' && cell !== null && 'date' in cell ? cell.date : serial(cell)

const isDay = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`)
  return day >= '0001' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** A written day: 2024-11-15, 2024/11/15, 2024.11.15, 2024年11月15日, 20241115; a time of midnight after it is nothing. */
function day(words: string): string | undefined {
  const bare = words.replace(/[ T]0{1,2}:00(:00(\.0+)?)?$/, '').replaceAll(' ', '')
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(bare) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})日?$/.exec(bare) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(bare)
  return parts ? `${parts[1]}-${two(parts[3]!)}-${two(parts[4]!)}` : undefined
}

export function toDate(cell: Cell): Answer {
  const found = ofCell(cell)?.slice(0, 10) ?? day(written(cell))
  if (found === undefined) return bad(text('应填日期，如 2024-11-15', 'Expected a date such as 2024-11-15'))
  return isDay(found) ? good(found) : bad(text('没有这一天', 'There is no such day'))
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

export function toMonth(cell: Cell): Answer {
  const of = ofCell(cell)?.slice(0, 7)
  if (of) return good(of)
  const bare = written(cell).replaceAll(' ', '')
  const parts =
    /^(\d{4})[-/.](\d{1,2})$/.exec(bare) ??
    /^(\d{4})年(\d{1,2})月份?$/.exec(bare) ??
    /^(\d{4})(\d{2})$/.exec(bare)
  // Excel turns 2024-11 in a text file into Nov-24.
  const short = /^([a-z]{3})-(\d{2})$/i.exec(bare)
  const full = day(written(cell))
  const month = parts
    ? `${parts[1]}-${two(parts[2]!)}`
    : short
      ? `20${short[2]}-${two(String(MONTHS.indexOf(short[1]!.toLowerCase()) + 1))}`
      : full?.endsWith('-01')
        ? full.slice(0, 7)
        : undefined
  if (month === undefined) return bad(text('应填月份，如 2024-11', 'Expected a month such as 2024-11'))
  return /-(0[1-9]|1[0-2])$/.test(month) ? good(month) : bad(text('没有这个月份', 'There is no such month'))
}

export function toYear(cell: Cell): Answer {
  if (typeof cell === 'object' && cell !== null && 'date' in cell) return good(cell.date.slice(0, 4))
  const parts = /^(\d{4})(年度?)?$/.exec(written(cell).replaceAll(' ', ''))
  return parts ? good(parts[1]) : bad(text('应填年份，如 2024', 'Expected a year such as 2024'))
}

/** A moment; one without an offset is read as the zone's own time, UTC+8. */
export function toInstant(cell: Cell): Answer {
  const refused = bad(text('应填时间，如 2024-11-15 09:00', 'Expected a time such as 2024-11-15 09:00'))
  const shown = ofCell(cell) ?? written(cell)
  const offset = /(Z|[+-]\d{2}:?\d{2})$/i.exec(shown)?.[0] ?? ''
  const local = shown.slice(0, shown.length - offset.length)
  const [date = '', time = '00:00'] = /^(.*\d日?)[ T](\d{1,2}:.*)$/.exec(local)?.slice(1) ?? [local]
  const on = day(date)
  if (!on || !isDay(on) || !/^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(time)) {
    return refused
  }
  const moment = Date.parse(
    `${on}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset || '+08:00'}`,
  )
  return Number.isNaN(moment) ? refused : good(new Date(moment).toISOString())
}
