import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { random } from '../../sample/random.ts'
import { defineRecord, difference, insertRows, schemaOf } from '../../store/index.ts'
import { text } from '../../text.ts'
import { boxOfTile, hasPostgis, tileIn, tileOf } from './index.ts'
import { unitsOf } from './points.ts'

const things = defineRecord({
  id: 'tiled.things',
  name: text('地物', 'Things'),
  about: text('测试用', 'For tests'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    outline: { kind: 'data', name: text('形状', 'Shape'), optional: true, shape: true },
  },
})

const test = testZone({ systems: [] })
const { next } = random('tiles')
const between = (low: number, high: number) => Number((low + (high - low) * next()).toFixed(7))
const [WEST, SOUTH] = [121.5, 29.85]
type XY = readonly [number, number]

/** Winding lines, and areas of which every third has a hole, over a zone of 10 by 8 km. */
const shapes = Array.from({ length: 400 }, (_, i) => {
  const [x, y] = [between(WEST, WEST + 0.1), between(SOUTH, SOUTH + 0.07)]
  const size = between(0.0005, 0.012)
  const ring = (part: number): XY[] => {
    const corners = Array.from({ length: 7 }, (_, k): XY => {
      const turn = (k / 7) * 2 * Math.PI
      return [x + Math.cos(turn) * size * part, y + Math.sin(turn) * size * part]
    })
    return [...corners, corners[0] as XY]
  }
  const line = Array.from({ length: 6 }, (_, k): XY => [x + (k * size) / 3, y + between(0, size)])
  const outline =
    i % 2 === 0
      ? { type: 'LineString', coordinates: line }
      : { type: 'Polygon', coordinates: i % 3 === 0 ? [ring(1), ring(0.4)] : [ring(1)] }
  return { id: `s${i}`, name: `物${i % 5}`, place: null, outline }
})
const places = Array.from({ length: 300 }, (_, i) => ({
  id: `p${i}`,
  name: `点${i}`,
  place: { longitude: between(WEST, WEST + 0.1), latitude: between(SOUTH, SOUTH + 0.07) },
  outline: null,
}))

let postgis: string | undefined
beforeAll(async () => {
  const { db } = test.zone.store
  await sql.raw(`create schema tiled; ${difference({}, schemaOf([things])).sql.join('\n')}`).execute(db)
  const { actor, now, newId } = test.zone.context()
  await insertRows(db, things, [...shapes, ...places], { actor, now: now(), newId })
  const { rows } = await sql`select from pg_available_extensions where name = 'postgis'`.execute(db)
  if (rows.length > 0)
    await sql`create schema elsewhere; create extension postgis schema elsewhere`.execute(db)
  postgis = await hasPostgis(db)
  expect(postgis).toBe(rows.length > 0 ? 'elsewhere' : undefined)
})

/** The tile over a place. */
function tileAt(z: number, longitude: number, latitude: number) {
  const { x, y } = unitsOf({ z, x: 0, y: 0 }, { longitude, latitude })
  return tileIn({ z, x: Math.floor(x / 4096), y: Math.floor(y / 4096) })
}
const SOME = [11, 12, 13, 14, 15, 16, 17].flatMap((z) =>
  [0.012, 0.041, 0.055, 0.083].map((at) => tileAt(z, WEST + at, SOUTH + at * 0.7)),
)

/** @param by null: the library, also where there is PostGIS */
async function read(tile: ReturnType<typeof tileIn>, by: string | null | undefined = postgis, choice = {}) {
  const bytes = await tileOf(test.zone.store.db, things, tile, choice, { postgis: by ?? undefined })
  const { layers } = new VectorTile(new PbfReader(bytes))
  const of = (name: string) =>
    Array.from({ length: layers[name]?.length ?? 0 }, (_, i) => layers[name]!.feature(i))
  return { points: of('points'), clusters: of('clusters'), shapes: of('shapes'), layers }
}

