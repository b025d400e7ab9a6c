import {
  type FlowUnits,
  flowUnitsOf,
  isMetric,
  type Link,
  type Model,
  networkOf,
  type Point,
  rowsOf,
} from '../../../engines/hydraulics/model/index.ts'
import type { LinkKind, NetworkKind } from '../words.ts'

/** What a model says, as values of the register's columns; references are codes. In metres, hectares and m³/s. */
export interface ModelRows {
  readonly nodes: readonly Values[]
  readonly links: readonly Values[]
  readonly catchments: readonly Values[]
  /** What the register has no column for, by its name in the model. */
  readonly left: readonly { readonly id: string; readonly why: 'outlet' | 'section' | 'unplaced' }[]
}
type Values = Readonly<Record<string, unknown>> & { readonly code: string }

const FOOT = 0.3048
const ACRE = 0.404_685_642_24
/** m³/s. */
const FLOWS: Readonly<Record<FlowUnits, number>> = {
  CFS: 0.028_316_846_592,
  GPM: 0.003_785_411_784 / 60,
  MGD: 3785.411_784 / 86_400,
  CMS: 1,
  LPS: 0.001,
  MLD: 1000 / 86_400,
}
const KINDS: Readonly<Record<Link['kind'], LinkKind | undefined>> = {
  conduit: 'conduit',
  pump: 'pump',
  orifice: 'gate',
  weir: 'weir',
  outlet: undefined,
}
const SHAPES: Readonly<Record<string, string>> = {
  CIRCULAR: 'circular',
  FILLED_CIRCULAR: 'circular',
  FORCE_MAIN: 'circular',
  RECT_CLOSED: 'box',
  RECT_OPEN: 'channel',
  EGG: 'egg',
}

/**
 * Pure. All of it is taken as of one network, since a model does not say. Places are kept where the model's map is in degrees
 * or its coordinates are such; a plane of its own cannot be placed.
 */
