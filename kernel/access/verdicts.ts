import { type RawBuilder, sql } from 'kysely'
import { quote, tableName } from '../store/ddl.ts'
import type { Database, RecordDefinition } from '../store/index.ts'
import { comparable, storedColumns } from '../store/personal/columns.ts'

/**
 * What a change would do to each of many rows, asked in one statement and kept in a table of the transaction's own:
 * the same answer as from changing them one by one in the order of their ids.
 */
export const VERDICTS = sql.table('pg_temp.gaoxin_verdicts')

/** Why a row is refused: it may not be changed, it would leave what may be changed, its like exists already. */
export const REFUSALS = ['reach', 'leaves', 'exists'] as const
export type Refusal = (typeof REFUSALS)[number]

export interface Question {
  /** Condition of the rows that are meant. */
  readonly chosen: RawBuilder<unknown>
  /** Condition of the rows that may be changed, before and after; undefined: every row. */
  readonly may: RawBuilder<unknown> | undefined
  /** Column → its new value. */
  readonly set: Readonly<Record<string, RawBuilder<unknown>>>
  /** Locks the rows that are meant. */
  readonly lock: boolean
  readonly most: number
}

/** @returns how many rows are meant, `most` at most */
export async function judgeRows(
  db: Database,
  record: RecordDefinition,
  { chosen, may = sql`true`, set, lock, most }: Question,
): Promise<number> {
  const table = sql.raw(tableName(record.id))
  const after = sql.join(
    Object.keys(storedColumns(record)).map((name) => sql`${set[name] ?? column(name)} as ${column(name)}`),
  )
  await sql`create temp table if not exists gaoxin_verdicts (id text primary key, verdict text, print bigint)
    on commit drop`.execute(db)
  await sql`truncate ${VERDICTS}`.execute(db)
  const { numAffectedRows } = await sql`
    with gx_met as materialized (
      select * from ${table} where ${chosen} order by id limit ${most} ${lock ? sql`for update` : sql``}),
    gx_before as (
      select id, hashtextextended(gx_met::text, 0) as gx_print, coalesce(${may}, false) as gx_may,
        ${isSo(set, Object.keys(set), '')} as gx_same
      from gx_met),
    gx_after as (
      select id as gx_id, coalesce(${may}, false) as gx_stays from (select ${after} from gx_met) gx_changed)
    insert into ${VERDICTS} (id, print, verdict)
    select id, gx_print,
      case when gx_same then 'same' when not gx_may then 'reach' when not gx_stays then 'leaves' else 'ok' end
    from gx_before join gx_after on gx_id = id`.execute(db)
  const keys = (record.unique ?? []).filter((names) => names.some((name) => name in set))
  for (const names of keys) await refuseTaken(db, record, set, names)
  for (const names of keys) await refuseLater(db, record, set, names)
  return Number(numAffectedRows ?? 0)
}

const column = (name: string, of = ''): RawBuilder<unknown> => sql.raw(`${of}${quote(name)}`)

const isSo = (set: Question['set'], names: readonly string[], of: string): RawBuilder<unknown> =>
  sql.join(
    names.map((name) => sql`${column(name, of)} is not distinct from ${set[name]}`),
    sql` and `,
  )

/** Rows whose new key another row has as it stands; whose key stays as it is takes it from nobody. */
async function refuseTaken(
  db: Database,
  record: RecordDefinition,
  set: Question['set'],
  names: readonly string[],
): Promise<void> {
  const table = sql.raw(tableName(record.id))
  const match = names.map((name) => {
    const key = comparable(record, name)
    return sql`${column(key, 'o.')} = ${set[name] ?? column(key, 't.')}`
  })
  await sql`update ${VERDICTS} v set verdict = 'exists' where verdict = 'ok' and id in (
    select t.id from ${VERDICTS} j join ${table} t on t.id = j.id
    join ${table} o on ${sql.join(match, sql` and `)} and o.id <> t.id
    where j.verdict = 'ok' and not (${isSo(
      set,
      names.filter((name) => name in set),
      't.',
    )}))`.execute(db)
}

/** Of rows that would come to the same key, all but the first. */
async function refuseLater(
  db: Database,
  record: RecordDefinition,
  set: Question['set'],
  names: readonly string[],
): Promise<void> {
  const values = names.map((name) => set[name] ?? column(comparable(record, name), 't.'))
  const given = sql.join(
    values.map((value) => sql`${value} is not null`),
    sql` and `,
  )
  await sql`update ${VERDICTS} v set verdict = 'exists' where verdict = 'ok' and id in (
    select id from (
      select t.id, row_number() over (partition by ${sql.join(values)} order by t.id) as n
      from ${VERDICTS} j join ${sql.raw(tableName(record.id))} t on t.id = j.id
      where j.verdict = 'ok' and ${given}) later
    where n > 1)`.execute(db)
}

/** The verdicts counted, and a print of the rows as they were when judged. */
export async function countVerdicts(db: Database): Promise<{
  changed: number
  unchanged: number
  refused: { reason: Refusal; rows: number; ids: string[] }[]
  print: string
}> {
  const { rows } = await sql<{ verdict: string; rows: number; ids: string[]; print: string }>`
    select verdict, count(*) as rows, (array_agg(id order by id) filter (where verdict <> 'ok' and verdict <> 'same'))[1:100] as ids,
      concat(bit_xor(print), ' ', sum(print)) as print
    from ${VERDICTS} group by verdict order by verdict`.execute(db)
  const of = (verdict: string) => rows.find((row) => row.verdict === verdict)?.rows ?? 0
  return {
    changed: of('ok'),
    unchanged: of('same'),
    refused: REFUSALS.flatMap((reason) => {
      const row = rows.find(({ verdict }) => verdict === reason)
      return row ? [{ reason, rows: row.rows, ids: row.ids }] : []
    }),
    print: rows.map(({ verdict, rows: count, print }) => `${verdict} ${count} ${print}`).join('; '),
  }
}
