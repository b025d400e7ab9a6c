import { sql } from 'kysely'
import type { Vars } from '../../engines/bpmn/index.ts'
import { faultPoint } from '../store/index.ts'
import type { Context } from '../system.ts'
import { moveCase, startCase } from './cases.ts'
import { processesOf } from './versions.ts'

interface OutboxRow {
  readonly key: string
  readonly case_id: string
  readonly process: string
  readonly effect: string
  readonly payload: Vars
  readonly tries: number
}

/** Seconds until the next try, by how many there were; after the last one it waits for a person. */
const PAUSES = [60, 300, 1800, 7200, 21_600, 86_400]
/** Seconds that a try may take before another program takes it to have died. */
const LEASE = 300

/**
 * Delivers what is due, the oldest first, at least once: a try is entered before it is made, so one that is cut short is
 * made again. Programs that do so side by side do not take the same.
 * @returns how many were delivered
 */
export async function deliverPosted(context: Context, limit = 100): Promise<number> {
  let delivered = 0
  for (let count = 0; count < limit; count++) {
    const now = context.moment()
    const { rows } = await sql<OutboxRow>`update flow.outbox o set tries = tries + 1,
        next_at = ${now}::timestamptz + make_interval(secs => ${LEASE})
      where key = (select key from flow.outbox where next_at <= ${now}::timestamptz order by next_at limit 1
        for update skip locked)
      returning key, case_id, process, effect, payload, tries`.execute(context.db)
    const [row] = rows
    if (!row) break
    faultPoint('effect-taken')
    const failure = await deliver(context, row).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    faultPoint('effect-done')
    if (failure === undefined) delivered++
    const pause = failure === undefined ? null : (PAUSES[row.tries - 1] ?? null)
    await sql`update flow.outbox set failure = ${failure ?? null},
        done_at = case when ${failure === undefined} then ${context.moment()}::timestamptz end,
        next_at = ${context.moment()}::timestamptz + make_interval(secs => ${pause}::integer)
      where key = ${row.key}`.execute(context.db)
  }
  return delivered
}

/** To the cases that wait for it, to processes that begin with it, and to what is outside. Each may be told twice. */
async function deliver(context: Context, row: OutboxRow): Promise<void> {
  const { key, case_id: id, process, effect, payload: vars } = row
  const [, type, name] = /^(message|signal):(.*)$/s.exec(effect) as unknown as [string, string, string]
  const processes = processesOf(context)
  await tellWaiting(context, row, type, name)
  if (type === 'message') {
    for (const declared of processes.values())
      if (declared.startsOn?.includes(name)) await startOnce(context, declared.id, name, row)
    await processes.get(process)?.effects?.[name]?.(context, { key, case: id, vars })
  }
}

/** A signal reaches everybody who waits for it; a message whoever is about the same row, or of the same family. */
async function tellWaiting(
  context: Context,
  { case_id: id, payload: vars }: OutboxRow,
  type: string,
  name: string,
): Promise<void> {
  const whose =
    type === 'signal'
      ? sql`true`
      : sql`(c.record = s.record and c.row_id = s.row_id or coalesce(c.root, c.id) = coalesce(s.root, s.id))`
  const { rows } = await sql<{ case_id: string; key: string }>`select w.case_id, w.key
    from flow.waits w join flow.cases c on c.id = w.case_id, flow.cases s
    where s.id = ${id} and w.type = ${type} and w.ref = ${name} and ${whose} order by w.case_id, w.key`.execute(
    context.db,
  )
  for (const { case_id, key } of rows) await moveCase(context, case_id, { type: 'event', wait: key, vars })
}

/** The key that began a case is kept with it as a posted row that is done, so that a second try begins none. */
async function startOnce(context: Context, process: string, name: string, row: OutboxRow): Promise<void> {
  await context.transaction(async (within) => {
    const { rows } = await sql<{
      title: string
      record: string | null
      row_id: string | null
      synthetic: boolean
    }>`
      select title, record, row_id, synthetic from flow.cases where id = ${row.case_id} for update`.execute(
      within.db,
    )
    const [from] = rows
    const key = `${row.key}>${process}`
    const { rows: made } =
      await sql`insert into flow.outbox (key, case_id, process, effect, payload, made_at, done_at)
      values (${key}, ${row.case_id}, ${process}, 'start', '{}', ${within.moment()}::timestamptz, ${within.moment()}::timestamptz)
      on conflict (key) do nothing returning key`.execute(within.db)
    if (!from || made.length === 0) return
    const subject = from.record && from.row_id ? { record: from.record, id: from.row_id } : undefined
    await startCase(within, {
      process,
      title: from.title,
      vars: row.payload,
      on: name,
      subject,
      synthetic: from.synthetic,
    })
  })
}
