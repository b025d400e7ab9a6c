import { sql } from 'kysely'
import type { Context } from '../system.ts'
import { readLimits } from './limits.ts'
import type { StoreId } from './stores/store.ts'

export interface Swept {
  /** Files whose row never came. */
  readonly files: number
  /** Contents that no file holds any more. */
  readonly contents: number
}

/** Does away with what was sent and never kept, and with the bytes of files removed long ago. */
export async function sweep(context: Context): Promise<Swept> {
  const { keptDays, waitingHours } = await readLimits(context.db)
  const now = Date.parse(context.now())
  const before = (milliseconds: number) => new Date(now - milliseconds).toISOString()
  const files = await dropWaiting(context, before(waitingHours * 3_600_000))
  return { files, contents: await dropUnused(context, before(keptDays * 86_400_000)) }
}

const dropWaiting = (outer: Context, since: string): Promise<number> =>
  outer.transaction(async ({ db, now }) => {
    const { rows } = await sql<{ content: string }>`delete from attachments.files
      where owner_record is null and recorded_at < ${since} returning content`.execute(db)
    const contents = [...new Set(rows.map(({ content }) => content))]
    if (contents.length > 0)
      await sql`update attachments.contents c set unused_since = ${now()} where id = any(${contents}::text[])
        and not exists (select from attachments.files f where f.content = c.id)`.execute(db)
    return rows.length
  }, '清理未归属的附件')

/**
 * First noted as gone, then removed, then forgotten: cut short anywhere, the next upload of the same bytes puts them
 * again, and the next sweep goes on.
 */
async function dropUnused({ db, attachments: { store } }: Context, since: string): Promise<number> {
  await sql`update attachments.contents set stored = false where unused_since < ${since}`.execute(db)
  const { rows } = await sql<{ id: string }>`select id from attachments.contents
    where not stored and unused_since < ${since}`.execute(db)
  let dropped = 0
  for (const { id } of rows)
    await db.transaction().execute(async (transaction) => {
      const held = await sql<{ store: StoreId }>`select store from attachments.contents
        where id = ${id} and not stored and unused_since < ${since} for update`.execute(transaction)
      if (!held.rows[0]) return
      await store(held.rows[0].store).remove(id)
      await sql`delete from attachments.contents where id = ${id}`.execute(transaction)
      dropped++
    })
  return dropped
}
