/**
 * What changed since enterprises were last judged. A trigger on the history notes every change of a watched record in
 * the transaction that makes it, whoever makes it; what is noted stays until a judgement has taken it into account.
 */
import { sql } from 'kysely'
import { factsOf } from '../../../kernel/rules/index.ts'
import { type Database, type RecordDefinition, tableName } from '../../../kernel/store/index.ts'
import { registerOf, type SubjectView, traitsReading } from '../../../kernel/subjects/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { SUBJECT } from '../granule/index.ts'

/** A record whose rows changed: who may be judged differently now, and by what. */
export interface Touched {
  readonly record: string
  readonly enterprises: readonly string[]
  readonly traits: ReadonlySet<string>
}

type Declaring = Pick<Context, 'systems' | 'db'>

const viewsOf = ({ systems }: Pick<Context, 'systems'>): readonly SubjectView[] =>
  systems.flatMap(({ views }) => views ?? []).filter(({ of }) => of === SUBJECT)

/** From here on, changes of everything that traits are read from are noted. */
export async function watchSources(context: Declaring): Promise<void> {
  const records = [SUBJECT, ...viewsOf(context).flatMap(({ sources }) => sources.map(({ id }) => id))]
  await sql`insert into policy.watched (record) select distinct unnest(${records}::text[])
    on conflict do nothing`.execute(context.db)
}

/** @param most of the changes that are taken; more are not worth judging one by one */
export async function countTouched(db: Database, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from (select from policy.touched limit ${most}) t`.execute(db)
  return rows[0]?.n ?? 0
}

/** Everything noted so far counts as taken into account. */
export const clearTouched = (db: Database) => sql`delete from policy.touched`.execute(db)

/**
 * Takes what was noted. Within the transaction of the judgement: should that fail, it is noted still.
 * A change of a transaction that has not committed yet is not seen, and is there the next time.
 */
export async function takeTouched(context: Declaring, asOf: string): Promise<readonly Touched[]> {
  const { db, systems } = context
  await sql`create temp table policy_taken (record text, row_id text, before jsonb) on commit drop`.execute(
    db,
  )
  const { rows } = await sql<{ record: string }>`
    with taken as (delete from policy.touched returning record, row_id, before),
    kept as (insert into policy_taken select * from taken)
    select distinct record from taken order by record`.execute(db)
  const touched: Touched[] = []
  for (const { record } of rows) {
    const enterprises = new Set<string>()
    if (record === SUBJECT) for (const id of await rowIds(db, record)) enterprises.add(id)
    for (const view of viewsOf(context))
      if (view.sources.some(({ id }) => id === record))
        for (const id of await subjectsOf(context, view, record, asOf)) enterprises.add(id)
    if (enterprises.size > 0)
      touched.push({
        record,
        enterprises: [...enterprises],
        traits: traitsReading(systems, SUBJECT, record),
      })
  }
  await sql`drop table policy_taken`.execute(db)
  return touched
}

async function rowIds(db: Database, record: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct row_id as id from policy_taken where record = ${record}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whose rows these are and were, as the view itself tells: it is asked of the changed rows instead of all. */
async function subjectsOf(
  { db, systems }: Declaring,
  { rows: source }: SubjectView,
  record: string,
  asOf: string,
): Promise<readonly string[]> {
  if (!source) return []
  const facts = {
    ...factsOf(asOf),
    rows: (asked: RecordDefinition) =>
      asked.id === record ? changedRows(record) : sql.raw(tableName(asked.id)),
  }
  const subjects = sql<{ subject: string }>`
    select distinct ${source.subject} as subject ${source.from(facts)}`
  if (source.by === 'id') {
    const { rows } = await subjects.execute(db)
    return rows.flatMap(({ subject }) => subject ?? [])
  }
  const register = registerOf(systems, SUBJECT)
  if (!register) return []
  const { rows } = await sql<{ id: string }>`select r.id from ${sql.raw(tableName(register.record.id))} r
    where r.${sql.ref(register.key)} in (select subject from (${subjects}) s)`.execute(db)
  return rows.map(({ id }) => id)
}

function changedRows(record: string) {
  const table = sql.raw(tableName(record))
  const taken = sql`policy_taken where record = ${record}`
  return sql`(
    select * from ${table} where id in (select row_id from ${taken})
    union all
    select (jsonb_populate_record(null::${table}, before)).* from ${taken} and before is not null)`
}
