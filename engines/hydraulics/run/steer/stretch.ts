import { HydraulicsError } from '../../errors.ts'
import { cellsOf } from '../../model/text.ts'
import { type Clock, clockOf, dateWord, endWords, hoursOf, isDate, timeWord } from './clock.ts'
import { edited, type Row, rowsOf, type Sections, sectionsOf } from './sections.ts'
import { type LinkKind, optionNamed, optionOf, type Shape, shapeOf } from './shape.ts'

/**
 * Times as `Date.UTC` counts. A value of rain holds for the smallest distance of two times; between values of an inflow
 * the engine draws a line.
 */
export type Series = readonly (readonly [at: number, value: number])[]

/** What a stretch has otherwise than the model; names are those of the model. */
export interface Changes {
  /** By rain gauge: intensities in mm/h or in/h, in place of what the gauge reads. */
  readonly rain?: Readonly<Record<string, Series>>
  /** By node: direct inflow in the flow units, in place of the node's own. */
  readonly inflow?: Readonly<Record<string, Series>>
  /** By link: opening of a gate, speed of a pump, 0 to 1, whatever its rules say; a conduit is shut below 0.5. */
  readonly settings?: Readonly<Record<string, number>>
}

/** Names of the two states in the run's files. */
export const STATE_IN = 'state-in.hsf'
export const STATE_OUT = 'state-out.hsf'

export interface StretchOptions {
  readonly from: number
  readonly to: number
  /** Begins with the state in the file `state-in.hsf`. */
  readonly useState?: boolean
  /** Leaves its state in the file `state-out.hsf`. */
  readonly saveState?: boolean
  readonly changes?: Changes
}

/** What a hot-start file does not hold, of what the model has: a run in chunks may then differ from one in one piece. */
export type NotCarried = 'rdii' | 'lid' | 'rule-timers' | 'pid' | 'moving-gates' | 'interface-files'

export function notCarried(model: string): readonly NotCarried[] {
  const sections = sectionsOf(model)
  const controls = rowsOf(sections, 'CONTROL').map(({ words }) => words.join(' ').toUpperCase())
  const found: readonly (readonly [NotCarried, boolean])[] = [
    ['rdii', rowsOf(sections, 'RDII').length > 0],
    ['lid', rowsOf(sections, 'LID_USAGE').length > 0],
    ['rule-timers', controls.some((line) => /\bTIME(OPEN|CLOSED)\b/.test(line))],
    ['pid', controls.some((line) => /= *PID\b/.test(line))],
    ['moving-gates', rowsOf(sections, 'ORIFICE').some(({ words }) => Number(words[7] ?? 0) > 0)],
    [
      'interface-files',
      rowsOf(sections, 'FILE').some(({ words }) => /^(RUNOFF|RDII|INFLOWS|RAINFALL)$/i.test(words[1] ?? '')),
    ],
  ]
  return found.filter(([, there]) => there).map(([name]) => name)
}

/**
 * The model of one stretch of time. Times that count from the start of the run (series without dates, rules on SIMULATION
 * TIME) go on counting from the start of the whole run.
 * @throws HydraulicsError hydraulics/time, hydraulics/no-such-object, hydraulics/value
 */
export function stretchOf(model: string, options: StretchOptions): string {
  const sections = sectionsOf(model)
  const clock = clockOf(sections)
  const { from, to, changes = {} } = options
  if (!(to > from) || from < clock.start)
    throw new HydraulicsError('hydraulics/time', dateWord(from), timeWord(to))
  const lines = new Map<number, string | undefined>()
  const append: Record<string, string[]> = {
    OPTIONS: [],
    FILES: [],
    TIMESERIES: [],
    RAINGAGES: [],
    INFLOWS: [],
    CONTROLS: [],
  }
  setTimes(sections, options, clock, lines, append)
  setStates(sections, options, clock, lines, append)
  if (from > clock.start) {
    keepDates(sections, clock.start, lines)
    shiftRules(sections, (from - clock.start) / 3_600_000, lines)
  }
  changeRain(sections, changes.rain ?? {}, lines, append)
  changeInflow(sections, changes.inflow ?? {}, lines, append)
  changeSettings(shapeOf(sections), changes.settings ?? {}, append)
  return edited(sections, { lines, append })
}

