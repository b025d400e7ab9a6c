import type { NetworkRows as Registered } from '../model/index.ts'
import type { NetworkRows } from './network.ts'

const number = (value: string | number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)
const byCode = <T extends { readonly code: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0))

/** The made-up network as `readNetwork` finds it once it is entered. */
export const registered = ({ nodes, links, catchments }: NetworkRows): Registered => ({
  nodes: byCode(nodes).map((node) => ({
    id: node.id,
    code: node.code,
    kind: node.kind,
    network: node.network,
    ground: Number(node.ground_level),
    invert: Number(node.invert_level),
    depth: Number(node.depth),
    at: [node.place.longitude, node.place.latitude],
    ponded: node.ponded_area,
    surface: node.surface_area,
    stage: node.stage,
    dryFlow: number(node.dry_flow),
  })),
  links: byCode(links).map((link) => ({
    id: link.id,
    code: link.code,
    kind: link.kind,
    network: link.network,
    from: link.from_node,
    to: link.to_node,
    shape: link.shape as 'circular' | 'box' | null,
    size: number(link.size),
    width: number(link.width),
    length: number(link.length),
    roughness: number(link.roughness),
    inOffset: number(link.in_offset),
    outOffset: number(link.out_offset),
    capacity: number(link.capacity),
    startDepth: number(link.start_depth),
    stopDepth: number(link.stop_depth),
    course: null,
  })),
  catchments: byCode(catchments).map((catchment) => ({
    id: catchment.id,
    code: catchment.code,
    outlet: catchment.outlet,
    area: Number(catchment.area),
    imperviousness: Number(catchment.imperviousness),
    width: Number(catchment.width),
    slope: Number(catchment.slope),
    outline: catchment.outline as [number, number][],
  })),
})
