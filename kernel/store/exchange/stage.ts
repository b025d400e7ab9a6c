import { sql } from 'kysely'
import type { Context, Progress } from '../../system.ts'
import { type Text, text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote, SQL_TYPES } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import { converter, type Find, type Finders } from './cells.ts'
import { type Chosen, fillable, words } from './columns.ts'
import { loadOffices, officeFinder, recordOf, rowFinder } from './lookups.ts'
import { type DataRow, dataRows, type Sheets } from './rows.ts'
import type { Source } from './zip.ts'

/** The rows of the file as values, in a table of the session's own that goes with the transaction. */
export const STAGE = 'pg_temp.gaoxin_import'
/** Rows converted and staged at once. */
const BATCH = 1000
/** Bad cells that are listed; beyond them only the rows are counted. */
const LISTED = 10_000

export interface BadCell {
  readonly sheet: string
  readonly row: number
  /** The record's column by id; empty when it is the whole row. */
  readonly column: string
  /** What stands above the cell in the file. */
  readonly header: string
  /** Where it stands in the file: 0 is column A. */
  readonly at: number
  readonly value: string
  readonly reason: Text
}

export interface ImportOptions {
  /** Which column of the file is which, where a person said so. */
  readonly chosen?: Chosen
  readonly onProgress?: (progress: Progress) => void
}

export interface Staged extends Sheets {
  readonly bad: BadCell[]
}

/** Adds to the list while there is room. */
export function list(bad: BadCell[], cell: BadCell): void {
  if (bad.length < LISTED) bad.push(cell)
}
export const isFull = (bad: readonly BadCell[]): boolean => bad.length >= LISTED

/**
 * Reads the file into the staging table, in batches. Inside a transaction.
 * @throws GaoxinError what `dataRows` throws
 */
export async function stageFile(
  context: Context,
  record: RecordDefinition,
  source: Source,
  { chosen, onProgress }: ImportOptions,
): Promise<Staged> {
  const { db } = context
  await createStage(db, record)
  const staged: Staged = { read: [], skipped: [], bad: [] }
  const office = officeFinder(await loadOffices(db))
  const stage = stager(context, record, office, staged.bad)
  let batch: DataRow[] = []
  let done = 0
  const flush = async () => {
    await stage(batch, done)
    done += batch.length
    batch = []
    onProgress?.({ step: text('读取文件', 'Reading the file'), done, total: 0 })
  }
  for await (const row of dataRows(record, source, chosen, staged)) {
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await sql`analyze ${sql.raw(STAGE)}`.execute(db)
  return staged
}

async function createStage(db: Database, record: RecordDefinition): Promise<void> {
  const columns = Object.entries(fillable(record)).map(
    ([name, column]) => `${quote(name)} ${SQL_TYPES[column.kind]}`,
  )
  // Names with gx_ stand for the row itself; no record has them.
  await sql`drop table if exists ${sql.raw(STAGE)}`.execute(db)
  await sql`create temp table ${sql.raw(STAGE.split('.')[1]!)} (
    gx_n bigint primary key, gx_sheet text not null, gx_row bigint not null,
    gx_given text[] not null, gx_bad boolean not null, gx_twice boolean not null default false,
    gx_match text, gx_state text, ${sql.raw(columns.join(', '))}) on commit drop`.execute(db)
}

function stager(context: Context, record: RecordDefinition, office: Find, bad: BadCell[]) {
  const convert = converter(record)
  const columns = Object.entries(fillable(record))
  const names = columns.map(([name]) => quote(name)).join(', ')
  const types = columns.map(([name, column]) => `${quote(name)} ${SQL_TYPES[column.kind]}`).join(', ')
  return async (batch: readonly DataRow[], before: number): Promise<void> => {
    const finders: Finders = { office, reference: await referenceFinders(context, record, batch) }
    const values = batch.map(({ of, row }, i) => {
      const line: Record<string, unknown> = {
        gx_n: before + i,
        gx_sheet: row.sheet,
        gx_row: row.row,
        gx_given: of.matching.columns.filter(Boolean),
        gx_bad: false,
      }
      for (const [at, name] of of.matching.columns.entries()) {
        if (!name) continue
        const answer = convert(name, row.cells[at], finders)
        if (answer.ok) line[name] = answer.value
        else {
          line.gx_bad = true
          const { sheet, row: number } = row
          const header = of.matching.headers[at] ?? ''
          const value = words(row.cells[at])
          list(bad, { sheet, row: number, column: name, header, at, value, reason: answer.reason })
        }
      }
      return line
    })
    await sql`insert into ${sql.raw(STAGE)} (gx_n, gx_sheet, gx_row, gx_given, gx_bad, ${sql.raw(names)})
      select gx_n, gx_sheet, gx_row, gx_given, gx_bad, ${sql.raw(names)}
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as rows(gx_n bigint, gx_sheet text, gx_row bigint,
        gx_given text[], gx_bad boolean, ${sql.raw(types)})`.execute(context.db)
  }
}

/** What the references of a batch name: one question a column and batch. */
async function referenceFinders(
  context: Context,
  record: RecordDefinition,
  batch: readonly DataRow[],
): Promise<Record<string, Find>> {
  const finders: Record<string, Find> = {}
  for (const [name, column] of Object.entries(record.columns)) {
    const target = column.kind === 'reference' ? recordOf(context, column.record) : undefined
    if (!target) continue
    const named = new Set<string>()
    for (const { of, row } of batch) {
      const shown = words(row.cells[of.matching.columns.indexOf(name)])
      if (shown !== '') named.add(shown)
    }
    finders[name] = named.size > 0 ? await rowFinder(context.db, target, [...named]) : () => undefined
  }
  return finders
}
