/** Enterprises that a visitor of the demonstration may try out, each for what its own page shows. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Context } from '../../../kernel/system.ts'
import type { FactItem } from '../items.ts'
import type { Scheme } from '../schemes.ts'

export async function demoPeople({ db, today }: Context): Promise<readonly Actor[]> {
  const year = Number(today.slice(0, 4)) - 1
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    with firms as (
      select e.*,
        array(select h.scheme from enterprises.honours h where h.enterprise = e.id and h.granted_on <= ${today}::date
          and (h.valid_to is null or h.valid_to > ${today}::date)) as holds,
        (select jsonb_object_agg(f.item || '@' || f.year, f.value) from enterprises.facts f
          where f.enterprise = e.id) as facts
      from enterprises.enterprises e
      where e.cancelled_on is null and e.listed is null and (e.kind = 'individual'
        or exists (select from enterprises.facts f where f.enterprise = e.id and f.item = 'revenue'
          and f.year = ${String(year)}))
    )
    ${sql.join(
      WHO.map(
        ({ id, who }) =>
          sql`(select ${id} as id, code, name from firms where ${who(year)} order by scale desc, sector, code limit 1)`,
      ),
      sql` union all `,
    )}
    order by id`.execute(db)
  return rows.map(({ id, code, name }) => ({ id, name, role: 'enterprise', office: '', enterprise: code }))
}

const fact = (item: FactItem, year: number) => sql`(facts ->> ${`${item}@${year}`})::numeric`
const holds = (...schemes: readonly Scheme[]) => sql`holds @> ${schemes}::text[]`
const isFirm = sql`kind = 'enterprise'`

const WHO: readonly { readonly id: string; readonly who: (year: number) => RawBuilder<unknown> }[] = [
  {
    id: 'enterprise-1',
    // High technology, and a “little giant” but for one right of class I.
    who: (year) => {
      const revenue = fact('revenue', year)
      return sql`${isFirm} and ${holds('high-tech')} and not ${holds('little-giant')}
        and ${fact('class-one-rights', year)} = 1 and ${revenue} >= 10000
        and ${fact('main-revenue', year)} >= 0.7 * ${revenue}
        and ${revenue} / ${fact('revenue', year - 1)}
          + ${fact('revenue', year - 1)} / ${fact('revenue', year - 2)} >= 2.1
        and ${fact('debt', year)} <= 0.7 * ${fact('assets', year)}
        and ${fact('research', year)} >= 0.03 * ${revenue}
        and ${fact('research', year - 1)} >= 0.03 * ${fact('revenue', year - 1)}`
    },
  },
  { id: 'enterprise-2', who: () => sql`${isFirm} and ${holds('high-tech', 'little-giant')}` },
  {
    id: 'enterprise-3',
    who: () => sql`${isFirm} and not scale and ${holds('national-tech-sme')} and not ${holds('high-tech')}`,
  },
  { id: 'enterprise-4', who: () => sql`kind = 'individual'` },
]
