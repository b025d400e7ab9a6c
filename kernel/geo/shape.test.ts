import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaOf,
  around,
  away,
  boundsOf,
  contains,
  distance,
  type Geometry,
  geometryOf,
  lengthOf,
  rectangle,
  ringsOf,
} from './index.ts'

const square = (west: number, south: number, side: number): Geometry =>
  rectangle([west, south, west + side, south + side])
const holed = (outer: Geometry, hole: Geometry) =>
  ({ type: 'Polygon', coordinates: [ringsOf(outer)[0]![0]!, ringsOf(hole)[0]![0]!] }) as Geometry
const degree = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true })
const place = fc.record({ longitude: degree(73, 135), latitude: degree(18, 53) })

describe('on the ellipsoid', () => {
  it('distances and areas are those that are published', () => {
    // From the equator to the pole.
    expect(distance({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 90 })).toBeCloseTo(
      10001965.7293,
      3,
    )
    // A degree by a degree at the equator: 12,308.778 km² on WGS-84.
    expect(areaOf(square(0, 0, 1)) / 1e6).toBeCloseTo(12308.778, 2)
    const line = geometryOf('{"type":"LineString","coordinates":[[121.5,29.85],[121.6,29.85],[121.6,29.92]]}')
    const [a, b, c] = [
      { longitude: 121.5, latitude: 29.85 },
      { longitude: 121.6, latitude: 29.85 },
      { longitude: 121.6, latitude: 29.92 },
    ]
    expect(lengthOf(line)).toBeCloseTo(distance(a, b) + distance(b, c), 6)
  })

  it('a hole is taken off, whichever way round it is drawn', () => {
    fc.assert(
      fc.property(place, degree(0.01, 0.5), fc.boolean(), ({ longitude: x, latitude: y }, side, back) => {
        const [outer, inner] = [square(x, y, side), square(x + side / 4, y + side / 4, side / 2)]
        const ring = ringsOf(inner)[0]![0]!
        const hole = { ...inner, coordinates: [back ? ring.toReversed() : ring] } as Geometry
        const expected = areaOf(outer) - areaOf(inner)
        expect(areaOf(holed(outer, hole)) / expected).toBeCloseTo(1, 9)
        const middle = { longitude: x + side / 2, latitude: y + side / 2 }
        expect([contains(outer, middle), contains(holed(outer, hole), middle)]).toEqual([true, false])
      }),
    )
  })

  it('what is so far away in a direction is so far away', () => {
    fc.assert(
      fc.property(place, degree(0, 360), degree(1, 50_000), (from, bearing, metres) => {
        expect(distance(from, away(from, bearing, metres))).toBeCloseTo(metres, 5)
      }),
    )
  })

  it('the area around a place holds what is nearer, and nothing that is farther', () => {
    fc.assert(
      fc.property(place, degree(5, 2000), degree(0, 360), (from, metres, bearing) => {
        const point: Geometry = { type: 'Point', coordinates: [from.longitude, from.latitude] }
        const area = around(point, metres)!
        expect(contains(area, away(from, bearing, metres * 0.998))).toBe(true)
        expect(contains(area, away(from, bearing, metres * 1.001))).toBe(false)
        expect(areaOf(area) / (Math.PI * metres ** 2)).toBeCloseTo(1, 2)
      }),
    )
    // Around a line and an area as well: 1 km east and north of a square of some kilometres.
    const wide = around(square(121.5, 29.9, 0.03), 1000)!
    const corner = { longitude: 121.53, latitude: 29.93 }
    for (const bearing of [0, 45, 90]) {
      expect(contains(wide, away(corner, bearing, 998))).toBe(true)
      expect(contains(wide, away(corner, bearing, 1001))).toBe(false)
    }
    expect(around(square(121.5, 29.9, 0.001), -200)).toBeNull()
  })
})

describe('a shape', () => {
  it('on its edge and corners is inside, and its bounds hold it', () => {
    const one = square(121.5, 29.85, 0.5)
    for (const at of [
      { longitude: 121.5, latitude: 29.85 },
      { longitude: 121.75, latitude: 29.85 },
      { longitude: 122, latitude: 30.35 },
    ])
      expect(contains(one, at)).toBe(true)
    expect(contains(one, { longitude: 122.0000001, latitude: 30 })).toBe(false)
    expect(boundsOf(one)).toEqual([121.5, 29.85, 122, 30.35])
  })

  it.each([
    'no JSON',
    'null',
    '{"type":"Circle","coordinates":[1,2]}',
    '{"type":"constructor","coordinates":[1,2]}',
    '{"type":"Point","coordinates":["1",2]}',
    '{"type":"Point","coordinates":[181,2]}',
    '{"type":"LineString","coordinates":[[1,2]]}',
    '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}',
    '{"type":"Polygon","coordinates":[]}',
  ])('%s is none', (words) => {
    expect(() => geometryOf(words)).toThrow(expect.objectContaining({ code: 'GEO_SHAPE', status: 422 }))
  })

  it('keeps no heights', () => {
    expect(geometryOf({ type: 'Point', coordinates: [121.5, 29.85, 12] }).coordinates).toEqual([121.5, 29.85])
  })
})
