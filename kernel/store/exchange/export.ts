import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { Decimal } from 'decimal.js'
import exceljs from 'exceljs'
import type { RawBuilder } from 'kysely'
import { GaoxinError } from '../../errors.ts'
import { type Language, type Text, text } from '../../text.ts'
import { batchesOf } from '../cursor.ts'
import type { Database } from '../database.ts'
import { NO_VAULT } from '../personal/cipher.ts'
import { masked } from '../personal/columns.ts'
import { type Place, placeText } from '../place.ts'
import { allColumns, type Column, type Columns, type RecordDefinition } from '../record.ts'
import { type Choice, listedColumns, selection } from '../rows.ts'
import { choiceLabel } from './cells.ts'
import { headerNames } from './columns.ts'
import { guarded } from './csv.ts'
import { drained } from './drained.ts'
import { loadOffices, officeLabels } from './lookups.ts'
import { sheetName } from './template.ts'

export interface ExportOptions extends Choice {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
  /** Columns by id, in this order; without it all that a list shows. Structured data is never shown raw. */
  readonly columns?: readonly string[] | undefined
  readonly onRows?: (done: number) => void
}

const BATCH = 1000
/** Rows of an Excel sheet, less the header. */
const SHEET_ROWS = 1_048_575
/** Characters of an Excel cell. */
const CELL_LENGTH = 32_767

/**
 * Writes what the list would show into `out`, and ends it. The rows come through a cursor of one transaction: one
 * state of the table, in any order, in bounded memory.
 * @returns the number of rows
 * @throws GaoxinError EXPORT_TOO_LARGE when an Excel file cannot hold it
 */
export async function exportRows(
  db: Database,
  record: RecordDefinition,
  options: ExportOptions,
  out: Writable,
): Promise<number> {
  const columns = allColumns(record)
  const listed = listedColumns(record).filter((name) => columns[name]?.kind !== 'data')
  const names = options.columns?.filter((name) => listed.includes(name)) ?? listed
  const table = {
    id: record.id,
    name: record.name,
    columns: Object.fromEntries(names.map((name) => [name, columns[name]!])),
    headers: headerNames(record, names, options.language),
    shown: (row: Row) => masked(record, row, options.vault ?? NO_VAULT),
  }
  return exportTable(db, table, selection(record, options), options, out)
}

/** What a query answers, as a table of a file. */
export interface ExportedTable {
  readonly id: string
  readonly name: Text
  readonly columns: Columns
  /** By column; without it their names. */
  readonly headers?: Readonly<Record<string, string>>
  /** A row as whoever takes the file may see it. */
  readonly shown?: (row: Row) => Row
}
type Row = Readonly<Record<string, unknown>>

/**
 * Writes the rows of a query into `out`, as `exportRows` does those of a record.
 * @returns the number of rows
 * @throws GaoxinError EXPORT_TOO_LARGE when an Excel file cannot hold it
 */
export async function exportTable(
  db: Database,
  table: ExportedTable,
  query: RawBuilder<unknown>,
  options: Pick<ExportOptions, 'format' | 'language' | 'onRows'>,
  out: Writable,
): Promise<number> {
  const { language, format } = options
  const labels = officeLabels(await loadOffices(db))
  const fields = Object.entries(table.columns).map(([name, column]) => ({
    name,
    column,
    header: table.headers?.[name] ?? column.name[language],
    show: shower(column, labels, language),
  }))
  const pages = batches(db, query)
  let done = 0
  try {
    // Before the first byte: a question that the database refuses is told as such, not by half a file.
    let page = await pages.next()
    const sink = format === 'csv' ? csvSink(out, fields) : xlsxSink(out, table, fields, language)
    for (; !page.done; page = await pages.next()) {
      await sink.add(table.shown ? page.value.map(table.shown) : page.value)
      done += page.value.length
      options.onRows?.(done)
    }
    await sink.end()
  } catch (error) {
    await pages.return(undefined)
    out.destroy()
    throw error
  }
  return done
}

type Rows = readonly Row[]

