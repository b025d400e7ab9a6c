/** What was found put beside what is kept: only answers that changed are written. */
import { type RawBuilder, sql } from 'kysely'
import { SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import type { Database } from '../../../kernel/store/index.ts'
import type { Found } from './asked.ts'

/** For what a full run finds; it is gone with its transaction. */
export const FOUND = sql`policy_found`

export const createFound = (db: Database) =>
  sql`create temp table policy_found (enterprise text not null, granule text not null, verdict text not null,
    amount numeric, near integer, gap numeric) on commit drop`.execute(db)

/** The few that were found by rows, to stand where a table would. */
export const foundRows = (found: readonly Found[]) => sql`jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
  as f(enterprise text, granule text, verdict text, amount numeric, near integer, gap numeric)`

export const insertFound = (db: Database, found: readonly Found[]) =>
  sql`insert into ${FOUND} (enterprise, granule, verdict, amount, near, gap)
    select enterprise, granule, verdict, amount, near, gap from ${foundRows(found)}`.execute(db)

/** Which kept rows the judgement speaks of. */
export interface Scope {
  /** Left out: all, those of granules no longer in force among them. */
  readonly granules?: readonly string[]
  /** Left out: everybody. */
  readonly enterprises?: readonly string[]
}

/** @param from `table f` or rows as `f` @returns how many answers changed */
export async function merge(
  db: Database,
  from: RawBuilder<unknown>,
  scope: Scope,
  at: { readonly asOf: string; readonly now: string },
): Promise<number> {
  const within = sql.join(
    [
      sql`true`,
      ...(scope.granules ? [sql`m.granule = any(${scope.granules}::text[])`] : []),
      ...(scope.enterprises ? [sql`m.enterprise = any(${scope.enterprises}::text[])`] : []),
    ],
    sql` and `,
  )
  const same = sql`f.enterprise = m.enterprise and f.granule = m.granule`
  const gone = await sql`delete from policy.matches m where ${within}
    and not exists (select from ${from} where ${same})`.execute(db)
  const moved = await sql`update policy.matches m set verdict = f.verdict, amount = f.amount, near = f.near,
      gap = f.gap, as_of = ${at.asOf}::date, known_at = ${at.now}::timestamptz,
      recorded_at = ${at.now}::timestamptz, recorded_by = ${SYSTEM_ACTOR.id}
    from ${from} where ${same} and (m.verdict, m.amount, m.near, m.gap)
      is distinct from (f.verdict, f.amount, f.near, f.gap)`.execute(db)
  const fresh =
    await sql`insert into policy.matches (id, granule, enterprise, verdict, amount, near, gap, as_of,
      known_at, synthetic, recorded_at, recorded_by)
    select f.granule || '/' || f.enterprise, f.granule, f.enterprise, f.verdict, f.amount, f.near, f.gap,
      ${at.asOf}::date, ${at.now}::timestamptz, false, ${at.now}::timestamptz, ${SYSTEM_ACTOR.id}
    from ${from} where not exists (select from policy.matches m where ${same})`.execute(db)
  return Number((gone.numAffectedRows ?? 0n) + (moved.numAffectedRows ?? 0n) + (fresh.numAffectedRows ?? 0n))
}
