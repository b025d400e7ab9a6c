import type { RecordDefinition } from '../record.ts'
import { type Chosen, words } from './columns.ts'
import type { Cell, FileRow } from './read.ts'

/**
 * What a person says of all rows of a sheet, by the record's column: a drawing tells no size and no keeper, so its layers are
 * told them here. `{句柄}` within a value stands for what the row has under that header. Null leaves the sheet out.
 */
export type Filled = Readonly<Record<string, Readonly<Record<string, string>> | null>>

/** How the rows of one sheet are read. */
export interface Filling {
  /** A header with one name more for each column that is given. */
  readonly header: (row: FileRow) => FileRow
  /** A row below it with one value more for each. */
  readonly row: (row: FileRow, header: readonly string[]) => FileRow
  /** What is given here comes from no column of the file. */
  readonly chosen: (chosen: Chosen | undefined) => Chosen | undefined
}

/** Of a sheet of which nothing is said. */
const NOTHING: Filling = { header: (row) => row, row: (row) => row, chosen: (chosen) => chosen }

/** @returns undefined of a sheet that is left out */
export function fillingOf(
  record: RecordDefinition,
  filled: Filled | undefined,
  sheet: string,
): Filling | undefined {
  const said = filled && Object.hasOwn(filled, sheet) ? filled[sheet] : {}
  if (!said) return undefined
  const { columns } = record
  const given = Object.entries(said).filter(([name, value]) => Object.hasOwn(columns, name) && value.trim())
  if (given.length === 0) return NOTHING
  const names = given.map(([name]) => name)
  return {
    header: (row) => ({
      ...row,
      cells: [...row.cells, ...names.map((name) => `${columns[name]?.name.zh} [${name}]`)],
    }),
    row: (row, header) => {
      const own = Array.from({ length: header.length - names.length }, (_, i) => row.cells[i] ?? null)
      return { ...row, cells: [...own, ...given.map(([, value]) => told(value, own, header))] }
    },
    chosen: (chosen) =>
      chosen &&
      Object.fromEntries(
        Object.entries(chosen).map(([header, name]) => [header, name && names.includes(name) ? null : name]),
      ),
  }
}

const told = (value: string, cells: readonly Cell[], header: readonly string[]): string =>
  value.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const at = header.indexOf(name)
    return at >= 0 && at < cells.length ? words(cells[at]) : whole
  })