/** Bounds, length along the edges and area, in units of the tile. */
function measured(feature: VectorTileFeature) {
  const rings = feature.loadGeometry()
  const all = rings.flat()
  const [x, y] = [all.map((one) => one.x), all.map((one) => one.y)]
  const length = rings.reduce(
    (sum, ring) =>
      ring.reduce(
        (more, one, i) => more + (i > 0 ? Math.hypot(one.x - ring[i - 1]!.x, one.y - ring[i - 1]!.y) : 0),
        sum,
      ),
    0,
  )
  return {
    type: feature.type,
    bounds: [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)],
    length,
    area: Math.abs(rings.reduce((sum, ring) => sum + turned(ring), 0)),
  }
}

/** The area within a ring, holes the other way round. */
const turned = (ring: readonly { readonly x: number; readonly y: number }[]) =>
  ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length]!
    return sum + (x * next.y - next.x * y) / 2
  }, 0)

describe.each(['library', 'PostGIS'])('shapes of a tile, cut by the %s', (by) => {
  it('are those whose shapes lie there, where they lie, under the condition of the list', async ({
    skip,
  }) => {
    const how = by === 'library' ? null : postgis
    if (by === 'PostGIS' && how === undefined) skip()
    let seen = 0
    for (const tile of SOME) {
      const found = await read(tile, how)
      const ids = found.shapes.map(({ properties }) => String(properties.id))
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id, outline } of shapes) {
        const flat = outline.coordinates.flat(outline.type === 'Polygon' ? 1 : 0) as XY[]
        const units = flat.map(([longitude, latitude]) => unitsOf(tile, { longitude, latitude }))
        const within = units.some(({ x, y }) => x > 4 && y > 4 && x < 4092 && y < 4092)
        const [x, y] = [units.map((one) => one.x), units.map((one) => one.y)]
        const apart =
          Math.min(...x) > 4164 || Math.max(...x) < -68 || Math.min(...y) > 4164 || Math.max(...y) < -68
        const small = Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)) < 8
        if (within && !small) expect(ids, `${id} in ${JSON.stringify(tile)}`).toContain(id)
        if (apart) expect(ids).not.toContain(id)
      }
      for (const feature of found.shapes) {
        seen++
        const { bounds } = measured(feature)
        expect(Math.min(...bounds)).toBeGreaterThanOrEqual(-65)
        expect(Math.max(...bounds)).toBeLessThanOrEqual(4161)
      }
      const one = await read(tile, how, { filter: { name: '物3' } })
      expect(one.shapes.every(({ properties }) => Number(String(properties.id).slice(1)) % 5 === 3)).toBe(
        true,
      )
      const none = await read(tile, how, { where: sql`false` })
      expect(none.layers).toEqual({})
    }
    expect(seen).toBeGreaterThan(500)
  })
})

it('PostGIS and the library cut the same, within what a tile can tell', async ({ skip }) => {
  if (postgis === undefined) skip()
  let compared = 0
  for (const tile of SOME) {
    const [one, other] = [await read(tile, null), await read(tile, postgis)]
    const byId = new Map(other.shapes.map((feature) => [feature.properties.id, measured(feature)]))
    for (const feature of one.shapes) {
      const mine = measured(feature)
      const theirs = byId.get(feature.properties.id)
      byId.delete(feature.properties.id)
      // What only touches the edge is left out by one of them.
      if (!theirs) {
        expect(mine.length).toBeLessThan(16)
        continue
      }
      expect(theirs.type).toBe(mine.type)
      for (const [i, edge] of mine.bounds.entries())
        expect(Math.abs(theirs.bounds[i]! - edge)).toBeLessThanOrEqual(2)
      // Of an area that is cut in two one of them goes along the edge from part to part: as large, with a longer way round.
      if (mine.type === 3) expect(Math.abs(theirs.area - mine.area)).toBeLessThanOrEqual(24 + mine.length)
      else expect(Math.abs(theirs.length - mine.length)).toBeLessThanOrEqual(24 + mine.length * 0.01)
      compared++
    }
    for (const left of byId.values()) expect(left.length).toBeLessThan(16)
  }
  expect(compared).toBeGreaterThan(500)
})

