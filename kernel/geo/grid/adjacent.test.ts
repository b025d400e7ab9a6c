import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { random } from '../../sample/random.ts'
import { defineRecord, difference, insertRows, schemaOf } from '../../store/index.ts'
import { text } from '../../text.ts'
import { cellsAround, contains, geometryOf, hasPostgis, holdsSql, touchingSql } from '../index.ts'

const cells = defineRecord({
  id: 'touched.cells',
  name: text('网格', 'Cells'),
  about: text('测试用', 'For tests'),
  title: 'id',
  columns: { outline: { kind: 'longText', name: text('边界', 'Outline'), shape: true } },
})
const test = testZone({ systems: [] })
const { next } = random('cells')

type XY = readonly [number, number]
const [WIDE, HIGH] = [9, 7]
/** Corners where surveyors put them: a net, each corner moved by up to a third of a cell. */
const corners = Array.from({ length: HIGH + 1 }, (_, j) =>
  Array.from(
    { length: WIDE + 1 },
    (_, i): XY => [
      Number((121.5 + (i + (next() - 0.5) * 0.6) * 0.004).toFixed(7)),
      Number((29.85 + (j + (next() - 0.5) * 0.6) * 0.004).toFixed(7)),
    ],
  ),
)
/** Nobody surveys a shared line twice to the last digit. */
const shaken = ([x, y]: XY): XY => [x + (next() - 0.5) * 1e-7, y + (next() - 0.5) * 1e-7]
const ringOf = (i: number, j: number): XY[] => {
  const ring = [corners[j]![i]!, corners[j]![i + 1]!, corners[j + 1]![i + 1]!, corners[j + 1]![i]!].map(
    shaken,
  )
  return [...ring, ring[0]!]
}
const square = (x: number, y: number, half: number): XY[] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
]
const polygon = (...coordinates: XY[][]) => JSON.stringify({ type: 'Polygon', coordinates })

/** Cells of the net; of two that lie apart one cell in two parts; and one far off with another that fills its hole, or lies free in it. */
const SPLIT = new Set(['c0 0', `c${WIDE - 1} ${HIGH - 1}`])
const net = Array.from({ length: WIDE * HIGH }, (_, n) => [n % WIDE, Math.floor(n / WIDE)] as const)
const rows = [
  ...net
    .filter(([i, j]) => !SPLIT.has(`c${i} ${j}`))
    .map(([i, j]) => ({ id: `c${i} ${j}`, outline: polygon(ringOf(i, j)) })),
  {
    id: 'two',
    outline: JSON.stringify({
      type: 'MultiPolygon',
      coordinates: [[ringOf(0, 0)], [ringOf(WIDE - 1, HIGH - 1)]],
    }),
  },
  { id: 'ring', outline: polygon(square(122, 30, 0.01), square(122, 30, 0.004)) },
  { id: 'fills', outline: polygon(square(122, 30, 0.004)) },
  { id: 'holed', outline: polygon(square(123, 30, 0.01), square(123, 30, 0.004)) },
  { id: 'free', outline: polygon(square(123, 30, 0.002)) },
  // Half a metre apart.
  { id: 'apart', outline: polygon(square(122.020005, 30, 0.01)) },
]

/** By the corners of the net that cells have in common. */
function expected(): string[] {
  const id = (i: number, j: number) => (SPLIT.has(`c${i} ${j}`) ? 'two' : `c${i} ${j}`)
  const pairs = new Set(['ring fills', 'fills ring'])
  for (const [i, j] of net)
    for (const [k, l] of net)
      if (Math.max(Math.abs(i - k), Math.abs(j - l)) === 1) pairs.add(`${id(i, j)} ${id(k, l)}`)
  return [...pairs].sort()
}

let postgis: string | undefined
beforeAll(async () => {
  const { db } = test.zone.store
  await sql.raw(`create schema touched; ${difference({}, schemaOf([cells])).sql.join('\n')}`).execute(db)
  const { actor, now, newId } = test.zone.context()
  await insertRows(db, cells, rows, { actor, now: now(), newId })
  const { rows: there } = await sql`select from pg_available_extensions where name = 'postgis'`.execute(db)
  if (there.length > 0)
    await sql`create schema elsewhere; create extension postgis schema elsewhere`.execute(db)
  postgis = await hasPostgis(db)
})

describe.each(['library', 'PostGIS'])('surveyed cells, by %s', (by) => {
  it('are neighbours where their outlines touch, along a line or at a corner', async ({ skip }) => {
    const how = by === 'library' ? undefined : postgis
    if (by === 'PostGIS' && how === undefined) skip()
    const { rows: found } = await sql<{ id: string; other: string }>`
      ${touchingSql(cells, 'outline', how)}`.execute(test.zone.store.db)
    expect(found.map(({ id, other }) => `${id} ${other}`).sort()).toEqual(expected())
  })
})

