import { sql } from 'kysely'
import { type Direction, reachOf } from '../../../kernel/geo/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { links } from '../tables/index.ts'

export interface Trace {
  readonly nodes: readonly string[]
  readonly links: readonly string[]
  /** It goes on beyond the limit. */
  readonly more: boolean
  /** Of the conduits, m. */
  readonly length: number
  /** Of the catchments whose rain comes to these nodes, ha. */
  readonly area: number
  /** 排水户 that are joined to these nodes. */
  readonly drainers: number
  /** Codes of the outfalls among them. */
  readonly outfalls: readonly string[]
}

/** Everything above or below a node, itself included, as far as the limit of nodes reaches, with what hangs on it. */
export async function traceOf(
  { db }: Pick<Context, 'db'>,
  node: string,
  direction: Direction,
  most: number,
): Promise<Trace> {
  const { nodes, edges, more } = await reachOf(db, links, [node], direction, most)
  const among = sql`any(${[...nodes]}::text[])`
  const sums = await sql<Pick<Trace, 'length' | 'area' | 'drainers' | 'outfalls'>>`select
    (select coalesce(sum(length), 0)::float8 from drainage.links
      where id = any(${[...edges]}::text[]) and kind = 'conduit') as length,
    (select coalesce(sum(area), 0)::float8 from drainage.catchments where outlet = ${among}) as area,
    (select count(*)::int from drainage.drainers where sewage_node = ${among} or rain_node = ${among}) as drainers,
    (select coalesce(json_agg(code order by code), '[]') from drainage.nodes
      where id = ${among} and kind = 'outfall') as outfalls`.execute(db)
  return { nodes, links: edges, more, ...sums.rows[0]! }
}
