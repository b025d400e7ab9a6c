import { takenDay, takenSeconds } from '../dates.ts'
import { layoutOf, settingsOf } from '../layout.ts'
import type { Problem } from '../problems.ts'
import { optionOf, rowsOf } from '../read.ts'
import { OPTION_KEYS, type SectionKey, wordOf } from '../sections/index.ts'
import { idOf, numberOf } from '../text.ts'
import type { Model, Words } from '../types.ts'

/** What must come one after the other: dates of the run, points of curves, times of series, stations of transects. */
export function checkOrder(model: Model): readonly Problem[] {
  return [...dates(model), ...events(model), ...curves(model), ...series(model), ...transects(model)]
}

const order = (section: SectionKey, line: number, value: string, zh: string, en: string): Problem => ({
  code: 'HYDRAULICS_ORDER',
  level: 'error',
  line,
  section,
  value,
  expected: { zh, en },
})

/** The day of a run that names none. */
const UNSAID = '1/1/2004'

function dates(model: Model): readonly Problem[] {
  const lines = new Map(
    [...rowsOf(model, 'OPTIONS')].map(({ line, cells }) => [wordOf(OPTION_KEYS, cells[0] as string), line]),
  )
  const moment = (which: string, otherwise?: string): number | undefined => {
    const day = takenDay(optionOf(model, `${which}_DATE`) ?? otherwise ?? '')
    const time = takenSeconds(optionOf(model, `${which}_TIME`) ?? '0')
    return day === undefined || time === undefined ? undefined : day * 86_400 + time
  }
  const start = moment('START', UNSAID)
  const end = moment('END', UNSAID)
  const report = moment('REPORT_START')
  if (end === undefined) return []
  const step = (which: string, otherwise: number, bare: number) => {
    const said = optionOf(model, which) ?? ''
    const number = numberOf(said)
    return said === '' ? otherwise : Number.isNaN(number) ? (takenSeconds(said) ?? Number.NaN) : number * bare
  }
  const routing = step('ROUTING_STEP', 20, 1)
  const reporting = Math.min(Math.trunc(step('REPORT_STEP', 900, 3600)), end - (start ?? end))
  const at = (which: string) => lines.get(`${which}_DATE`) ?? 0
  return [
    ...(start !== undefined && start >= end
      ? [
          order(
            'OPTIONS',
            at('END'),
            optionOf(model, 'END_DATE') ?? '',
            '结束时间晚于开始时间',
            'an end after the start',
          ),
        ]
      : []),
    ...(start !== undefined && start < end && reporting < routing
      ? [
          order(
            'OPTIONS',
            lines.get('REPORT_STEP') ?? lines.get('ROUTING_STEP') ?? 0,
            optionOf(model, 'REPORT_STEP') ?? optionOf(model, 'ROUTING_STEP') ?? '',
            `输出步长和总时长不小于演算步长 ${routing} 秒`,
            `steps of reports, and a run, of at least the routing step, ${routing} s`,
          ),
        ]
      : []),
    ...(report !== undefined && report >= end
      ? [
          order(
            'OPTIONS',
            at('REPORT_START'),
            optionOf(model, 'REPORT_START_DATE') ?? '',
            '开始输出的时间早于结束时间',
            'reports to begin before the end',
          ),
        ]
      : []),
  ]
}

const events = (model: Model): readonly Problem[] =>
  [...rowsOf(model, 'EVENTS')].flatMap(({ line, cells }) => {
    const [from = '', at = '', to = '', until = ''] = cells
    const start = (takenDay(from) ?? Number.NaN) * 86_400 + (takenSeconds(at) ?? Number.NaN)
    const end = (takenDay(to) ?? Number.NaN) * 86_400 + (takenSeconds(until) ?? Number.NaN)
    return start >= end ? [order('EVENTS', line, to, '结束时间晚于开始时间', 'an end after the start')] : []
  })

