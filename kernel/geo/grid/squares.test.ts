import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import type { Geometry, Position } from '../geometry.ts'
import {
  areaOf,
  codeOf,
  contains,
  distance,
  type Grid,
  meridianOf,
  neighboursOf,
  outlineOf,
  planeOf,
  ringOf,
  ringsOf,
  type Square,
  squareAt,
  squareIn,
  squaresOf,
  squaresOfBox,
  squaresSql,
} from '../index.ts'

const test = testZone({ systems: [] })
const degree = (low: number, high: number) =>
  fc.integer({ min: low * 1e7, max: high * 1e7 }).map((n) => n / 1e7)
const china = fc.record({ longitude: degree(75, 135), latitude: degree(18, 53) })
const side = fc.constantFrom(100, 250, 1000)
const key = ({ column, row }: Square) => `${column} ${row}`

describe('squares of a grid', () => {
  it('are so many metres wide, hold the places that are theirs, and are named by a code that reads back', () => {
    fc.assert(
      fc.property(china, side, (place, metres) => {
        const grid: Grid = { meridian: meridianOf(place.longitude), side: metres }
        const square = squareAt(grid, place)
        const outline = outlineOf(grid, square)
        // The plane stretches by 1/2,500 at most at the edge of a zone that is three degrees wide.
        expect(areaOf(outline) / metres ** 2).toBeCloseTo(1, 2)
        const [west, north] = planeOf(grid.meridian).metres(place)
        const edge = Math.min(...[west, north].map((at) => Math.abs(at - Math.round(at / metres) * metres)))
        if (edge > 0.05) expect(contains(outline, place)).toBe(true)
        expect(squareIn(codeOf(grid, square))).toEqual({ ...grid, ...square })
      }),
    )
    expect(
      codeOf(
        { meridian: 120, side: 250 },
        squareAt({ meridian: 120, side: 250 }, { longitude: 121.55, latitude: 29.88 }),
      ),
    ).toBe('120E-250-2598-13231')
    for (const none of ['', '120E-0-1-1', '330212016001001', '120E-250-1', 'x120E-250-1-1'])
      expect(squareIn(none)).toBeUndefined()
  })

  it('touch their neighbours: four along a side, eight with the corners, and rings of eight more each', () => {
    fc.assert(
      fc.property(china, side, fc.integer({ min: 1, max: 5 }), (place, metres, steps) => {
        const grid: Grid = { meridian: meridianOf(place.longitude), side: metres }
        const square = squareAt(grid, place)
        const cornersOf = (one: Square) => ringsOf(outlineOf(grid, one))[0]![0]!.slice(1).map(String)
        const shared = (one: Square) =>
          cornersOf(one).filter((corner) => cornersOf(square).includes(corner)).length
        expect(neighboursOf(square, 4).map(shared)).toEqual([2, 2, 2, 2])
        expect(neighboursOf(square, 8).map(shared).toSorted()).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
        const ring = ringOf(square, steps)
        expect(new Set(ring.map(key)).size).toBe(8 * steps)
        for (const { column, row } of ring)
          expect(Math.max(Math.abs(column - square.column), Math.abs(row - square.row))).toBe(steps)
      }),
      { numRuns: 30 },
    )
    expect(ringOf({ column: 3, row: 4 }, 0)).toEqual([{ column: 3, row: 4 }])
  })

  it('are the same in a query as in the program', async () => {
    const { db } = test.zone.store
    await fc.assert(
      fc.asyncProperty(fc.array(china, { minLength: 50, maxLength: 200 }), side, async (places, metres) => {
        const grid: Grid = { meridian: meridianOf(places[0]!.longitude), side: metres }
        // Whoever counts in a zone counts near its meridian.
        const near = places.map(({ longitude, latitude }) => ({
          longitude: Number((grid.meridian + ((longitude - 75) / 60) * 3 - 1.5).toFixed(7)),
          latitude,
        }))
        const { rows } = await sql<Square>`select s."column", s."row" from unnest(
          ${near.map(({ longitude }) => longitude)}::float8[], ${near.map(({ latitude }) => latitude)}::float8[])
          with ordinality p(x, y, n) cross join lateral (select point(x, y) as at) t ${squaresSql(grid, sql`t.at`, 's')}
          order by n`.execute(db)
        for (const [i, place] of near.entries()) {
          const [east, north] = planeOf(grid.meridian).metres(place)
          // A micrometre from a line they may differ.
          if ([east, north].every((at) => Math.abs(at / metres - Math.round(at / metres)) > 1e-6))
            expect(rows[i]).toEqual(squareAt(grid, place))
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('the squares of a shape', () => {
  const grid: Grid = { meridian: 120, side: 100 }
  const near = fc.tuple(degree(121.5, 121.52), degree(29.85, 29.87))
  /** Whether a place of a fine net within the square lies in the area. */
  const sampled = (area: Geometry, square: Square) => {
    const { place } = planeOf(grid.meridian)
    for (let i = 1; i < 10; i++)
      for (let j = 1; j < 10; j++)
        if (contains(area, place([(square.column + i / 10) * grid.side, (square.row + j / 10) * grid.side])))
          return true
    return false
  }

  it('are all that it comes into, holes left out, and none that lies apart', () => {
    fc.assert(
      fc.property(
        near,
        fc.array(fc.integer({ min: 30, max: 400 }), { minLength: 5, maxLength: 9 }),
        fc.boolean(),
        ([x, y], radii, holed) => {
          const ring = (part: number): Position[] => {
            const corners = radii.map((radius, k): Position => {
              const turn = (k / radii.length) * 2 * Math.PI
              return [
                x + (Math.cos(turn) * radius * part) / 96_000,
                y + (Math.sin(turn) * radius * part) / 111_000,
              ]
            })
            return [...corners, corners[0]!]
          }
          const area: Geometry = { type: 'Polygon', coordinates: holed ? [ring(1), ring(0.6)] : [ring(1)] }
          const found = squaresOf(grid, area)!
          const keys = new Set(found.map(key))
          expect(keys.size).toBe(found.length)
          const { column, row } = squareAt(grid, { longitude: x, latitude: y })
          for (let i = -6; i <= 6; i++)
            for (let j = -6; j <= 6; j++) {
              const square = { column: column + i, row: row + j }
              if (sampled(area, square)) expect(keys.has(key(square))).toBe(true)
            }
          // What is told and has no place of the net within: its outline is near the area's.
          for (const square of found.filter((one) => !sampled(area, one))) {
            const outline = outlineOf(grid, square)
            const nearby = ringsOf(area)
              .flat(2)
              .some(([a, b]) => distance({ longitude: a, latitude: b }, centreOf(outline)) < 600)
            expect(nearby).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a box are every square from corner to corner, unless they are too many', () => {
    const box = [121.5, 29.85, 121.51, 29.86] as const
    const found = squaresOfBox(grid, box)!
    const corner = (longitude: number, latitude: number) => squareAt(grid, { longitude, latitude })
    const keys = new Set(found.map(key))
    for (const [x, y] of [
      [121.5, 29.85],
      [121.51, 29.86],
      [121.505, 29.855],
    ] as const)
      expect(keys.has(key(corner(x, y)))).toBe(true)
    // 966 m by 1,108 m, turned by some 0.8 degrees of the plane.
    expect(found.length).toBeGreaterThanOrEqual(110)
    expect(found.length).toBeLessThanOrEqual(156)
    expect(squaresOfBox(grid, box, 50)).toBeUndefined()
  })

  it('of a line and a point are those that they come through', () => {
    const from = planeOf(120).place([645_050, 3_306_050])
    const to = planeOf(120).place([645_350, 3_306_050])
    const at = (place: typeof from): Position => [place.longitude, place.latitude]
    const row = (columns: readonly number[]) => columns.map((column) => ({ column, row: 33_060 }))
    expect(squaresOf(grid, { type: 'LineString', coordinates: [at(from), at(to)] })).toEqual(
      row([6450, 6451, 6452, 6453]),
    )
    expect(squaresOf(grid, { type: 'Point', coordinates: at(from) })).toEqual(row([6450]))
  })
})

function centreOf(outline: Geometry) {
  const [a, , c] = ringsOf(outline)[0]![0]!
  return { longitude: (a![0] + c![0]) / 2, latitude: (a![1] + c![1]) / 2 }
}