type Lines = Map<number, string | undefined>
type Append = Record<string, string[]>

const TIME_OPTIONS = /^(START|END|REPORT_START)_(DATE|TIME)$/

function setTimes(
  sections: Sections,
  { from, to }: StretchOptions,
  { start, end: last, reportStart }: Clock,
  lines: Lines,
  append: Append,
): void {
  if (from === start && to === last) return
  for (const { line, words } of rowsOf(sections, 'OPTION'))
    if (TIME_OPTIONS.test(optionNamed(words[0] as string) ?? '')) lines.set(line, undefined)
  const report = Math.max(from, reportStart)
  const end = endWords(to)
  append.OPTIONS?.push(
    `START_DATE ${dateWord(from)}`,
    `START_TIME ${timeWord(from)}`,
    `REPORT_START_DATE ${dateWord(report)}`,
    `REPORT_START_TIME ${timeWord(report)}`,
    `END_DATE ${end.date}`,
    `END_TIME ${end.time}`,
  )
}

/** A state that the model itself begins with stays where the stretch begins with the model. */
function setStates(
  sections: Sections,
  { from, useState, saveState }: StretchOptions,
  { start }: Clock,
  lines: Lines,
  append: Append,
): void {
  for (const { line, words } of rowsOf(sections, 'FILE'))
    if (
      words[1]?.toUpperCase() === 'HOTSTART' &&
      (useState || from > start || words[0]?.toUpperCase() === 'SAVE')
    )
      lines.set(line, undefined)
  if (useState) append.FILES?.push(`USE HOTSTART "${STATE_IN}"`)
  if (useState) shortFirstStep(sections, lines, append)
  if (saveState) append.FILES?.push(`SAVE HOTSTART "${STATE_OUT}"`)
}

/**
 * The engine forgets in a state that catchments are still wet, and would take one long dry step over the end of a storm:
 * dry steps become as short as wet ones.
 */
function shortFirstStep(sections: Sections, lines: Lines, append: Append): void {
  const dry = rowsOf(sections, 'OPTION').filter(({ words }) => optionNamed(words[0] as string) === 'DRY_STEP')
  for (const { line } of dry) lines.set(line, undefined)
  append.OPTIONS?.push(`DRY_STEP ${optionOf(sections, 'WET_STEP') ?? '0:05:00'}`)
}

/** A series without a date counts from the start of the run: it gets that date. */
function keepDates(sections: Sections, start: number, lines: Lines): void {
  const day = Math.floor(start / 86_400_000) * 86_400_000
  const undated = new Map<string, boolean>()
  for (const row of rowsOf(sections, 'TIMESERIES')) {
    const [name, first] = row.words as [string, string]
    if (first === undefined || first.toUpperCase() === 'FILE') continue
    const known = undated.get(name)
    if (known === undefined) undated.set(name, !row.words.some(isDate) || !isDate(first))
    if (known === false || (known === undefined && isDate(first))) continue
    if (start !== day) lines.set(row.line, shifted(row, (start - day) / 3_600_000, dateWord(day)))
    else if (known === undefined) lines.set(row.line, [name, dateWord(day), ...row.words.slice(1)].join(' '))
  }
}

/** Every time of an undated row, counted from midnight of the first day. */
function shifted({ words }: Row, hours: number, date: string): string {
  const out = [words[0] as string, date]
  for (let i = 1; i + 1 < words.length; i += 2)
    out.push(String(hours + hoursOf(words[i] as string)), words[i + 1] as string)
  return out.join(' ')
}

/**
 * The rows of a series in a file of its own, for a stretch: rows without dates count from the start of the whole run, and
 * get that date. A file with dates stays as it is.
 */
