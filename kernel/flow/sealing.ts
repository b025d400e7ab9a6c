import { sql } from 'kysely'
import { type Database, type Finding, insertRows, LOCKS } from '../store/index.ts'
import type { Context } from '../system.ts'
import { type StepContent, stepHash } from './chain.ts'
import { seals } from './tables.ts'

/** Heads of one seal at most. */
const MOST = 5000

/**
 * Puts the last step of every case that has moved under the zone's chain of changes, so that a history that was
 * written anew as a whole, or cut at its end, no longer fits. Programs that do so side by side seal each head once.
 * @returns how many cases it sealed
 */
export async function sealCases(context: Context): Promise<number> {
  const { rows } = await sql`select from flow.unsealed limit 1`.execute(context.db)
  return rows.length === 0 ? 0 : sealMoved(context)
}

const sealMoved = (outer: Context): Promise<number> =>
  outer.transaction(async (context) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.sealingCases})`.execute(context.db)
    const { rows } = await sql<{ cases: number; heads: string | null }>`
      with moved as (delete from flow.unsealed where case_id in (select case_id from flow.unsealed limit ${MOST})
        returning case_id),
      heads as (select s.case_id, s.number, s.hash from moved join flow.cases c on c.id = moved.case_id
        join flow.steps s on s.case_id = c.id and s.number = c.steps)
      select count(*)::integer as cases,
        string_agg(case_id || ' ' || number || ' ' || encode(hash, 'hex'), E'\n' order by case_id) as heads from heads`.execute(
      context.db,
    )
    const { cases = 0, heads } = rows[0] ?? {}
    if (!heads) return 0
    const { actor, newId } = context
    await insertRows(context.db, seals, [{ cases, heads, synthetic: false }], {
      actor,
      now: context.now(),
      newId,
    })
    return cases
  }, '封存办件过程')

/** Steps read at once. */
const BATCH = 5000

/**
 * Recomputes the chain of every case from its steps, and sets it beside what was sealed.
 * @returns what was done behind the program's back: `record` is `flow.cases`, `row` the case, `seq` the step's number
 */
export async function verifyCases(
  db: Database,
): Promise<{ readonly steps: number; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = []
  const found = (what: Finding['what'], row: string, seq: number | null) =>
    findings.push({ what, seal: null, seq, record: 'flow.cases', row })
  let [last, head, steps] = [{ case: '', number: 0 }, null as string | null, 0]
  for (;;) {
    const { rows } = await sql<Omit<StepContent, 'at'> & { at: Date; hash: string }>`
      select case_id as "case", number, at, actor, why, happened, encode(hash, 'hex') as hash from flow.steps
      where (case_id, number) > (${last.case}, ${last.number}::integer) order by case_id, number limit ${BATCH}`.execute(
      db,
    )
    if (rows.length === 0) break
    for (const { hash, ...row } of rows) {
      const next: number = row.case === last.case ? last.number + 1 : 1
      if (row.case !== last.case) head = null
      const fits = stepHash({ ...row, at: new Date(row.at).toISOString() }, head) === hash
      if (row.number !== next) found('removed', row.case, next)
      else if (!fits) found('edited', row.case, row.number)
      head = hash
      last = row
      steps++
    }
  }
  return { steps, findings: [...findings, ...(await unlikeSealed(db))] }
}

/** Sealed heads that are not in the steps any more, cases that count other steps than there are, steps under no seal. */
async function unlikeSealed(db: Database): Promise<readonly Finding[]> {
  const { rows } = await sql<{ what: Finding['what']; row: string; seq: number }>`
    with sealed as materialized (
      select split_part(line, ' ', 1) as case_id, split_part(line, ' ', 2)::integer as number, split_part(line, ' ', 3) as hash
      from flow.seals, string_to_table(heads, E'\n') line)
    select case when s.hash is null then 'removed' else 'edited' end as what, sealed.case_id as row, sealed.number as seq
    from sealed left join flow.steps s on s.case_id = sealed.case_id and s.number = sealed.number
    where encode(s.hash, 'hex') is distinct from sealed.hash
    union
    select 'removed', c.id, c.steps from flow.cases c
    left join (select case_id, count(*) as steps from flow.steps group by case_id) s on s.case_id = c.id
    where c.steps is distinct from s.steps
    union
    select 'inserted', c.id, c.steps from flow.cases c
    left join (select case_id, max(number) as number from sealed group by case_id) s on s.case_id = c.id
    where c.steps > coalesce(s.number, 0) and not exists (select from flow.unsealed u where u.case_id = c.id)
    order by 2, 3`.execute(db)
  return rows.map((each) => ({ ...each, seal: null, record: 'flow.cases' }))
}
