import { HydraulicsError } from '../../errors.ts'
import { columnAt, layoutOf, type Settings, settingsOf } from '../layout.ts'
import { breakOf, withPart } from '../read.ts'
import { type Column, columnsOf, type SectionKey } from '../sections/index.ts'
import { cellOf, cellsOf, idOf } from '../text.ts'
import type { Line, Model, Part } from '../types.ts'
import { changedLine, newLine } from './lines.ts'

export type Cells = readonly (string | number)[]

/** Which cell of a row names what it defines or belongs to; -1 where the row is nobody's. */
export const ownerAt = (layout: readonly Column[]): number =>
  layout.findIndex(({ kind, owner }) => kind === 'id' || owner)

/**
 * Goes over the rows of a section: `change` gives a row's new cells, the same ones where it stays, undefined where it goes.
 * Sections in which nothing changes are shared with the model given.
 */
export function mapRows(
  model: Model,
  key: SectionKey,
  change: (cells: readonly string[], layout: readonly Column[]) => readonly string[] | undefined,
): Model {
  const settings = settingsOf(model)
  let changed = false
  const parts = model.parts.map((part) => {
    if (part.key !== key) return part
    const lines = part.lines.flatMap((line) => mapped(line, key, settings, change))
    if (lines.length === part.lines.length && lines.every((line, i) => line === part.lines[i])) return part
    changed = true
    return { key, lines }
  })
  return changed ? { parts } : model
}

function mapped(
  line: Line,
  key: SectionKey,
  settings: Settings,
  change: (cells: readonly string[], layout: readonly Column[]) => readonly string[] | undefined,
): readonly Line[] {
  if (line.cells.length === 0) return [line]
  const cells = change(line.cells, layoutOf(key, line.cells, settings))
  if (cells === line.cells) return [line]
  if (cells === undefined) return []
  const same = cells.length === line.cells.length && cells.every((cell, i) => cell === line.cells[i])
  return [same ? line : changedLine(line, cells)]
}

/**
 * Adds rows at the end of their sections, which are made where the model has none.
 * @throws HydraulicsError HYDRAULICS_VALUE for what no cell can hold, and for an id with blanks: the engine would not find it
 */
export function addRows(model: Model, rows: readonly (readonly [SectionKey, Cells])[]): Model {
  const eol = breakOf(model)
  const bySection = new Map<SectionKey, Line[]>()
  for (const [key, cells] of rows) {
    const lines = bySection.get(key) ?? []
    bySection.set(key, lines)
    if (columnsOf(key)[0]?.kind === 'id' && /^$|\s/.test(String(cells[0])))
      throw new HydraulicsError('HYDRAULICS_VALUE', key, String(cells[0]))
    lines.push(newLine(cells, eol))
  }
  let grown = model
  for (const [key, lines] of bySection) grown = appended(grown, key, lines, eol)
  return grown
}

/** Before the blank lines that end a section. */
function appended(model: Model, key: SectionKey, added: readonly Line[], eol: string): Model {
  const { model: grown, at } = withPart(model, key)
  const part = grown.parts[at] as Part
  const end = part.lines.findLastIndex(({ raw }) => raw.trim() !== '') + 1
  const before = part.lines.slice(0, end)
  const last = before.at(-1)
  if (last && !last.raw.endsWith('\n')) before[end - 1] = { ...last, raw: last.raw + eol }
  const lines = [...before, ...added, ...part.lines.slice(end)]
  return { parts: grown.parts.with(at, { key, lines }) }
}

/** Whether a row is the id's own. */
export const isOf = (cells: readonly string[], layout: readonly Column[], id: string): boolean => {
  const cell = cells[ownerAt(layout)]
  return cell !== undefined && idOf(cell) === idOf(id)
}

/**
 * Sets cells of the rows of an id by their column, such as `{ length: 120 }` in CONDUITS.
 * @throws HydraulicsError HYDRAULICS_UNKNOWN where the section has no row of that id, or its row no such column;
 *   HYDRAULICS_VALUE where columns before it would stay empty
 */
export function setCells(
  model: Model,
  key: SectionKey,
  id: string,
  values: Readonly<Record<string, string | number>>,
): Model {
  let found = false
  const changed = mapRows(model, key, (cells, layout) => {
    if (!isOf(cells, layout, id)) return cells
    found = true
    return withValues(key, cells, layout, values)
  })
  if (!found) throw new HydraulicsError('HYDRAULICS_UNKNOWN', key, id)
  return changed
}

export function withValues(
  key: SectionKey,
  cells: readonly string[],
  layout: readonly Column[],
  values: Readonly<Record<string, string | number>>,
): readonly string[] {
  const changed = [...cells]
  for (const [column, value] of Object.entries(values)) {
    const at = columnAt(layout, column)
    if (at < 0) throw new HydraulicsError('HYDRAULICS_UNKNOWN', key, column)
    for (let i = changed.length; i < at; i++) changed.push(emptyOf(layout[i] as Column, key))
    changed[at] = typeof value === 'number' ? cellOf(value) : value
  }
  return changed
}

/** What stands for nothing in a column that has to be there because one behind it is. */
function emptyOf({ kind, blank, words, key }: Column, section: SectionKey): string {
  if (blank) return blank[0] as string
  if (kind === 'number' || kind === 'integer' || kind === 'time') return '0'
  if (kind === 'word' && words?.[0]) return words[0]
  throw new HydraulicsError('HYDRAULICS_VALUE', section, key)
}

/** The rows of an id in a section, cell by cell. */
export function rowsOfId(model: Model, key: SectionKey, id: string): readonly (readonly string[])[] {
  const settings = settingsOf(model)
  return model.parts.flatMap((part) =>
    part.key === key
      ? part.lines.flatMap(({ cells }) =>
          cells.length > 0 && isOf(cells, layoutOf(key, cells, settings), id) ? [cells] : [],
        )
      : [],
  )
}

export const removeRowsOfId = (model: Model, key: SectionKey, id: string): Model =>
  mapRows(model, key, (cells, layout) => (isOf(cells, layout, id) ? undefined : cells))

/** Puts one row in the place of an id's rows; at the end of the section where it has none. */
export function putRow(model: Model, key: SectionKey, id: string, cells: Cells): Model {
  const texts = cellsOf(newLine(cells, '').raw)
  let put = false
  const changed = mapRows(model, key, (old, layout) => {
    if (!isOf(old, layout, id)) return old
    if (put) return undefined
    put = true
    return texts
  })
  return put ? changed : addRows(model, [[key, cells]])
}
