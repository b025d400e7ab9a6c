import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { scaledBy } from '../../engines/hydraulics/fit/index.ts'
import { readModel, writeModel } from '../../engines/hydraulics/model/index.ts'
import { millisOf, openEngine, type Results, runModel, seriesOf } from '../../engines/hydraulics/run/index.ts'
import { townModel } from '../../engines/hydraulics/run/model.fixture.ts'
import { type CalibrateCliOptions, calibrateCommand } from './calibrate.ts'

const TOWN = townModel({ options: { END_TIME: '08:30:00' } })
let folder: string
let model: string
let observed: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gaoxin-calibrate-'))
  model = join(folder, 'town.inp')
  observed = join(folder, 'seen.csv')
  const truth = writeModel(scaledBy(readModel(TOWN), { roughness: 1.3 }))
  const { results } = await runModel(await openEngine(), { name: 'truth', model: truth })
  const times = Array.from((results as Results).times, (days) => new Date(millisOf(days)).toISOString())
  const flows = seriesOf(results as Results, 'link', 'C2', 'flow')
  const lines = Array.from(flows, (flow, i) => `${times[i]},C2,flow,${flow.toFixed(2)}`)
  await writeFile(model, TOWN)
  await writeFile(observed, ['at,object,variable,value', ...lines].join('\n'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(options: Partial<CalibrateCliOptions>) {
  const printed: string[] = []
  const warned: string[] = []
  const io = {
    language: 'en' as const,
    print: (line: string) => void printed.push(line),
    warn: (line: string) => void warned.push(line),
    write: (file: string, body: string | Uint8Array) => writeFile(file, body),
  }
  const code = await calibrateCommand(model, { observed, factors: 'roughness', runs: '12', ...options }, io)
  return { code, printed, warned }
}

it('prints the factor and the error before and after, and writes a model that says so', async () => {
  const out = join(folder, 'fitted.inp')
  const { code, printed } = await run({ out })
  expect(code).toBe(0)
  expect(printed[0]).toMatch(/^roughness ×1\.(2[5-9]|3[0-5])\d* \(\d+ runs\)$/)
  expect(printed[1]).toMatch(/^C2 flow \(\d+\)$/)
  const [before, after] = printed.slice(2).map((line) => Number(/NSE (-?[\d.]+)/.exec(line)?.[1]))
  expect(after).toBeGreaterThan(before as number)
  expect(await readFile(out, 'utf8')).toMatch(/C2 J2 J3 120 0\.01[67]/)
})

it('says what cannot be used', async () => {
  await expect(run({ factors: 'colour' })).rejects.toMatchObject({
    code: 'CALIBRATE_OPTION',
    place: '--factors',
  })
  await expect(run({ runs: 'many' })).rejects.toMatchObject({ code: 'CALIBRATE_OPTION', place: '--runs' })
  await expect(run({ observed: join(folder, 'none.csv') })).rejects.toMatchObject({ code: 'SIMULATE_FILE' })
  const { code, warned } = await run({ observed: model })
  expect([code, warned[0]]).toEqual([2, expect.stringMatching(/^\[hydraulics\/table\]/)])
})
