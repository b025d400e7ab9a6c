import { takenDay } from '../../dates.ts'
import { type Problem, problemAt } from '../../problems.ts'
import { optionOf, rowsOf } from '../../read.ts'
import { idOf } from '../../text.ts'
import type { Model, Words } from '../../types.ts'
import { type Files, linesOf, MOST_TOLD, toldOf } from './lines.ts'
import { rainFormatOf } from './rainFormats.ts'
import { dayOfRow, STANDARD, standardRow } from './standardRain.ts'

/** A gage that reads a file. */
interface Gage {
  readonly line: number
  readonly id: string
  readonly file: string
  readonly station: string
  /** The first day that counts, days since 1970; undefined where all do. */
  readonly from: number | undefined
}

/** Rain in files: in the engine's own form or one of the weather services of the United States and Canada. */
export function checkRainFiles(model: Model, files: Files): readonly Problem[] {
  const [ready] = [...rowsOf(model, 'FILES')].filter(
    ({ cells }) => idOf(cells[0] as string) === 'USE' && idOf(cells[1] ?? '').startsWith('RAIN'),
  )
  if (optionOf(model, 'IGNORE_RAINFALL')?.toUpperCase().startsWith('YES') || ready) return []
  const gages = gagesOf(model)
  const told = new Set<string>()
  return gages.flatMap((gage, i) => {
    const other = gages.slice(0, i).find(({ station }) => idOf(station) === idOf(gage.station))
    const bytes = files[gage.file]
    return [
      ...(other && idOf(other.file) !== idOf(gage.file) ? [ambiguous(gage, other)] : []),
      ...(bytes ? readRain(gage, bytes) : []),
      // what is wrong with a file is told once, however many gages read it
    ].filter(({ code, file, line }) => {
      const key = `${file} ${line} ${code}`
      const first = file === undefined || !told.has(key)
      told.add(key)
      return first
    })
  })
}

const gagesOf = (model: Model): readonly Gage[] =>
  [...rowsOf(model, 'RAINGAGES')].flatMap(({ line, cells }) => {
    const [id = '', , , , source = '', file = '', station = '', , from = '*'] = cells
    return source.toUpperCase().startsWith('FILE') && cells.length >= 8
      ? [{ line, id, file, station, from: from.startsWith('*') ? undefined : takenDay(from) }]
      : []
  })

const ambiguous = ({ line, station }: Gage, other: Gage): Problem =>
  problemAt('HYDRAULICS_DOUBLE', 'RAINGAGES', line, station, {
    zh: `一个站号只在一个文件里（第${other.line}行读“${other.file}”）`,
    en: `a station in one file only (line ${other.line} reads "${other.file}")`,
  })

function readRain(gage: Gage, bytes: Uint8Array): readonly Problem[] {
  const { problems, tell } = toldOf(gage.file, 'RAINGAGES')
  const format = rainFormatOf(linesOf(bytes))
  if (!format) {
    tell('HYDRAULICS_FORMAT', 1, undefined, FORMATS)
    return problems
  }
  const stations = new Set<string>()
  let rains = false
  let last = START_OF_TIME * 86_400
  for (const each of linesOf(bytes)) {
    const { line, text, cells } = each
    if (line <= format.headers || cells.length === 0 || cells[0]?.startsWith(';')) continue
    if (format.reads) {
      const read = format.reads(each, gage.from)
      rains ||= read.rains
      if (!read.known) tell('HYDRAULICS_ITEMS', line, cells[0], format.says, 'warning')
      continue
    }
    const row = standardRow(text)
    if (!row) {
      const { code, value } = wrongOf(cells)
      tell(code, line, value, STANDARD, 'warning')
      continue
    }
    if (idOf(row.station) !== idOf(gage.station)) {
      if (stations.size < MOST_TOLD) stations.add(row.station)
      continue
    }
    const day = dayOfRow(row)
    if (gage.from !== undefined && (day ?? START_OF_TIME) < gage.from) continue
    const moment = (day ?? START_OF_TIME) * 86_400 + (row.seconds ?? 0)
    const back = moment <= last
    if (day === undefined || row.seconds === undefined)
      tell('HYDRAULICS_DATE', line, row.says, REAL, back ? 'error' : 'warning')
    else if (back) tell('HYDRAULICS_ORDER', line, row.says, LATER)
    // the engine reads no further
    if (back) return problems
    last = moment
    rains = true
  }
  return rains ? problems : [...problems, without(gage, stations)]
}

/** Where the engine's days begin to count, before all others, in days since 1970. */
const START_OF_TIME = -719_163

const without = ({ line, file, station }: Gage, stations: ReadonlySet<string>): Problem =>
  problemAt('HYDRAULICS_NO_DATA', 'RAINGAGES', line, station, {
    zh: `“${file}”里有这个站的降雨${stations.size > 0 ? `（其中有：${[...stations].join('、')}）` : ''}`,
    en: `rain of this station in "${file}"${stations.size > 0 ? ` (it has ${[...stations].join(', ')})` : ''}`,
  })

/** What keeps a row from being read. */
const wrongOf = (cells: readonly string[]) => {
  const value = cells.slice(1, 7).find((cell, i) => !(i < 5 ? /^[+-]?\d+$/ : /^[+-]?\.?\d/).test(cell))
  return value === undefined
    ? ({ code: 'HYDRAULICS_ITEMS', value: cells[0] } as const)
    : ({ code: 'HYDRAULICS_NUMBER', value } as const)
}

const REAL: Words = { zh: '有这一天，时刻不为负', en: 'a day of the calendar, and a time of it' }
const LATER: Words = { zh: '晚于本站前一行的时间', en: "a time after this station's row before" }
const FORMATS: Words = {
  zh: `前5行内有一行是 SWMM 格式（${STANDARD.zh}）、NCDC（DSI 3240、3260）或加拿大 AES、CMC 格式`,
  en: `one of the first 5 lines to be of SWMM (${STANDARD.en}), NCDC (DSI 3240, 3260) or Canadian AES or CMC form`,
}
