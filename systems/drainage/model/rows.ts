import { sql } from 'kysely'
import type { Context } from '../../../kernel/system.ts'
import type { LinkKind, LinkShape, NetworkKind, NodeKind } from '../words.ts'

type Position = readonly [longitude: number, latitude: number]

/** The network as rows of the database, numbers as numbers; ids are those of the records. */
export interface NetworkNode {
  readonly id: string
  readonly code: string
  readonly kind: NodeKind
  readonly network: NetworkKind
  readonly ground: number
  readonly invert: number
  readonly depth: number
  readonly at: Position | null
  readonly ponded: number | null
  readonly surface: number | null
  readonly stage: number | null
  readonly dryFlow: number | null
}
export interface NetworkLink {
  readonly id: string
  readonly code: string
  readonly kind: LinkKind
  readonly network: NetworkKind
  readonly from: string
  readonly to: string
  readonly shape: LinkShape | null
  readonly size: number | null
  readonly width: number | null
  readonly length: number | null
  readonly roughness: number | null
  readonly inOffset: number | null
  readonly outOffset: number | null
  readonly capacity: number | null
  readonly startDepth: number | null
  readonly stopDepth: number | null
  readonly course: readonly Position[] | null
}
export interface NetworkCatchment {
  readonly id: string
  readonly code: string
  readonly outlet: string
  readonly area: number
  readonly imperviousness: number
  readonly width: number
  readonly slope: number
  readonly outline: readonly Position[] | null
}
export interface NetworkRows {
  readonly nodes: readonly NetworkNode[]
  readonly links: readonly NetworkLink[]
  readonly catchments: readonly NetworkCatchment[]
}

/** The whole register, in the order of codes. A model is one whole, so this is not paged: some 100,000 rows at most. */
export async function readNetwork({ db }: Pick<Context, 'db'>): Promise<NetworkRows> {
  const nodes = await sql<NetworkNode>`
    select id, code, kind, network, ground_level::float8 as ground, invert_level::float8 as invert, depth::float8,
      case when place is not null then json_build_array(place[0], place[1]) end as at, ponded_area::float8 as ponded,
      surface_area::float8 as surface, stage::float8, dry_flow::float8 as "dryFlow"
    from drainage.nodes order by code`.execute(db)
  const links = await sql<NetworkLink>`
    select id, code, kind, network, from_node as "from", to_node as "to", shape, size::float8, width::float8, length::float8,
      roughness::float8, in_offset::float8 as "inOffset", out_offset::float8 as "outOffset", capacity::float8,
      start_depth::float8 as "startDepth", stop_depth::float8 as "stopDepth", course
    from drainage.links order by code`.execute(db)
  const catchments = await sql<NetworkCatchment>`
    select id, code, outlet, area::float8, imperviousness::float8, width::float8, slope::float8, outline
    from drainage.catchments order by code`.execute(db)
  return { nodes: nodes.rows, links: links.rows, catchments: catchments.rows }
}
