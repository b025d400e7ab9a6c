import { takenDay } from '../../dates.ts'
import type { Problem } from '../../problems.ts'
import { rowsOf } from '../../read.ts'
import type { Model, Words } from '../../types.ts'
import { startOf } from '../order.ts'
import { type FileLine, type Files, linesOf, toldOf } from './lines.ts'

interface Month {
  readonly year: number
  readonly month: number
}

/** Which month a row is of; undefined where the engine cannot read it, null where it takes it for one without a date. */
type Dated = (line: FileLine) => Month | undefined | null

/** The climate file: temperatures, evaporation and wind, from the month on in which the run begins. */
export function checkClimateFile(model: Model, files: Files): readonly Problem[] {
  const row = [...rowsOf(model, 'TEMPERATURE')].findLast(({ cells }) => cells[0]?.toUpperCase() === 'FILE')
  const [, file = '', from = '*'] = row?.cells ?? []
  const bytes = files[file]
  if (!bytes) return []
  const { problems, tell } = toldOf(file, 'TEMPERATURE')
  const lines = [...linesOf(bytes)]
  const first = lines[0]
  const form = first && formOf(first)
  if (!form) {
    tell('HYDRAULICS_FORMAT', 1, undefined, FORMS)
    return problems
  }
  const day = from.startsWith('*') ? Math.floor(startOf(model) / 86_400) : (takenDay(from) ?? 0)
  const date = new Date(day * 86_400_000)
  const wanted = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
  let found = false
  for (const line of lines) {
    if (line.text === '' && line.length === 1) continue
    const of = form.dated(line)
    if (of === undefined) tell('HYDRAULICS_ITEMS', line.line, line.cells[0], form.says)
    if (!of) continue
    if (found && (of.year > wanted.year || of.month > wanted.month)) break
    // the engine takes a last line without a break for the end of the file
    found ||= of.year === wanted.year && of.month === wanted.month && line.ended
  }
  if (!found) {
    const month = `${wanted.year}-${String(wanted.month).padStart(2, '0')}`
    tell('HYDRAULICS_NO_DATA', 0, undefined, {
      zh: `有 ${month} 这个月的一行，以换行结束`,
      en: `a row of ${month} that ends with a line break`,
    })
  }
  return problems
}

/** The form of the first line, in the order in which the engine tries them. */
function formOf(line: FileLine): { readonly says: Words; readonly dated: Dated } | undefined {
  const { text, length } = line
  if (text.startsWith('DLY') && text.slice(23, 27) === '9999')
    return {
      says: { zh: 'NCDC TD 3200 格式的一行', en: 'a row of NCDC TD 3200 form' },
      dated: ({ text: row, length: long }) =>
        long >= 30 && row.startsWith('DLY') ? monthAt(row, 17) : undefined,
    }
  if (length >= 233 && [1, 2, 151].includes(Number.parseInt(text.slice(13, 16), 10)))
    return {
      says: { zh: '加拿大 DLY02、DLY04 格式的一行', en: 'a row of Canadian DLY02 or DLY04 form' },
      dated: ({ text: row, length: long }) => (long >= 16 ? monthAt(row, 7) : undefined),
    }
  if (new RegExp(`^\\s*\\S+\\s${WHOLE.repeat(3)}\\s*\\S`).test(text))
    return {
      says: USER,
      dated: ({ text: row }) => {
        const read = new RegExp(`^\\s*\\S+\\s${WHOLE.repeat(2)}`).exec(row)
        return read ? { year: Number(read[1]), month: Number(read[2]) } : undefined
      },
    }
  const at = text.indexOf('DATE')
  if (at >= 0 && ['TMIN', 'TMAX', 'EVAP', 'WDMV', 'AWND'].some((name) => text.includes(name)))
    return {
      says: { zh: 'GHCN 日值格式的一行', en: 'a row of GHCN daily form' },
      dated: ({ text: row }) => monthAt(row, at) ?? null,
    }
  return undefined
}

const WHOLE = '\\s*([+-]?\\d+)(?!\\d)'

function monthAt(row: string, at: number): Month | undefined {
  const read = /^\s*(\d{1,4})\s*(\d{1,2})/.exec(row.slice(at))
  return read ? { year: Number(read[1]), month: Number(read[2]) } : undefined
}

const USER: Words = {
  zh: '站号 年 月 日 最高温 最低温 蒸发 风速（没有的写 *）',
  en: 'station year month day, highest and lowest temperature, evaporation, wind (* where there is none)',
}
const FORMS: Words = {
  zh: `首行是 ${USER.zh}，或 NCDC（GHCN、TD 3200）、加拿大 DLY 格式`,
  en: `the first line to be ${USER.en}, or of NCDC (GHCN, TD 3200) or Canadian DLY form`,
}
