import { type RawBuilder, sql } from 'kysely'
import proj4 from 'proj4'
import type { Place } from '../../store/place.ts'
import { MERIDIANS } from '../datum.ts'

/** Metres east and north on the plane of a middle meridian, 500 km added eastward: Gauss-Krüger on CGCS2000. */
export type Metres = readonly [east: number, north: number]

/** Places as metres, and back. */
export interface Plane {
  readonly metres: (place: Place) => Metres
  readonly place: (metres: Metres) => Place
}

/** There are some twenty; each takes a while to set up. */
const known = new Map<number, Plane>()

/** The plane on which a meridian's zone, three degrees wide, is surveyed. */
export function planeOf(meridian: number): Plane {
  const found = known.get(meridian) ?? planeMade(meridian)
  known.set(meridian, found)
  return found
}

function planeMade(meridian: number): Plane {
  const { forward, inverse } = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${FALSE_EAST} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  )
  return {
    metres: ({ longitude, latitude }) => forward([longitude, latitude]) as [number, number],
    place: ([east, north]) => {
      const [longitude, latitude] = inverse([east, north]) as [number, number]
      return { longitude, latitude }
    },
  }
}

/** The middle meridian of the zone that a longitude lies in; of one outside of China the nearest. */
export const meridianOf = (longitude: number): number =>
  MERIDIANS.reduce((best, at) => (Math.abs(at - longitude) < Math.abs(best - longitude) ? at : best))

const FALSE_EAST = 500_000

// Of the ellipsoid of CGCS2000: Krüger's series to the fourth power of the third flattening, good to micrometres in a zone.
const [A, F] = [6_378_137, 1 / 298.257222101]
const E = Math.sqrt(F * (2 - F))
const N = F / (2 - F)
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64)
const SERIES = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140,
  (49_561 * N ** 4) / 161_280,
]

/**
 * The same as `planeOf` within a query: joins to whatever stands before it (`cross join lateral …`) a table `name` with the
 * columns `east` and `north` of a column of places.
 */
export function planeSql(meridian: number, place: RawBuilder<unknown>, name: string): RawBuilder<unknown> {
  const number = (value: number) => sql.raw(`${value}::float8`)
  const sum = (term: (twice: string) => string) =>
    sql.raw(SERIES.map((alpha, j) => `${alpha}::float8 * ${term(`${2 * (j + 1)}`)}`).join(' + '))
  return sql`cross join lateral (
    select ${number(FALSE_EAST)} + ${number(RADIUS)} * (eta + ${sum((k) => `cos(${k} * xi) * sinh(${k} * eta)`)}) as east,
      ${number(RADIUS)} * (xi + ${sum((k) => `sin(${k} * xi) * cosh(${k} * eta)`)}) as north
    from (select atan2(t, cos(l)) as xi, atanh(sin(l) / sqrt(1 + t * t)) as eta
      from (select sinh(atanh(sine) - ${number(E)} * atanh(${number(E)} * sine)) as t, l
        from (select sind(least(greatest(${place}[1], -89.9), 89.9)) as sine,
          radians(${place}[0] - ${number(meridian)}) as l offset 0) degrees offset 0) conformal) sphere) ${sql.raw(name)}`
}
