import { type RawBuilder, sql } from 'kysely'
import { quote, tableName } from '../store/ddl.ts'
import type { RecordDefinition } from '../store/index.ts'
import { blindColumn } from '../store/personal/columns.ts'
import type { Context } from '../system.ts'
import { referringTo } from './edit.ts'
import type { Permit } from './grants.ts'

/** Why a row that an import wrote stays: changed since, referred to by others, out of reach. */
export const STAYS = ['changed', 'referred', 'denied'] as const

export interface TakenBack {
  /** New rows that are taken away, and changed ones that are again what they were. */
  readonly removed: number
  readonly restored: number
  readonly kept: number
  /** The first that stay, by what names them. */
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly reason: (typeof STAYS)[number]
    /** Of one that has changed: who changed it last, and when. */
    readonly by: string | null
    readonly at: string | null
    /** Of one that is referred to: the record whose rows do. */
    readonly record: string | null
  }[]
}

/** What may be written back, and what new rows may be taken away; undefined: none. */
export interface TakeBackPermits {
  readonly import: Permit
  readonly remove: Permit | undefined
}

/** Stands beside every change of the undoing of an import, and leads back to it. */
export const undoneWhy = (words: string, id: string): string => `${words}${markOf(id)}`
const markOf = (id: string) => `〔撤销导入 ${id}〕`

const MOST_NAMED = 100
const back = sql.raw('gx_back')

/**
 * Takes back what an import wrote: its new rows go, those that it changed are again what they were. A row stays where
 * somebody has changed it since, where a row that stays refers to it, or where the person may not.
 * @param context of a transaction, whose reason `undoneWhy` makes
 * @param id of the import, in whose own history stands which transaction it was
 * @param preview says what would come of it, and changes nothing
 */
export async function takeBack(
  context: Context,
  record: RecordDefinition,
  permits: TakeBackPermits,
  id: string,
  preview: boolean,
): Promise<TakenBack> {
  const referring = referringTo(context, record)
  if (!preview)
    await lock(
      context,
      record,
      referring.map(({ from }) => from),
    )
  await gather(context, record, permits, id)
  await keepReferred(context, record, referring)
  const done = await counted(context, record)
  if (!preview) await write(context, record, permits)
  await sql`drop table ${back}`.execute(context.db)
  return done
}

/** Nobody changes a row, or comes to refer to one, between the judgement and the write. */
async function lock(
  { db }: Context,
  { id }: RecordDefinition,
  others: readonly RecordDefinition[],
): Promise<void> {
  await sql`lock table ${sql.raw(tableName(id))} in share row exclusive mode`.execute(db)
  const tables = [...new Set(others.map((other) => tableName(other.id)))].filter(
    (name) => name !== tableName(id),
  )
  if (tables.length > 0) await sql`lock table ${sql.raw(tables.join(', '))} in share mode`.execute(db)
}

/** What the import wrote, row by row: what each was before it, and before the last change after it; and why it stays. What was taken back before is not there. */
async function gather(
  { db }: Context,
  record: RecordDefinition,
  permits: TakeBackPermits,
  id: string,
): Promise<void> {
  const table = sql.raw(tableName(record.id))
  const within = (rows: RawBuilder<unknown>, permit: Permit | undefined) =>
    sql`exists (select from ${rows} where id = m.row_id and ${permit ? (permit.where ?? sql`true`) : sql`false`})`
  const was = sql`(select (jsonb_populate_record(null::${table}, m.before)).*) was`
  await sql`create temporary table ${back} on commit drop as
    with written as (select tx from audit.changes where record = 'exchange.imports' and row_id = ${id}
      and before ->> 'state' = 'running' order by seq desc limit 1),
    made as (select c.seq, c.row_id, c.before from written w
      join audit.changes c on c.tx = w.tx and c.record = ${record.id}
        and c.seq between (select min(first_seq) from audit.seals s where s.tx = w.tx)
          and (select max(last_seq) from audit.seals s where s.tx = w.tx))
    select m.row_id as id, m.before, n.before as last, n.actor as by, n.at, null::text as record,
      case when n.seq is not null then 'changed'
        when m.before is null and not ${within(table, permits.remove)} then 'denied'
        when m.before is not null and not (${within(table, permits.import)} and ${within(was, permits.import)}) then 'denied'
      end as reason
    from made m left join lateral (select x.seq, x.actor, x.at, x.why, x.before from audit.changes x
      where x.record = ${record.id} and x.row_id = m.row_id and x.seq > m.seq order by x.seq desc limit 1) n on true
    where n.why is null or right(n.why, ${markOf(id).length}) <> ${markOf(id)}`.execute(db)
  await sql`alter table ${back} add primary key (id)`.execute(db)
  await sql`analyze ${back}`.execute(db)
}

