import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readRain, scaledBy, setGaugeRain } from '../../engines/hydraulics/fit/index.ts'
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
  await writeFile(model, TOWN)
  await writeFile(observed, await seenIn(truth))
})

/** Flows of a pipe of this model, as a sensor would tell them. */
async function seenIn(truth: string): Promise<string> {
  const { results } = await runModel(await openEngine(), { name: 'truth', model: truth })
  const times = Array.from((results as Results).times, (days) => new Date(millisOf(days)).toISOString())
  const flows = seriesOf(results as Results, 'link', 'C2', 'flow')
  const lines = Array.from(flows, (flow, i) => `${times[i]},C2,flow,${flow.toFixed(2)}`)
  return ['at,object,variable,value', ...lines].join('\n')
}
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

it('runs with the rain that was measured, by gauges or by radar, and writes the model with its own', async () => {
  const [rain, radar, fallen, out] = ['rain.csv', 'radar', 'fallen.csv', 'own.inp'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  // A storm that is not the model's.
  const measured = [
    ['06:00', 40],
    ['06:15', 80],
    ['06:30', 10],
    ['06:45', 0],
  ] as const
  await writeFile(
    rain,
    ['at,R1', ...measured.map(([time, value]) => `2025-07-01 ${time},${value}`)].join('\n'),
  )
  await mkdir(radar)
  for (const [time, value] of measured)
    await writeFile(
      join(radar, `20250701${time.replace(':', '')}.asc`),
      `ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 100\n${value} ${value}\n`,
    )
  const outlines = ['S1', 'S2'].flatMap((id, i) =>
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ].map(([x, y]) => `${id} ${100 * i + (x as number)} ${y}`),
  )
  const town = `${TOWN}\n[POLYGONS]\n${outlines.join('\n')}\n`
  await writeFile(model, town)
  const truth = setGaugeRain(
    scaledBy(readModel(town), { roughness: 1.3 }),
    readRain(await readFile(rain, 'utf8'), 'intensity', rain),
  )
  await writeFile(fallen, await seenIn(writeModel(truth)))
  const scores: number[] = []
  for (const given of [rain, radar]) {
    const { code, printed } = await run({ observed: fallen, rain: given, out })
    expect([code, printed[0]]).toEqual([0, expect.stringMatching(/^roughness ×1\.(2[5-9]|3[0-5])/)])
    scores.push(...printed.slice(2).map((line) => Number(/NSE (-?[\d.]+)/.exec(line)?.[1])))
  }
  // By radar every catchment has the gauge's rain.
  expect(scores.slice(2)).toEqual(scores.slice(0, 2))
  expect(await readFile(out, 'utf8')).toContain('R1 INTENSITY 0:15 1.0 TIMESERIES storm')
  // With the model's own rain it follows less.
  const without = await run({ observed: fallen })
  expect(Number(/NSE (-?[\d.]+)/.exec(without.printed[3] as string)?.[1])).toBeLessThan(
    (scores[1] as number) - 0.1,
  )
})

it('says what cannot be used', async () => {
  await expect(run({ factors: 'colour' })).rejects.toMatchObject({
    code: 'CALIBRATE_OPTION',
    place: '--factors',
  })
  await expect(run({ runs: 'many' })).rejects.toMatchObject({ code: 'CALIBRATE_OPTION', place: '--runs' })
  await expect(run({ observed: join(folder, 'none.csv') })).rejects.toMatchObject({ code: 'SIMULATE_FILE' })
  await expect(run({ rain: join(folder, 'none.csv') })).rejects.toMatchObject({ code: 'SIMULATE_FILE' })
  await writeFile(join(folder, 'other.csv'), 'at,R9\n2025-07-01 06:00,1\n')
  const unknown = await run({ rain: join(folder, 'other.csv') })
  expect([unknown.code, unknown.warned[0]]).toEqual([2, expect.stringMatching(/R9/)])
  const { code, warned } = await run({ observed: model })
  expect([code, warned[0]]).toEqual([2, expect.stringMatching(/^\[hydraulics\/table\]/)])
})
