import { afterAll, describe, expect, it } from 'vitest'
import { readModel, writeModel } from '../model/read.ts'
import { townModel } from '../run/model.fixture.ts'
import { nodePool } from '../run/pool/node.ts'
import { millisOf, type Results, seriesOf } from '../run/results.ts'
import { calibrate, type Factors, scaledBy } from './calibrate.ts'
import { goodnessOf } from './goodness.ts'
import { minimize } from './minimize.ts'
import { type Observed, readObserved } from './observed.ts'

// Three hours, so that the many runs are short.
const model = readModel(townModel({ options: { END_TIME: '09:00:00' } }))
const pool = nodePool({ size: 2 })
afterAll(() => pool.close())

/** What sensors would say of a model whose factors are known. */
async function seenOf(truth: Factors): Promise<readonly Observed[]> {
  const { results } = await pool.run({ name: 'truth', model: writeModel(scaledBy(model, truth)) })
  const times = Array.from((results as Results).times, millisOf)
  const series = (kind: 'node' | 'link', object: string, variable: string): Observed => ({
    kind,
    object,
    variable,
    points: Array.from(seriesOf(results as Results, kind, object, variable), (value, i) => [
      times[i] as number,
      value,
    ]),
  })
  return [series('link', 'C2', 'flow'), series('node', 'J2', 'depth')]
}

describe('calibration', () => {
  it('finds factors that are known back, and says the error before and after', async () => {
    const truth = { roughness: 1.4, imperviousness: 0.75 }
    const told: number[] = []
    const found = await calibrate({
      run: pool.run,
      model,
      observed: await seenOf(truth),
      reach: { roughness: 2, imperviousness: 2 },
      runs: 60,
      onProgress: (done) => told.push(done),
    })
    expect((found.factors.roughness as number) / truth.roughness).toBeCloseTo(1, 1)
    expect((found.factors.imperviousness as number) / truth.imperviousness).toBeCloseTo(1, 1)
    for (const { before, after } of found.series) {
      expect(after.nse).toBeGreaterThan(0.99)
      expect(after.rmse).toBeLessThan(before.rmse / 5)
      expect(Math.abs(after.peakError)).toBeLessThanOrEqual(Math.abs(before.peakError))
    }
    expect(told).toEqual(Array.from({ length: found.runs }, (_, i) => i + 1))
    // The edit alone tells the two models apart, and the one given is as it was.
    expect(writeModel(found.model)).toBe(writeModel(scaledBy(model, found.factors)))
    expect(writeModel(model)).toBe(townModel({ options: { END_TIME: '09:00:00' } }))
  })

  it('leaves a model that fits as it is', async () => {
    const { factors, series } = await calibrate({
      run: pool.run,
      model,
      observed: await seenOf({}),
      reach: { roughness: 2 },
      runs: 8,
    })
    expect(factors).toEqual({ roughness: 1 })
    expect(series[0]?.after).toEqual(series[0]?.before)
  })

  it('can be cancelled, and starts no other run then', async () => {
    const controller = new AbortController()
    let begun = 0
    const observed = await seenOf({ roughness: 1.2 })
    const cancelled = calibrate({
      run: (job, hooks) => {
        begun++
        return pool.run(job, hooks)
      },
      model,
      observed,
      signal: controller.signal,
      onProgress: (done) => done === 2 && controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'hydraulics/cancelled' })
    expect(begun).toBeLessThan(10)
  })

  it('refuses observations that say nothing, and objects that are not there', async () => {
    const at = Date.UTC(2025, 6, 1, 7)
    const only = (object: string, values: readonly number[]): Observed => ({
      kind: 'link',
      object,
      variable: 'flow',
      points: values.map((value, i) => [at + i * 60_000, value]),
    })
    const code = (observed: readonly Observed[]) =>
      calibrate({ run: pool.run, model, observed, reach: { width: 2 }, runs: 3 }).catch((error) => error.code)
    expect(await code([only('C2', [1, 1, 1, 1])])).toBe('hydraulics/observed')
    expect(await code([only('C2', [1, 2])])).toBe('hydraulics/observed')
    expect(await code([only('C9', [1, 2, 3])])).toBe('hydraulics/no-such-result')
    expect(await code([])).toBe('hydraulics/observed')
  })
})

it('goodness: by hand', () => {
  expect(goodnessOf([1, 2, 3, 4], [1, 2, 3, 4])).toEqual({ count: 4, nse: 1, rmse: 0, peakError: 0 })
  const { nse, rmse, peakError } = goodnessOf([0, 2, 4], [1, 2, 5])
  expect(nse).toBeCloseTo(1 - 2 / 8)
  expect(rmse).toBeCloseTo(Math.sqrt(2 / 3))
  expect(peakError).toBeCloseTo(0.25)
})

it('the least of a function of three variables, in batches', async () => {
  const sizes: number[] = []
  const { at, value, asked } = await minimize(
    3,
    async (points) => {
      sizes.push(points.length)
      return points.map(([x = 0, y = 0, z = 0]) => (x - 0.3) ** 2 + 2 * (y + 0.6) ** 2 + (z - 0.1) ** 2)
    },
    150,
  )
  expect(Math.hypot((at[0] as number) - 0.3, (at[1] as number) + 0.6, (at[2] as number) - 0.1)).toBeLessThan(
    0.1,
  )
  expect(value).toBeLessThan(0.01)
  expect(asked).toBe(sizes.reduce((sum, size) => sum + size, 0))
  expect(Math.max(...sizes)).toBeGreaterThan(4)
})

describe('observations by CSV', () => {
  it('are read by object and variable, gaps left out', () => {
    const text = [
      'at,object,variable,value',
      '2025-07-01 08:05,C2,flow,12.5',
      '2025-07-01T08:00:00,C2,flow,10',
      '2025-07-01 08:10,C2,flow,',
      '2025-07-01 08:00,J2,depth,0.4',
    ].join('\r\n')
    const eight = Date.UTC(2025, 6, 1, 8)
    expect(readObserved(`\uFEFF${text}`, 'seen.csv')).toEqual([
      {
        kind: 'link',
        object: 'C2',
        variable: 'flow',
        points: [
          [eight, 10],
          [eight + 300_000, 12.5],
        ],
      },
      { kind: 'node', object: 'J2', variable: 'depth', points: [[eight, 0.4]] },
    ])
  })

  it('name the line that is wrong', () => {
    const place = (line: string) => {
      try {
        readObserved(`at,object,variable,value\n${line}`, 'seen.csv')
      } catch (error) {
        const { code, place: where, value } = error as { code: string; place: string; value: string }
        return [code, where, value]
      }
      return undefined
    }
    expect(place('1 July,C2,flow,3')).toEqual(['hydraulics/table', 'seen.csv:2', '1 July'])
    expect(place('2025-07-01 08:00,C2,colour,3')).toEqual(['hydraulics/table', 'seen.csv:2', 'colour'])
    expect(place('2025-07-01 08:00,C2,flow,much')).toEqual(['hydraulics/table', 'seen.csv:2', 'much'])
  })
})
