import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import { quote, tableName } from '../ddl.ts'
import { faultPoint } from '../fault.ts'
import { blindColumn, encrypted, personalColumns } from '../personal/columns.ts'
import type { RecordDefinition } from '../record.ts'
import { insertRows } from '../rows.ts'
import { fillable } from './columns.ts'
import { differsIn } from './judge.ts'
import { type Plan, prepare } from './plan.ts'
import { type ImportOptions, refuseCancelled, STAGE, stagedRow } from './stage.ts'
import type { Source } from './zip.ts'

const BATCH = 2000
const stage = sql.raw(STAGE)

export interface RunOptions extends ImportOptions {
  /** Kept with every change: which file it was, and on whose word. */
  readonly why: string
  /** Writes the good rows of a file that has bad ones. */
  readonly acceptRest?: boolean
}

export interface Outcome extends Plan {
  /** False when there were bad rows and nobody accepted the rest: then nothing was written. */
  readonly written: boolean
  /** The moment that the rows bear as their `recorded_at`. */
  readonly at: string | undefined
}

/**
 * Reads a file in, in one transaction. It is judged anew, under a lock that lets others read but not write, so that
 * what is written is what the table then calls for. Rows that are equal to what is stored are not touched.
 */
export const runImport = (
  outer: Context,
  record: RecordDefinition,
  source: Source,
  options: RunOptions,
): Promise<Outcome> =>
  outer.transaction(async (context) => {
    const lock = async () => {
      await sql`lock table ${sql.raw(tableName(record.id))} in share row exclusive mode`.execute(context.db)
    }
    const plan = await prepare(context, record, source, options, lock)
    if (plan.badRows > 0 && !options.acceptRest) return { ...plan, written: false, at: undefined }
    const total = plan.new + plan.changed
    const report = (done: number) => options.onProgress?.({ step: text('写入', 'Writing'), done, total })
    const now = context.now()
    const created = await insertNew(context, record, now, options.signal, report)
    const changed = await updateChanged(context, record, now, options.signal, (done) =>
      report(plan.new + done),
    )
    const ids = [...created, ...changed].slice(0, 100)
    if (ids.length > 0) await context.changed(record.id, ids)
    return { ...plan, written: true, at: now }
  }, options.why)

type Report = (done: number) => void
type Staged = Readonly<Record<string, unknown>> & {
  readonly gx_n: number
  readonly gx_match: string | null
  readonly gx_id: string | null
}

/** The staged rows of one kind in batches, in the order of the file. */
async function* batches(
  { db }: Context,
  record: RecordDefinition,
  state: 'new' | 'changed',
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Staged[]> {
  const names = sql.raw(Object.keys(fillable(record)).map(quote).join(', '))
  for (let after = -1; ; ) {
    refuseCancelled(signal)
    const { rows } = await sql<Staged>`select gx_n, gx_match, gx_id, ${names} from ${stage}
      where gx_state = ${state} and not gx_bad and gx_n > ${after} order by gx_n limit ${BATCH}`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.gx_n
  }
}

/** A staged row with its personal values in plain, for the moment until they are bound to the row that they go to. */
const plain = ({ vault }: Context, record: RecordDefinition, row: Staged): Record<string, unknown> => {
  const values: Record<string, unknown> = { ...row }
  for (const [name] of personalColumns(record))
    if (typeof row[name] === 'string')
      values[name] = vault.decrypt(row[name], { record: record.id, column: name, row: stagedRow(row.gx_n) })
  return values
}

/** @returns the first ids, for those who watch the record */
async function insertNew(
  context: Context,
  record: RecordDefinition,
  now: string,
  signal: AbortSignal | undefined,
  report: Report,
): Promise<string[]> {
  const { db, actor, newId, vault } = context
  const first: string[] = []
  let done = 0
  for await (const rows of batches(context, record, 'new', signal)) {
    const complete = rows.map((row) => {
      const { gx_n: _, gx_match: __, gx_id, ...values } = plain(context, record, row)
      return { ...values, id: values.id ?? gx_id ?? newId() }
    })
    await insertRows(db, record, complete, { actor, now, newId, vault })
    faultPoint('batch-done')
    if (first.length < 100) first.push(...complete.map(({ id }) => String(id)))
    done += rows.length
    report(done)
  }
  return first
}

async function updateChanged(
  context: Context,
  record: RecordDefinition,
  now: string,
  signal: AbortSignal | undefined,
  report: Report,
): Promise<string[]> {
  const { db, actor } = context
  const personal = personalColumns(record).map(([name]) => name)
  const sets = Object.keys(record.columns).flatMap((name) => {
    const differs = differsIn(record, name)
    const from = personal.includes(name) ? 'p' : 's'
    const stored = personal.includes(name) ? [name, blindColumn(name)] : [name]
    return stored.map(
      (one) => `${quote(one)} = case when ${differs} then ${from}.${quote(one)} else t.${quote(one)} end`,
    )
  })
  const bound = personal.flatMap((name) => [name, blindColumn(name)]).map(quote)
  const shape = ['gx_n bigint', ...bound.map((name) => `${name} text`)].join(', ')
  const first: string[] = []
  let done = 0
  for await (const rows of batches(context, record, 'changed', signal)) {
    const values = personal.length > 0 ? rows.map((row) => boundTo(context, record, row)) : []
    const joined =
      personal.length > 0
        ? sql`join jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as p(${sql.raw(shape)}) using (gx_n)`
        : sql``
    const numbers = rows.map(({ gx_n }) => gx_n)
    const { rows: written } = await sql<{ id: string }>`
      update ${sql.raw(tableName(record.id))} t set ${sql.raw(sets.join(', '))},
        recorded_at = ${now}, recorded_by = ${actor.id}
      from ${stage} s ${joined} where s.gx_n = any(${numbers}::bigint[]) and t.id = s.gx_match
      returning t.id`.execute(db)
    faultPoint('batch-done')
    if (first.length < 100) first.push(...written.map(({ id }) => id))
    done += rows.length
    report(done)
  }
  return first
}

/** The personal values of a staged row, encrypted for the row that they go to. */
function boundTo(context: Context, record: RecordDefinition, row: Staged): Record<string, unknown> {
  const values = plain(context, record, row)
  const own = Object.fromEntries(personalColumns(record).map(([name]) => [name, values[name] ?? null]))
  return { ...encrypted(record, own, String(row.gx_match), context.vault), gx_n: row.gx_n }
}
