import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { type Choice, defineRecord, insertRows, type TargetOf } from '../../store/index.ts'
import { defineSystem } from '../../system.ts'
import { text } from '../../text.ts'
import { hasPostgis, isLayer, type Tile, tileOf } from './index.ts'
import { unitsOf } from './points.ts'

const about = text('测试用', 'For tests')
const nodes = defineRecord({
  id: 'drawn.nodes',
  name: text('节点', 'Nodes'),
  about,
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})
const end = (zh: string, en: string) =>
  ({ kind: 'reference', name: text(zh, en), record: 'drawn.nodes' }) as const
const pipes = defineRecord({
  id: 'drawn.pipes',
  name: text('管段', 'Pipes'),
  about,
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: { rain: text('雨', 'Rain') },
      optional: true,
    },
    size: { kind: 'decimal', name: text('管径', 'Size'), unit: '米', optional: true },
    a: end('起点', 'From'),
    b: end('终点', 'To'),
    course: { kind: 'data', name: text('折点', 'Vertices'), optional: true },
  },
  indexes: [{ on: ['a'] }, { on: ['b'] }],
  edge: { from: 'a', to: 'b', course: 'course' },
})
const test = testZone({
  systems: [
    defineSystem({
      id: 'drawn',
      name: about,
      group: 'city',
      office: 'committee',
      about,
      records: [nodes, pipes],
      indicators: [],
    }),
  ],
})

let postgis: string | undefined
beforeAll(async () => {
  const { db } = test.zone.store
  const { rows } = await sql`select from pg_available_extensions where name = 'postgis'`.execute(db)
  if (rows.length > 0) await sql`create extension postgis`.execute(db)
  postgis = await hasPostgis(db)
})
beforeEach(async () => {
  const { db } = test.zone.store
  await sql`delete from drawn.pipes`.execute(db)
  await sql`delete from drawn.nodes`.execute(db)
})

const [WEST, SOUTH] = [121.5, 29.85]
const at = (east: number, north: number) => ({
  longitude: WEST + east / 1000,
  latitude: SOUTH + north / 1000,
})
type Values = Readonly<Record<string, unknown>>
async function enter(record: typeof nodes | typeof pipes, rows: readonly Values[]) {
  const { actor, now, newId } = test.zone.context()
  await insertRows(test.zone.store.db, record, rows, { actor, now: now(), newId })
}
const node = (id: string, place: ReturnType<typeof at> | null) => ({ id, name: id, place })
const pipe = (id: string, a: string, b: string, more: Values = {}) => ({ id, name: id, a, b, ...more })

const seesAll: TargetOf = () => ({ record: nodes, where: undefined })
interface Asked extends Choice {
  /** null: the library, also where there is PostGIS. */
  readonly by?: string | null | undefined
  readonly tell?: readonly string[]
}
async function read(tile: Tile, { by = postgis, tell = [], target = seesAll, ...choice }: Asked = {}) {
  const options = { postgis: by ?? undefined, tell }
  const bytes = await tileOf(test.zone.store.db, pipes, tile, { target, ...choice }, options)
  const { shapes } = new VectorTile(new PbfReader(bytes)).layers
  return Array.from({ length: shapes?.length ?? 0 }, (_, i) => {
    const { properties, loadGeometry } = shapes!.feature(i)
    return { properties, lines: loadGeometry.call(shapes!.feature(i)) }
  }).sort((a, b) => String(a.properties.id).localeCompare(String(b.properties.id)))
}
const idsOf = async (...asked: Parameters<typeof read>) =>
  (await read(...asked)).map(({ properties }) => properties.id)

const TILE = tileAt(14, at(5, 5))
function tileAt(z: number, place: ReturnType<typeof at>): Tile {
  const { x, y } = unitsOf({ z, x: 0, y: 0 }, place)
  return { z, x: Math.floor(x / 4096), y: Math.floor(y / 4096) }
}