/** New rows to which others refer stay; so do those to which these refer, and so on until all that stays stands on what stays. */
async function keepReferred(
  { db }: Context,
  record: RecordDefinition,
  referring: ReturnType<typeof referringTo>,
): Promise<void> {
  for (let more = true; more; ) {
    more = false
    for (const { from, column } of referring) {
      // A row of the same import that goes as well holds nothing; one that was changed by it may refer to another once restored.
      const goes =
        from.id === record.id
          ? sql`and not exists (select from ${back} g where g.id = r.id and g.reason is null and g.before is null)`
          : sql``
      const { numAffectedRows = 0n } = await sql`update ${back} b set reason = 'referred', record = ${from.id}
        where b.reason is null and b.before is null and exists (select from ${sql.raw(tableName(from.id))} r
          where r.${sql.raw(quote(column))} = b.id ${goes})`.execute(db)
      more ||= from.id === record.id && numAffectedRows > 0n
    }
  }
}

async function counted({ db }: Context, record: RecordDefinition): Promise<TakenBack> {
  const title = record.columns[record.title]
  const called = title && !title.personal ? record.title : 'id'
  const { rows: sums } = await sql<Pick<TakenBack, 'removed' | 'restored' | 'kept'>>`
    select count(*) filter (where reason is null and before is null) as removed,
      count(*) filter (where reason is null and before is not null) as restored,
      count(reason) as kept from ${back}`.execute(db)
  const { rows } = await sql<TakenBack['rows'][number]>`
    select b.id, coalesce(t.${sql.raw(quote(called))}::text, b.last ->> ${called}, b.id) as label,
      b.reason, b.by, b.at, b.record
    from ${back} b left join ${sql.raw(tableName(record.id))} t on t.id = b.id
    where b.reason is not null order by label, b.id limit ${MOST_NAMED}`.execute(db)
  return { ...(sums[0] ?? { removed: 0, restored: 0, kept: 0 }), rows }
}

async function write(
  context: Context,
  record: RecordDefinition,
  { import: { record: seen } }: TakeBackPermits,
): Promise<void> {
  const { db, actor } = context
  const table = sql.raw(tableName(record.id))
  const names = Object.entries(seen.columns).flatMap(([name, { personal }]) =>
    personal ? [name, blindColumn(name)] : [name],
  )
  const sets = names.map((name) => `${quote(name)} = was.${quote(name)}`).join(', ')
  const removed = await sql<{ id: string }>`delete from ${table} t using ${back} b
    where t.id = b.id and b.reason is null and b.before is null returning t.id`.execute(db)
  const restored = await sql<{ id: string }>`update ${table} t
    set ${sql.raw(sets)}, recorded_at = ${context.now()}, recorded_by = ${actor.id}
    from (select (jsonb_populate_record(null::${table}, before)).* from ${back}
      where reason is null and before is not null) was
    where t.id = was.id returning t.id`.execute(db)
  const ids = [...removed.rows, ...restored.rows].map((row) => row.id).slice(0, MOST_NAMED)
  if (ids.length > 0) await context.changed(record.id, ids)
}
