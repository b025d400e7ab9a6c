import geographic from 'geographiclib-geodesic'
import type { Place } from '../store/place.ts'
import { type Geometry, linesOf, type Position, ringsOf } from './geometry.ts'

/** On the ellipsoid of WGS-84, by Karney's geodesics: right to nanometres over any distance. */
const EARTH = geographic.Geodesic.WGS84

/** Metres between two places. */
export const distance = (from: Place, to: Place): number =>
  EARTH.Inverse(from.latitude, from.longitude, to.latitude, to.longitude).s12 ?? 0

/** Metres along lines, or around areas; 0 of points. */
export const lengthOf = (geometry: Geometry): number =>
  [...linesOf(geometry), ...ringsOf(geometry).flat()].reduce((sum, line) => sum + walked(line), 0)

/** Square metres of areas, without their holes; 0 of points and lines. */
export const areaOf = (geometry: Geometry): number =>
  ringsOf(geometry).reduce((sum, [outer = [], ...holes]) => {
    const inside = holes.reduce((without, hole) => without + enclosed(hole), 0)
    return sum + enclosed(outer) - inside
  }, 0)

function walked(line: readonly Position[]): number {
  let metres = 0
  for (const [i, [x, y]] of line.slice(1).entries()) {
    const [fromX, fromY] = line[i] as Position
    metres += EARTH.Inverse(fromY, fromX, y, x).s12 ?? 0
  }
  return metres
}

/** Whichever way round it is drawn. */
function enclosed(ring: readonly Position[]): number {
  const polygon = EARTH.Polygon(false)
  for (const [x, y] of ring.slice(0, -1)) polygon.AddPoint(y, x)
  return Math.abs(polygon.Compute(false, true).area ?? 0)
}

/** The place that lies so many metres from another, `bearing` degrees from north clockwise. */
export function away({ longitude, latitude }: Place, bearing: number, metres: number): Place {
  const { lon2 = longitude, lat2 = latitude } = EARTH.Direct(latitude, longitude, bearing, metres)
  return { longitude: lon2, latitude: lat2 }
}
