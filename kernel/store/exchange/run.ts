import { sql } from 'kysely'
import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import { quote, tableName } from '../ddl.ts'
import { faultPoint } from '../fault.ts'
import type { RecordDefinition } from '../record.ts'
import { insertRows } from '../rows.ts'
import { fillable } from './columns.ts'
import { differsIn } from './judge.ts'
import { type Plan, prepare } from './plan.ts'
import { type ImportOptions, STAGE } from './stage.ts'
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
    if (plan.badRows > 0 && !options.acceptRest) return { ...plan, written: false }
    const total = plan.new + plan.changed
    const report = (done: number) => options.onProgress?.({ step: text('写入', 'Writing'), done, total })
    const now = context.now()
    const created = await insertNew(context, record, now, report)
    const changed = await updateChanged(context, record, now, (done) => report(plan.new + done))
    const ids = [...created, ...changed].slice(0, 100)
    if (ids.length > 0) await context.changed(record.id, ids)
    return { ...plan, written: true }
  }, options.why)

type Report = (done: number) => void

/** @returns the first ids, for those who watch the record */
async function insertNew(
  { db, actor, newId }: Context,
  record: RecordDefinition,
  now: string,
  report: Report,
): Promise<string[]> {
  const names = sql.raw(Object.keys(fillable(record)).map(quote).join(', '))
  const first: string[] = []
  let after = -1
  for (let done = 0; ; ) {
    const { rows } = await sql<Record<string, unknown> & { gx_n: number }>`select gx_n, ${names} from ${stage}
      where gx_state = 'new' and not gx_bad and gx_n > ${after} order by gx_n limit ${BATCH}`.execute(db)
    const last = rows.at(-1)
    if (!last) return first
    const complete = rows.map(({ gx_n: _, ...row }) => ({ ...row, id: row.id ?? newId() }))
    await insertRows(db, record, complete, { actor, now, newId })
    faultPoint('batch-done')
    if (first.length < 100) first.push(...complete.map(({ id }) => String(id)))
    after = last.gx_n
    done += rows.length
    report(done)
  }
}

async function updateChanged(
  { db, actor }: Context,
  record: RecordDefinition,
  now: string,
  report: Report,
): Promise<string[]> {
  const sets = Object.entries(record.columns).map(([name, column]) => {
    const own = quote(name)
    return `${own} = case when ${differsIn(name, column)} then s.${own} else t.${own} end`
  })
  const first: string[] = []
  let after = -1
  for (let done = 0; ; ) {
    const { rows } = await sql<{ id: string; gx_n: number }>`with batch as (
        select * from ${stage} where gx_state = 'changed' and not gx_bad and gx_n > ${after}
        order by gx_n limit ${BATCH})
      update ${sql.raw(tableName(record.id))} t set ${sql.raw(sets.join(', '))},
        recorded_at = ${now}, recorded_by = ${actor.id}
      from batch s where t.id = s.gx_match returning t.id, s.gx_n`.execute(db)
    if (rows.length === 0) return first
    faultPoint('batch-done')
    if (first.length < 100) first.push(...rows.map(({ id }) => id))
    after = rows.reduce((most, { gx_n }) => Math.max(most, gx_n), after)
    done += rows.length
    report(done)
  }
}
