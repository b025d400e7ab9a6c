import { HydraulicsError } from '../../errors.ts'
import { FLOW_UNITS } from '../../flowUnits.ts'
import type { Shape } from './shape.ts'
import { surfacesOf, surfacesSize, withSurfaces } from './surfaces.ts'

/**
 * A saved state: the hot-start file of SWMM 5.2 (version 4 of `hotstart.c`). Values are the engine's own, in feet and
 * cubic feet a second whatever the units of the model; what a file holds comes back byte by byte.
 */
export interface State {
  readonly subcatchments: readonly SubcatchmentState[]
  readonly nodes: readonly NodeState[]
  readonly links: readonly LinkState[]
  /** By node, ft²: what the engine that is built in adds to a hot-start file. */
  readonly surfaces?: readonly number[]
}
export interface SubcatchmentState {
  /** Ponded depth on the impervious parts without and with depression storage, and on the pervious part, ft. */
  readonly ponded: readonly number[]
  /** ft/s. */
  readonly runoff: number
  /** Six numbers that depend on the method of infiltration. */
  readonly infiltration: readonly number[]
  /** Moisture, water table, flow, room of the upper zone. */
  readonly groundwater: readonly number[] | undefined
  /** Five numbers for each of three surfaces. */
  readonly snow: readonly number[] | undefined
  readonly quality: readonly number[]
  readonly pondedQuality: readonly number[]
  /** By land use: build-up of each pollutant, then the day when it was last swept. */
  readonly landUses: readonly (readonly number[])[]
}
export interface NodeState {
  /** ft. */
  readonly depth: number
  /** ft³/s. */
  readonly lateralInflow: number
  /** Seconds of residence, of storage nodes. */
  readonly residence: number | undefined
  readonly quality: readonly number[]
}
export interface LinkState {
  /** ft³/s, of all barrels. */
  readonly flow: number
  /** ft. */
  readonly depth: number
  /** Opening of a gate, speed of a pump: 0 to 1. */
  readonly setting: number
  readonly quality: readonly number[]
}

const STAMP = 'SWMM5-HOTSTART4'
const HEAD = STAMP.length + 6 * 4

/** @throws HydraulicsError hydraulics/not-state, hydraulics/other-state */
export function readHotStart(bytes: Uint8Array, shape: Shape): State {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD || new TextDecoder('latin1').decode(bytes.subarray(0, STAMP.length)) !== STAMP)
    throw new HydraulicsError('hydraulics/not-state', 'hot start')
  const counts = Array.from({ length: 6 }, (_, i) => view.getInt32(STAMP.length + 4 * i, true))
  const surfaces = surfacesOf(bytes, shape.nodes.length)
  const size = bytes.length - (surfaces ? surfacesSize(shape.nodes.length) : 0)
  if (countsOf(shape).some((count, i) => count !== counts[i]) || size !== sizeOf(shape))
    throw new HydraulicsError('hydraulics/other-state', 'hot start', counts.join(' '))
  let at = HEAD
  const doubles = (count: number) =>
    Array.from({ length: count }, () => {
      at += 8
      return view.getFloat64(at - 8, true)
    })
  const floats = (count: number) =>
    Array.from({ length: count }, () => {
      at += 4
      return view.getFloat32(at - 4, true)
    })
  const { length: pollutants } = shape.pollutants
  return {
    subcatchments: shape.subcatchments.map(({ groundwater, snow }) => ({
      ponded: doubles(3),
      runoff: doubles(1)[0] as number,
      infiltration: doubles(6),
      groundwater: groundwater ? doubles(4) : undefined,
      snow: snow ? doubles(15) : undefined,
      quality: doubles(pollutants),
      pondedQuality: doubles(pollutants),
      landUses: pollutants > 0 ? shape.landUses.map(() => doubles(pollutants + 1)) : [],
    })),
    nodes: shape.nodes.map(({ storage }) => {
      const [depth, lateralInflow] = floats(2) as [number, number]
      return {
        depth,
        lateralInflow,
        residence: storage ? floats(1)[0] : undefined,
        quality: floats(pollutants),
      }
    }),
    links: shape.links.map(() => {
      const [flow, depth, setting] = floats(3) as [number, number, number]
      return { flow, depth, setting, quality: floats(pollutants) }
    }),
    ...(surfaces ? { surfaces } : {}),
  }
}

/** @throws HydraulicsError hydraulics/other-state when the state is not of that shape */
export function writeHotStart(state: State, shape: Shape): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeOf(shape))
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode(STAMP))
  for (const [i, count] of countsOf(shape).entries()) view.setInt32(STAMP.length + 4 * i, count, true)
  let at = HEAD
  const room = (size: number) => {
    if (at + size > bytes.length) throw new HydraulicsError('hydraulics/other-state', 'hot start')
    at += size
    return at - size
  }
  const doubles = (values: readonly number[]) => {
    for (const value of values) view.setFloat64(room(8), value, true)
  }
  const floats = (values: readonly number[]) => {
    for (const value of values) view.setFloat32(room(4), value, true)
  }
  for (const each of state.subcatchments) {
    doubles([...each.ponded, each.runoff, ...each.infiltration])
    doubles([...(each.groundwater ?? []), ...(each.snow ?? []), ...each.quality, ...each.pondedQuality])
    for (const landUse of each.landUses) doubles(landUse)
  }
  for (const { depth, lateralInflow, residence, quality } of state.nodes)
    floats([depth, lateralInflow, ...(residence === undefined ? [] : [residence]), ...quality])
  for (const { flow, depth, setting, quality } of state.links) floats([flow, depth, setting, ...quality])
  if (at !== bytes.length) throw new HydraulicsError('hydraulics/other-state', 'hot start')
  if (state.surfaces && state.surfaces.length !== shape.nodes.length)
    throw new HydraulicsError('hydraulics/other-state', 'hot start')
  return state.surfaces ? withSurfaces(bytes, state.surfaces) : bytes
}

const countsOf = (shape: Shape): readonly number[] => [
  shape.subcatchments.length,
  shape.landUses.length,
  shape.nodes.length,
  shape.links.length,
  shape.pollutants.length,
  FLOW_UNITS.indexOf(shape.flowUnits),
]

function sizeOf({ subcatchments, nodes, links, pollutants, landUses }: Shape): number {
  const perSubcatchment =
    10 + (pollutants.length > 0 ? 2 * pollutants.length + landUses.length * (pollutants.length + 1) : 0)
  const doubles = subcatchments.reduce(
    (sum, { groundwater, snow }) => sum + perSubcatchment + (groundwater ? 4 : 0) + (snow ? 15 : 0),
    0,
  )
  const floats =
    nodes.reduce((sum, { storage }) => sum + 2 + (storage ? 1 : 0) + pollutants.length, 0) +
    links.length * (3 + pollutants.length)
  return HEAD + 8 * doubles + 4 * floats
}
