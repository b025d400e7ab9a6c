import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { chunksOf } from '../../../../scripts/hydraulicsChunks.ts'
import { nodePool } from '../pool/node.ts'

const MODELS = '../shared/swmm/models'
/** Short dynamic-wave models; the conformance script has all. */
const QUARTERED = [
  'extran3',
  'Example7-Final',
  'Example7-Inlets',
  'Example3',
  'user1',
  'street_grate_inlet_7',
]
/**
 * In these a node is above its crown half of the time. How it comes back below is smoothed by a surface area that a state
 * does not hold: they are cut before and after, in report steps.
 */
const SURCHARGED = ['extran1', 'extran4', 'Example2']

describe.skipIf(!existsSync(MODELS))('public models in four chunks from saved states', () => {
  const pool = nodePool()
  afterAll(() => pool.close())

  const chunked = (name: string, cuts?: readonly number[]) =>
    chunksOf({ name, model: readFileSync(`${MODELS}/${name}.inp`, 'utf8') }, pool, cuts)

  it.each(QUARTERED)('%s gives what it gives in one piece', async (name) => {
    const { far, peaks, own } = await chunked(name)
    expect(far).toBeLessThan(Math.max(0.005, own))
    expect(peaks).toBeLessThan(0.001)
  })

  it.each(SURCHARGED)('%s does, too, cut while nothing is surcharged', async (name) => {
    expect((await chunked(name, [1, 15, 24])).far).toBeLessThan(0.005)
  })
})