describe.each(['library', 'PostGIS'])('edges as lines of a tile, cut by the %s', (way) => {
  const by = () => (way === 'library' ? null : postgis)
  beforeEach(({ skip }) => {
    if (way === 'PostGIS' && postgis === undefined) skip()
  })

  it('lead from node to node over the vertices, and tell what they are asked to', async () => {
    const [one, other, corner] = [at(1, 1), at(9, 6), at(9, 1)]
    await enter(nodes, [node('one', one), node('other', other), node('nowhere', null)])
    const course = [[corner.longitude, corner.latitude, 7], 'no vertex', [400, 10]]
    await enter(pipes, [
      pipe('bent', 'one', 'other', { course, kind: 'rain', size: '0.6' }),
      pipe('lost', 'one', 'nowhere'),
      pipe('straight', 'other', 'one', { course: { not: 'a list' } }),
    ])
    const found = await read(TILE, { by: by(), tell: ['kind', 'size', 'course', 'nothing'] })
    expect(found.map(({ properties }) => properties)).toEqual([
      { id: 'bent', kind: 'rain', size: 0.6 },
      { id: 'straight' },
    ])
    const [a, c, b] = [one, corner, other].map((place) => unitsOf(TILE, place))
    for (const [i, line] of [
      [a, c, b],
      [b, a],
    ].entries())
      for (const [k, point] of line.entries()) {
        expect(Math.abs(found[i]!.lines[0]![k]!.x - point!.x)).toBeLessThanOrEqual(1)
        expect(Math.abs(found[i]!.lines[0]![k]!.y - point!.y)).toBeLessThanOrEqual(1)
      }
  })

  it('one that only crosses a tile is there, cut at its buffer', async () => {
    await enter(nodes, [node('w', at(-40, 5)), node('e', at(60, 5))])
    await enter(pipes, [pipe('long', 'w', 'e')])
    const [{ lines } = { lines: [] }] = await read(TILE, { by: by() })
    expect(lines.flat().map(({ x }) => x)).toEqual([-64, 4160])
  })

  it('are those that the list shows, and whose ends may both be seen', async () => {
    await enter(nodes, [node('n1', at(1, 1)), node('n2', at(2, 2)), node('n3', at(3, 1))])
    await enter(pipes, [pipe('p1', 'n1', 'n2'), pipe('p2', 'n2', 'n3', { kind: 'rain' })])
    expect(await idsOf(TILE, { by: by(), filter: { kind: 'rain' } })).toEqual(['p2'])
    expect(await idsOf(TILE, { by: by(), where: sql`name = 'p1'` })).toEqual(['p1'])
    const some: TargetOf = () => ({ record: nodes, where: sql`name <> 'n3'` })
    expect(await idsOf(TILE, { by: by(), target: some })).toEqual(['p1'])
  })

  it('are drawn as they were known', async () => {
    const { db } = test.zone.store
    await enter(nodes, [node('n1', at(1, 1)), node('n2', at(4, 4))])
    await enter(pipes, [pipe('p', 'n1', 'n2')])
    const before = await read(TILE, { by: by() })
    const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(db)
    await sql`update drawn.nodes set place = point(0, 0), recorded_at = clock_timestamp()`.execute(db)
    expect(await idsOf(TILE, { by: by() })).toEqual([])
    expect(await read(TILE, { by: by(), knownOn: rows[0]?.at })).toEqual(before)
  })
})

it('of nodes that may not be seen no line is told', async () => {
  const { place: _, ...columns } = nodes.columns
  const blind: TargetOf = () => ({ record: { ...nodes, columns }, where: undefined })
  expect([isLayer(pipes, seesAll), isLayer(pipes, blind), isLayer(pipes, () => undefined)]).toEqual([
    true,
    false,
    false,
  ])
  const { b: __, ...oneEnd } = pipes.columns
  expect(isLayer({ ...pipes, columns: oneEnd }, seesAll)).toBe(false)
})

const name = fc.integer({ min: 0, max: 5 })
const place = fc.option(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })))
const step = fc.oneof(
  fc.record({ what: fc.constant('put node' as const), name, place }),
  fc.record({ what: fc.constant('put pipe' as const), name, a: name, b: name, bent: fc.boolean() }),
  fc.record({ what: fc.constantFrom('drop node' as const, 'drop pipe' as const, 'rename' as const), name }),
)

