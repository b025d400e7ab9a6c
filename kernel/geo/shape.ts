import pointInPolygon from '@turf/boolean-point-in-polygon'
import bufferOf from '@turf/buffer'
import { GaoxinError } from '../errors.ts'
import type { Place } from '../store/place.ts'
import { text } from '../text.ts'
import { boundsOf, type Geometry, geometryIn, type Position, ringsOf } from './geometry.ts'
import { planeOf } from './grid/plane.ts'

/** @throws GaoxinError GEO_SHAPE where a value, or its text, is no geometry of GeoJSON */
export function geometryOf(value: unknown): Geometry {
  const found = geometryIn(value)
  if (found) return found
  throw new GaoxinError(
    'GEO_SHAPE',
    text('不是有效的 GeoJSON 几何', 'This is no valid GeoJSON geometry'),
    text(
      '应为点、线或面，坐标按“经度, 纬度”，面的首尾两点相同',
      'Expected points, lines or areas with [longitude, latitude] positions; a ring ends where it begins',
    ),
    { value: typeof value === 'string' ? value.slice(0, 200) : value, status: 422 },
  )
}

// The libraries' types are of arrays that could be changed; they change none.
type Areas = Parameters<typeof pointInPolygon>[1]
type Any = Parameters<typeof bufferOf>[0]

/** Whether a place lies within an area or on its edge; holes are outside, their edges are not. */
export const contains = (geometry: Geometry, { longitude, latitude }: Place): boolean =>
  ringsOf(geometry).length > 0 && pointInPolygon([longitude, latitude], geometry as unknown as Areas)

/** Corners of a quarter of a circle. */
const STEPS = 16
/** Metres to a degree on the sphere that the library reckons on. */
const SPHERE = (6_371_008.8 * Math.PI) / 180

/**
 * The area within so many metres of a geometry that is some kilometres wide at most; null where nothing is left of it. Its edge
 * lies as far away on the ellipsoid, less what a chord of its 64 corners takes off: a thousandth.
 */
export function around(geometry: Geometry, metres: number): Geometry | null {
  const [west, south, east, north] = boundsOf(geometry)
  const plane = planeOf(Math.round((west + east) / 2))
  const [x0, y0] = plane.metres({ longitude: (west + east) / 2, latitude: (south + north) / 2 })
  // On a sphere a buffer would be wrong by a 300th. So the plane is laid where the library's sphere is one: about its origin.
  const flat = moved(geometry, ([longitude, latitude]) => {
    const [x, y] = plane.metres({ longitude, latitude })
    return [(x - x0) / SPHERE, (y - y0) / SPHERE]
  })
  const area = bufferOf(flat as unknown as Any, metres, { units: 'meters', steps: STEPS })
  const found = area && 'geometry' in area ? (area.geometry as unknown as Geometry | null) : null
  return (
    found &&
    moved(found, ([x, y]) => {
      const { longitude, latitude } = plane.place([x * SPHERE + x0, y * SPHERE + y0])
      return [longitude, latitude]
    })
  )
}

function moved(geometry: Geometry, to: (at: Position) => Position): Geometry {
  const visit = (nested: unknown): unknown =>
    typeof (nested as Position)[0] === 'number'
      ? to(nested as Position)
      : (nested as readonly unknown[]).map(visit)
  return { type: geometry.type, coordinates: visit(geometry.coordinates) } as Geometry
}