export function rowsOfModel(model: Model, network: NetworkKind): ModelRows {
  const units = flowUnitsOf(model)
  const metric = isMetric(units)
  const [metre, hectare, flow] = [metric ? 1 : FOOT, metric ? 1 : ACRE, FLOWS[units]]
  const metres = (value: number) => fixed(value * metre, 3)
  const { nodes, links, catchments } = networkOf(model)
  const left: ModelRows['left'][number][] = []
  const placed = inDegrees([...nodes.values()].flatMap(({ at }) => (at ? [at] : [])))
  const place = (at: Point | undefined) =>
    at && placed ? { longitude: degrees(at[0]), latitude: degrees(at[1]) } : null
  const course = (points: readonly Point[]) =>
    placed && points.length > 0 ? points.map(([x, y]) => [degrees(x), degrees(y)]) : null
  const cells = (section: 'JUNCTIONS' | 'OUTFALLS' | 'STORAGE' | 'PUMPS') =>
    new Map([...rowsOf(model, section)].map((row) => [key(row.cells[0] ?? ''), row.cells]))
  const [junctions, outfalls, storages, pumps] = [
    cells('JUNCTIONS'),
    cells('OUTFALLS'),
    cells('STORAGE'),
    cells('PUMPS'),
  ]
  const dry = new Map(
    [...rowsOf(model, 'DWF')]
      .filter(({ cells: [, what] }) => what?.toUpperCase() === 'FLOW')
      .map(({ cells: [id = '', , average] }) => [key(id), Number(average) * flow * 1000]),
  )
  const curves = curvesOf(model)
  const crowns = new Map<string, number>()
  for (const { from, to, depth = 0, inOffset, outOffset } of links.values())
    for (const [node, height] of [
      [from, depth + inOffset],
      [to, depth + outOffset],
    ] as const)
      crowns.set(key(node), Math.max(crowns.get(key(node)) ?? 0, height))

  const nodeRows = [...nodes.values()].map((node) => {
    const id = key(node.id)
    const depth = node.maxDepth > 0 ? node.maxDepth : (crowns.get(id) ?? 0)
    const at = place(node.at)
    if (!at) left.push({ id: node.id, why: 'unplaced' })
    const outfall = outfalls.get(id)
    const storage = storages.get(id)
    const [, , , , kind, first, second, third] = storage ?? []
    const surface =
      kind?.toUpperCase() === 'TABULAR'
        ? mean(curves.get(key(first ?? '')) ?? [])
        : kind?.toUpperCase() === 'FUNCTIONAL'
          ? Number(first) * (depth / 2) ** Number(second ?? 0) + Number(third ?? 0)
          : Number.NaN
    const ponded = Number(junctions.get(id)?.[5] ?? 0)
    return {
      code: node.id,
      kind: node.kind,
      facility: node.kind === 'outfall' ? 'outfall' : node.kind === 'storage' ? null : 'manhole',
      network,
      ground_level: metres(node.elevation + depth),
      invert_level: metres(node.elevation),
      depth: metres(depth),
      place: at,
      ponded_area: ponded > 0 ? fixed(ponded * metre ** 2, 1) : null,
      surface_area: Number.isFinite(surface) ? fixed(surface * metre ** 2, 1) : null,
      stage: outfall?.[2]?.toUpperCase() === 'FIXED' ? metres(Number(outfall[3])) : null,
      dry_flow: dry.has(id) ? fixed(dry.get(id) as number, 3) : null,
    }
  })
  const linkRows = [...links.values()].flatMap((link) => {
    const kind = KINDS[link.kind]
    if (!kind) {
      left.push({ id: link.id, why: 'outlet' })
      return []
    }
    const shape = link.shape === undefined ? undefined : SHAPES[link.shape]
    if (kind !== 'pump' && (!shape || link.depth === undefined)) left.push({ id: link.id, why: 'section' })
    const drawn = shape !== undefined && link.depth !== undefined
    const wide = Number(link.geometry[1])
    const pump = pumps.get(key(link.id))
    const points = curves.get(key(pump?.[3] ?? '')) ?? []
    return [
      {
        code: link.id,
        kind,
        network,
        from_node: link.from,
        to_node: link.to,
        shape: drawn ? shape : null,
        size: drawn ? metres(link.depth as number) : null,
        width: drawn && (shape === 'box' || shape === 'channel') && wide > 0 ? metres(wide) : null,
        length: kind === 'conduit' && Number.isFinite(link.length) ? metres(link.length) : null,
        roughness: kind === 'conduit' && link.roughness > 0 ? fixed(link.roughness, 4) : null,
        in_offset: kind === 'pump' ? null : metres(link.inOffset),
        out_offset: kind === 'conduit' ? metres(link.outOffset) : null,
        capacity: kind === 'pump' && points.length > 0 ? fixed(Math.max(...points) * flow, 4) : null,
        start_depth: kind === 'pump' ? metres(Number(pump?.[5] ?? 0)) : null,
        stop_depth: kind === 'pump' ? metres(Number(pump?.[6] ?? 0)) : null,
        course: course(link.via),
      },
    ]
  })
  const catchmentRows = [...catchments.values()]
    // One that drains to another catchment has no node of its own.
    .filter(({ outlet }) => nodes.has(key(outlet)))
    .map(({ id, outlet, area, imperviousness, width, slope, ring }) => ({
      code: id,
      outlet,
      area: fixed(area * hectare, 4),
      imperviousness: fixed(imperviousness, 2),
      width: metres(width),
      slope: fixed(slope, 3),
      outline: course(ring),
    }))
  return { nodes: nodeRows, links: linkRows, catchments: catchmentRows, left }
}

/** Names in a model are the same in either case. */
export const key = (id: string): string => id.toUpperCase()
const fixed = (value: number, digits: number): string => (Number.isFinite(value) ? value : 0).toFixed(digits)
const degrees = (value: number): number => Number(value.toFixed(7))
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** What a map in feet or metres has, and degrees never: all of it within some degrees of China. */
const inDegrees = (points: readonly Point[]): boolean =>
  points.length > 0 && points.every(([x, y]) => x > 70 && x < 140 && y > 0 && y < 60)

/** The second values of every curve. */
function curvesOf(model: Model): Map<string, number[]> {
  const curves = new Map<string, number[]>()
  for (const { cells } of rowsOf(model, 'CURVES')) {
    const [id = '', ...rest] = cells
    const numbers = rest.map(Number).filter(Number.isFinite)
    const values = numbers.filter((_, i) => i % 2 === 1)
    curves.set(key(id), [...(curves.get(key(id)) ?? []), ...values])
  }
  return curves
}
