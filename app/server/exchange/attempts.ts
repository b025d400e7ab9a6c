import { sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import { type ImportRow, imports, type Outcome } from '../../../kernel/store/exchange/index.ts'
import { type Database, getRow, insertRows, LOCKS, listRows, updateRow } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'

/**
 * The record of attempts to write a file. While one is written its transaction holds a lock under its id: an attempt
 * that says it is being written, and whose lock is free, was cut short together with its program; the database has
 * taken back what it wrote.
 */
export const lockAttempt = (db: Database, id: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${LOCKS.importing}, hashtext(${id}))`.execute(db)

const isFree = async (db: Database, id: string): Promise<boolean> =>
  (
    await sql<{
      free: boolean
    }>`select pg_try_advisory_xact_lock(${LOCKS.importing}, hashtext(${id})) as free`.execute(db)
  ).rows[0]?.free === true

export type Attempt = Pick<
  ImportRow,
  'id' | 'record' | 'record_name' | 'file_name' | 'file_size' | 'file_hash' | 'why'
>

/** Enters an attempt that begins, so that it is known of whatever becomes of it; a second try of a file goes over the first. */
export const beginAttempt = (outer: Context, attempt: Attempt): Promise<void> =>
  outer.transaction(async (context) => {
    const { actor, newId, db } = context
    const now = context.now()
    const begun = { state: 'running', started_at: now, why: attempt.why }
    if (await getRow(db, imports, attempt.id)) {
      await updateRow(context, imports, attempt.id, { ...begun, ended_at: null })
      return
    }
    await insertRows(db, imports, [{ ...attempt, ...begun, person: actor.id, person_name: actor.name }], {
      actor,
      now,
      newId,
    })
    await context.changed(imports.id, [attempt.id])
  }, attempt.why)

/** In the transaction of the write itself, so that neither is without the other; or after it was taken back. */
export const endAttempt = (
  context: Context,
  id: string,
  state: ImportRow['state'],
  outcome?: Outcome,
): Promise<unknown> =>
  updateRow(context, imports, id, {
    state,
    ended_at: context.now(),
    ...(outcome && {
      added: outcome.written ? outcome.new : 0,
      changed: outcome.written ? outcome.changed : 0,
      unchanged: outcome.unchanged,
      bad: outcome.badRows,
    }),
  })

/** That what was written is taken back, or some of it; in the transaction that does so. */
export const markTakenBack = (context: Context, id: string, state: 'undone' | 'partly'): Promise<unknown> =>
  updateRow(context, imports, id, { state })

/** What the record says of an attempt of one's own; one that was cut short is found out here. */
export async function findAttempt(zone: Zone, actor: Actor, id: string): Promise<ImportRow | undefined> {
  const found = await getRow(zone.store.db, imports, id, { where: sql`person = ${actor.id}` })
  if (found?.state === 'running' && (await endInterrupted(zone, id)))
    return { ...(found as unknown as ImportRow), state: 'interrupted' }
  return found as unknown as ImportRow | undefined
}

/** Attempts of programs that are no more, when a program starts. */
export async function sweepAttempts(zone: Zone): Promise<void> {
  const { rows } = await listRows(zone.store.db, imports, {
    filter: { state: 'running' },
    offset: 0,
    limit: 500,
  })
  for (const { id } of rows) await endInterrupted(zone, String(id))
}

const endInterrupted = (zone: Zone, id: string): Promise<boolean> =>
  zone.context().transaction(async (context) => {
    if (!(await isFree(context.db, id))) return false
    // Who held the lock may have come to an end just now.
    const row = await getRow(context.db, imports, id)
    if (row?.state !== 'running') return false
    await endAttempt(context, id, 'interrupted')
    return true
  }, INTERRUPTED.zh)

const INTERRUPTED = text('程序中断，导入未完成', 'The program ended before the import did')
