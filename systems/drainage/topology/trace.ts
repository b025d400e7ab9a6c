import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'

export type Direction = 'up' | 'down'

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

/**
 * Everything above or below a node, itself included, as far as the limit of nodes reaches; near ones first. A circle ends
 * where it began.
 */
export async function traceOf(
  { db }: Pick<Context, 'db'>,
  node: string,
  direction: Direction,
  most: number,
): Promise<Trace> {
  const [here, there] = direction === 'down' ? ['from_node', 'to_node'] : ['to_node', 'from_node']
  const { rows } = await sql<{ node: string }>`
    with recursive reached (node) as (
      select ${node}::text
      union
      select l.${sql.ref(there)} from reached join drainage.links l on l.${sql.ref(here)} = reached.node)
    select node from reached limit ${most + 1}`.execute(db)
  const nodes = rows.slice(0, most).map((row) => row.node)
  const among = sql`any(${nodes}::text[])`
  const links = await sql<{ id: string; length: number }>`
    select id, case when kind = 'conduit' then coalesce(length, 0) else 0 end::float8 as length
    from drainage.links where ${sql.ref(here)} = ${among}`.execute(db)
  const sums = await sql<Pick<Trace, 'area' | 'drainers' | 'outfalls'>>`select
    (select coalesce(sum(area), 0)::float8 from drainage.catchments where outlet = ${among}) as area,
    (select count(*)::int from drainage.drainers where sewage_node = ${among} or rain_node = ${among}) as drainers,
    (select coalesce(json_agg(code order by code), '[]') from drainage.nodes
      where id = ${among} and kind = 'outfall') as outfalls`.execute(db)
  return {
    nodes,
    links: links.rows.map(({ id }) => id),
    more: rows.length > most,
    length: links.rows.reduce((sum, { length }) => sum + length, 0),
    ...(sums.rows[0] as Pick<Trace, 'area' | 'drainers' | 'outfalls'>),
  }
}
