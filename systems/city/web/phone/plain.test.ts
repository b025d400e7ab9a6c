import { expect, it } from 'vitest'
import { netOn, planeOf, WIDE } from './plain.ts'

const TALL = 240
const places = [
  { longitude: 121.5, latitude: 29.9 },
  { longitude: 121.56, latitude: 29.91 },
]

it('shows the places where they are, north up, and a press says where it was', () => {
  const plane = planeOf(places, TALL)
  const [west, east] = places.map(({ longitude, latitude }) => [plane.x(longitude), plane.y(latitude)]) as [
    [number, number],
    [number, number],
  ]
  expect(west[0]).toBeLessThan(east[0])
  expect(west[1]).toBeGreaterThan(east[1])
  for (const [x, y] of [west, east]) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(WIDE)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(TALL)
  }
  const pressed = plane.placeAt(...east)
  expect(pressed.longitude).toBeCloseTo(121.56, 3)
  expect(pressed.latitude).toBeCloseTo(29.91, 3)
})

it('keeps distances: a kilometre is as long to the north as to the east', () => {
  const plane = planeOf(places, TALL)
  const narrow = Math.cos((29.905 * Math.PI) / 180)
  const east = plane.x(121.52 + 0.01 / narrow) - plane.x(121.52)
  const north = plane.y(29.9) - plane.y(29.91)
  expect(Math.abs(east - north)).toBeLessThanOrEqual(0.2)
})

it('has a net and a middle without any place', () => {
  const plane = planeOf([], TALL)
  expect(netOn(plane, TALL).length).toBeGreaterThan(4)
  expect(plane.placeAt(WIDE / 2, TALL / 2)).toEqual({ longitude: 121.55, latitude: 29.88 })
})