describe('places of a tile', () => {
  it('are told one by one with their names, where they lie', async () => {
    const all = await read(tileAt(10, WEST + 0.05, SOUTH + 0.03))
    expect(all.clusters).toEqual([])
    const tiles = new Map<string, ReturnType<typeof tileIn>>()
    for (const { place } of places) {
      const tile = tileAt(14, place.longitude, place.latitude)
      tiles.set(JSON.stringify(tile), tile)
    }
    const seen: string[] = []
    for (const tile of tiles.values())
      for (const feature of (await read(tile)).points) {
        const { id, label } = feature.properties
        const { place, name } = places.find((one) => one.id === id)!
        expect(label).toBe(name)
        const [[at] = []] = feature.loadGeometry()
        expect({ x: at?.x, y: at?.y }).toEqual(unitsOf(tile, place))
        seen.push(String(id))
      }
    expect(seen.sort()).toEqual(places.map(({ id }) => id).sort())
  })

  it('are cells with their counts where there are many', async () => {
    const { db } = test.zone.store
    await sql`insert into tiled.things (id, name, place, synthetic, recorded_at, recorded_by)
      select 'm' || n, 'M', point(100 + (n * 7919 % 10007) / 10007.0 / 10, 20 + (n::bigint * 104729 % 10009) / 10009.0 / 10), false, now(), 'test'
      from generate_series(1, 3000) n`.execute(db)
    const { points, clusters } = await read(tileAt(7, 100.05, 20.05))
    expect(clusters.length).toBeGreaterThan(0)
    const counted = clusters.reduce((sum, { properties }) => sum + Number(properties.count), points.length)
    expect(counted).toBe(3000)
  })
})

it('places lie in one tile of every level, and cells are those of the level below put together', async () => {
  const total = places.length
  for (const z of [9, 10, 11, 12]) {
    const tiles = new Map(
      places.map(({ place }) => {
        const tile = tileAt(z, place.longitude, place.latitude)
        return [JSON.stringify(tile), tile]
      }),
    )
    let seen = 0
    for (const tile of tiles.values()) seen += (await read(tile)).points.length
    expect(seen, `zoom ${z}`).toBe(total)
  }
  const { db } = test.zone.store
  await sql`insert into tiled.things (id, name, place, synthetic, recorded_at, recorded_by)
    select 'e' || n, 'E', point(40 + (n * 7919 % 10007) / 10007.0 * 5, 60 + (n::bigint * 104729 % 10009) / 10009.0 * 2), false, now(), 'test'
    from generate_series(1, 9000) n`.execute(db)
  const wide = await everyCount(tileAt(4, 42, 61))
  const below = await Promise.all(
    [0, 1].flatMap((dx) =>
      [0, 1].map((dy) => {
        const { z, x, y } = tileAt(4, 42, 61)
        return everyCount({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy })
      }),
    ),
  )
  expect(wide).toBe(9000)
  expect(below.reduce((sum, one) => sum + one, 0)).toBe(wide)
})

it('places on either side of an edge, some centimetres apart, are each in their own cell, under their own names', async () => {
  const { db } = test.zone.store
  const tile = tileAt(10, -100, 40)
  const [west, south, east, north] = boxOfTile(tile)
  // 16 cells along a side: the edge after the fifth, well away from the crowd in the first.
  const edge = west + ((east - west) * 5) / 16
  const at = { longitude: edge, latitude: (south + north) / 2 + 0.001 }
  const alone = [
    { id: 'before', name: '边前', longitude: edge - 4e-7 },
    { id: 'on', name: '边上', longitude: edge },
  ]
  const beside = { id: 'beside', name: '东边', longitude: east, latitude: at.latitude }
  for (const row of [...alone.map((one) => ({ ...at, ...one })), beside])
    await sql`insert into tiled.things (id, name, place, synthetic, recorded_at, recorded_by)
      values (${row.id}, ${row.name}, point(${row.longitude}::float8, ${row.latitude}::float8), false, now(), 'test')`.execute(
      db,
    )
  await sql`insert into tiled.things (id, name, place, synthetic, recorded_at, recorded_by)
    select 'c' || n, 'C', point(${west + 0.001}::float8 + n * 1e-7, ${south + 0.001}::float8), false, now(), 'test'
    from generate_series(1, 2500) n`.execute(db)
  const { points, clusters } = await read(tile)
  expect(points.map(({ properties: { id, label } }) => [id, label]).sort()).toEqual([
    ['before', '边前'],
    ['on', '边上'],
  ])
  expect(clusters.map(({ properties }) => properties.count)).toEqual([2500])
  const next = await read({ ...tile, x: tile.x + 1 })
  expect(next.points.map(({ properties }) => properties.id)).toEqual(['beside'])
})

