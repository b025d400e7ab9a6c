import { type RawBuilder, sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { isPlace } from './place.ts'

/** West, south, east and north edge, in degrees; edges belong to it. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/**
 * `west,south,east,north` in degrees.
 * @throws GaoxinError PLACE_BOX when it is no box: boxes over the 180th meridian are asked for as two
 */
export function boxOf(written: string): Box {
  const edges = written.split(',').map((edge) => (edge.trim() === '' ? Number.NaN : Number(edge)))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = edges
  const corners = [
    { longitude: west, latitude: south },
    { longitude: east, latitude: north },
  ]
  if (edges.length === 4 && corners.every(isPlace) && west <= east && south <= north)
    return [west, south, east, north]
  throw new GaoxinError(
    'PLACE_BOX',
    text('地图范围无效', 'The box on the map is not valid'),
    text(
      '请按“西,南,东,北”给出四个十进制度，如 121.5,29.8,121.6,29.9',
      'Give west,south,east,north in decimal degrees, such as 121.5,29.8,121.6,29.9',
    ),
    { value: written, status: 422 },
  )
}

/** As PostgreSQL compares points with it. */
export const boxSql = ([west, south, east, north]: Box): RawBuilder<unknown> =>
  sql`box(point(${west}, ${south}), point(${east}, ${north}))`
