import type { Plan, PlanLink, PlanNode } from './plan.ts'

/** A link with its size and where its ends lie above the bottoms of its nodes, m. */
export interface LaidLink extends PlanLink {
  readonly code: string
  readonly size: number
  readonly length: number
  readonly inOffset: number
  readonly outOffset: number
}
export interface LaidNode extends PlanNode {
  readonly invert: number
}
export interface Laid {
  readonly nodes: readonly LaidNode[]
  readonly links: readonly LaidLink[]
}

/** Inner diameters that are made, m. */
const SIZES = [0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.35, 1.5, 1.65, 1.8, 2, 2.2]
const COVER = 0.8
const ROUGHNESS = 0.013
/** Below the pipe that comes in: what a pump draws from. */
const SUMP = 1.2

/** Sizes by the ground and the people above, then levels from the top down: crowns meet crowns, and nothing lies too shallow. */
export function lay(plan: Plan, areas: ReadonlyMap<string, number>): Laid {
  const into = grouped(plan.links, ({ to }) => to)
  const outOf = grouped(plan.links, ({ from }) => from)
  const places = new Map(plan.nodes.map((node) => [node.code, node]))
  const above = new Map<string, { readonly area: number; readonly nodes: number; readonly way: number }>()
  const laid = new Map<string, LaidNode>()
  const ends = new Map<
    PlanLink,
    { readonly invert: number; readonly size: number; readonly length: number }
  >()
  for (const node of plan.nodes) {
    const from = (into.get(node.code) ?? []).flatMap((link) => {
      const up = above.get(link.from)
      return up ? [{ ...up, way: up.way + distance(places, link) }] : []
    })
    const total = {
      area: (areas.get(node.code) ?? 0) + sum(from.map(({ area }) => area)),
      nodes: 1 + sum(from.map(({ nodes }) => nodes)),
      way: Math.max(0, ...from.map(({ way }) => way)),
    }
    above.set(node.code, total)
    const arriving = (into.get(node.code) ?? []).flatMap((link) => ends.get(link) ?? [])
    const out = outOf.get(node.code)?.find(({ kind }) => kind === 'conduit')
    const size = Math.max(
      out
        ? node.network === 'rain'
          ? rainSize(total.area, total.way, out.slope)
          : sewerSize(total.nodes)
        : 0.3,
      ...arriving.map((end) => end.size),
    )
    const invert = bottomOf(node, size, arriving)
    laid.set(node.code, { ...node, invert })
    for (const link of outOf.get(node.code) ?? []) {
      const length = distance(places, link)
      ends.set(link, {
        invert: link.kind === 'conduit' ? kept(invert - link.slope * length) : Number.POSITIVE_INFINITY,
        size,
        length,
      })
    }
  }
  const links = plan.links.map((link, i): LaidLink => {
    const { invert, size, length } = ends.get(link) as { invert: number; size: number; length: number }
    const twin = plan.links.slice(0, i).some(({ from, to }) => from === link.from && to === link.to)
    const mark = { conduit: '', pump: '-P1', gate: '-Z1' }[link.kind]
    return {
      ...link,
      code: `${link.from}-${link.to}${mark || (twin ? '-2' : '')}`,
      size: link.kind === 'gate' ? 1 : size,
      length: kept(length),
      inOffset: link.kind === 'gate' ? SUMP : 0,
      outOffset: link.kind === 'conduit' ? kept(invert - (laid.get(link.to) as LaidNode).invert) : 0,
    }
  })
  return { nodes: [...laid.values()], links }
}

function bottomOf(
  node: PlanNode,
  size: number,
  arriving: readonly { readonly invert: number; readonly size: number }[],
): number {
  const lowest = Math.min(...arriving.map((end) => end.invert + end.size - size))
  if (node.kind === 'outfall') return kept(Number.isFinite(lowest) ? lowest : node.ground - 1.5)
  if (node.kind === 'storage') return kept(lowest - SUMP)
  if (node.bottom !== undefined) return node.bottom
  // What a pump lifts arrives from above, and the pipe begins as high as it may lie.
  return kept(Math.min(lowest, node.ground - COVER - size))
}

/** By the rational method with the sample formula of one year, flowing full. */
function rainSize(area: number, way: number, slope: number): number {
  const minutes = 10 + way / 60
  const intensity = 18.105 / (minutes + 13.265) ** 0.778
  const flow = (0.62 * intensity * area) / 6
  return sizeFor(((flow * ROUGHNESS) / (0.3117 * Math.sqrt(slope))) ** 0.375)
}
const sewerSize = (nodes: number): number =>
  nodes <= 20 ? 0.3 : nodes <= 50 ? 0.4 : nodes <= 120 ? 0.5 : nodes <= 200 ? 0.6 : 0.8
const sizeFor = (wanted: number): number => SIZES.find((size) => size >= wanted) ?? 2.2

function distance(places: ReadonlyMap<string, PlanNode>, { from, to }: PlanLink): number {
  const [a, b] = [places.get(from) as PlanNode, places.get(to) as PlanNode]
  return Math.hypot(a.x - b.x, a.y - b.y)
}
const kept = (value: number): number => Number(value.toFixed(3))
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function grouped<T>(from: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of from) {
    const list = found.get(by(item))
    if (list) list.push(item)
    else found.set(by(item), [item])
  }
  return found
}
