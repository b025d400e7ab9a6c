import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { tableName } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'

/** What is announced of a change once it has committed. */
export interface AnnouncedChange {
  readonly record: string
  /** Some of the rows. */
  readonly ids: readonly string[]
  /** The transaction, by which the history knows all of them; null when it was none of the program's. */
  readonly tx: string | null
  /** Whose it was, by id; null as with `tx`. */
  readonly actor: string | null
}

/**
 * Whether a change touched a row that meets a condition, as the row is or as it was before: what is taken away, or
 * handed on to others, concerns whoever had it.
 */
export async function isAmong(
  db: Database,
  { id: record }: RecordDefinition,
  where: RawBuilder<unknown>,
  { ids, tx }: Pick<AnnouncedChange, 'ids' | 'tx'>,
): Promise<boolean> {
  const table = sql.raw(tableName(record))
  // Its seals bound the search to the transaction's own stretch of the history.
  const changes = sql`audit.seals s join audit.changes c on c.seq between s.first_seq and s.last_seq and c.tx = s.tx
    where s.tx = ${tx} and c.record = ${record}`
  const { rows } = await sql<{ among: boolean }>`select
    exists (select from ${table} where id = any(${ids}::text[]) and ${where})
    or exists (select from ${table} where id in (select c.row_id from ${changes}) and ${where})
    or exists (select from (select (jsonb_populate_record(null::${table}, c.before)).* from ${changes}
      and c.before is not null) had where ${where}) as among`.execute(db)
  return rows[0]?.among ?? false
}
