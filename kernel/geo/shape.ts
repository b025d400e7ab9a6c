import pointInPolygon from '@turf/boolean-point-in-polygon'
import bufferOf from '@turf/buffer'
import { GaoxinError } from '../errors.ts'
import type { Place } from '../store/place.ts'
import { text } from '../text.ts'
import { type Geometry, geometryIn, ringsOf } from './geometry.ts'

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

/** The area within so many metres of a geometry that is some kilometres wide at most; null where nothing is left of it. */
export function around(geometry: Geometry, metres: number): Geometry | null {
  const area = bufferOf(geometry as unknown as Any, metres, { units: 'meters', steps: STEPS })
  return area && 'geometry' in area ? (area.geometry as unknown as Geometry | null) : null
}
