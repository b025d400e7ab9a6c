import { takenDay, takenSeconds } from '../../dates.ts'
import type { Problem } from '../../problems.ts'
import { rowsOf } from '../../read.ts'
import { idOf, numberOf, takenNumber } from '../../text.ts'
import type { Model, Words } from '../../types.ts'
import { slowGages, startOf } from '../order.ts'
import { type Files, linesOf, toldOf } from './lines.ts'

/** Time series in files of their own: a date may stand before a time and its value, blanks between. */
export function checkSeriesFiles(model: Model, files: Files): readonly Problem[] {
  const named = new Map<string, string>()
  for (const { cells } of rowsOf(model, 'TIMESERIES')) {
    const [id = '', source = '', file = ''] = cells
    if (source.toUpperCase() === 'FILE') named.set(idOf(id), file)
  }
  const start = startOf(model)
  const steps = new Map<string, number>()
  const problems = [...named].flatMap(([id, file]) => {
    const bytes = files[file]
    if (!bytes) return []
    const read = readSeries(file, bytes, start)
    if (read.least !== undefined) steps.set(id, read.least)
    return read.problems
  })
  return [...problems, ...slowGages(model, (id) => steps.get(id))]
}

/** @param start seconds of a day that no row names, as `Date.UTC` counts */
function readSeries(file: string, bytes: Uint8Array, start: number) {
  const { problems, tell } = toldOf(file, 'TIMESERIES')
  let day = start
  let last: number | undefined
  let least: number | undefined
  let told = false
  let said = false
  for (const { line, ended, cells } of linesOf(bytes)) {
    if (cells.length === 0 || cells[0]?.startsWith(';')) continue
    said = true
    // the engine takes a last line that it cannot read for the end of the file
    const level = ended || last === undefined ? 'error' : 'warning'
    const [date, time = '', value = ''] = cells.length > 2 ? cells : [undefined, ...cells]
    if (cells.length < 2) {
      tell('HYDRAULICS_ITEMS', line, cells[0], ROW, level)
      continue
    }
    const days = date === undefined ? undefined : takenDay(date)
    const seconds = takenSeconds(time)
    if (date !== undefined && days === undefined) {
      tell('HYDRAULICS_DATE', line, date, DAY, level)
      continue
    }
    if (days !== undefined) day = days * 86_400
    if (seconds === undefined) {
      tell('HYDRAULICS_TIME', line, time, CLOCK, level)
      continue
    }
    if (Number.isNaN(numberOf(value))) {
      const taken = takenNumber(value) !== undefined
      tell('HYDRAULICS_NUMBER', line, value, NUMBER, taken ? 'warning' : level)
      if (!taken) continue
    }
    if (cells[3] !== undefined && !cells[3].startsWith(';'))
      tell('HYDRAULICS_EXTRA', line, cells[3], ROW, 'warning')
    const step = day + seconds - (last ?? Number.NEGATIVE_INFINITY)
    last = day + seconds
    if (step > 0) least = Math.min(step, least ?? Number.POSITIVE_INFINITY)
    else if (!told) {
      told = true
      tell('HYDRAULICS_ORDER', line, time, LATER)
    }
  }
  if (!said) tell('HYDRAULICS_NO_DATA', 0, undefined, ROW)
  return { problems, least: least === Number.POSITIVE_INFINITY ? undefined : least }
}

const ROW: Words = {
  zh: '（日期）时间 数值，以空格分开',
  en: '(date) time value, with blanks between',
}
const DAY: Words = {
  zh: '月/日/年，如 7/28/2026（一行有三项时第一项是日期）',
  en: 'month/day/year, such as 7/28/2026 (the first of three items is a date)',
}
const CLOCK: Words = { zh: '时:分:秒或小时数', en: 'h:mm:ss or decimal hours' }
const NUMBER: Words = { zh: '数', en: 'a number' }
const LATER: Words = { zh: '晚于前一时刻的时间', en: 'a time after the one before' }
