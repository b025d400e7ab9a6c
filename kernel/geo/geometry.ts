import type { Box } from '../store/box.ts'

/** Longitude, latitude in degrees of WGS-84. */
export type Position = readonly [x: number, y: number]
type Ring = readonly Position[]

/** GeoJSON geometries (RFC 7946), collections left out. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }

/** How deep the coordinates of each lie. */
const DEPTH = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const satisfies Record<Geometry['type'], number>

/** The geometry that a GeoJSON value (or its text) is, without heights; undefined where it is none: a wrong type, a line of one point, a ring that is not closed. */
export const geometryIn = (value: unknown): Geometry | undefined => geometryBy(value, isOnEarth)

/** The same in whatever units a file counts. */
export const geometryOfPlane = (value: unknown): Geometry | undefined => geometryBy(value, () => true)

function geometryBy(value: unknown, fits: (x: number, y: number) => boolean): Geometry | undefined {
  const { type, coordinates } = (typeof value === 'string' ? parsed(value) : (value ?? {})) as {
    type?: keyof typeof DEPTH
    coordinates?: unknown
  }
  if (!type || !Object.hasOwn(DEPTH, type)) return undefined
  const flat = positionsIn(coordinates, DEPTH[type], fits)
  // Of nothing there is no place.
  if (!flat || flat.length === 0) return undefined
  const geometry = { type, coordinates: flat } as Geometry
  const short = linesOf(geometry).some((line) => line.length < 2)
  const open = ringsOf(geometry).some((rings) => rings.length === 0 || rings.some((ring) => !isClosed(ring)))
  return short || open ? undefined : geometry
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words) ?? {}
  } catch {
    return {}
  }
}

type Nested = Position | readonly Nested[]

const isOnEarth = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90

function positionsIn(
  value: unknown,
  depth: number,
  fits: (x: number, y: number) => boolean,
): Nested | undefined {
  if (!Array.isArray(value)) return undefined
  if (depth > 0) {
    const inner = value.map((one) => positionsIn(one, depth - 1, fits))
    return inner.includes(undefined) ? undefined : (inner as readonly Nested[])
  }
  const [x, y] = value
  return Number.isFinite(x) && Number.isFinite(y) && fits(x, y) ? [x, y] : undefined
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

/** Lines, each its positions; none of points and areas. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

/** Rings of each part of an area, the outer one first; none of points and lines. */
export function ringsOf(geometry: Geometry): readonly (readonly Ring[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** A box as an outline, against the clock as the standard wants it (RFC 7946, 3.1.6). */
export const rectangle = ([west, south, east, north]: Box): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** The smallest box around it. */
export function boundsOf(geometry: Geometry): Box {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  const visit = (nested: unknown): void => {
    const [x, y] = nested as Position
    if (typeof x !== 'number') {
      for (const inner of nested as readonly unknown[]) visit(inner)
      return
    }
    bounds[0] = Math.min(bounds[0], x)
    bounds[1] = Math.min(bounds[1], y)
    bounds[2] = Math.max(bounds[2], x)
    bounds[3] = Math.max(bounds[3], y)
  }
  visit(geometry.coordinates)
  return bounds
}
