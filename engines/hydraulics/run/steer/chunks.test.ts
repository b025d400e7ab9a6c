import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { chunksOf, inChunks } from '../../../../scripts/hydraulicsChunks.ts'
import { filesNamed } from '../engine/files.ts'
import { nodePool } from '../pool/node.ts'
import type { Job } from '../runModel.ts'
import { clockOf } from './clock.ts'
import { sectionsOf } from './sections.ts'
import { isDynamicWave } from './shape.ts'
import { stretchOf } from './stretch.ts'

const FOLDER = '../shared/swmm'
/** Of a long model as much as took the native engine so many seconds; the conformance script has all of it. */
const SECONDS = 0.15
/** Short dynamic-wave models, from saved states; the conformance script has all. In the last ones nodes are surcharged when cut. */
const QUARTERED = [
  'extran3',
  'Example7-Final',
  'Example7-Inlets',
  'user1',
  'street_grate_inlet_7',
  'extran1',
  'extran2',
  'extran4',
  'extran5',
  'Example2',
  'test1',
  'test2',
]

const there = existsSync(FOLDER)
const read = (path: string) => readFileSync(`${FOLDER}/${path}`)
const jobOf = (name: string): Job => {
  const model = read(`models/${name}.inp`).toString()
  const files = filesNamed(model).map(({ name: file }) => [file, new Uint8Array(read(`models/${file}`))])
  return { name, model, files: Object.fromEntries(files) }
}
const names = there ? readdirSync(`${FOLDER}/reference`).map((file) => file.replace(/\.json$/, '')) : []
const dynamic = names.map(jobOf).filter(({ model }) => isDynamicWave(sectionsOf(model)))

describe.skipIf(!there)('public models in four chunks', () => {
  const pool = nodePool()
  afterAll(() => pool.close())

  /** The first part of a model that would run long. */
  function shortened(job: Job): Job {
    const { runtime_s } = JSON.parse(read(`reference/${job.name}.json`).toString()) as { runtime_s: number }
    const { start, end, reportStep } = clockOf(sectionsOf(job.model))
    const steps = Math.floor(((end - start) / 1000 / reportStep) * Math.min(1, SECONDS / runtime_s))
    const to = Math.min(end, start + Math.max(8, steps) * reportStep * 1000)
    return { ...job, model: stretchOf(job.model, { from: start, to }) }
  }

  it('are many', () => expect(dynamic.length).toBeGreaterThanOrEqual(35))

  it.each(dynamic)('$name gives what it gives in one piece, bit by bit', async (job) => {
    const keep = { subcatchment: ['runoff'], system: [] }
    const short = { ...shortened(job), keep }
    const [{ results: whole }, chunks] = await Promise.all([
      pool.run(short),
      inChunks(short, pool, (moment) => moment),
    ])
    expect(chunks.times).toEqual(whole?.times)
    for (const [i, { kind, variable, data }] of (whole?.columns ?? []).entries())
      expect(
        Buffer.from(data.buffer).equals(Buffer.from(chunks.columns[i]?.data.buffer as ArrayBuffer)),
        `${kind} ${variable}`,
      ).toBe(true)
  })

  it.each(QUARTERED)('%s does so nearly, from saved states', async (name) => {
    const { states, own } = await chunksOf(jobOf(name), pool)
    expect(states.far).toBeLessThan(Math.max(0.005, own))
    expect(states.peaks).toBeLessThan(0.001)
  })
})
