import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { tellDuplicate } from '../store/changes.ts'
import { quote, tableName } from '../store/ddl.ts'
import type { RecordDefinition } from '../store/index.ts'
import { blindColumn } from '../store/personal/columns.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import type { Permit } from './grants.ts'

export interface Undone {
  readonly restored: number
  /** Rows that stay as they are, since somebody changed or removed them later, or they are out of reach now. */
  readonly kept: number
  /** The first of them, and who changed each last. */
  readonly rows: readonly { readonly id: string; readonly by: string | null; readonly at: string | null }[]
}

/**
 * Writes back what rows of a record were before a transaction of the same person changed them, wherever nobody has
 * changed them since.
 * @throws GaoxinError UNDO_UNKNOWN when the person changed no row of the record in that transaction
 */
export const undoChanges = (
  outer: Context,
  record: RecordDefinition,
  permit: Permit,
  transaction: string,
  why: string,
): Promise<Undone> =>
  outer.transaction(async (context) => {
    const { db, actor } = context
    const table = sql.raw(tableName(record.id))
    const may = permit.where ?? sql`true`
    const names = Object.entries(permit.record.columns).flatMap(([name, { personal }]) =>
      personal ? [name, blindColumn(name)] : [name],
    )
    const made = sql`select c.seq, c.row_id, c.before from audit.changes c
      where c.seq between (select min(first_seq) from audit.seals where tx = ${transaction})
        and (select max(last_seq) from audit.seals where tx = ${transaction})
      and c.tx = ${transaction} and c.record = ${record.id} and c.actor = ${actor.id} and c.before is not null`
    const { rows: found } = await sql<{ n: number }>`select count(*) as n from (${made}) m`.execute(db)
    const total = found[0]?.n ?? 0
    if (total === 0) throw unknown(record, transaction)
    const restored = await sql<{ id: string }>`
      with made as (${made}),
      was as (select * from (select (jsonb_populate_record(null::${table}, before)).*, seq from made) w where ${may})
      update ${table} t set ${sql.raw(names.map((name) => `${quote(name)} = was.${quote(name)}`).join(', '))},
        recorded_at = ${context.now()}, recorded_by = ${actor.id}
      from was where t.id = was.id and t.id in (select id from ${table} where ${may})
        and not exists (select from audit.changes n where n.record = ${record.id} and n.row_id = was.id and n.seq > was.seq)
      returning t.id`
      .execute(db)
      .catch(tellDuplicate(record))
    const ids = restored.rows.map(({ id }) => id)
    const kept = await sql<Undone['rows'][number]>`with made as (${made})
      select row_id as id, n.actor as by, n.at from made
      left join lateral (select actor, at from audit.changes n
        where n.record = ${record.id} and n.row_id = made.row_id and n.seq > made.seq order by n.seq desc limit 1) n on true
      where row_id <> all(${ids}::text[]) order by row_id limit 100`.execute(db)
    if (ids.length > 0) await context.changed(record.id, ids.slice(0, 100))
    return { restored: ids.length, kept: total - ids.length, rows: kept.rows }
  }, why)

const unknown = (record: RecordDefinition, transaction: string) =>
  new GaoxinError(
    'UNDO_UNKNOWN',
    text('没有可以撤销的修改', 'There is nothing to undo'),
    text('只能撤销自己做的修改；请在变更记录中核对', 'One undoes one’s own changes; see the history'),
    { place: record.id, value: transaction, status: 404 },
  )
