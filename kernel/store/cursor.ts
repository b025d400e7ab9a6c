import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * The rows of a query in batches, read as they are taken, so that their number costs no memory.
 * @param db within a transaction: all rows are then of one moment; one such reading at a time
 */
export async function* batchesOf<T>(
  db: Database,
  query: RawBuilder<unknown>,
  size: number,
): AsyncGenerator<readonly T[]> {
  await sql`declare gaoxin_batches no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<T>`fetch ${sql.raw(String(size))} from gaoxin_batches`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await sql`close gaoxin_batches`.execute(db)
}
