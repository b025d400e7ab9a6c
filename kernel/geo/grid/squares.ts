import { type RawBuilder, sql } from 'kysely'
import type { Box } from '../../store/box.ts'
import type { Place } from '../../store/place.ts'
import { type Geometry, linesOf, type Position, rectangle, ringsOf } from '../geometry.ts'
import { type Metres, planeOf, planeSql } from './plane.ts'

/** Squares of so many metres on the plane of a meridian; their lines are whole multiples of the side. */
export interface Grid {
  readonly meridian: number
  readonly side: number
}

/** One of them: column eastward, row northward. */
export interface Square {
  readonly column: number
  readonly row: number
}

/** The square that a place lies in; one on a line is in the square east and north of it. */
export function squareAt({ meridian, side }: Grid, place: Place): Square {
  const [east, north] = planeOf(meridian).metres(place)
  return { column: Math.floor(east / side), row: Math.floor(north / side) }
}

/** Within a query: a join that adds `name` with the columns `column` and `row` of a column of places. */
export const squaresSql = (
  { meridian, side }: Grid,
  place: RawBuilder<unknown>,
  name: string,
): RawBuilder<unknown> =>
  sql`${planeSql(meridian, place, `${name}_plane`)} cross join lateral (
    select floor(${sql.raw(`${name}_plane.east`)} / ${side}::float8)::int as "column",
      floor(${sql.raw(`${name}_plane.north`)} / ${side}::float8)::int as "row") ${sql.raw(name)}`

/** `120E-250-2214-13228`: meridian, side, column, row. A code of our own: the standards number surveyed cells only. */
export const codeOf = ({ meridian, side }: Grid, { column, row }: Square): string =>
  `${meridian}E-${side}-${column}-${row}`

/** The grid and the square that a code names; undefined of what is none. */
export function squareIn(code: string): (Grid & Square) | undefined {
  const found = /^(\d{1,3})E-(\d{1,6})-(-?\d{1,8})-(-?\d{1,8})$/.exec(code)
  if (!found) return undefined
  const [meridian = 0, side = 0, column = 0, row = 0] = found.slice(1).map(Number)
  return side > 0 ? { meridian, side, column, row } : undefined
}

/** The outline in degrees, its corners as places are kept; between them it is straight to a millimetre. */
export function outlineOf({ meridian, side }: Grid, { column, row }: Square): Geometry {
  const { place } = planeOf(meridian)
  const ring = CORNERS.map(([x, y]): Position => {
    const { longitude, latitude } = place([(column + x) * side, (row + y) * side])
    return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))]
  })
  return { type: 'Polygon', coordinates: [ring] }
}
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
] as const

/** Those that share a side with a square (4), or a side or a corner (8). */
export const neighboursOf = (square: Square, how: 4 | 8): readonly Square[] =>
  ringOf(square, 1).filter(({ column, row }) => how === 8 || column === square.column || row === square.row)

/** Those that lie so many steps away, corners counted as a step: 8 a step; of no step the square itself. */
export function ringOf({ column, row }: Square, steps: number): readonly Square[] {
  if (steps === 0) return [{ column, row }]
  // Four edges of 2 × steps squares, each ending before the corner at which the next begins.
  return Array.from({ length: 2 * steps }, (_, i) => i - steps).flatMap((i) => [
    { column: column + i, row: row + steps },
    { column: column + steps, row: row - i },
    { column: column - i, row: row - steps },
    { column: column - steps, row: row + i },
  ])
}

/** So many squares are told at most. */
const MOST = 200_000

/** The squares that a box touches, row by row from the south-west; undefined where they are too many. */
export const squaresOfBox = (grid: Grid, box: Box, most = MOST): readonly Square[] | undefined =>
  squaresOf(grid, rectangle(box), most)

/** The squares that a geometry lies in or touches, row by row from the south-west; undefined where they are too many. */
export function squaresOf(grid: Grid, geometry: Geometry, most = MOST): readonly Square[] | undefined {
  const { metres } = planeOf(grid.meridian)
  const scaled = ([longitude, latitude]: Position): Metres => {
    const [east, north] = metres({ longitude, latitude })
    return [east / grid.side, north / grid.side]
  }
  const rings = ringsOf(geometry)
    .flat()
    .map((ring) => ring.map(scaled))
  const lines = [
    ...rings,
    ...linesOf(geometry).map((line) => line.map(scaled)),
    ...pointsOf(geometry).map((at) => [scaled(at), scaled(at)]),
  ]
  const all = lines.flat()
  const range = (axis: 0 | 1) => {
    const [low, high] = all.reduce(
      ([l, h], at) => [Math.min(l, at[axis]), Math.max(h, at[axis])],
      [Infinity, -Infinity],
    )
    return [Math.floor(low), Math.floor(high)] as const
  }
  const [[west, east], [south, north]] = [range(0), range(1)]
  if ((east - west + 1) * (north - south + 1) > most) return undefined
  const sides = lines.flatMap((line) => line.slice(1).map((end, i) => [line[i]!, end] as const))
  const found: Square[] = []
  for (let row = south; row <= north; row++) {
    const near = sides.filter(([a, b]) => Math.min(a[1], b[1]) <= row + 1 && Math.max(a[1], b[1]) >= row)
    for (let column = west; column <= east; column++)
      if (isWithin(rings, [column + 0.5, row + 0.5]) || near.some(([a, b]) => crosses(a, b, column, row)))
        found.push({ column, row })
  }
  return found
}

const pointsOf = (geometry: Geometry): readonly Position[] =>
  geometry.type === 'Point'
    ? [geometry.coordinates]
    : geometry.type === 'MultiPoint'
      ? geometry.coordinates
      : []

/** Whether a point lies within rings, of which those within others are holes. */
function isWithin(rings: readonly (readonly Metres[])[], [x, y]: Metres): boolean {
  let inside = false
  for (const ring of rings)
    for (const [i, [x2, y2]] of ring.slice(1).entries()) {
      const [x1, y1] = ring[i]!
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
    }
  return inside
}

/** Whether a line from a to b comes into the square of side 1 whose south-west corner is given: Liang and Barsky's clipping. */
function crosses([ax, ay]: Metres, [bx, by]: Metres, west: number, south: number): boolean {
  let [enters, leaves] = [0, 1]
  const [dx, dy] = [bx - ax, by - ay]
  for (const [step, room] of [
    [-dx, ax - west],
    [dx, west + 1 - ax],
    [-dy, ay - south],
    [dy, south + 1 - ay],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) enters = Math.max(enters, room / step)
    if (step > 0) leaves = Math.min(leaves, room / step)
  }
  return enters <= leaves
}
