import { parse } from 'csv-parse/sync'
import { HydraulicsError } from '../errors.ts'
import { momentOf } from './points.ts'

export interface CsvRow {
  readonly line: number
  readonly at: number
  readonly cells: Readonly<Record<string, string>>
}

/**
 * Rows of a CSV whose column `at` holds moments.
 * @throws HydraulicsError hydraulics/table, with the line
 */
export function rowsOfCsv(text: string, place: string, columns: readonly string[]): readonly CsvRow[] {
  let rows: readonly { record: Record<string, string>; info: { lines: number } }[]
  try {
    rows = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true })
  } catch (cause) {
    throw new HydraulicsError('hydraulics/table', place, (cause as Error).message, [], cause)
  }
  return rows.map(({ record, info: { lines } }) => {
    const lacking = ['at', ...columns].find((column) => record[column] === undefined)
    if (lacking) throw new HydraulicsError('hydraulics/table', place, lacking)
    const at = momentOf(record.at as string)
    if (Number.isNaN(at)) throw new HydraulicsError('hydraulics/table', `${place}:${lines}`, record.at)
    return { line: lines, at, cells: record }
  })
}

/** @throws HydraulicsError hydraulics/table */
export function numberIn(row: CsvRow, column: string, place: string): number {
  const cell = row.cells[column] as string
  const value = cell === '' ? Number.NaN : Number(cell)
  if (!Number.isFinite(value)) throw new HydraulicsError('hydraulics/table', `${place}:${row.line}`, cell)
  return value
}
