/** Claims as they stand: read, locked, and what an enterprise was granted before. */
import { type RawBuilder, sql } from 'kysely'
import { getRow, notFound } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type Granule, granuleOf, type Paid } from '../granule/index.ts'
import { type ClaimRow, claims } from './tables.ts'
import type { Situation } from './verbs.ts'
import { type ClaimState, HOLDING } from './words.ts'

/** @throws GaoxinError RECORD_NOT_FOUND, also of another enterprise's claim */
export async function claimOf({ db, actor }: Context, id: string): Promise<ClaimRow> {
  const claim = (await getRow(db, claims, id)) as unknown as ClaimRow | undefined
  const own = actor.role !== 'enterprise' || claim?.credit_code === actor.enterprise
  if (!claim || !own) throw notFound(claims, id)
  return claim
}

/** Reads a claim under its lock, so that of two steps at once the second sees what the first did. */
export async function lockClaim(context: Context, id: string): Promise<ClaimRow> {
  await sql`select from policy.claims where id = ${id} for update`.execute(context.db)
  return claimOf(context, id)
}

/**
 * Locks a claim with all of its enterprise's in the same group or of the same granule: what one of them is granted
 * depends on the others. Always in the order of their ids, so that nobody waits in a circle.
 */
export async function lockRelated(context: Context, { id, ...claim }: ClaimRow): Promise<ClaimRow> {
  await sql`select from policy.claims where enterprise = ${claim.enterprise}
    and (id = ${id} or granule_code = ${claim.granule_code} or stack = ${claim.stack})
    order by id for update`.execute(context.db)
  return claimOf(context, id)
}

/** What the enterprise was granted before and keeps: of the group (补差 ever, else in the year), of the granule in the year. */
export async function grantedBefore(
  { db }: Context,
  claim: Pick<ClaimRow, 'enterprise' | 'granule_code' | 'stack' | 'year'> & { readonly id?: string },
  { row }: Granule,
): Promise<Paid> {
  const years = row.stacking === 'difference' ? sql`true` : sql`year = ${claim.year}`
  const { rows } = await sql<{ group: string; year: string }>`
    select coalesce(sum(kept) filter (where stack = ${claim.stack} and ${years}), 0)::text as "group",
      coalesce(sum(kept) filter (where granule_code = ${claim.granule_code} and year = ${claim.year}), 0)::text as year
    from (
      select c.stack, c.granule_code, c.year, c.amount - coalesce(b.recovered, 0) as kept
      from policy.claims c left join policy.clawbacks b on b.claim = c.id
      where c.enterprise = ${claim.enterprise} and c.id is distinct from ${claim.id ?? null}
        and c.state = any(${HOLDING}::text[])) granted`.execute(db)
  return rows[0] ?? {}
}

export const granuleOfClaim = (context: Context, { granule }: ClaimRow): Promise<Granule> =>
  granuleOf(context, granule)

/** What the guards of a step look at. */
export async function situationOf(
  { db, today }: Context,
  claim: ClaimRow,
  reason?: string,
): Promise<Situation> {
  const { rows } = await sql<{ to: string | null; open: number }>`
    select (select n."to" from policy.notices n where n.id = ${claim.notice}) as "to",
      (select count(*)::int from policy.objections o where o.claim = ${claim.id} and o.state = 'filed') as open`.execute(
    db,
  )
  return {
    state: claim.state as ClaimState,
    office: claim.office,
    enterprise: claim.credit_code,
    reviewedBy: claim.reviewed_by,
    asked: claim.asked !== null,
    noticeTo: rows[0]?.to ?? null,
    dueOn: claim.due_on,
    openObjections: rows[0]?.open ?? 0,
    today,
    reason,
  }
}

/** Claims under a condition on `c`, their cases locked before them, each in the order of their ids. */
export async function lockClaims({ db }: Context, where: RawBuilder<unknown>): Promise<readonly string[]> {
  await sql`select from flow.cases f where f.record = 'policy.claims' and f.state = 'running'
    and f.row_id in (select c.id from policy.claims c where ${where}) order by f.row_id for update`.execute(
    db,
  )
  const { rows } = await sql<{ id: string }>`
    select id from policy.claims c where ${where} order by id for update`.execute(db)
  return rows.map(({ id }) => id)
}