export function datedFile(text: string, model: string): string {
  const { start } = clockOf(sectionsOf(model))
  const day = Math.floor(start / 86_400_000) * 86_400_000
  const hours = (start - day) / 3_600_000
  const lines = text.split(/\r?\n/)
  const rows = lines.map(cellsOf)
  const first = rows.findIndex(({ length }) => length >= 2)
  if (first < 0 || isDate(rows[first]?.[0] as string)) return text
  return rows
    .map((words, i) => {
      if (words.length < 2) return lines[i]
      const time = String(hours + hoursOf(words[0] as string))
      return [...(i === first ? [dateWord(day)] : []), time, ...words.slice(1)].join(' ')
    })
    .join('\n')
}

function shiftRules(sections: Sections, hours: number, lines: Lines): void {
  for (const { line, words } of rowsOf(sections, 'CONTROL')) {
    const [clause, object, attribute, operator, value] = words
    if (`${object} ${attribute}`.toUpperCase() !== 'SIMULATION TIME' || value === undefined) continue
    lines.set(line, `${clause} SIMULATION TIME ${operator} ${hoursOf(value) - hours}`)
  }
}

function changeRain(
  sections: Sections,
  rain: Readonly<Record<string, Series>>,
  lines: Lines,
  append: Append,
): void {
  const gauges = rowsOf(sections, 'RAINGAGE')
  for (const [gauge, series] of Object.entries(rain)) {
    const row = gauges.find(({ words }) => words[0] === gauge)
    if (!row) throw new HydraulicsError('hydraulics/no-such-object', gauge)
    const name = `gx-rain-${gauge}`
    const seconds = Math.max(
      60,
      Math.min(3600, ...series.slice(1).map(([at], i) => (at - (series[i] as [number, number])[0]) / 1000)),
    )
    lines.set(row.line, `${gauge} INTENSITY ${seconds / 3600} ${row.words[3] ?? '1.0'} TIMESERIES ${name}`)
    append.TIMESERIES?.push(...seriesRows(name, series))
  }
}

function changeInflow(
  sections: Sections,
  inflow: Readonly<Record<string, Series>>,
  lines: Lines,
  append: Append,
): void {
  const rows = rowsOf(sections, 'INFLOW')
  const { nodes } = shapeOf(sections)
  for (const [node, series] of Object.entries(inflow)) {
    if (!nodes.some(({ name }) => name === node)) throw new HydraulicsError('hydraulics/no-such-object', node)
    for (const { line, words } of rows)
      if (words[0] === node && words[1]?.toUpperCase() === 'FLOW') lines.set(line, undefined)
    const name = `gx-inflow-${node}`
    append.INFLOWS?.push(`${node} FLOW ${name} FLOW 1.0 1.0`)
    append.TIMESERIES?.push(...seriesRows(name, series))
  }
}

function seriesRows(name: string, series: Series): readonly string[] {
  if (series.length === 0) throw new HydraulicsError('hydraulics/value', name)
  return series.map(([at, value]) => {
    if (!Number.isFinite(at) || !Number.isFinite(value))
      throw new HydraulicsError('hydraulics/value', name, String(value))
    return `${name} ${dateWord(at)} ${timeWord(at)} ${value}`
  })
}

/** A rule above all others, so that those of the model do not take the setting back. */
function changeSettings({ links }: Shape, settings: Readonly<Record<string, number>>, append: Append): void {
  for (const [i, [link, setting]] of Object.entries(settings).entries()) {
    const kind = links.find(({ name }) => name === link)?.kind
    if (!kind) throw new HydraulicsError('hydraulics/no-such-object', link)
    if (!(setting >= 0)) throw new HydraulicsError('hydraulics/value', link, String(setting))
    append.CONTROLS?.push(
      `RULE gx-set-${i + 1}`,
      'IF SIMULATION TIME >= 0',
      `THEN ${kind} ${link} ${actionOf(kind, setting)}`,
      'PRIORITY 1000',
      '',
    )
  }
}

const actionOf = (kind: LinkKind, setting: number) =>
  kind === 'CONDUIT' ? `STATUS = ${setting < 0.5 ? 'CLOSED' : 'OPEN'}` : `SETTING = ${setting}`