interface Field {
  readonly name: string
  readonly column: Column
  readonly header: string
  readonly show: (value: unknown) => string
}

interface Sink {
  readonly add: (rows: Rows) => Promise<void>
  readonly end: () => Promise<void>
}

async function* batches(db: Database, query: RawBuilder<unknown>): AsyncGenerator<Rows> {
  if (db.isTransaction) return yield* batchesOf<Row>(db, query, BATCH)
  // A generator cannot live inside a callback: the transaction is held open by hand.
  const transaction = await db.startTransaction().setAccessMode('read only').execute()
  try {
    yield* batchesOf<Row>(transaction, query, BATCH)
  } finally {
    await transaction.rollback().execute()
  }
}

/** How the values of a column are written, so that reading the file gives them back. */
function shower(
  column: Column,
  offices: ReadonlyMap<string, string>,
  language: Language,
): (value: unknown) => string {
  const [yes, no] = language === 'zh' ? ['是', '否'] : ['Yes', 'No']
  return (value) => {
    if (value === null || value === undefined) return ''
    if (column.kind === 'boolean') return value ? yes : no
    if (column.kind === 'choice') return choiceLabel(column, String(value), language)
    if (column.kind === 'office') return offices.get(String(value)) ?? String(value)
    if (column.kind === 'place') return placeText(value as Place)
    return String(value)
  }
}

const TEXTS = new Set(['text', 'longText', 'reference', 'choice', 'office'])

function csvSink(out: Writable, fields: readonly Field[]): Sink {
  const lines = (rows: readonly (readonly string[])[]) =>
    stringify([...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n\t;]/ })
  // Excel takes a text file for UTF-8 by its mark only.
  out.write(`\ufeff${lines([fields.map(({ header }) => header)])}`)
  return {
    add: async (rows) => {
      const shown = rows.map((row) =>
        fields.map(({ name, column, show }) => {
          const value = show(row[name])
          return TEXTS.has(column.kind) ? guarded(value) : value
        }),
      )
      out.write(lines(shown))
      await drained(out)
    },
    end: async () => {
      out.end()
      await finished(out)
    },
  }
}

const tooLarge = ({ id }: Pick<ExportedTable, 'id'>) =>
  new GaoxinError(
    'EXPORT_TOO_LARGE',
    text('内容超过 Excel 文件的上限', 'It is more than an Excel file can hold'),
    text('请改为导出 CSV，或先筛选', 'Export CSV instead, or filter first'),
    { place: id, status: 422 },
  )

function xlsxSink(out: Writable, table: ExportedTable, fields: readonly Field[], language: Language): Sink {
  // Texts stand in their cells: a table of shared ones would be held in memory to the end.
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = book.addWorksheet(sheetName(table.name[language]), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = fields.map(({ column, header }) => ({
    header,
    width: column.kind === 'longText' ? 40 : Math.max(12, header.length * 2),
    ...(column.kind === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: fields.length } }
  let count = 0
  return {
    add: async (rows) => {
      count += rows.length
      if (count > SHEET_ROWS) throw tooLarge(table)
      for (const row of rows)
        sheet.addRow(fields.map((field) => cellValue(table, field, row[field.name]))).commit()
      // Lets the zip writer run before the next rows come.
      await new Promise((resolve) => setImmediate(resolve))
      await drained(out)
    },
    end: async () => {
      sheet.commit()
      await book.commit()
    },
  }
}

function cellValue(table: ExportedTable, { column, show }: Field, value: unknown): exceljs.CellValue {
  if (value === null || value === undefined) return null
  if (column.kind === 'integer') return Number(value)
  if (column.kind === 'decimal') {
    // Excel keeps 15 digits; a longer number goes as text, every digit of it.
    const number = new Decimal(String(value))
    return number.precision(true) <= 15 ? number.toNumber() : String(value)
  }
  // Excel's calendar begins in 1900, and errs until its March.
  if (column.kind === 'date' && String(value) > '1900-03') return new Date(`${String(value)}T00:00:00Z`)
  const shown = show(value)
  if (shown.length > CELL_LENGTH) throw tooLarge(table)
  return shown
}
