import { sql } from 'kysely'
import type { Context } from '../system.ts'
import { moveCase } from './cases.ts'

/** Seconds until a time limit whose step failed is tried again. */
const AGAIN = 600

/**
 * Moves cases whose time has come by an instant, the first due first, each in a transaction of its own. One that fails
 * holds nobody up: it is tried again later, and told.
 * @returns how many were moved
 */
export async function moveDue(
  context: Context,
  until: string,
  { limit = 100, failed = () => {} }: { limit?: number; failed?: (error: unknown, id: string) => void } = {},
): Promise<number> {
  const { rows } = await sql<{ case_id: string; key: string }>`select case_id, key from flow.waits
    where due <= ${until}::timestamptz order by due limit ${limit}`.execute(context.db)
  let moved = 0
  for (const { case_id: id, key } of rows)
    try {
      if (await moveCase(context, id, { type: 'event', wait: key })) moved++
    } catch (error) {
      await sql`update flow.waits set due = ${until}::timestamptz + make_interval(secs => ${AGAIN})
        where case_id = ${id} and key = ${key}`.execute(context.db)
      failed(error, id)
    }
  return moved
}
