import { type RawBuilder, sql } from 'kysely'
import { partsOf } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { links } from '../tables/index.ts'

/** What a register of pipes can have wrong with itself. Findings are computed, never kept. */
export const CHECKS = {
  uphill: text('逆坡', 'Uphill'),
  dangling: text('断头', 'Leads nowhere'),
  crossed: text('雨污错接', 'Rain and sewage crossed'),
  shrinking: text('上大下小', 'Shrinks downstream'),
  lone: text('孤立节点', 'No pipe touches it'),
  loop: text('环路', 'Runs in a circle'),
  cutOff: text('无出口', 'No outfall'),
} as const
export type Check = keyof typeof CHECKS

export interface Finding {
  readonly record: 'drainage.nodes' | 'drainage.links'
  readonly id: string
  readonly code: string
  readonly longitude: number | null
  readonly latitude: number | null
  /** Of `uphill` the rise in m, of `shrinking` the size above in m. */
  readonly value: number | null
  /** Of `shrinking` its own size in m. */
  readonly own: number | null
}

/** Survey is no better than this, m. */
const EXACT = 0.005

const inflow = sql`(a.invert_level + coalesce(l.in_offset, 0))`
const outflow = sql`(b.invert_level + coalesce(l.out_offset, 0))`
const area = sql`case when shape in ('circular', 'egg') or shape is null then pi() / 4 * size::float8 ^ 2
  else (size * coalesce(width, size))::float8 end`
const ofLink = (value: RawBuilder<unknown>, own: RawBuilder<unknown> = sql`null::float8`) =>
  sql`'drainage.links' as record, l.id, l.code, a.place, (${value})::float8 as value, ${own} as own`
const ofNode = sql`'drainage.nodes' as record, n.id, n.code, n.place, null::float8 as value, null::float8 as own`

/** One query each, over the whole register at once. */
const QUERIES: Readonly<Record<Exclude<Check, 'cutOff'>, RawBuilder<unknown>>> = {
  uphill: sql`select ${ofLink(sql`${outflow} - ${inflow}`)}
    from drainage.links l join drainage.nodes a on a.id = l.from_node join drainage.nodes b on b.id = l.to_node
    where l.kind = 'conduit' and ${outflow} - ${inflow} > ${EXACT}`,
  dangling: sql`select ${ofNode} from drainage.nodes n
    where n.kind in ('junction', 'divider')
      and exists (select from drainage.links l where l.to_node = n.id)
      and not exists (select from drainage.links l where l.from_node = n.id)
    union all
    select ${ofLink(sql`null`)} from drainage.links l
      left join drainage.nodes a on a.id = l.from_node left join drainage.nodes b on b.id = l.to_node
    where a.id is null or b.id is null`,
  crossed: sql`select ${ofLink(sql`null`)}
    from drainage.links l join drainage.nodes a on a.id = l.from_node join drainage.nodes b on b.id = l.to_node
    where (a.network <> l.network and 'combined' not in (a.network, l.network))
      or (b.network <> l.network and 'combined' not in (b.network, l.network))`,
  shrinking: sql`with pipes as materialized (
      select id, code, from_node, to_node, network, size, ${area} as area from drainage.links
      where kind = 'conduit' and size is not null),
    above as (select distinct on (to_node, network) * from pipes order by to_node, network, area desc),
    below as (select distinct on (from_node, network) * from pipes order by from_node, network, area desc)
    select ${ofLink(sql`above.size`, sql`l.size::float8`)}
    from below l join above on above.to_node = l.from_node and above.network = l.network
      left join drainage.nodes a on a.id = l.from_node
    where l.area < above.area - 1e-6`,
  lone: sql`select ${ofNode} from drainage.nodes n
    where not exists (select from drainage.links l where l.from_node = n.id)
      and not exists (select from drainage.links l where l.to_node = n.id)`,
  // A circle cannot fall all the way round, so it has a link that does not fall: from those alone it is looked for.
  loop: sql`with recursive starts as materialized (
      select l.id, l.from_node, l.to_node from drainage.links l
        join drainage.nodes a on a.id = l.from_node join drainage.nodes b on b.id = l.to_node
      where b.invert_level >= a.invert_level),
    walk (link, home, node) as (
      select id, from_node, to_node from starts
      union
      select walk.link, walk.home, l.to_node from walk join drainage.links l on l.from_node = walk.node
      where walk.node <> walk.home)
    select ${ofLink(sql`null`)} from walk join drainage.links l on l.id = walk.link
      join drainage.nodes a on a.id = l.from_node
    where walk.node = walk.home`,
}

/** Parts of the network that hang together and have no outfall: a node of each. */
async function cutOff({ db }: Pick<Context, 'db'>): Promise<RawBuilder<unknown>> {
  const { parts, of } = await partsOf(db, links)
  const { rows } = await sql<{ id: string }>`select id from drainage.nodes where kind = 'outfall'`.execute(db)
  const drained = new Set(rows.map(({ id }) => of(id)))
  const nodes = parts.filter((part) => !drained.has(part)).map(({ some }) => some)
  return sql`select ${ofNode} from drainage.nodes n where n.id = any(${nodes}::text[])`
}

/**
 * What one check finds.
 * @returns how many in all, and the first `most` by code
 */
export async function findingsOf(
  context: Pick<Context, 'db'>,
  check: Check,
  most: number,
): Promise<{ readonly count: number; readonly findings: readonly Finding[] }> {
  const query = check === 'cutOff' ? await cutOff(context) : QUERIES[check]
  const { rows } = await sql<Finding & { total: number }>`
    select record, id, code, place[0] as longitude, place[1] as latitude, value, own, count(*) over ()::int as total
    from (${query}) found order by code, id limit ${most}`.execute(context.db)
  return { count: rows[0]?.total ?? 0, findings: rows.map(({ total: _, ...finding }) => finding) }
}
