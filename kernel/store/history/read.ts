import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { tableName } from '../ddl.ts'
import type { RecordDefinition } from '../record.ts'
import { changesOf } from './seal.ts'

export type Image = Readonly<Record<string, unknown>>

export interface Version {
  /** Names this version of the row; what an edit says it has seen. */
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly why: string | null
  readonly before: Image | null
  readonly after: Image | null
}

const image = (json: string | null): Image | null => (json === null ? null : (JSON.parse(json) as Image))

/** Every change of one row, newest first. */
export async function historyOf(
  db: Database,
  record: RecordDefinition,
  id: string,
): Promise<readonly Version[]> {
  const changes = await changesOf(db, sql`c.record = ${record.id} and c.row_id = ${id}`)
  return changes
    .map(({ seq, at, actor, why, before, after }) => ({
      seq,
      at,
      actor,
      why,
      before: image(before),
      after: image(after),
    }))
    .reverse()
}

/** The newest change of a row: the version that an edit must have seen. @returns 0 when it never was. */
export async function versionOf(db: Database, record: RecordDefinition, id: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from audit.changes
    where record = ${record.id} and row_id = ${id} order by seq desc limit 1`.execute(db)
  return rows[0]?.seq ?? 0
}

/** The last instant of a day in the zone (UTC+8, no summer time). */
export const endOfDay = (day: string): string => `${day}T23:59:59.999999+08:00`

/**
 * The table as it was known at an instant, to stand in a `from`: the rows as they are, less those that changed
 * since, plus those as they were before their first change since. The cost is that of the changes since.
 * @param at ISO 8601; undefined is now
 */
export function known(record: string, at: string | undefined): RawBuilder<unknown> {
  const table = sql.raw(tableName(record))
  if (at === undefined) return table
  const since = sql`audit.changes where record = ${record} and at > ${at}::timestamptz`
  return sql`(
    select * from ${table} where id not in (select row_id from ${since})
    union all
    select (jsonb_populate_record(null::${table}, before)).*
    from (select distinct on (row_id) before from ${since} order by row_id, seq) first where before is not null)`
}
