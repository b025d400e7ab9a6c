import { expect, it } from 'vitest'
import { areaOf, contains, type Geometry, geometryOf, type Position } from '../../kernel/geo/index.ts'
import { GRIDS } from '../../systems/city/demo/grids.ts'
import { networkRows } from '../../systems/drainage/demo/network.ts'
import { sampleGround } from './sample.ts'

const { features } = sampleGround()
const of = (...kinds: string[]) =>
  features
    .filter(({ properties }) => kinds.includes(properties?.kind))
    .map(({ geometry }) => geometryOf(geometry) as Geometry)
interface At {
  readonly longitude: number
  readonly latitude: number
}
/** Metres from a place to the nearest of some lines, on a plane that touches the earth in the zone. */
function off(lines: readonly Geometry[], { longitude, latitude }: At): number {
  const flat = ([x, y]: Position) =>
    [(x - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180), (y - latitude) * 111_320] as const
  const stretches = lines.flatMap(({ coordinates }) => {
    const line = coordinates as readonly Position[]
    return line.slice(1).map((end, i) => [flat(line[i] as Position), flat(end)] as const)
  })
  return Math.min(
    ...stretches.map(([[x0, y0], [x1, y1]]) => {
      const [dx, dy] = [x1 - x0, y1 - y0]
      const along = Math.min(Math.max(-(x0 * dx + y0 * dy) / (dx * dx + dy * dy), 0), 1)
      return Math.hypot(x0 + along * dx, y0 + along * dy)
    }),
  )
}

it('has the rivers that the pipes run to, and streets over the pipes', () => {
  const { nodes } = networkRows('ground')
  const [rivers, streets] = [of('river'), of('street', 'lane', 'road')]
  const outfalls = nodes.filter(({ kind, network }) => kind === 'outfall' && network === 'rain')
  expect(outfalls.length).toBeGreaterThan(5)
  for (const { place } of outfalls) expect(off(rivers, place)).toBeLessThan(25)
  const manholes = nodes.filter(({ network, kind }) => network === 'rain' && kind === 'junction')
  const far = manholes.filter(({ place }) => off(streets, place) > 15)
  expect(manholes.length).toBeGreaterThan(200)
  expect(far).toEqual([])
})

it('has streets between the cells of the city, and blocks within them', () => {
  const ends = new Set(
    of('street', 'road').flatMap(({ coordinates }) => (coordinates as Position[]).map(String)),
  )
  const cells = GRIDS.map(({ box: [west, south, east, north] }) => ({ west, south, east, north }))
  // The corners of the zone and of every cell that lies away from the town.
  const outer = cells.filter(({ west, east }) => east < 121.53 || west > 121.57)
  expect(outer.length).toBeGreaterThan(100)
  for (const { west, south } of outer) expect(ends.has(`${west},${south}`)).toBe(true)
  const blocks = of('block', 'works', 'park')
  for (const { west, south, east, north } of outer) {
    const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 }
    expect(blocks.filter((block) => contains(block, middle))).toHaveLength(1)
  }
  for (const block of blocks) expect(areaOf(block)).toBeGreaterThan(500)
})

it('is small, and the same at every start', () => {
  expect(JSON.stringify(sampleGround())).toBe(JSON.stringify(sampleGround()))
  expect(JSON.stringify(features).length).toBeLessThan(200_000)
})

it('names the communities of the city, each within its cells, and every river', () => {
  const named = features.filter(({ properties }) => properties?.kind === 'community')
  const communities = [...new Set(GRIDS.map(({ community }) => community))]
  expect(named.map(({ properties }) => `${properties?.name}（示例）`).sort()).toEqual(communities.sort())
  for (const { properties, geometry } of named) {
    const [x, y] = (geometry as unknown as { coordinates: Position }).coordinates
    const boxes = GRIDS.filter(({ community }) => community === `${properties?.name}（示例）`).map(
      ({ box }) => box,
    )
    expect(x).toBeGreaterThan(Math.min(...boxes.map(([west]) => west)))
    expect(x).toBeLessThan(Math.max(...boxes.map(([, , east]) => east)))
    expect(y).toBeGreaterThan(Math.min(...boxes.map(([, south]) => south)))
    expect(y).toBeLessThan(Math.max(...boxes.map(([, , , north]) => north)))
  }
  const rivers = features.filter(({ properties }) => properties?.kind === 'river')
  expect(new Set(rivers.map(({ properties }) => properties?.name)).size).toBe(rivers.length)
})
