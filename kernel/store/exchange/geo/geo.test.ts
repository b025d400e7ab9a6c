import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../../test/zone.ts'
import { fromDatum, toDatum } from '../../../geo/index.ts'
import { text } from '../../../text.ts'
import { defineRecord, difference, listRows, schemaOf } from '../../index.ts'
import { type ImportOptions, inspectFile, planImport, recordOf, runImport } from '../index.ts'
import { type Drawn, gbk, shapefileParts, zipOf } from './geo.fixture.ts'

const plots = defineRecord({
  id: 'placed.plots',
  name: text('地块', 'Plots'),
  about: text('测试用', 'For tests'),
  title: 'code',
  columns: {
    code: { kind: 'text', name: text('编号', 'Code') },
    level: { kind: 'decimal', name: text('标高', 'Level'), unit: '米', optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    outline: { kind: 'data', name: text('范围', 'Outline'), optional: true, shape: true },
  },
  unique: [['code']],
})
const KEEPER = 'construction'
const test = testZone()
beforeAll(async () => {
  const { db } = test.zone.store
  await sql.raw(`create schema placed; ${difference({}, schemaOf([plots])).sql.join('\n')}`).execute(db)
})

const plan = (file: Buffer, options?: ImportOptions) => planImport(test.zone.context(), plots, file, options)
const run = (file: Buffer, options: ImportOptions = {}) =>
  runImport(test.zone.context(), plots, file, { why: '导入测试', ...options })
const stored = async () => {
  const { rows } = await sql<Record<string, unknown>>`
    select code, level, place, outline from placed.plots order by code`.execute(test.zone.store.db)
  await sql`delete from placed.plots`.execute(test.zone.store.db)
  return rows
}
const collection = (...features: object[]) =>
  Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
const feature = (code: string, geometry: unknown, more = {}) => ({
  type: 'Feature',
  properties: { 编号: code, ...more },
  geometry,
})
const HERE = { longitude: 121.55, latitude: 29.88 }
const AREA = {
  type: 'Polygon',
  coordinates: [
    [
      [121.5, 29.8],
      [121.6, 29.8],
      [121.6, 29.9],
      [121.5, 29.8],
    ],
  ],
}
const as = { outline: { '几何 geometry': 'outline' }, place: { '几何 geometry': 'place' } }

describe('GeoJSON', () => {
  it('brings points as places, and areas and lines as shapes', async () => {
    const point = { type: 'Point', coordinates: [121.55, 29.88, 4.2] }
    await run(collection(feature('a', point, { 标高: 3.25 }), feature('b', null)))
    expect(await stored()).toEqual([
      { code: 'a', level: '3.25', place: HERE, outline: null },
      { code: 'b', level: null, place: null, outline: null },
    ])
    const line = {
      type: 'LineString',
      coordinates: [
        [121.5, 29.8],
        [121.6, 29.9],
      ],
    }
    await run(collection(feature('a', AREA), feature('b', line)), { chosen: as.outline })
    expect((await stored()).map(({ outline }) => outline)).toEqual([AREA, line])
  })

  it('turns coordinates of other maps at the door', async () => {
    for (const coordinates of ['gcj02', 'bd09'] as const) {
      const { longitude, latitude } = toDatum(HERE, coordinates)
      const point = { type: 'Point', coordinates: [longitude, latitude] }
      await run(collection(feature('a', point)), { coordinates })
      const [{ place } = { place: undefined }] = await stored()
      expect((place as typeof HERE).longitude).toBeCloseTo(HERE.longitude, 6)
      expect((place as typeof HERE).latitude).toBeCloseTo(HERE.latitude, 6)
    }
  })

  it('names feature, value and reason of what is wrong, and writes nothing', async () => {
    const file = collection(
      feature('a', { type: 'Point', coordinates: [121.55, 29.88] }),
      feature('b', { type: 'Point', coordinates: [29.88, 121.55] }),
      feature('c', { type: 'Point', coordinates: [553_000.5, 3_307_000] }),
      feature('d', AREA),
      feature('e', { type: 'LineString', coordinates: [[121, 29]] }),
    )
    const { bad, new: added, badRows } = await plan(file, { chosen: as.place })
    expect([added, badRows]).toEqual([1, 4])
    expect(bad.map(({ sheet, row }) => [sheet, row])).toEqual([2, 3, 4, 5].map((row) => ['GeoJSON', row]))
    expect(bad[0]?.reason.zh).toContain('纬度')
    expect(bad[1]?.value).toContain('553000.5')
    expect(bad[1]?.reason.en).toContain('meridian')
    expect(bad[2]?.reason).toEqual({ zh: '应为点，这里是面', en: 'Expected a point; this is an area' })
    expect(await run(file, { chosen: as.place })).toMatchObject({ written: false })
    expect(await stored()).toEqual([])
  })

  it.each([
    ['not well formed', '{"type":"FeatureCollection","features":[', 'IMPORT_GEO'],
    ['no collection', '{"type":"Topology"}', 'IMPORT_GEO'],
    ['no feature', '{"type":"FeatureCollection","features":[{"type":"Point"}]}', 'IMPORT_GEO'],
  ])('is refused where it is %s', async (_, words, code) => {
    await expect(inspectFile(plots, Buffer.from(words))).rejects.toMatchObject({ code })
  })
})

describe('tables', () => {
  it('with a longitude and a latitude make places, of any map and of survey coordinates', async () => {
    await run(Buffer.from('编号,经度,纬度\na,121.55,29.88\nb,,\n'))
    expect((await stored()).map(({ place }) => place)).toEqual([HERE, null])
    await run(Buffer.from('编号,经度,纬度\na,121.55,29.88\n'), { coordinates: 'gcj02' })
    expect((await stored())[0]?.place).toEqual(fromDatum(HERE, 'gcj02'))
    // 3-degree zone 40, northing first or last; the place is computed by another formula than the program's.
    const [east, north] = kruger(HERE.longitude, HERE.latitude, 120)
    const rows = `编号,X,Y\na,${north},${east}\nb,${east},${north}\nc,${north},${40_000_000 + east}\n`
    await run(Buffer.from(rows), { coordinates: 'gk120' })
    for (const { place } of await stored()) {
      expect((place as typeof HERE).longitude).toBeCloseTo(HERE.longitude, 5)
      expect((place as typeof HERE).latitude).toBeCloseTo(HERE.latitude, 5)
    }
  })

  it('say which cell is no place', async () => {
    const { bad } = await plan(Buffer.from('编号,经度,纬度\na,121.55,2988\nb,东,北\nc,29.88,121.55\n'))
    expect(bad.map(({ row, value }) => [row, value])).toEqual([
      [2, '121.55, 2988'],
      [3, '东, 北'],
      [4, '29.88, 121.55'],
    ])
  })
})

/** Gauss-Krüger by the series of the textbook, on GRS 80. */
function kruger(longitude: number, latitude: number, meridian: number): [number, number] {
  const [a, f] = [6_378_137, 1 / 298.257222101]
  const e2 = f * (2 - f)
  const ep2 = e2 / (1 - e2)
  const b = (latitude * Math.PI) / 180
  const l = ((longitude - meridian) * Math.PI) / 180
  const n = a / Math.sqrt(1 - e2 * Math.sin(b) ** 2)
  const t = Math.tan(b)
  const c = ep2 * Math.cos(b) ** 2
  const m =
    a *
    ((1 - e2 / 4 - (3 * e2 ** 2) / 64 - (5 * e2 ** 3) / 256) * b -
      ((3 * e2) / 8 + (3 * e2 ** 2) / 32 + (45 * e2 ** 3) / 1024) * Math.sin(2 * b) +
      ((15 * e2 ** 2) / 256 + (45 * e2 ** 3) / 1024) * Math.sin(4 * b) -
      ((35 * e2 ** 3) / 3072) * Math.sin(6 * b))
  const p = l * Math.cos(b)
  const north =
    m +
    n *
      t *
      (p ** 2 / 2 +
        ((5 - t ** 2 + 9 * c + 4 * c ** 2) * p ** 4) / 24 +
        ((61 - 58 * t ** 2 + t ** 4) * p ** 6) / 720)
  const east =
    500_000 + n * (p + ((1 - t ** 2 + c) * p ** 3) / 6 + ((5 - 18 * t ** 2 + t ** 4 + 14 * c) * p ** 5) / 120)
  return [Number(east.toFixed(3)), Number(north.toFixed(3))]
}

describe('Shapefiles', () => {
  const manholes: Drawn[] = ['甲', '乙'].map((name, i) => ({
    point: [121.55 + i / 1000, 29.88],
    properties: {
      节点编码: `SHP-${i}`,
      名称: `${name}井`,
      水力类型: '节点',
      管网类别: '雨水',
      地面高程: 4.5,
      井底高程: 2.25,
      井深: 2.25,
      养护单位: KEEPER,
    },
  }))
  const pipes: Drawn[] = [
    {
      line: [
        [121.55, 29.88],
        [121.551, 29.88],
      ],
      properties: {
        管段编码: 'SHP-L1',
        类型: '管渠',
        管网类别: '雨水',
        上游节点: 'SHP-0',
        下游节点: 'SHP-1',
        管径或高: 0.6,
        长度: 96.5,
        养护单位: KEEPER,
      },
    },
  ]

  it.each([
    ['GBK by its .cpg', gbk, 'GBK'],
    ['GBK that nothing says', gbk, undefined],
    ['UTF-8', (words: string) => Buffer.from(words), 'UTF-8'],
  ])('bring manholes and pipes of the drainage network, in %s', async (_, code, cpg) => {
    const zipped = (drawn: readonly Drawn[], name: string) => {
      const { shp, dbf } = shapefileParts(drawn, code)
      return zipOf({ [`${name}.shp`]: shp, [`${name}.dbf`]: dbf, ...(cpg ? { [`${name}.cpg`]: cpg } : {}) })
    }
    const context = test.zone.context()
    const [nodes, links] = [recordOf(context, 'drainage.nodes')!, recordOf(context, 'drainage.links')!]
    // Names of fields are cut at 10 bytes, three characters of UTF-8: then a person says which is which.
    const chosen = Object.fromEntries(
      [
        ['节点编码', 'code'],
        ['水力类型', 'kind'],
        ['地面高程', 'ground_level'],
        ['井底高程', 'invert_level'],
        ['管段编码', 'code'],
        ['上游节点', 'from_node'],
        ['下游节点', 'to_node'],
        ['管径或高', 'size'],
        ['管网类别', 'network'],
        ['养护单位', 'keeper'],
      ].flatMap(([name = '', column = '']) => [[name.slice(0, 3), column]]),
    )
    const of = (names: readonly string[]) =>
      code === gbk
        ? {}
        : Object.fromEntries(
            Object.entries(chosen).filter(([name]) => names.some((one) => name.startsWith(one))),
          )
    const points = await zipped(manholes, 'manholes')
    const said = await runImport(context, nodes, points, {
      why: '普查',
      chosen: of(['节点', '水力', '地面', '井底', '管网', '养护']),
    })
    expect(said.bad).toEqual([])
    const lines = await runImport(context, links, await zipped(pipes, 'pipes'), {
      why: '普查',
      chosen: of(['管段', '上游', '下游', '管径', '管网', '养护']),
    })
    expect(lines.bad).toEqual([])
    const { db } = test.zone.store
    const { rows } = await listRows(db, nodes, {
      offset: 0,
      limit: 9,
      sort: 'code',
      filter: { code: 'SHP-*' },
    })
    expect(rows).toMatchObject([
      { code: 'SHP-0', name: '甲井', place: HERE, ground_level: '4.5', invert_level: '2.25' },
      { code: 'SHP-1', name: '乙井' },
    ])
    const found = await listRows(db, links, { offset: 0, limit: 9, sort: 'code', filter: { code: 'SHP-*' } })
    expect(found.rows).toMatchObject([
      { from_node: rows[0]?.id, to_node: rows[1]?.id, size: '0.6', length: '96.5' },
    ])
    await context.transaction(async ({ db }) => {
      await sql`delete from drainage.links where code like 'SHP-%'`.execute(db)
      await sql`delete from drainage.nodes where code like 'SHP-%'`.execute(db)
    })
  })

  const two: Drawn[] = ['a', 'b'].map((code, i) => ({
    point: [121.55 + i / 100, 29.88],
    properties: { 编号: code },
  }))
  const parts = shapefileParts(two, gbk)
  const PRJ =
    'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

  it('are where their .prj says', async () => {
    const { shp, dbf } = shapefileParts(
      [{ point: kruger(121.55, 29.88, 120), properties: { 编号: 'a' } }],
      gbk,
    )
    await run(await zipOf({ '图/地块.shp': shp, '图/地块.dbf': dbf, '图/地块.prj': PRJ }))
    const [{ place } = { place: undefined }] = await stored()
    expect((place as typeof HERE).longitude).toBeCloseTo(HERE.longitude, 5)
    expect((place as typeof HERE).latitude).toBeCloseTo(HERE.latitude, 5)
  })

  it('are refused in Beijing 54, without their table, damaged, or not of one set', async () => {
    const { shp, dbf } = parts
    const refused = async (files: Record<string, Buffer | string>) =>
      expect(inspectFile(plots, await zipOf(files))).rejects.toMatchObject({ code: 'IMPORT_GEO' })
    await refused({ 'a.shp': shp, 'a.dbf': dbf, 'a.prj': 'PROJCS["Beijing_1954_GK_Zone_20"]' })
    await refused({ 'a.shp': shp })
    await refused({ 'a.shp': shp.subarray(0, 120), 'a.dbf': dbf })
    await refused({ 'a.shp': shp, 'a.dbf': shapefileParts(two.slice(1), gbk).dbf })
    const many = Buffer.from(dbf)
    many.writeUInt32LE(4_000_000_000, 4)
    await refused({ 'a.shp': shp, 'a.dbf': many })
    // A length that leads back would be read for ever.
    const back = Buffer.from(shp)
    back.writeInt32BE(-4, 104)
    await refused({ 'a.shp': back, 'a.dbf': dbf })
    await expect(inspectFile(plots, shp)).rejects.toMatchObject({ code: 'IMPORT_GEO' })
  })

  it('that swell beyond measure are not unpacked', async () => {
    const swollen = Buffer.concat([parts.shp, Buffer.alloc(80 * 1024 ** 2)])
    const file = await zipOf({ 'a.shp': swollen, 'a.dbf': parts.dbf })
    await expect(inspectFile(plots, file)).rejects.toMatchObject({ code: 'IMPORT_SWELLS', status: 413 })
  })
})

it('DXF: polylines, closed ones as areas, points and blocks, with their layers', async () => {
  const pair = (...given: (string | number)[]) => given.join('\n')
  const drawing = pair(
    ...[0, 'SECTION', 2, 'ENTITIES'],
    ...[0, 'LWPOLYLINE', 5, 'A1', 8, '雨水管', 90, 2, 70, 0, 10, 121.5, 20, 29.8, 10, 121.6, 20, 29.9],
    ...[
      0,
      'LWPOLYLINE',
      5,
      'A2',
      8,
      '地块',
      90,
      3,
      70,
      1,
      10,
      121.5,
      20,
      29.8,
      10,
      121.6,
      20,
      29.8,
      10,
      121.6,
      20,
      29.9,
    ],
    ...[0, 'INSERT', 5, 'A3', 8, '检查井', 2, 'YS-JING', 10, 121.55, 20, 29.88],
    ...[0, 'TEXT', 5, 'A4', 8, '注记', 10, 121.5, 20, 29.8, 40, 2.5, 1, '说明'],
    ...[0, 'ENDSEC', 0, 'EOF', ''],
  )
  const chosen = { 句柄: 'code', '几何 geometry': 'outline' }
  for (const file of [Buffer.from(drawing), gbk(drawing)]) {
    const seen = await inspectFile(plots, file)
    expect(seen.map(({ sheet, sample }) => [sheet, sample.map(([layer]) => layer)])).toEqual(
      ['雨水管', '地块', '检查井'].map((layer) => [layer, [layer]]),
    )
    await run(file, { chosen })
    expect((await stored()).map(({ code, outline }) => [code, (outline as { type: string }).type])).toEqual([
      ['A1', 'LineString'],
      ['A2', 'Polygon'],
      ['A3', 'Point'],
    ])
  }
  await expect(inspectFile(plots, Buffer.from(pair(0, 'SECTION', 2, 'ENTITIES', 0)))).rejects.toMatchObject({
    code: expect.stringMatching(/^IMPORT_/),
  })
})

type XY = readonly [number, number]
it('DXF: arcs, of their own and within polylines, keep their course, whichever way they turn', async () => {
  const drawing = [
    ...[0, 'SECTION', 2, 'ENTITIES'],
    // A half circle to the south and back by one to the north, of radius 0.001, and a quarter against the clock.
    ...[0, 'LWPOLYLINE', 5, 'B1', 8, 'L', 90, 2, 70, 0, 10, 121.5, 20, 29.8, 42, 1, 10, 121.502, 20, 29.8],
    ...[0, 'LWPOLYLINE', 5, 'B2', 8, 'L', 90, 2, 70, 0, 10, 121.5, 20, 29.8, 42, -1, 10, 121.502, 20, 29.8],
    ...[
      0,
      'LWPOLYLINE',
      5,
      'B3',
      8,
      'L',
      90,
      2,
      70,
      1,
      10,
      121.5,
      20,
      29.8,
      42,
      1,
      10,
      121.502,
      20,
      29.8,
      42,
      1,
    ],
    ...[0, 'ARC', 5, 'B4', 8, 'L', 10, 121.5, 20, 29.8, 40, 0.001, 50, 270, 51, 0],
    ...[0, 'LWPOLYLINE', 5, 'B5', 8, 'L', 90, 2, 70, 0, 10, 121.5, 20, 29.8, 42, 0.5, 10, 121.502, 20, 29.8],
    ...[0, 'ENDSEC', 0, 'EOF', ''],
  ].join('\n')
  await run(Buffer.from(drawing), { chosen: { 句柄: 'code', '几何 geometry': 'outline' } })
  const rows = (await stored()) as { code: string; outline: { type: string; coordinates: never } }[]
  const [south, north, round, quarter, flat] = rows.map(({ outline }) => outline.coordinates) as unknown as [
    XY[],
    XY[],
    XY[][],
    XY[],
    XY[],
  ]
  expect(rows.map(({ outline }) => outline.type)).toEqual([
    ...['LineString', 'LineString', 'Polygon', 'LineString', 'LineString'],
  ])
  const from = (centre: XY) => (at: XY) => Math.hypot(at[0] - centre[0], at[1] - centre[1])
  for (const line of [south, north, round[0]!]) {
    for (const metres of line.map(from([121.501, 29.8]))) expect(metres).toBeCloseTo(0.001, 6)
    expect(line.length).toBeGreaterThan(18)
  }
  const lowest = (line: readonly XY[]) => Math.min(...line.map(([, y]) => y))
  expect([lowest(south), lowest(north), lowest(round[0]!)]).toEqual([29.799, 29.8, 29.799])
  expect([south[0], south.at(-1)]).toEqual([
    [121.5, 29.8],
    [121.502, 29.8],
  ])
  expect([quarter[0], quarter.at(-1)]).toEqual([
    [121.5, 29.799],
    [121.501, 29.8],
  ])
  for (const metres of quarter.map(from([121.5, 29.8]))) expect(metres).toBeCloseTo(0.001, 6)
  // A bulge of a half: the sagitta is half of half the chord.
  expect(lowest(flat)).toBeCloseTo(29.8 - 0.0005, 5)
})
