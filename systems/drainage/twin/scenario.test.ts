import { afterAll, beforeAll, expect, it } from 'vitest'
import { advance, nodePool, type Pool, type Results, startOf } from '../../../engines/hydraulics/run/index.ts'
import { townModel } from '../../../engines/hydraulics/run/model.fixture.ts'
import { DESIGN_STORM } from '../settings.ts'
import {
  type Base,
  differences,
  peaksOver,
  runOf,
  type Scenario,
  stormFrom,
} from '../web/scenario/scenario.ts'

const JUNCTIONS = [
  'J1 10.0 1.2 0 0 400',
  'J2 9.2 1.2 0 0 400',
  'J3 8.4 3.5 0 0 400',
  'J4 9.0 2.0 0 0 400',
  'J5 6.8 2.0 0 0 400',
]
const model = townModel({ options: { ALLOW_PONDING: 'YES' }, sections: { JUNCTIONS } })
const base: Base = { model, gauge: 'R1', from: startOf(model), rain: [], storm: DESIGN_STORM }
const GROUND = { J1: 1.2, J2: 1.2, J3: 3.5, J4: 2, J5: 2 }
const AS_IS: Scenario = { years: 50, shut: [], sizes: [] }

let pool: Pool
beforeAll(() => {
  pool = nodePool({ size: 2 })
})
afterAll(() => pool.close())

async function peaks(scenario: Scenario) {
  const { job, from, stretch } = runOf(base, scenario, 'town')
  const { outcome } = await advance(pool.run, job, from, stretch)
  return peaksOver(outcome.results as Results, GROUND, 0.05)
}

it('less water stands where a pipe is enlarged, more where it is shut, and the network as it is stays as it is', async () => {
  const was = await peaks(AS_IS)
  expect(was.get('J1')?.over).toBeGreaterThan(0.05)
  expect(was.get('J1')?.minutes).toBeGreaterThan(0)
  expect(differences(was, await peaks(AS_IS), 0.05)).toEqual([])
  const wide = await peaks({ ...AS_IS, sizes: ['C1', 'C2', 'C3'].map((link) => ({ link, size: 1.5 })) })
  expect(differences(was, wide, 0.05).find(({ node }) => node === 'J1')?.change).toBeLessThan(-0.01)
  const shut = await peaks({ ...AS_IS, shut: ['C1'] })
  expect(differences(was, shut, 0.05).find(({ node }) => node === 'J1')?.change).toBeGreaterThan(0.01)
}, 30_000)

it('a rarer storm rains more, for as long', () => {
  const depth = (years: number) => stormFrom(0, years, DESIGN_STORM).reduce((sum, [, mm]) => sum + mm / 12, 0)
  expect(depth(50)).toBeGreaterThan(1.3 * depth(3))
  expect(stormFrom(0, 50, DESIGN_STORM).at(-1)).toEqual([120 * 60_000, 0])
})

it('says which pipe cannot take a size', () => {
  expect(() => runOf(base, { ...AS_IS, sizes: [{ link: 'nowhere', size: 1 }] }, 'town')).toThrowError(
    expect.objectContaining({ code: 'HYDRAULICS_UNKNOWN', value: 'nowhere' }),
  )
})
