import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import type { Segment } from '../words.ts'
import { COUNTS, type Known, sizeOf } from './firms.ts'

/**
 * Manufacturers of the demonstration's register, where it has one: those of scale are 规上 firms, others from before the
 * first year evaluated fill the remaining groups in turn.
 */
export async function manufacturers(
  { db, systems }: Context,
  scale: number,
): Promise<Partial<Record<Segment, readonly Known[]>>> {
  const kept = systems.some(({ records }) => records.some(({ id }) => id === 'enterprises.enterprises'))
  if (!kept) return {}
  const { rows } = await sql<Known & { scale: boolean }>`
    select code as credit_code, name, substr(division, 2) as industry, scale from enterprises.enterprises
    where kind = 'enterprise' and sector = 'C' and cancelled_on is null and (scale or registered_on < '2019-01-01')
    order by code`.execute(db)
  const known = ({ credit_code, name, industry }: Known) => ({ credit_code, name, industry })
  const others = rows.filter((row) => !row.scale).map(known)
  const take = (segment: Segment) => others.splice(0, sizeOf(COUNTS[segment], scale))
  return {
    above: rows.filter((row) => row.scale).map(known),
    below: take('below'),
    small: take('small'),
    tenant: take('tenant'),
  }
}
