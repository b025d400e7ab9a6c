import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../../test/zone.ts'
import { away } from '../../../geo/index.ts'
import { insertRows } from '../../index.ts'
import { type ImportOptions, planImport, recordOf, runImport } from '../index.ts'
import { gbk, shapefileParts, zipOf } from './geo.fixture.ts'

/** Pipes of the drainage register, drawn as lines between its manholes. */
type XY = readonly [number, number]

const test = testZone()
const HERE = { longitude: 122.1, latitude: 29.5 }
/** So many metres east and north of here. */
const at = (east: number, north: number): XY => {
  const there = away(away(HERE, 90, east), 0, north)
  return [Number(there.longitude.toFixed(7)), Number(there.latitude.toFixed(7))]
}
/** Two manholes 60 m apart; and two 0.8 m apart, as they are where rain and sewage lie beside each other. */
const MANHOLES = { 'E-1': at(0, 0), 'E-2': at(60, 0), 'E-3': at(120, 0), 'E-3B': at(120.8, 0) }

beforeAll(async () => {
  const { db, actor, now, newId } = test.zone.context()
  const rows = Object.entries(MANHOLES).map(([code, [longitude, latitude]]) => ({
    id: `id-${code}`,
    code,
    kind: 'junction',
    network: 'rain',
    ground_level: 5,
    invert_level: 2,
    depth: 3,
    place: { longitude, latitude },
    keeper: 'construction',
  }))
  await insertRows(db, recordOf(test.zone.context(), 'drainage.nodes')!, rows, { actor, now: now(), newId })
})
afterEach(() => sql`delete from drainage.links where code like 'E-%'`.execute(test.zone.store.db))

