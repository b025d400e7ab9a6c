import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { townModel } from '../model.fixture.ts'
import { nodePool } from '../pool/node.ts'
import { type Job, runModel } from '../runModel.ts'
import { advance, type Moment, readHotStart, shapeOf, startOf } from '../steer/index.ts'
import { sectionsOf } from '../steer/sections.ts'
import { placed } from './files.ts'
import { buildLibrary, canBuild } from './native.fixture.ts'
import { withFolder } from './native.ts'
import { openEngine } from './open.ts'

const rain = new TextEncoder().encode('07/01/2025 06:00 20\n07/01/2025 07:00 5\n07/01/2025 07:30 0\n')
const job: Job = {
  name: 'town',
  model: townModel({ sections: { TIMESERIES: ['storm FILE "rain 1.dat"', 'base 0 5'] } }),
  files: { 'rain 1.dat': rain },
  wantOut: true,
}

/** With a library of one's own in SWMM_LIB, runModel.test.ts holds that one to the same answers. */
describe.skipIf(!canBuild)('a native library', () => {
  let folder: string
  let library: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaoxin-native-'))
    library = buildLibrary(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('gives what the built-in engine gives, in many threads at once', async () => {
    const built = nodePool({ size: 1 })
    const native = nodePool({ size: 2, library })
    try {
      const expected = await built.run(job)
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => native.run(job)))
      for (const { out, results, reportText } of outcomes) {
        expect(out).toEqual(expected.out)
        expect(results).toEqual(expected.results)
        expect(withoutTimes(reportText)).toBe(withoutTimes(expected.reportText))
      }
      expect(expected.results?.periods).toBe(72)
    } finally {
      built.close()
      native.close()
    }
  })

  it('is asked for its state, and goes on from one', async () => {
    const engine = await openEngine(library)
    const run = (given: Job) => runModel(engine, given)
    const start = startOf(job.model)
    const first = await advance(run, job, start, { until: start.at + 3_600_000 })
    const second = await advance(run, job, first.moment, { until: start.at + 7_200_000 })
    const shape = shapeOf(sectionsOf(job.model))
    const depths = ({ state }: Moment) =>
      readHotStart(state as Uint8Array, shape).nodes.map(({ depth }) => depth)
    expect(Math.max(...depths(first.moment))).toBeGreaterThan(0.1)
    expect(depths(second.moment)).not.toEqual(depths(first.moment))
    engine.close()
  })

  it('names what is wrong in a model, and runs the next', async () => {
    const engine = await openEngine(library)
    const broken = townModel({ sections: { OUTFALLS: ['O1 6.0 NOWHERE NO'] } })
    await expect(runModel(engine, { name: 'broken', model: broken })).rejects.toMatchObject({
      code: 'hydraulics/model',
      findings: [{ severity: 'error' }],
    })
    expect((await runModel(engine, job)).results?.periods).toBe(72)
    engine.close()
  })

  it('that is none is named', async () => {
    for (const none of ['swmm.c', 'nowhere.so'])
      await expect(openEngine(join(folder, none))).rejects.toMatchObject({
        code: 'hydraulics/library',
        place: join(folder, none),
      })
  })
})

const withoutTimes = (report: string) =>
  report.replace(/Analysis (begun|ended) on.*|Total elapsed time.*/g, '')

describe('a model that a stranger wrote', () => {
  it('reads only files that it was given, and writes into the folder of its run alone', () => {
    const body = new Uint8Array(1)
    const model = townModel({
      sections: {
        TIMESERIES: ['storm FILE "../../rain.dat"', 'base FILE model.rpt'],
        FILES: ['SAVE OUTFLOWS "/etc/passwd"', 'SAVE RUNOFF ..\\..\\runoff.bin'],
        LID_USAGE: ['S1 L1 1 10 5 0 100 0 "/root/lid.txt"', 'S2 L1 1 10 5 0 100 0 *'],
      },
    })
    const given = { '../../rain.dat': body, 'model.rpt': body, '../../other': body }
    const { model: text, files } = placed(model, given)
    expect(Object.keys(files)).toEqual(['file-1.dat', 'file-2.dat'])
    const moved = withFolder(text, '/run')
    expect(moved.match(/"[^"]*"/g)).toEqual([
      '"/run/file-1.dat"',
      '"/run/file-2.dat"',
      '"/run/passwd"',
      '"/run/runoff.bin"',
      '"/run/lid.txt"',
    ])
    expect(moved).toContain('S2 L1 1 10 5 0 100 0 *')
  })
})
