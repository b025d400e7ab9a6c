import { sql } from 'kysely'
import { notFound } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { type CriterionRow, type GranuleRow, granules } from '../tables.ts'
import type { GivenFact, Wording } from './wording.ts'

/** A granule with its criteria, in order. */
export interface Granule extends Wording {
  readonly row: GranuleRow
}

/** @param where a condition on `g`, the granules */
export async function loadGranules(
  { db }: Pick<Context, 'db'>,
  where: ReturnType<typeof sql>,
): Promise<readonly Granule[]> {
  const { rows } = await sql<GranuleRow & { criteria: readonly CriterionRow[] }>`
    select g.*, coalesce((select jsonb_agg(to_jsonb(c) order by c.position) from policy.criteria c
      where c.granule = g.id), '[]') as criteria
    from policy.granules g where ${where} order by g.code, g.version`.execute(db)
  return rows.map(({ criteria, ...row }) => granuleFrom(row as unknown as GranuleRow, criteria))
}

export const granuleFrom = (
  row: GranuleRow,
  criteria: readonly Pick<CriterionRow, 'says' | 'operand' | 'test' | 'unit'>[],
): Granule => ({
  row,
  criteria: criteria.map(({ says, operand, test, unit }) => ({ says, operand, test, unit })),
  given: (row.given ?? []) as readonly GivenFact[],
  amount: row.amount,
  unit: row.unit as Granule['unit'],
  cap_item: row.cap_item,
  rounding: row.rounding as Granule['rounding'],
})

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function granuleOf(context: Pick<Context, 'db'>, id: string): Promise<Granule> {
  const [found] = await loadGranules(context, sql`g.id = ${id}`)
  if (!found) throw notFound(granules, id)
  return found
}

/** Published and in force on a day. */
export const inForce = (context: Pick<Context, 'db'>, asOf: string): Promise<readonly Granule[]> =>
  loadGranules(
    context,
    sql`g.state = 'published' and g."from" <= ${asOf}::date
    and (g."to" is null or g."to" > ${asOf}::date)`,
  )
