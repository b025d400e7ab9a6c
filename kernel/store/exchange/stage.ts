import { sql } from 'kysely'
import { type Permit, permitFor } from '../../access/grants.ts'
import { GaoxinError } from '../../errors.ts'
import type { Coordinates } from '../../geo/coordinates.ts'
import type { Context, Progress } from '../../system.ts'
import { type Text, text } from '../../text.ts'
import type { Database } from '../database.ts'
import { quote, SQL_TYPES } from '../ddl.ts'
import { encrypted, personalColumns, storedColumns } from '../personal/columns.ts'
import { isMasked } from '../personal/kinds.ts'
import type { Column, RecordDefinition } from '../record.ts'
import { converter, type Find, type Finders } from './cells.ts'
import { type Chosen, words } from './columns.ts'
import { drawnOf } from './ends.ts'
import type { Filled } from './filled.ts'
import { loadOffices, officeFinder, ownReferences, recordOf, rowFinder } from './lookups.ts'
import { type DataRow, dataRows, type Sheets } from './rows.ts'
import { allowedBy } from './scope.ts'
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
  /** Of a column that tells of a person only that something stands there. */
  readonly value: string
  readonly reason: Text
}

/** What stands in a list of bad cells for a value that tells of a person. */
export const HIDDEN = '***'

export interface ImportOptions {
  /** Which column of the file is which, where a person said so. */
  readonly chosen?: Chosen
  /** What all rows of a sheet have beside what it says, where a person said so. */
  readonly filled?: Filled | undefined
  /** How far from the ends of a drawn line its nodes may lie, m, where a person said so. */
  readonly within?: number | undefined
  /** What the coordinates of the file count, where a person said so. */
  readonly coordinates?: Coordinates | undefined
  /** What the person at whose word it happens may reach; without it everything. */
  readonly permit?: Permit
  readonly onProgress?: (progress: Progress) => void
  /** Ends it between two batches; nothing is written then. */
  readonly signal?: AbortSignal
}

