import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import { firms } from '../tables.ts'

/**
 * Sums the plots of every firm of a year into its land and tenants, as `landOf` does for one. A firm whose land changes has
 * to confirm its data again; firms without plots stay as they are, and so do those of a published evaluation.
 * @returns how many changed
 */
export async function gatherLand(context: Context, year: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update efficiency.firms f set land = p.land, tenants = p.tenants, confirmed_on = null,
      recorded_at = ${context.now()}, recorded_by = ${context.actor.id}
    from (${landByFirm}) p where p.firm = f.id and f.period = ${`${year}-12`}
      and (f.land, coalesce(f.tenants, 0)) is distinct from (p.land, p.tenants)
      and not exists (select from efficiency.results r join efficiency.rounds o on o.id = r.round
        where r.firm in (f.id, f.joined) and o.state = 'published')
    returning f.id`.execute(context.db)
  if (rows.length > 0) await context.changed(firms.id, [])
  return rows.length
}

/** Per firm: land in 亩, how many it rents out. */
const landByFirm = sql`
  select firm, round(greatest(0, sum(case kind when 'rented_out' then -area else area end)), 2) as land,
    count(*) filter (where kind = 'rented_out') as tenants
  from efficiency.plots cross join lateral (select coalesce(greatest(certified, used),
    case when plot_ratio > 0 then round(floor * 0.0015 / plot_ratio, 30) end, 0) as area) a
  group by firm`
