import { takenDay } from './dates.ts'
import { optionOf } from './read.ts'
import { ref } from './sections/columns.ts'
import {
  type Column,
  columnsOf,
  INFILTRATIONS,
  RESPONSE,
  SERIES,
  type SectionKey,
  WATER,
  wordOf,
} from './sections/index.ts'
import { numberOf } from './text.ts'
import type { Model } from './types.ts'

/** What of [OPTIONS] decides how other sections are read. */
export interface Settings {
  readonly infiltration: string
  /** Offsets of links are elevations, not heights above the bottom of the node. */
  readonly elevations: boolean
}

export const settingsOf = (model: Model): Settings => ({
  infiltration: wordOf(METHODS, optionOf(model, 'INFILTRATION') ?? '') ?? 'HORTON',
  elevations: optionOf(model, 'LINK_OFFSETS')?.toUpperCase().startsWith('ELEV') ?? false,
})

/** `MODIFIED_HORTON` is looked for before what it does not begin with, so any order would do. */
const METHODS = Object.keys(INFILTRATIONS)

/**
 * The columns of one row, cell by cell. They may be more than the cells (what is missing) or fewer (cells too many).
 * The same array comes back for rows of the same shape, where that is possible.
 */
export function layoutOf(key: SectionKey, cells: readonly string[], settings: Settings): readonly Column[] {
  switch (key) {
    case 'INFILTRATION':
      return infiltration(cells, settings)
    case 'HYDROGRAPHS':
      return cells.length === 2 ? HYDROGRAPH_GAGE : HYDROGRAPH_RESPONSE
    case 'TIMESERIES':
      return seriesRow(cells)
    case 'REPORT':
      // what follows ALL or NONE is not read
      return WHOLE.has(cells[1]?.toUpperCase() ?? '') ? reported(cells).slice(0, 2) : reported(cells)
    case 'INFLOWS':
      return cells[1]?.toUpperCase().startsWith('FLOW') ? WATER : columnsOf('INFLOWS')
    case 'POLLUTANTS':
      return cells[7]?.startsWith('*') ? LONE_POLLUTANT : columnsOf('POLLUTANTS')
    default:
      return spread(columnsOf(key), cells, 0)
  }
}

const WHOLE: ReadonlySet<string> = new Set(['ALL', 'NONE'])
const reported = (cells: readonly string[]) => spread(columnsOf('REPORT'), cells, 0)

/** Follows words to what they decide, and repeats what repeats. */
function spread(columns: readonly Column[], cells: readonly string[], from: number): readonly Column[] {
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] as Column
    const cell = cells[from + i]
    if (column.next && cell !== undefined) {
      const word = wordOf(column.words as readonly string[], cell)
      const rest = word === undefined ? undefined : column.next[word]
      // an unknown word says nothing of what follows it, so nothing is said of that either
      if (!rest) return [...columns.slice(0, i + 1), ...cells.slice(from + i + 1).map(() => ANYTHING)]
      return joined(columns, i, rest, cells, from)
    }
    if (
      column.maybe &&
      cell !== undefined &&
      !wordOf(column.words ?? [], cell) &&
      !Number.isNaN(numberOf(cell))
    )
      return [...columns.slice(0, i), ...spread(columns.slice(i + 1), cells, from + i)]
    if (column.many) {
      const times = Math.max(1, Math.ceil((cells.length - from - i) / column.many.length))
      return [...columns.slice(0, i), ...repeated(column.many, times)]
    }
  }
  return columns
}

const ANYTHING: Column = { key: 'value', says: { zh: '取值', en: 'value' }, kind: 'text', optional: true }

const joins = new WeakMap<readonly Column[], Map<number, readonly Column[]>>()

function joined(
  columns: readonly Column[],
  at: number,
  rest: readonly Column[],
  cells: readonly string[],
  from: number,
): readonly Column[] {
  const spreadRest = spread(rest, cells, from + at + 1)
  if (spreadRest !== rest) return [...columns.slice(0, at + 1), ...spreadRest]
  const known = joins.get(rest)?.get(at)
  if (known?.[0] === columns[0] && known) return known
  const made = [...columns.slice(0, at + 1), ...rest]
  if (!joins.has(rest)) joins.set(rest, new Map())
  joins.get(rest)?.set(at, made)
  return made
}

const repeats = new WeakMap<readonly Column[], Map<number, readonly Column[]>>()

function repeated(columns: readonly Column[], times: number): readonly Column[] {
  const known = repeats.get(columns)?.get(times)
  if (known) return known
  const once = columns.map(({ many: _, ...column }): Column => column)
  const made = Array.from({ length: times }, () => once).flat()
  if (!repeats.has(columns)) repeats.set(columns, new Map())
  repeats.get(columns)?.set(times, made)
  return made
}

const infiltrations = new Map<string, readonly Column[]>()

function infiltration(cells: readonly string[], settings: Settings): readonly Column[] {
  const named = wordOf(METHODS, cells.at(-1) ?? '')
  const method = named ?? settings.infiltration
  const known = infiltrations.get(method)
  const columns = known ?? [
    ...columnsOf('INFILTRATION'),
    ...(INFILTRATIONS[method] as readonly Column[]),
    ...Array.from({ length: 3 }, () => ANYTHING),
  ]
  if (!known) infiltrations.set(method, columns)
  if (!named) return columns
  return [...columns.slice(0, cells.length - 1), ANYTHING, ...columns.slice(cells.length - 1)]
}

/** Without another pollutant that it goes with, its share of that is not read. */
const LONE_POLLUTANT = columnsOf('POLLUTANTS').map((column) =>
  column.key === 'cofraction' ? ANYTHING : column,
)

const HYDROGRAPH_GAGE = [...columnsOf('HYDROGRAPHS'), ref('gage', '雨量计', 'gage')]
const HYDROGRAPH_RESPONSE = [...columnsOf('HYDROGRAPHS'), ...RESPONSE]

const SERIES_FILE = [...columnsOf('TIMESERIES'), ...SERIES.file]
const SERIES_PAIR = [...columnsOf('TIMESERIES'), SERIES.time, SERIES.value]
const SERIES_DATED = [...columnsOf('TIMESERIES'), SERIES.date, SERIES.time, SERIES.value]

/** Pairs of time and value, before each of which a date may stand. */
function seriesRow(cells: readonly string[]): readonly Column[] {
  const first = cells[1]
  if (first === undefined) return SERIES_PAIR
  if (first.length === 4 && first.toUpperCase() === 'FILE') return SERIES_FILE
  const dated = isDate(first, cells[2])
  if (cells.length <= (dated ? 4 : 3)) return dated ? SERIES_DATED : SERIES_PAIR
  const columns: Column[] = [...columnsOf('TIMESERIES')]
  for (let at = 1; at < cells.length; ) {
    if (isDate(cells[at] as string, cells[at + 1])) {
      columns.push(SERIES.date)
      at++
    }
    columns.push(SERIES.time, SERIES.value)
    at += 2
  }
  return columns
}

/**
 * Quick to say no: a date has a stroke inside. What is none, and has no plain number behind it, is told as a wrong date; the
 * engine takes it for a time else.
 */
const isDate = (cell: string, next = ''): boolean =>
  cell.indexOf('/', 1) > 0
    ? takenDay(cell) !== undefined || Number.isNaN(numberOf(next || '?'))
    : cell.indexOf('-', 1) > 0 && takenDay(cell) !== undefined

/** Which cell of a row stands in the column of that key; -1 where the row has no such column. */
export const columnAt = (layout: readonly Column[], key: string): number =>
  layout.findIndex((column) => column.key === key)
