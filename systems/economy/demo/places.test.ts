import { expect, it } from 'vitest'
import { makeUnits } from './units.ts'

it('units stand in their grid cells, each cell apart from every other, and in the same spots every time', () => {
  const units = makeUnits(7, 4)
  expect(makeUnits(7, 4)).toEqual(units)
  const cells = new Map<string, { west: number; south: number; east: number; north: number }>()
  for (const { grid, place, kind } of units) {
    expect([kind, place === null]).toEqual([kind, kind === 'revenue' || kind === 'account'])
    if (!place) continue
    const { longitude, latitude } = place
    expect(longitude >= 121.5 && longitude <= 121.6 && latitude >= 29.85 && latitude <= 29.92).toBe(true)
    const { west, south, east, north } = cells.get(grid) ?? { west: 180, south: 90, east: -180, north: -90 }
    cells.set(grid, {
      west: Math.min(west, longitude),
      south: Math.min(south, latitude),
      east: Math.max(east, longitude),
      north: Math.max(north, latitude),
    })
  }
  const boxes = [...cells.values()]
  const meeting = boxes.filter((one) =>
    boxes.some(
      (other) =>
        one !== other &&
        one.west < other.east &&
        other.west < one.east &&
        one.south < other.north &&
        other.south < one.north,
    ),
  )
  expect(boxes.length).toBeGreaterThan(100)
  expect(meeting).toEqual([])
})