it('what is kept of lines is what nodes and edges say, whichever comes, moves or goes first', async () => {
  const { db } = test.zone.store
  const written = { synthetic: false, recorded_by: 'test' }
  const put = (table: string, values: Values) =>
    sql`insert into ${sql.raw(table)} select * from jsonb_populate_record(null::${sql.raw(table)},
      ${JSON.stringify({ ...written, ...values, recorded_at: '2026-01-01T00:00:00Z' })}::jsonb)
      on conflict (id) do update set ${sql.raw(
        Object.keys(values)
          .map((column) => `${column} = excluded.${column}`)
          .join(', '),
      )}`.execute(db)
  const lines = async (from: string) =>
    (await sql<object>`select id, line from ${sql.raw(from)} order by id`.execute(db)).rows
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      await sql`delete from drawn.pipes`.execute(db)
      await sql`delete from drawn.nodes`.execute(db)
      for (const one of steps) {
        if (one.what === 'put node')
          await put('drawn.nodes', { id: `n${one.name}`, name: 'n', place: one.place && `(${one.place})` })
        else if (one.what === 'put pipe')
          await put('drawn.pipes', {
            id: `p${one.name}`,
            name: 'p',
            a: `n${one.a}`,
            b: `n${one.b}`,
            course: one.bent ? [[5, 5]] : null,
          })
        else if (one.what === 'rename') await sql`update drawn.nodes set name = ${`x${one.name}`}`.execute(db)
        else if (one.what === 'drop node')
          await sql`delete from drawn.nodes where id = ${`n${one.name}`}`.execute(db)
        else await sql`delete from drawn.pipes where id = ${`p${one.name}`}`.execute(db)
      }
      const said = `(select e.id, gaoxin.line(a.place, e.course, b.place) as line from drawn.pipes e
        join drawn.nodes a on a.id = e.a join drawn.nodes b on b.id = e.b
        where a.place is not null and b.place is not null) said`
      expect(await lines('drawn.pipes_drawn')).toEqual(await lines(said))
    }),
    { numRuns: 60 },
  )
})

describe('of many edges', () => {
  it('a tile has those that stand out, found by one index; PostGIS and the library show the same', async ({
    skip,
  }) => {
    const { db } = test.zone.store
    await sql`insert into drawn.nodes (id, name, place, synthetic, recorded_at, recorded_by)
      select 'm' || n, 'm', point(${WEST}::float8 + (n % 100) / 5000.0, ${SOUTH}::float8 + (n / 100) / 5000.0), false, now(), 'test'
      from generate_series(0, 9999) n`.execute(db)
    await sql`insert into drawn.pipes (id, name, a, b, synthetic, recorded_at, recorded_by)
      select 'm' || n, 'm', 'm' || n, 'm' || (n + 1), false, now(), 'test' from generate_series(0, 9998) n`.execute(
      db,
    )
    await sql`analyze drawn.pipes, drawn.nodes, drawn.pipes_drawn`.execute(db)
    const crowded = tileAt(12, at(5, 5))
    const mine = await idsOf(crowded, { by: null })
    expect(mine.length).toBeGreaterThan(1000)
    expect(mine.length).toBeLessThanOrEqual(4000)
    const { rows } = await sql<Record<string, string>>`explain select id from drawn.pipes_drawn
      where gaoxin.bounds((line)::text) && box(point(${WEST}::float8, ${SOUTH}::float8), point(${WEST + 0.002}::float8, ${SOUTH + 0.002}::float8))
        and gaoxin.prominence((line)::text, id) <@ box(point(0.0001, 0), point('Infinity', 0)) limit 4001`.execute(
      db,
    )
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Cond: .*bounds.* AND .*prominence/)
    if (postgis === undefined) skip()
    expect(await idsOf(crowded, { by: postgis })).toEqual(mine)
  })
})
