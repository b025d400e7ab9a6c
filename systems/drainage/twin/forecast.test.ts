import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  advance,
  frameOf,
  type Moment,
  nodePool,
  type Pool,
  type Results,
  type Series,
  startOf,
} from '../../../engines/hydraulics/run/index.ts'
import { townModel } from '../../../engines/hydraulics/run/model.fixture.ts'
import { WATER_LEVELS } from '../settings.ts'
import { type Assimilated, assimilate, DEPTHS, errorOf, type TwinModel } from './assimilate.ts'
import { forecast, overGround, standingOf } from './forecast.ts'

const MINUTE = 60_000
/** Low manholes, so that water comes up at some of them, stands, and goes again. */
const JUNCTIONS = [
  'J1 10.0 1.2 0 0 400',
  'J2 9.2 1.2 0 0 400',
  'J3 8.4 3.5 0 0 400',
  'J4 9.0 2.0 0 0 400',
  'J5 6.8 2.0 0 0 400',
]
const model: TwinModel = {
  job: {
    name: 'town',
    model: townModel({ options: { ALLOW_PONDING: 'YES' }, sections: { JUNCTIONS } }),
  },
  depths: new Map([
    ['J1', 1.2],
    ['J2', 1.2],
    ['J3', 3.5],
    ['J4', 2],
    ['J5', 2],
  ]),
  lengths: new Map([
    ['C1', 120],
    ['C2', 120],
    ['C3', 80],
    ['C4', 150],
    ['C5', 60],
  ]),
}
const start = startOf(model.job.model)
const CUT = start.at + 70 * MINUTE

/** The rain as it is, every quarter of an hour, and what gauges say that stand too dry. */
const truth: Series = [0, 0, 20, 60, 90, 70, 30, 10, 0].map((value, i) => [start.at + i * 15 * MINUTE, value])
const measured: Series = truth.map(([at, value]) => [at, value * 0.6])
const SENSORS = ['J1', 'J3']

let pool: Pool
beforeAll(() => {
  pool = nodePool({ size: 2 })
})
afterAll(() => pool.close())

const runTruth = async (from: Moment, until: number) => {
  const job = { ...model.job, keep: DEPTHS }
  const { outcome, moment } = await advance(pool.run, job, from, { until, changes: { rain: { R1: truth } } })
  return { results: outcome.results as Results, moment }
}
const lastOf = (results: Results): readonly (readonly [string, number])[] => {
  const frame = frameOf(results, 'node', 'depth', results.periods - 1)
  return results.header.objects.node.map((name, i) => [name, frame[i] as number])
}
const take = (observed: Readonly<Record<string, number>>, gain?: number): Promise<Assimilated> =>
  assimilate(pool, model, start, {
    until: CUT,
    rain: { R1: measured },
    observed,
    ...(gain === undefined ? {} : { gain }),
  })

describe('the twin', () => {
  it('is nearer to what is true where it has looked at sensors, also where there is none', async () => {
    const { results } = await runTruth(start, CUT)
    const real = lastOf(results)
    const observed = Object.fromEntries(real.filter(([node]) => SENSORS.includes(node)))
    const [nudged, blind] = [await take(observed), await take(observed, 0)]
    const elsewhere = real.filter(([node]) => node === 'J2')
    expect(blind.error?.before).toBeGreaterThan(0.05)
    expect(nudged.error?.before).toBe(blind.error?.before)
    expect(nudged.error?.after).toBeCloseTo((nudged.error?.before as number) / 2, 5)
    expect(blind.error?.after).toBe(blind.error?.before)
    expect(errorOf(elsewhere, nudged.depths)).toBeLessThan(errorOf(elsewhere, blind.depths))
    expect(errorOf(real, nudged.depths)).toBeLessThan(0.9 * errorOf(real, blind.depths))
    // What it says is what the engine goes on from.
    const next = { until: CUT + 5 * MINUTE, rain: { R1: truth }, observed: {} }
    const later = lastOf((await runTruth(start, next.until)).results)
    const farFrom = async ({ moment }: Assimilated) =>
      errorOf(later, (await assimilate(pool, model, moment, next)).depths)
    expect(await farFrom(nudged)).toBeLessThan(await farFrom(blind))
  })

  it('does not believe a sensor that is far from everything, and says so', async () => {
    const { doubted, error, depths } = await take({ J1: 9 })
    expect(doubted).toEqual(['J1'])
    expect(error).toBeUndefined()
    expect(depths.get('J1')).toBeLessThan(2)
  })

  it('warns of the water that comes, before it comes, and of none where it stays 5 cm away', async () => {
    const before = start.at + 30 * MINUTE
    const { moment } = await runTruth(start, before)
    const ahead = await forecast(pool, model, moment, { R1: truth }, 3)
    const { results } = await runTruth(moment, before + 180 * MINUTE)
    const real = overGround(results, model.depths)
    const warned = ahead.standing.filter(({ level }) => level)
    expect(warned.length).toBeGreaterThan(0)
    for (const { node, begins, level, certainty } of warned) {
      const over = real.get(node) as readonly number[]
      expect(Math.max(...over)).toBeGreaterThan(WATER_LEVELS[level as keyof typeof WATER_LEVELS] - 0.05)
      expect(begins).toBeGreaterThan(before)
      expect(certainty).toBeGreaterThanOrEqual(0.6)
    }
    const wet = [...real].filter(([, over]) => Math.max(...over) >= 0.1).map(([node]) => node)
    expect(warned.map(({ node }) => node)).toEqual(expect.arrayContaining(wet))
    expect(wet.length).toBeLessThan(real.size)
  })
})

describe('what stands at a node', () => {
  const times = [5, 10, 15, 20].map((minute) => minute * MINUTE)

  it('is as high as enough of the runs reach', () => {
    expect(standingOf('J', [0, 0.06, 0.3, 0.1], times, [0.2, 0.3, 0.45])).toEqual({
      node: 'J',
      peak: 0.3,
      peakAt: 15 * MINUTE,
      begins: 10 * MINUTE,
      minutes: 15,
      level: 'orange',
      certainty: 2 / 3,
    })
  })

  it('is nothing to warn of where only the heaviest rain brings it', () => {
    expect(standingOf('J', [0, 0, 0.01, 0], times, [0, 0.01, 0.08])).toMatchObject({
      level: undefined,
      begins: undefined,
      certainty: 1 / 3,
    })
  })
})