const links = () => recordOf(test.zone.context(), 'drainage.links')!
const pipe = (code: string, coordinates: readonly XY[], more = {}, type = 'LineString') => ({
  type: 'Feature',
  properties: { 管段编码: code, 类型: '管渠', 管网类别: '雨水', 养护单位: 'construction', ...more },
  geometry: { type, coordinates },
})
const drawing = (...features: object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
const run = (file: Buffer, options: ImportOptions & { acceptRest?: boolean } = {}) =>
  runImport(test.zone.context(), links(), file, { why: '管线普查', ...options })
const stored = async () => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select code, from_node as "from", to_node as "to", course
    from drainage.links where code like 'E-%' order by code`.execute(test.zone.store.db)
  return rows
}
const [BEND, BOW] = [at(20, 5), at(40, 5)]

describe('pipes that are drawn as lines', () => {
  it('keep their vertices, and join the manholes at their ends', async () => {
    const file = drawing(
      pipe('E-a', [at(0.4, 0.5), BEND, BOW, at(60, -0.7)]),
      pipe('E-b', [at(60, 0), at(0, 0)]),
    )
    expect(await run(file)).toMatchObject({ written: true, new: 2, joined: 2, badRows: 0 })
    expect(await stored()).toEqual([
      { code: 'E-a', from: 'id-E-1', to: 'id-E-2', course: [BEND, BOW] },
      { code: 'E-b', from: 'id-E-2', to: 'id-E-1', course: null },
    ])
    // The same file again says nothing new.
    expect(await planImport(test.zone.context(), links(), file)).toMatchObject({ unchanged: 2, changed: 0 })
  })

  it('are refused one by one where no manhole is near an end, or more than one is, or both ends are one', async () => {
    const file = drawing(
      pipe('E-a', [at(0, 0), at(60, 1.2)]),
      pipe('E-b', [at(60, 0), at(120.4, 0)]),
      pipe('E-c', [at(0, 0.4), at(0.4, 0)]),
      pipe('E-d', [at(0, 0), at(60, 0)]),
    )
    const { bad, badRows, new: added, joined } = await planImport(test.zone.context(), links(), file)
    expect([badRows, added, joined]).toEqual([3, 1, 1])
    expect(bad.map(({ row, column, header }) => [row, column, header])).toEqual([
      [1, 'to_node', '几何 geometry'],
      [2, 'to_node', '几何 geometry'],
      [3, 'from_node', '几何 geometry'],
      [3, 'to_node', '几何 geometry'],
    ])
    expect(bad[0]?.reason.zh).toContain('周围 1 米内没有排水节点')
    expect(bad[1]?.reason.zh).toContain('有 2 个排水节点：E-3、E-3B')
    expect(bad[2]?.reason.en).toBe('Both ends of the line are one node')
    expect(await run(file)).toMatchObject({ written: false })
    expect(await stored()).toEqual([])
  })

  it('go by the codes that a row names, and are turned round where they are drawn from the lower end', async () => {
    const file = drawing(
      pipe('E-a', [at(60, 0), BOW, BEND, at(0, 0)], { 上游节点: 'E-1', 下游节点: 'E-2' }),
      // One end is named: the other is found at the far end of the line.
      pipe('E-b', [at(120, 0), at(80, 0), at(60, 0)], { 上游节点: 'E-2', 下游节点: 'E-3B' }),
      pipe('E-c', [at(60, 0), BOW, at(0, 0)], { 上游节点: 'E-1' }),
      pipe('E-d', [at(60, 0), at(0, 0)], { 上游节点: 'nowhere' }),
    )
    const { bad } = await run(file)
    expect(bad.map(({ row, value }) => [row, value])).toEqual([[4, 'nowhere']])
    await run(file, { acceptRest: true })
    expect(await stored()).toEqual([
      { code: 'E-a', from: 'id-E-1', to: 'id-E-2', course: [BEND, BOW] },
      { code: 'E-b', from: 'id-E-2', to: 'id-E-3B', course: [at(80, 0)] },
      { code: 'E-c', from: 'id-E-1', to: 'id-E-2', course: [BOW] },
    ])
  })

  it('are lines: an area, a point or several lines are none', async () => {
    const { bad } = await planImport(
      test.zone.context(),
      links(),
      drawing(
        pipe('E-a', [at(0, 0), BEND, at(60, 0)]),
        { ...pipe('E-b', []), geometry: { type: 'Point', coordinates: at(0, 0) } },
        {
          ...pipe('E-c', []),
          geometry: {
            type: 'MultiLineString',
            coordinates: [
              [at(0, 0), BEND],
              [BOW, at(60, 0)],
            ],
          },
        },
      ),
    )
    const wrong = bad.filter(({ column }) => column === 'course').map(({ row, reason }) => [row, reason.zh])
    expect(wrong).toEqual([
      [2, '应为一条线，这里是点'],
      [3, '应为一条线，这里是几段线'],
    ])
  })

  it('come from a Shapefile and, for pipes that are entered, from a DXF drawing', async () => {
    const { shp, dbf } = shapefileParts(
      [
        {
          line: [at(0, 0), BEND, at(60, 0)],
          properties: { 管段编码: 'E-a', 类型: '管渠', 管网类别: '雨水', 养护单位: 'construction' },
        },
      ],
      gbk,
    )
    await run(await zipOf({ '管线.shp': shp, '管线.dbf': dbf }))
    expect(await stored()).toEqual([{ code: 'E-a', from: 'id-E-1', to: 'id-E-2', course: [BEND] }])
    const vertices = [at(0, 0), BEND, BOW, at(60, 0)].flatMap(([x, y]) => [10, x, 20, y])
    const drawn = [
      ...[0, 'SECTION', 2, 'ENTITIES', 0, 'LWPOLYLINE', 5, 'E-a', 8, '雨水管', 90, 4, 70, 0, ...vertices],
      ...[0, 'ENDSEC', 0, 'EOF', ''],
    ].join('\n')
    await run(gbk(drawn), { chosen: { 句柄: 'code', 类型: null, '几何 geometry': 'course' } })
    expect(await stored()).toEqual([{ code: 'E-a', from: 'id-E-1', to: 'id-E-2', course: [BEND, BOW] }])
  })
})
