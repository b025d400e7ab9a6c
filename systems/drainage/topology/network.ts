import { sql } from 'kysely'
import type { Box } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { LinkKind, NetworkKind, NodeKind } from '../words.ts'

/** What a map draws of the network in a box. */
export interface MapPart {
  readonly nodes: readonly {
    readonly id: string
    readonly code: string
    readonly kind: NodeKind
    readonly network: NetworkKind
    readonly at: readonly [number, number]
  }[]
  readonly links: readonly {
    readonly id: string
    readonly code: string
    readonly kind: LinkKind
    readonly network: NetworkKind
    readonly size: number | null
    readonly line: readonly (readonly [number, number])[]
  }[]
  /** Larger than what is told: of links the largest are. */
  readonly more: boolean
}

/** Links that begin or end in the box, the largest of them where there are more than `most`, with their nodes. */
export async function networkIn(
  { db }: Pick<Context, 'db'>,
  [west, south, east, north]: Box,
  most: number,
): Promise<MapPart> {
  const box = sql`box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`
  const { rows: links } = await sql<MapPart['links'][number] & { ends: readonly [string, string] }>`
    with within as materialized (select id from drainage.nodes where place <@ ${box}),
    touching as (
      select l.* from within join drainage.links l on l.from_node = within.id
      union
      select l.* from within join drainage.links l on l.to_node = within.id)
    select l.id, l.code, l.kind, l.network, l.size::float8, json_build_array(l.from_node, l.to_node) as ends,
      jsonb_build_array(jsonb_build_array(a.place[0], a.place[1])) || coalesce(l.course, '[]')
        || jsonb_build_array(jsonb_build_array(b.place[0], b.place[1])) as line
    from touching l join drainage.nodes a on a.id = l.from_node join drainage.nodes b on b.id = l.to_node
    where a.place is not null and b.place is not null
    order by l.size desc nulls last, l.id limit ${most + 1}`.execute(db)
  const told = links.slice(0, most)
  const more = links.length > most
  const ends = [...new Set(told.flatMap((link) => link.ends))]
  // Nodes of the links told, and those in the box that no link touches.
  const { rows: nodes } = await sql<MapPart['nodes'][number]>`
    select id, code, kind, network, json_build_array(place[0], place[1]) as at from drainage.nodes n
    where place is not null and (id = any(${ends}::text[]) or (place <@ ${box}
      and not exists (select from drainage.links l where l.from_node = n.id)
      and not exists (select from drainage.links l where l.to_node = n.id)))
    order by code limit ${2 * most}`.execute(db)
  return { nodes, links: told.map(({ ends: _, ...link }) => link), more }
}

/** How much there is, by network, and where it lies. */
export interface Totals {
  readonly networks: readonly {
    readonly network: NetworkKind
    readonly nodes: number
    readonly pipes: number
    /** m of conduits. */
    readonly length: number
  }[]
  readonly extent: Box | null
}

export async function totalsOf({ db }: Pick<Context, 'db'>): Promise<Totals> {
  const networks = await sql<Totals['networks'][number]>`
    select network, coalesce(nodes, 0)::int as nodes, coalesce(pipes, 0)::int as pipes, coalesce(length, 0)::float8 as length
    from (select network, count(*) as nodes from drainage.nodes group by network) n
    full join (select network, count(*) as pipes, sum(length) as length from drainage.links where kind = 'conduit'
      group by network) l using (network) order by network`.execute(db)
  const extent = await sql<{ extent: Box | null }>`
    select case when count(place) > 0 then
      json_build_array(min(place[0]), min(place[1]), max(place[0]), max(place[1])) end as extent
    from drainage.nodes`.execute(db)
  return { networks: networks.rows, extent: extent.rows[0]?.extent ?? null }
}
