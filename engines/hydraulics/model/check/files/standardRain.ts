import { dayIn } from '../../dates.ts'
import type { Words } from '../../types.ts'

/** A row of rain in SWMM's own form. */
export interface StandardRow {
  readonly station: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** Of the day; undefined where the engine takes them for none. */
  readonly seconds: number | undefined
  /** Date and time as they stand there. */
  readonly says: string
}

export const STANDARD: Words = {
  zh: '站号 年 月 日 时 分 雨量，以空格分开',
  en: 'station year month day hour minute rain, with blanks between',
}

const WHOLE = '\\s*([+-]?\\d+)(?!\\d)'
const ROW = new RegExp(`^\\s*(\\S+)\\s${WHOLE.repeat(5)}\\s*[+-]?(?:\\.?\\d|nan|inf)`, 'i')

/** As `sscanf` reads it: whole numbers end where they do, what stands behind the rain is not read. */
export function standardRow(text: string): StandardRow | undefined {
  const found = ROW.exec(text)
  if (!found) return undefined
  const [, station = '', ...numbers] = found
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = numbers.map(Number)
  const seconds = hour < 0 || minute < 0 ? undefined : hour * 3600 + minute * 60
  return { station, year, month, day, seconds, says: numbers.join(' ') }
}

/** Days since 1970, undefined where there is no such day. */
export const dayOfRow = ({ year, month, day }: StandardRow): number | undefined => dayIn(year, month, day)
