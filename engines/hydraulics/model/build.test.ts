import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildModel,
  checkModel,
  geojsonOf,
  metresBetween,
  networkOf,
  type Register,
  readModel,
  writeModel,
} from './index.ts'
import { SMALL } from './small.fixture.ts'

const section = { shape: 'CIRCULAR', geometry: [0.6] } as const
const REGISTER: Register = {
  title: '高新区 示例\n[草稿]',
  coordinates: 'degrees',
  nodes: [
    { kind: 'junction', id: 'Y1', elevation: 3, maxDepth: 2, at: [121.6, 29.9] },
    {
      kind: 'storage',
      id: 'T1',
      elevation: 2,
      maxDepth: 4,
      area: [
        [0, 50],
        [4, 60],
      ],
      at: [121.601, 29.9],
    },
    { kind: 'outfall', id: 'O1', elevation: 2.5, stage: 2.8, gate: true, at: [121.602, 29.9] },
  ],
  links: [
    { kind: 'conduit', id: 'G1', from: 'Y1', to: 'T1', roughness: 0.013, section },
    {
      kind: 'orifice',
      id: 'Z1',
      from: 'T1',
      to: 'O1',
      section: { shape: 'RECT_CLOSED', geometry: [0.5, 0.5] },
      offset: 0.6,
    },
  ],
  catchments: [
    {
      id: 'H1',
      gage: 'R1',
      outlet: 'Y1',
      area: 2,
      imperviousness: 70,
      width: 100,
      slope: 0.4,
      ring: [
        [121.6, 29.9],
        [121.6, 29.901],
        [121.601, 29.901],
      ],
    },
  ],
  gages: [{ id: 'R1', series: 'STORM', format: 'INTENSITY', interval: 5 }],
  series: [
    {
      id: 'STORM',
      points: [
        [0, 30],
        [0.5, 60],
        [1, 0],
      ],
    },
  ],
  curves: [
    {
      id: 'LIFT',
      type: 'PUMP4',
      points: [
        [0, 0.1],
        [2, 0.3],
      ],
    },
  ],
  run: { start: '2026-07-28T08:00', end: '2026-07-28T12:00' },
}

describe('a model from a register', () => {
  const model = buildModel(REGISTER)

  it('is sound, and reads back as it was written', () => {
    expect(checkModel(model)).toEqual([])
    expect(checkModel(readModel(writeModel(model)))).toEqual([])
    expect(networkOf(readModel(writeModel(model)))).toEqual(networkOf(model))
  })

  it('keeps what the register says, in the order of the standard', () => {
    const text = writeModel(model)
    expect(text.match(/^\[\w+\]/gm)).toEqual([
      '[TITLE]',
      '[OPTIONS]',
      '[RAINGAGES]',
      '[EVAPORATION]',
      '[SUBCATCHMENTS]',
      '[SUBAREAS]',
      '[INFILTRATION]',
      '[JUNCTIONS]',
      '[OUTFALLS]',
      '[STORAGE]',
      '[CONDUITS]',
      '[ORIFICES]',
      '[XSECTIONS]',
      '[CURVES]',
      '[TIMESERIES]',
      '[REPORT]',
      '[POLYGONS]',
      '[COORDINATES]',
      '[MAP]',
    ])
    const { nodes, links } = networkOf(model)
    expect(nodes.get('T1')).toMatchObject({ kind: 'storage', elevation: 2, maxDepth: 4 })
    expect(links.get('Z1')).toMatchObject({ kind: 'orifice', inOffset: 0.6, depth: 0.5 })
  })

  it('measures a conduit along its course where the register does not', () => {
    // 0.001° of longitude at 29.9° north on the ellipsoid of WGS-84
    expect(networkOf(model).links.get('G1')?.length).toBeCloseTo(96.58, 1)
    expect(metresBetween([121.6, 29.9], [121.6, 29.901])).toBeCloseTo(110.86, 1)
    const plane = buildModel({
      ...REGISTER,
      coordinates: 'metres',
      nodes: REGISTER.nodes.map((node, i) => ({ ...node, at: [i * 30, i * 40] as const })),
    })
    expect(networkOf(plane).links.get('G1')?.length).toBe(50)
  })

  it('refuses what cannot be measured or dated', () => {
    const nowhere = REGISTER.nodes.map(({ at: _, ...node }) => node as Register['nodes'][number])
    expect(() => buildModel({ ...REGISTER, nodes: nowhere })).toThrow(
      expect.objectContaining({ code: 'HYDRAULICS_VALUE' }),
    )
    expect(() => buildModel({ ...REGISTER, run: { start: 'today', end: 'tomorrow' } })).toThrow(
      expect.objectContaining({ code: 'HYDRAULICS_VALUE' }),
    )
  })

  it('any sound register gives a sound model', () => {
    const pipe = fc.record({
      fall: fc.double({ min: 0.01, max: 2, noNaN: true }),
      size: fc.double({ min: 0.2, max: 3, noNaN: true }),
      length: fc.double({ min: 1, max: 900, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(pipe, { minLength: 1, maxLength: 30 }), (pipes) => {
        let level = 100
        const nodes = pipes.map(({ fall }, i) => {
          level -= fall
          return { kind: 'junction', id: `Y${i}`, elevation: level, maxDepth: 4 } as const
        })
        const last = { kind: 'outfall', id: 'O', elevation: level - 1 } as const
        const ends = [...nodes, last]
        const links = pipes.map(({ size, length }, i) => ({
          kind: 'conduit' as const,
          id: `G${i}`,
          from: `Y${i}`,
          to: ends[i + 1]?.id ?? '',
          length,
          roughness: 0.013,
          section: { shape: 'CIRCULAR' as const, geometry: [size] },
        }))
        const built = buildModel({ coordinates: 'metres', nodes: ends, links, run: REGISTER.run })
        expect(checkModel(built)).toEqual([])
        expect([...networkOf(built).links.values()].map(({ length }) => length)).toEqual(
          pipes.map(({ length }) => length),
        )
      }),
    )
  })
})

describe('GeoJSON', () => {
  it('has catchments under links under nodes, where they are', () => {
    const { features } = geojsonOf(buildModel(REGISTER))
    expect(features.map(({ id, geometry }) => [id, geometry.type])).toEqual([
      ['catchment/H1', 'Polygon'],
      ['link/G1', 'LineString'],
      ['link/Z1', 'LineString'],
      ['node/Y1', 'Point'],
      ['node/O1', 'Point'],
      ['node/T1', 'Point'],
    ])
    expect(features[0]?.geometry.coordinates).toEqual([
      [
        [121.6, 29.9],
        [121.6, 29.901],
        [121.601, 29.901],
        [121.6, 29.9],
      ],
    ])
    expect(features[1]?.properties).toMatchObject({
      name: 'G1',
      layer: 'link',
      kind: 'conduit',
      from: 'Y1',
      shape: 'CIRCULAR',
    })
  })

  it('is projected by who knows how', () => {
    const { features } = geojsonOf(readModel(SMALL), ([x, y]) => [x / 1000, y / 1000])
    const line = features.find(({ id }) => id === 'link/C1')
    expect(line?.geometry.coordinates).toEqual([
      [0, 0.1],
      [0.02, 0.11],
      [0.08, 0.11],
      [0.1, 0.1],
    ])
    expect(features.find(({ id }) => id === 'node/T1')).toBeUndefined()
  })
})
