import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkModel } from '../model/check/index.ts'
import { readModel, writeModel } from '../model/read.ts'
import { openEngine } from '../run/engine/open.ts'
import { townModel } from '../run/model.fixture.ts'
import { runModel } from '../run/runModel.ts'
import { type Grid, rainOfFrames, readGrid, setRadarRain, weightsOf } from './radar.ts'
import { readRain } from './rainTable.ts'

const six = Date.UTC(2025, 6, 1, 6)
const minutes = (count: number) => six + count * 60_000

describe('rain by CSV', () => {
  const text = ['at,R1,R2', '2025-07-01 06:05,2,', '2025-07-01 06:00,1,0.5', '2025-07-01 06:15,0,1'].join(
    '\n',
  )

  it('is read by gauge, depths become intensities, missing lines are told', () => {
    expect(readRain(text, 'intensity', 'rain.csv')).toEqual({
      gauges: {
        R1: [
          [minutes(0), 1],
          [minutes(5), 2],
          [minutes(15), 0],
        ],
        R2: [
          [minutes(0), 0.5],
          [minutes(5), 0],
          [minutes(15), 1],
        ],
      },
      step: 600_000,
      gaps: [],
    })
    const steady = `${text}\n2025-07-01 06:20,1,1\n2025-07-01 06:25,1,1`
    const { gauges, step, gaps } = readRain(steady, 'depth', 'rain.csv')
    expect([step, gaps]).toEqual([300_000, [minutes(5)]])
    expect(gauges.R1?.[0]).toEqual([minutes(0), 12])
  })

  it('names the cell that is no number', () => {
    expect(() => readRain('at,R1\n2025-07-01 06:00,wet', 'intensity', 'rain.csv')).toThrow(
      expect.objectContaining({ code: 'hydraulics/table', place: 'rain.csv:2', value: 'wet' }),
    )
  })
})

const grid = (rows: readonly string[], head = 'xllcorner 0\nyllcorner 0') =>
  readGrid(
    [
      `ncols ${rows[0]?.split(' ').length}`,
      `nrows ${rows.length}`,
      head,
      'cellsize 100',
      'NODATA_value -99',
      ...rows,
    ].join('\n'),
    'grid.asc',
  )

describe('rain by radar', () => {
  it('grids: corner or centre, nothing where nothing is known, and what does not fit is refused', () => {
    const { columns, rows, x, y, cell, values } = grid(['1 2', '3 -99'], 'XLLCENTER 50\nYLLCENTER 150')
    expect([columns, rows, x, y, cell]).toEqual([2, 2, 0, 100, 100])
    expect([...values]).toEqual([1, 2, 3, Number.NaN])
    expect(() => grid(['1 2', '3'])).toThrow(expect.objectContaining({ code: 'hydraulics/table' }))
    expect(() => readGrid('not a grid', 'x.asc')).toThrow(
      expect.objectContaining({ code: 'hydraulics/table' }),
    )
  })

  it('weighs cells by area: any triangle lies in its cells with all of it, each cell from 0 to its own area', () => {
    const lies: Omit<Grid, 'values'> = { columns: 5, rows: 4, x: 10, y: -20, cell: 30 }
    const point = fc.tuple(
      fc.double({ min: 10, max: 160, noNaN: true }),
      fc.double({ min: -20, max: 100, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.tuple(point, point, point), ([a, b, c]) => {
        const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
        const weights = weightsOf(lies, [a, b, c])
        expect(weights.reduce((sum, [, each]) => sum + each, 0)).toBeCloseTo(area, 6)
        for (const [, each] of weights) expect(each).toBeLessThanOrEqual(900.000_001)
      }),
    )
  })

  it('of a catchment that is bent: by hand', () => {
    // An L of three squares of 100 in a grid of 2 × 2: all cells but the upper right.
    const ring = [
      [0, 0],
      [200, 0],
      [200, 100],
      [100, 100],
      [100, 200],
      [0, 200],
    ] as const
    const lies = grid(['1 2', '3 4'])
    expect([...weightsOf(lies, ring)].sort()).toEqual([
      [0, 10_000],
      [2, 10_000],
      [3, 10_000],
    ])
  })

  it('rains on each catchment as its cells do, and the engine says so', async () => {
    const outline = (id: string, x: number) =>
      [
        [x, 0],
        [x + 150, 0],
        [x + 150, 100],
        [x, 100],
      ].map(([px, py]) => `${id} ${px} ${py}`)
    const polygons = [...outline('S1', 0), ...outline('S2', 250)]
    const options = { START_TIME: '06:00:00', END_TIME: '07:00:00' }
    const model = readModel(townModel({ sections: { POLYGONS: polygons }, options }))
    // S1 has all of the first cell and half of the second; S2 half of the third, and half of it lies outside.
    const frames = [['12 24 6'], ['0 0 60'], ['0 0 -99']].map((rows, i) => ({
      at: minutes(15 * i),
      grid: grid(rows),
    }))
    const rain = rainOfFrames(model, frames)
    expect(rain.catchments.S1).toEqual([
      [minutes(0), 16],
      [minutes(15), 0],
      [minutes(30), 0],
    ])
    expect(rain.catchments.S2?.map(([, value]) => value)).toEqual([6, 60, 0])
    expect(rain.partly).toEqual([{ id: 'S2', seen: 0 }])
    expect(rain.without).toEqual([])
    const set = setRadarRain(model, rain)
    expect(writeModel(setRadarRain(set, rain))).toBe(writeModel(set))
    expect(checkModel(set).filter(({ level }) => level === 'error')).toEqual([])
    const { report } = await runModel(await openEngine(), { name: 'radar', model: writeModel(set) })
    const fell = report.tables.subcatchmentRunoff.map(({ name, precipitation }) => [name, precipitation])
    expect(fell).toEqual([
      ['S1', 4],
      ['S2', 16.5],
    ])
  })

  it('says catchments without an outline, and grids that lie otherwise', () => {
    const model = readModel(townModel())
    expect(rainOfFrames(model, [{ at: six, grid: grid(['1']) }]).without).toEqual(['S1', 'S2'])
    const frames = [
      { at: six, grid: grid(['1']) },
      { at: minutes(5), grid: grid(['1 2']) },
    ]
    expect(() => rainOfFrames(model, frames)).toThrow(expect.objectContaining({ code: 'hydraulics/table' }))
  })
})