/** @throws GaoxinError IMPORT_CANCELLED */
export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return
  throw new GaoxinError(
    'IMPORT_CANCELLED',
    text('导入已取消，没有写入任何数据', 'The import was cancelled; nothing was written'),
    text('需要时请重新导入', 'Start it again when needed'),
    { status: 409 },
  )
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
  { chosen, filled, coordinates, within, onProgress, permit, signal }: ImportOptions,
): Promise<Staged> {
  const { db } = context
  await createStage(db, record)
  const staged: Staged = { read: [], skipped: [], bad: [] }
  const office = officeFinder(await loadOffices(db))
  const stage = stager(context, record, office, staged.bad, { permit, coordinates, within })
  let batch: DataRow[] = []
  let done = 0
  const flush = async () => {
    refuseCancelled(signal)
    await stage(batch, done)
    done += batch.length
    batch = []
    onProgress?.({ step: text('读取文件', 'Reading the file'), done, total: 0 })
  }
  for await (const row of dataRows(
    record,
    source,
    { chosen, filled, coordinates, allowed: allowedBy(permit) },
    staged,
  )) {
    batch.push(row)
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await sql`analyze ${sql.raw(STAGE)}`.execute(db)
  return staged
}

/** What is staged of a row: what a file may fill, and the companions of personal columns. */
export function stagedColumns(record: RecordDefinition): Record<string, Column> {
  const { synthetic: _, recorded_at: __, recorded_by: ___, ...columns } = storedColumns(record)
  return columns
}

/**
 * Personal values are staged as they are kept: encrypted, under a row of their own since the row that they will belong
 * to is not known yet. The staging table, and the files that the database may put it into, hold none in plain.
 */
export const stagedRow = (n: number): string => `gaoxin_import ${n}`

async function createStage(db: Database, record: RecordDefinition): Promise<void> {
  const columns = Object.entries(stagedColumns(record)).map(
    ([name, column]) => `${quote(name)} ${SQL_TYPES[column.kind]}`,
  )
  // Names with gx_ stand for the row itself; no record has them.
  await sql`drop table if exists ${sql.raw(STAGE)}`.execute(db)
  await sql`create temp table ${sql.raw(STAGE.split('.')[1]!)} (
    gx_n bigint primary key, gx_sheet text not null, gx_row bigint not null,
    gx_given text[] not null, gx_masks jsonb, gx_names jsonb, gx_links jsonb, gx_id text, gx_bad boolean not null, gx_joined boolean not null, gx_twice boolean not null default false,
    gx_match text, gx_state text, ${sql.raw(columns.join(', '))}) on commit drop`.execute(db)
}

function stager(
  context: Context,
  record: RecordDefinition,
  office: Find,
  bad: BadCell[],
  {
    permit,
    coordinates,
    within,
  }: {
    readonly permit: Permit | undefined
    readonly coordinates: Coordinates | undefined
    readonly within: number | undefined
  },
) {
  const convert = converter(record, coordinates)
  const columns = Object.entries(stagedColumns(record))
  const names = columns.map(([name]) => quote(name)).join(', ')
  const types = columns.map(([name, column]) => `${quote(name)} ${SQL_TYPES[column.kind]}`).join(', ')
  const personal = new Set(personalColumns(record).map(([name]) => name))
  const own = new Set(ownReferences(record))
  return async (batch: readonly DataRow[], before: number): Promise<void> => {
    const finders: Finders = { office, reference: await referenceFinders(context, record, batch, permit) }
    const drawn = await drawnOf(context, record, batch, finders, permit, within)
    const lines = batch.map(({ of, row }, i) => {
      const values: Record<string, unknown> = {}
      const masks: Record<string, string> = {}
      // References to rows that only this file may bring; they are looked for when all of it is staged.
      const named: Record<string, string> = {}
      let isBad = false
      const { at: lineAt = 0, course, ends = [] } = drawn[i] ?? {}
      for (const [at, name] of of.matching.columns.entries()) {
        if (!name) continue
        const shown = words(row.cells[at])
        if (personal.has(name) && isMasked(shown)) {
          masks[name] = shown
          continue
        }
        // Where the line says which node it is, an empty cell is none that lacks.
        if (ends.some((end) => end.name === name)) continue
        const header = of.matching.headers[at] ?? ''
        const answer = convert(name, row.cells[at], finders, header)
        if (answer.ok) values[name] = answer.value
        else if (answer.missing && own.has(name)) named[name] = shown
        else {
          isBad = true
          const value = personal.has(name) ? HIDDEN : shown
          list(bad, {
            sheet: row.sheet,
            row: row.row,
            column: name,
            header,
            at,
            value,
            reason: answer.reason,
          })
        }
      }
      if (course !== undefined && record.edge?.course) values[record.edge.course] = course
      for (const { name, end, answer } of ends) {
        if (answer.ok) values[name] = answer.value
        else {
          isBad = true
          const where = {
            sheet: row.sheet,
            row: row.row,
            at: lineAt,
            header: of.matching.headers[lineAt] ?? '',
          }
          list(bad, { ...where, column: name, value: end, reason: answer.reason })
        }
      }
      return {
        ...encrypted(record, values, stagedRow(before + i), context.vault),
        gx_n: before + i,
        gx_sheet: row.sheet,
        gx_row: row.row,
        // A masked value says nothing: it is as if the file did not have the column.
        gx_given: [
          ...new Set([
            ...of.matching.columns.filter((name) => name && !(name in masks)),
            ...ends.map(({ name }) => name),
          ]),
        ],
        gx_joined: ends.length > 0,
        ...(Object.keys(masks).length > 0 ? { gx_masks: masks } : {}),
        ...(Object.keys(named).length > 0 ? { gx_names: named } : {}),
        gx_bad: isBad,
      }
    })
    await sql`insert into ${sql.raw(STAGE)} (gx_n, gx_sheet, gx_row, gx_given, gx_masks, gx_names, gx_bad, gx_joined, ${sql.raw(names)})
      select gx_n, gx_sheet, gx_row, gx_given, gx_masks, gx_names, gx_bad, gx_joined, ${sql.raw(names)}
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as rows(gx_n bigint, gx_sheet text, gx_row bigint,
        gx_given text[], gx_masks jsonb, gx_names jsonb, gx_bad boolean, gx_joined boolean, ${sql.raw(types)})`.execute(
      context.db,
    )
  }
}

const targetOf = (context: Context, record: RecordDefinition, { record: id }: Column) =>
  id === record.id ? record : recordOf(context, id)

/** What the references of a batch name: one question a column and batch. A person names rows that they may see. */
async function referenceFinders(
  context: Context,
  record: RecordDefinition,
  batch: readonly DataRow[],
  permit: Permit | undefined,
): Promise<Record<string, Find>> {
  const finders: Record<string, Find> = {}
  for (const [name, column] of Object.entries(record.columns)) {
    const target = column.kind === 'reference' ? targetOf(context, record, column) : undefined
    if (!target) continue
    const seen = permit && permitFor(target, context.actor, 'read')
    const named = new Set<string>()
    for (const { of, row } of batch) {
      const shown = words(row.cells[of.matching.columns.indexOf(name)])
      if (shown !== '') named.add(shown)
    }
    const none = named.size === 0 || (permit && !seen)
    finders[name] = none ? () => undefined : await rowFinder(context.db, target, [...named], seen)
  }
  return finders
}
