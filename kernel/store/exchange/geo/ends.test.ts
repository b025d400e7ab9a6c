import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../../test/zone.ts'
import { away } from '../../../geo/index.ts'
import { insertRows } from '../../index.ts'
import {
  type ImportOptions,
  inspectFile,
  markFile,
  planImport,
  readTable,
  recordOf,
  runImport,
} from '../index.ts'
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
    await run(gbk(drawn), { chosen: { 句柄: 'code', '几何 geometry': 'course' } })
    expect(await stored()).toEqual([{ code: 'E-a', from: 'id-E-1', to: 'id-E-2', course: [BEND, BOW] }])
  })
})

describe('a DXF drawing', () => {
  const line = (handle: string, layer: string, ...corners: XY[]) => [
    ...[0, 'LWPOLYLINE', 5, handle, 8, layer, 90, corners.length, 70, 0],
    ...corners.flatMap(([x, y]) => [10, x, 20, y]),
  ]
  const dxf = (...entities: (string | number)[][]) =>
    gbk([0, 'SECTION', 2, 'ENTITIES', ...entities.flat(), 0, 'ENDSEC', 0, 'EOF', ''].join('\n'))
  const RAIN = {
    code: 'E-{图层}-{句柄}',
    kind: '管渠',
    network: '雨水',
    size: '0.6',
    keeper: 'construction',
  }
  const drawn = dxf(
    line('1A', 'YS600', at(0, 0), BEND, at(60, 0)),
    line('1B', 'YS600', at(60, 0.3), at(120, 0.1)),
    line('2A', 'WS300', at(120, 0), at(60, 0)),
    [0, 'LWPOLYLINE', 5, '3A', 8, '图框', 90, 3, 70, 1, 10, 1, 20, 1, 10, 2, 20, 1, 10, 2, 20, 2],
  )
  const told = {
    YS600: RAIN,
    WS300: { ...RAIN, network: 'sewage', size: '0.3' },
    图框: null,
  }
  const sizes = async () => {
    const { rows } = await sql<
      Record<string, unknown>
    >`select code, kind, network, size::float8 as size, from_node as "from",
      to_node as "to", course from drainage.links where code like 'E-%' order by code`.execute(
      test.zone.store.db,
    )
    return rows
  }

  it('brings new pipes: each of its layers is told what its lines are, and ends join the nearest manholes', async () => {
    expect((await inspectFile(links(), drawn)).map(({ sheet }) => sheet)).toEqual(['YS600', 'WS300', '图框'])
    const plan = await planImport(test.zone.context(), links(), drawn, { filled: told })
    expect(plan).toMatchObject({ total: 3, new: 3, badRows: 0, joined: 3, skipped: [] })
    expect(await stored()).toEqual([])
    expect(await run(drawn, { filled: told })).toMatchObject({ written: true, new: 3 })
    const pipe = { kind: 'conduit', course: null }
    expect(await sizes()).toEqual([
      { ...pipe, code: 'E-WS300-2A', network: 'sewage', size: 0.3, from: 'id-E-3', to: 'id-E-2' },
      {
        ...pipe,
        code: 'E-YS600-1A',
        network: 'rain',
        size: 0.6,
        from: 'id-E-1',
        to: 'id-E-2',
        course: [BEND],
      },
      // A manhole 0.8 m on is more than twice as far.
      { ...pipe, code: 'E-YS600-1B', network: 'rain', size: 0.6, from: 'id-E-2', to: 'id-E-3' },
    ])
    // Read again it says nothing new; told otherwise it changes what it brought.
    expect(await planImport(test.zone.context(), links(), drawn, { filled: told })).toMatchObject({
      unchanged: 3,
    })
    const wider = { ...told, YS600: { ...RAIN, size: '0.8' }, WS300: null }
    expect(await planImport(test.zone.context(), links(), drawn, { filled: wider })).toMatchObject({
      total: 2,
      changed: 2,
    })
  })

  it('is refused by name, layer by layer, where something is wrong or lacking, and nothing is written', async () => {
    const filled = {
      ...told,
      YS600: { ...RAIN, kind: '暗河', size: '粗' },
      WS300: { code: 'E-{句柄}', keeper: 'construction' },
    }
    const { bad, badRows } = await run(drawn, { filled })
    expect(badRows).toBe(3)
    expect(bad.map(({ sheet, row, column, header, value }) => [sheet, row, column, header, value])).toEqual([
      ['YS600', 1, 'kind', '类型 [kind]', '暗河'],
      ['YS600', 1, 'size', '管径或高 [size]', '粗'],
      ['YS600', 2, 'kind', '类型 [kind]', '暗河'],
      ['YS600', 2, 'size', '管径或高 [size]', '粗'],
      ['WS300', 1, 'code', '管段编码 [code]', 'E-2A'],
    ])
    expect(bad.at(-1)?.reason.zh).toBe('新增的行缺少必填栏目：类型、管网类别')
    expect(await stored()).toEqual([])
    // Without a word on the others, a layer that nothing names the pipes of is passed over by name.
    const { skipped } = await planImport(test.zone.context(), links(), drawn, { filled: { YS600: RAIN } })
    expect(skipped).toEqual(['WS300', '图框'])
    await expect(run(drawn)).rejects.toMatchObject({ code: 'IMPORT_NO_KEY' })
  })

  it('joins ends as far as a person says', async () => {
    const far = dxf(line('1A', 'YS600', at(0, 3), at(60, -3)), line('1B', 'YS600', at(60, 0), at(90, 0)))
    const filled = { YS600: RAIN }
    expect(await planImport(test.zone.context(), links(), far, { filled })).toMatchObject({ badRows: 2 })
    const { badRows, bad } = await planImport(test.zone.context(), links(), far, { filled, within: 5 })
    expect(badRows).toBe(1)
    expect(bad.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining('周围 5 米内没有排水节点')])
    // Two manholes about as far away: neither is meant.
    const wide = await planImport(test.zone.context(), links(), far, { filled, within: 35 })
    expect(wide.bad.map(({ reason }) => reason.zh)).toEqual([
      expect.stringContaining('有 3 个排水节点：E-2、E-3、E-3B'),
    ])
  })

  it('comes back marked, each layer a sheet with a name that a workbook may have', async () => {
    const odd = `雨水[DN600]/${'长'.repeat(40)}`
    const file = dxf(line('1A', odd, at(0, 0), at(90, 0)), line('1B', `${odd}二`, at(0, 0), at(60, 0)))
    const { bad } = await planImport(test.zone.context(), links(), file, {
      filled: { [odd]: RAIN, [`${odd}二`]: { ...RAIN, size: '粗' } },
    })
    const out = new PassThrough()
    const [bytes] = await Promise.all([buffer(out), markFile(file, bad, out)])
    const sheets = new Set<string>()
    for await (const { sheet } of readTable(bytes)) sheets.add(sheet)
    expect([...sheets].map((name) => name.slice(0, 9))).toEqual(['雨水_DN600_', '雨水_DN600_', '问题清单'])
  })
})