/** The first place where each curve goes back. */
function curves(model: Model): readonly Problem[] {
  const settings = settingsOf(model)
  const rising = risers('CURVES', { zh: '大于前一点的 x 值', en: 'an x above the one before' })
  for (const { line, cells } of rowsOf(model, 'CURVES')) {
    const from = layoutOf('CURVES', cells, settings)[1]?.key === 'type' ? 2 : 1
    for (let i = from; i < cells.length; i += 2)
      rising.add(idOf(cells[0] as string), numberOf(cells[i] as string), line, cells[i] as string)
  }
  return rising.problems
}

/** Times rise within each series; a gage may not record less often than the series that it reads. */
function series(model: Model): readonly Problem[] {
  const settings = settingsOf(model)
  const rising = risers('TIMESERIES', { zh: '晚于前一时刻的时间', en: 'a time after the one before' })
  const days = new Map<string, number>()
  const start = startOf(model)
  for (const { line, cells } of rowsOf(model, 'TIMESERIES')) {
    const id = idOf(cells[0] as string)
    const layout = layoutOf('TIMESERIES', cells, settings)
    for (const [i, { kind }] of layout.entries()) {
      const cell = cells[i]
      // a time without its value is left out
      if (cell === undefined || cells[i + 1] === undefined) break
      if (kind === 'date') days.set(id, (takenDay(cell) ?? 0) * 86_400)
      if (kind === 'time')
        rising.add(id, (days.get(id) ?? start) + (takenSeconds(cell) ?? Number.NaN), line, cell)
    }
  }
  return [...rising.problems, ...slowGages(model, rising.least)]
}

/** When a run begins, seconds since 1970. */
export const startOf = (model: Model): number =>
  (takenDay(optionOf(model, 'START_DATE') ?? UNSAID) ?? 0) * 86_400 +
  (takenSeconds(optionOf(model, 'START_TIME') ?? '0') ?? 0)

/**
 * Gages that record less often than the series that they read.
 * @param leastOf the least step of a series in seconds
 */
export function slowGages(model: Model, leastOf: (id: string) => number | undefined): readonly Problem[] {
  const used = new Set([...rowsOf(model, 'SUBCATCHMENTS')].map(({ cells }) => idOf(cells[1] ?? '')))
  return [...rowsOf(model, 'RAINGAGES')].flatMap(({ line, cells }): readonly Problem[] => {
    const [id = '', , interval = '', , , named = ''] = cells
    const seconds = takenSeconds(interval)
    const least = leastOf(idOf(named))
    return used.has(idOf(id)) &&
      seconds !== undefined &&
      least !== undefined &&
      Math.round(seconds) > Math.round(least)
      ? [
          {
            code: 'HYDRAULICS_INTERVAL',
            level: 'error',
            line,
            section: 'RAINGAGES',
            value: interval,
            expected: { zh: `不大于${least}秒`, en: `at most ${least} s` },
          },
        ]
      : []
  })
}

function transects(model: Model): readonly Problem[] {
  const rising = risers('TRANSECTS', { zh: '不小于前一点的位置', en: 'a station not before the last' }, true)
  let id = ''
  for (const { line, cells } of rowsOf(model, 'TRANSECTS')) {
    const code = (cells[0] as string).toUpperCase()
    if (code.startsWith('X1')) id = idOf(cells[1] ?? '')
    if (code.startsWith('GR'))
      for (let i = 2; i < cells.length; i += 2)
        rising.add(id, numberOf(cells[i] as string), line, cells[i] as string)
  }
  return rising.problems
}

/** Follows values that must rise, by id; tells the first fall of each, and the least step. */
function risers(section: SectionKey, expected: Words, level = false) {
  const last = new Map<string, number>()
  const least = new Map<string, number>()
  const told = new Set<string>()
  const problems: Problem[] = []
  return {
    problems,
    least: (id: string) => least.get(id),
    add(id: string, value: number, line: number, cell: string) {
      const before = last.get(id)
      last.set(id, value)
      if (before === undefined || Number.isNaN(value)) return
      const step = value - before
      if (step > 0) least.set(id, Math.min(step, least.get(id) ?? step))
      else if ((step < 0 || !level) && !told.has(id)) {
        told.add(id)
        problems.push(order(section, line, cell, expected.zh, expected.en))
      }
    },
  }
}
