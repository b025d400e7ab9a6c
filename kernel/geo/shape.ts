import pointInPolygon from '@turf/boolean-point-in-polygon'
import bufferOf from '@turf/buffer'
import { GaoxinError } from '../errors.ts'
import type { Box } from '../store/box.ts'
import type { Place } from '../store/place.ts'
import { text } from '../text.ts'

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

/**
 * The geometry that a GeoJSON value (or its text) is; heights are left off.
 * @throws GaoxinError GEO_SHAPE where it is none: a wrong type, a line of one point, a ring that is not closed
 */
export function geometryOf(value: unknown): Geometry {
  const { type, coordinates } = (typeof value === 'string' ? parsed(value) : (value ?? {})) as {
    type?: keyof typeof DEPTH
    coordinates?: unknown
  }
  if (!type || !Object.hasOwn(DEPTH, type)) throw shapeError(type)
  const flat = positionsIn(coordinates, DEPTH[type])
  if (!flat) throw shapeError(coordinates)
  const geometry = { type, coordinates: flat } as Geometry
  const short = linesOf(geometry).some((line) => line.length < 2)
  const open = ringsOf(geometry).some((rings) => rings.length === 0 || rings.some((ring) => !isClosed(ring)))
  if (short || open) throw shapeError(type)
  return geometry
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words) ?? {}
  } catch {
    throw shapeError(words.slice(0, 200))
  }
}

const shapeError = (value: unknown) =>
  new GaoxinError(
    'GEO_SHAPE',
    text('不是有效的 GeoJSON 几何', 'This is no valid GeoJSON geometry'),
    text(
      '应为点、线或面，坐标按“经度, 纬度”，面的首尾两点相同',
      'Expected points, lines or areas with [longitude, latitude] positions; a ring ends where it begins',
    ),
    { value, status: 422 },
  )

type Nested = Position | readonly Nested[]

function positionsIn(value: unknown, depth: number): Nested | undefined {
  if (!Array.isArray(value)) return undefined
  if (depth > 0) {
    const inner = value.map((one) => positionsIn(one, depth - 1))
    return inner.includes(undefined) ? undefined : (inner as readonly Nested[])
  }
  const [x, y] = value
  const isPosition = Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) <= 180 && Math.abs(y) <= 90
  return isPosition ? [x, y] : undefined
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

// The libraries' types are of arrays that could be changed; they change none.
type Areas = Parameters<typeof pointInPolygon>[1]
type Any = Parameters<typeof bufferOf>[0]

/** Whether a place lies within an area or on its edge; holes are outside, their edges are not. */
export const contains = (geometry: Geometry, { longitude, latitude }: Place): boolean =>
  ringsOf(geometry).length > 0 && pointInPolygon([longitude, latitude], geometry as unknown as Areas)

/** Corners of a quarter of a circle. */
const STEPS = 16

/** The area within so many metres of a geometry that is some kilometres wide at most; null where nothing is left of it. */
export function around(geometry: Geometry, metres: number): Geometry | null {
  const area = bufferOf(geometry as unknown as Any, metres, { units: 'meters', steps: STEPS })
  return area && 'geometry' in area ? (area.geometry as unknown as Geometry | null) : null
}