describe.each(['library', 'PostGIS'])('rings around a surveyed cell, by %s', (by) => {
  it('are those that touch it, those that touch these, and so on, each once', async ({ skip }) => {
    const how = by === 'library' ? undefined : postgis
    if (by === 'PostGIS' && how === undefined) skip()
    const { db } = test.zone.store
    const around = await cellsAround(db, cells, 'outline', 'c4 3', 2, how)
    const at = (steps: number) => around.filter((one) => one.steps === steps).map(({ id }) => id)
    const away = (steps: number) =>
      net
        .filter(([i, j]) => Math.max(Math.abs(i - 4), Math.abs(j - 3)) === steps)
        .map(([i, j]) => `c${i} ${j}`)
        .sort()
    expect([at(1), at(2)]).toEqual([away(1), away(2)])
    // One cell in two parts joins both ends of the net.
    const split = await cellsAround(db, cells, 'outline', 'two', 1, how)
    expect(split.map(({ id }) => id)).toEqual(
      [
        'c0 1',
        'c1 0',
        'c1 1',
        `c${WIDE - 2} ${HIGH - 1}`,
        `c${WIDE - 1} ${HIGH - 2}`,
        `c${WIDE - 2} ${HIGH - 2}`,
      ].sort(),
    )
    expect(await cellsAround(db, cells, 'outline', 'apart', 3, how)).toEqual([])
    expect(await cellsAround(db, cells, 'outline', 'ring', 0, how)).toEqual([])
  })
})

describe('a place in surveyed cells', () => {
  const holding = async (longitude: number, latitude: number) => {
    const place = sql`point(${longitude}::float8, ${latitude}::float8)`
    const { rows: found } = await sql<{ id: string }>`select id from touched.cells g
      where ${holdsSql('outline', place, 'g')} order by id`.execute(test.zone.store.db)
    return found.map(({ id }) => id)
  }

  it('is in those whose areas hold it, as they do out of the database and by PostGIS', async () => {
    let within = 0
    for (let i = 0; i < 400; i++) {
      const place = { longitude: 121.496 + next() * 0.044, latitude: 29.846 + next() * 0.036 }
      const found = await holding(place.longitude, place.latitude)
      const expected = rows.filter(({ outline }) => contains(geometryOf(outline), place)).map(({ id }) => id)
      expect(found, JSON.stringify(place)).toEqual(expected.sort())
      within += found.length
      if (postgis === undefined) continue
      const { rows: theirs } = await sql<{
        id: string
      }>`select id from touched.cells where elsewhere.st_covers(
        elsewhere.st_geomfromgeojson(outline), elsewhere.st_setsrid(elsewhere.st_point(${place.longitude}, ${place.latitude}), 4326))
        order by id`.execute(test.zone.store.db)
      expect(theirs.map(({ id }) => id)).toEqual(found)
    }
    expect(within).toBeGreaterThan(250)
  })

  it.each([
    ['the middle of a hole', 123.003, 30, []],
    ['what fills a hole', 122.001, 30.001, ['fills']],
    ['the line that a hole and what fills it share', 122.004, 30, ['fills', 'ring']],
    ['a corner of it', 122.004, 30.004, ['fills', 'ring']],
    ['an outer edge', 122.99, 30.005, ['holed']],
    ['an outer corner', 122.99, 29.99, ['holed']],
    ['level with corners, outside', 122.98, 30.01, []],
    ['level with the edge of a hole, inside', 122.993, 30.004, ['holed']],
    ['nowhere near', 100, 0, []],
  ])('%s', async (_, longitude, latitude, expected) => {
    expect(await holding(longitude, latitude)).toEqual(expected)
  })

  it('which is none is in no cell', async () => {
    const { rows: found } = await sql`select from touched.cells g
      where ${holdsSql('outline', sql`null::point`, 'g')}`.execute(test.zone.store.db)
    expect(found).toEqual([])
  })
})

it('candidates come by the index of bounds', async () => {
  const { db } = test.zone.store
  await sql`insert into touched.cells (id, outline, synthetic, recorded_at, recorded_by)
    select 'm' || n, json_build_object('type', 'Polygon', 'coordinates', json_build_array(json_build_array(
      json_build_array(x, y), json_build_array(x + 0.001, y), json_build_array(x + 0.001, y + 0.001), json_build_array(x, y + 0.001),
      json_build_array(x, y)))), false, now(), 'test'
    from (select n, 100 + (n % 70) * 0.001 as x, 20 + (n / 70) * 0.001 as y from generate_series(0, 4899) n) at`.execute(
    db,
  )
  await sql`analyze touched.cells`.execute(db)
  const { rows: plan } = await sql<
    Record<string, string>
  >`explain ${touchingSql(cells, 'outline', undefined)}`.execute(db)
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan.*cells_bounds_prominence_idx/)
  const { rows: held } = await sql<Record<string, string>>`explain select id from touched.cells g
    where ${holdsSql('outline', sql`point(100.0305, 20.0305)`, 'g')}`.execute(db)
  expect(held.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan.*cells_bounds_prominence_idx/)
  const { rows: counted } = await sql<{
    n: number
  }>`select count(*) as n from (${touchingSql(cells, 'outline', undefined)}) t
    where t.id like 'm%'`.execute(db)
  // 68 × 68 with eight, 4 × 68 with five, four with three.
  expect(counted[0]?.n).toBe(68 * 68 * 8 + 4 * 68 * 5 + 4 * 3)
})