async function everyCount(tile: ReturnType<typeof tileIn>): Promise<number> {
  const { points, clusters } = await read(tile)
  expect(points.length + clusters.length).toBeLessThanOrEqual(2000)
  return clusters.reduce((sum, { properties }) => sum + Number(properties.count), points.length)
}

describe('where a tile would have too many shapes', () => {
  /** 9,000 of 30 units, and 60 of five times that, over one tile. */
  const crowded = tileAt(10, -60, 10)
  beforeAll(async () => {
    const { db } = test.zone.store
    await sql`insert into tiled.things (id, name, outline, synthetic, recorded_at, recorded_by)
      select case when n > 9000 then 'large' else 'd' end || n, 'D', jsonb_build_object('type', 'LineString', 'coordinates',
        jsonb_build_array(jsonb_build_array(x, y), jsonb_build_array(x + case when n > 9000 then 0.0129 else 0.00258 end, y))), false, now(), 'test'
      from (select n, -60.1171875 + (n * 7919 % 10007) / 10007.0 * 0.3 as x, 9.85 + (n::bigint * 104729 % 10009) / 10009.0 * 0.3 as y
        from generate_series(1, 9060) n) at`.execute(db)
    await sql`analyze tiled.things`.execute(db)
  })

  it('some thousands of them are shown, spread evenly, and the large ones sooner than the small', async () => {
    const { shapes } = await read(crowded, null)
    expect(shapes.length).toBeGreaterThan(1000)
    expect(shapes.length).toBeLessThanOrEqual(4000)
    const large = shapes.filter(({ properties }) => String(properties.id).startsWith('large')).length
    const [few, many] = [large / 60, (shapes.length - large) / 9000]
    expect(few).toBeGreaterThan(many * 1.5)
    const quarter = [0, 0, 0, 0]
    for (const { bounds } of shapes.map(measured)) {
      const [x = 0, y = 0] = bounds
      quarter[(x > 2048 ? 1 : 0) + (y > 2048 ? 2 : 0)]!++
    }
    const all = await sql<{ n: number }>`select count(*) as n from tiled.things where name = 'D'`.execute(
      test.zone.store.db,
    )
    expect(all.rows[0]?.n).toBe(9060)
    for (const n of quarter) expect(n).toBeGreaterThan(shapes.length / 10)
  })

  it('the same are shown however they are cut, and each time', async ({ skip }) => {
    const ids = async (by: string | null | undefined) =>
      (await read(crowded, by)).shapes.map(({ properties }) => String(properties.id)).sort()
    const mine = await ids(null)
    expect(await ids(null)).toEqual(mine)
    if (postgis === undefined) skip()
    expect(await ids(postgis)).toEqual(mine)
  })

  it('what shows is found by one index of bounds and prominence', async () => {
    const { rows } = await sql<Record<string, string>>`explain select id from tiled.things
      where gaoxin.bounds((outline)::text) && box(point(-60, 9.9), point(-59.9, 10))
        and gaoxin.prominence((outline)::text, id) <@ box(point(0.01, 0), point('Infinity', 0)) limit 4001`.execute(
      test.zone.store.db,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('things_bounds_prominence_idx')
    expect(plan).toMatch(/Index Cond: .*bounds.* AND .*prominence/)
  })
})

it.each([
  [{ z: -1, x: 0, y: 0 }],
  [{ z: 23, x: 0, y: 0 }],
  [{ z: 2, x: 4, y: 0 }],
  [{ z: 2, x: 0, y: 0.5 }],
  [{ z: Number.NaN, x: 0, y: 0 }],
])('%j is no tile', (tile) => {
  expect(() => tileIn(tile)).toThrow(expect.objectContaining({ code: 'GEO_TILE', status: 422 }))
})
