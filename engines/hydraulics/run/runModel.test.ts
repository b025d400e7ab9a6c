import { beforeAll, describe, expect, it } from 'vitest'
import type { HydraulicsError } from '../errors.ts'
import { openEngine } from './engine/open.ts'
import type { Engine } from './engine/types.ts'
import { townModel } from './model.fixture.ts'
import { readOutTail } from './out.ts'
import { continuityError } from './report/index.ts'
import { joinResults, peaksOf, type Results, readResults, seriesOf } from './results.ts'
import { type Hooks, type Job, runModel } from './runModel.ts'
import { advance, type Changes, type Moment, readHotStart, shapeOf, startOf } from './steer/index.ts'

const model = townModel()
const job: Job = { name: 'town', model }
const hour = 3_600_000
let engine: Engine
const run = (given: Job, hooks?: Hooks) => runModel(engine, given, hooks)

/** A library that the operator names has to give the same answers: `SWMM_LIB=… npx vitest run engines/hydraulics`. */
beforeAll(async () => {
  engine = await openEngine(process.env.SWMM_LIB)
})

const failure = async (given: Job): Promise<HydraulicsError> =>
  run(given).then(
    () => Promise.reject(new Error('it ran')),
    (error: HydraulicsError) => error,
  )

describe('a run', () => {
  it('gives report and results that agree with each other', async () => {
    const { report, results, out, reportText } = await run({ ...job, wantOut: true })
    expect(report.build).toMatch(/^5\.2\./)
    expect(Math.abs(continuityError(report, 'Flow Routing Continuity') as number)).toBeLessThan(1)
    expect(results?.periods).toBe(72)
    expect(readResults(out as Uint8Array)).toEqual(results)
    expect(readOutTail(out as Uint8Array)).toEqual({ periods: 72, error: 0 })
    expect(reportText).toContain('1000 m³')
    // The report's peaks are of all steps, the results' of the reported ones.
    const { values } = peaksOf(results as Results, 'node', 'depth')
    for (const [i, { name, max, reported }] of report.tables.nodeDepth.entries()) {
      expect(results?.header.objects.node[i]).toBe(name)
      expect(values[i]).toBeCloseTo(reported, 2)
      expect(reported).toBeLessThanOrEqual(max)
    }
  })

  it('sends results while it runs, and says how far it is', async () => {
    const parts: Results[] = []
    const progress: number[] = []
    const { results } = await run(
      { ...job, stream: true, keep: { node: ['depth'], link: [], subcatchment: [], system: [] } },
      { onResults: (part) => parts.push(part), onProgress: (done) => progress.push(done) },
    )
    expect(parts.length).toBeGreaterThan(10)
    const streamed = joinResults(parts)
    expect(streamed.columns[0]?.data).toEqual(
      results?.columns[0]?.data.subarray(0, streamed.columns[0]?.data.length),
    )
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
  })

  it('reads the files that the model names, in folders and by paths of other machines too', async () => {
    const file = new TextEncoder().encode('0:00 0\n0:30 20\n0:45 60\n1:00 90\n1:15 30\n1:30 0\n')
    const withFile = (name: string): Job => ({
      name: 'file',
      model: townModel({ sections: { TIMESERIES: [`storm FILE "${name}"`, 'base 0 5', 'base 6 15'] } }),
      files: { [name]: file },
    })
    const { results } = await run(job)
    for (const name of ['storm.dat', 'data/storm 1.dat', 'C:\\models\\storm.dat'])
      expect((await run(withFile(name))).results?.columns).toEqual(results?.columns)
    const error = await failure({ ...withFile('storm.dat'), files: {} })
    expect([error.code, error.value]).toEqual(['hydraulics/file', 'storm.dat'])
  })

  it('reads times as the engine does: hours of a report step, a year of two digits, more after a time', async () => {
    const days = { START_DATE: '7/1/98', END_DATE: 'jul-1-98x', REPORT_START_DATE: '7/1/98' }
    const odd = townModel({ options: { ...days, END_TIME: '12:00x', REPORT_STEP: '0.25', DRY_STEP: '0.1' } })
    const { results } = await run({ name: 'odd', model: odd })
    expect(results?.periods).toBe(24)
  })

  it('names what the engine finds wrong, with line and words in both languages', async () => {
    const error = await failure({
      name: 'bad',
      model: townModel({ sections: { CONDUITS: ['C1 J1 J9 120 0.013 0 0 0 0', 'C2 J2 J3 -5 x'] } }),
    })
    expect(error.code).toBe('hydraulics/model')
    const [first] = error.findings
    expect(first).toMatchObject({ number: 209, text: 'C1 J1 J9 120 0.013 0 0 0 0' })
    expect(first?.zh).toContain('对象 J9 没有定义')
    const lines = townModel({ sections: { CONDUITS: ['C1 J1 J9 120 0.013 0 0 0 0'] } }).split('\n')
    expect(lines[(first?.line as number) - 1]).toBe(first?.text)
    // The engine goes on with the next model as if nothing had been.
    expect((await run(job)).report.findings).toEqual([])
    expect((await failure({ name: 'empty', model: '' })).code).toBe('hydraulics/model')
  })

  it('can be cancelled on its way', async () => {
    const controller = new AbortController()
    const cancelled = run(job, {
      signal: controller.signal,
      onProgress: (done) => done > 0.3 && controller.abort(),
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'hydraulics/cancelled' })
    expect((await run(job)).results?.periods).toBe(72)
  })
})

/** A native library's memory cannot be copied: what goes on there goes on from a state. */
const builtIn = it.skipIf(process.env.SWMM_LIB)

describe('steering', () => {
  /** The town in stretches of so many hours. */
  async function inStretches(hours: readonly number[], from: Moment = startOf(model), changes?: Changes) {
    const parts: Results[] = []
    let moment = from
    for (const each of hours) {
      const stretch = { until: moment.at + each * hour, ...(changes ? { changes } : {}) }
      const done = await advance(run, job, moment, stretch)
      parts.push(done.outcome.results as Results)
      moment = done.moment
    }
    return { results: joinResults(parts), moment }
  }

  it('in chunks gives what one piece gives', async () => {
    const { results: whole } = await run(job)
    const { results } = await inStretches([1, 0.5, 1.5, 3])
    expect(results.times.length).toBe(whole?.times.length)
    for (const [name, variable] of [
      ['T1', 'depth'],
      ['J3', 'depth'],
    ] as const) {
      const a = seriesOf(whole as Results, 'node', name, variable)
      const b = seriesOf(results, 'node', name, variable)
      const most = Math.max(...a)
      for (const [i, value] of a.entries())
        expect(Math.abs(value - (b[i] as number))).toBeLessThan(0.01 * most)
    }
  })

  builtIn(
    'goes on unchanged as if it had not stopped, wherever it was stopped, as often as wanted',
    async () => {
      const { results: whole } = await run(job)
      const minutes = (count: number) => count / 60
      // Neither report steps nor routing steps end there.
      const { results, moment } = await inStretches([minutes(17.35), minutes(0.3), minutes(94.21)])
      const rest = 6 - minutes(17.35 + 0.3 + 94.21)
      for (const again of [1, 2]) {
        const { results: last } = await inStretches([rest], moment)
        expect(joinResults([results, last]), `${again}`).toEqual(whole)
      }
    },
  )

  builtIn('leaves the state and the report of a run that ends there', async () => {
    const until = startOf(model).at + 17.35 * 60_000
    const standing = await advance(run, job, startOf(model), { until })
    const ended = await advance(run, job, startOf(model), { until, exact: false })
    expect(standing.moment.state).toEqual(ended.moment.state)
    const { tables, continuity, timeSteps } = standing.outcome.report
    expect({ tables, continuity, timeSteps }).toEqual({
      tables: ended.outcome.report.tables,
      continuity: ended.outcome.report.continuity,
      timeSteps: ended.outcome.report.timeSteps,
    })
  })

  builtIn('goes on so with a change, too, while the change is the same', async () => {
    const changes = { settings: { G1: 0.2 }, rain: { R1: [[startOf(model).at, 30]] } } as const
    const steer = (until: number, from: Moment, settings: Record<string, number> = changes.settings) =>
      advance(run, job, from, { until, changes: { ...changes, settings }, exact: true })
    const begin = startOf(model)
    const { outcome: whole } = await steer(begin.at + 6 * hour, begin)
    const first = await steer(begin.at + 2 * hour, begin)
    const second = await steer(begin.at + 6 * hour, first.moment)
    const parts = [first, second].map(({ outcome }) => outcome.results as Results)
    expect(joinResults(parts)).toEqual(whole.results)
    // Its tables are those of the whole run.
    expect(second.outcome.report.tables.nodeDepth).toEqual(whole.report.tables.nodeDepth)
    const other = await steer(begin.at + 6 * hour, first.moment, { G1: 0.9 })
    expect(other.outcome.results?.columns).not.toEqual(second.outcome.results?.columns)
  })

  it('branches one moment into scenarios: rain, inflow, gate and pump differ from there on', async () => {
    const { moment } = await inStretches([1])
    const last = async (changes?: Changes) => {
      const { results } = await inStretches([1], moment, changes)
      return {
        storage: seriesOf(results, 'node', 'T1', 'depth').at(-1) as number,
        pumped: Math.max(...seriesOf(results, 'link', 'P1', 'flow').slice(1)),
        gate: seriesOf(results, 'link', 'G1', 'capacity').at(-1) as number,
      }
    }
    const same = await last()
    const off = await last({ settings: { P1: 0, G1: 0 } })
    expect([off.pumped, off.gate]).toEqual([0, 0])
    expect(off.storage).toBeGreaterThan(same.storage)
    const dry = await last({ rain: { R1: [[moment.at, 0]] }, inflow: { J1: [[moment.at, 0]] } })
    expect(dry.storage).toBeLessThan(same.storage)
    expect(await last()).toEqual(same)
  })

  it('leaves states that can be read, of models with pollutants on land uses, too', async () => {
    const washed = townModel({
      sections: {
        POLLUTANTS: ['TSS MG/L 0 0 0 0', 'Lead UG/L 0 0 0 0'],
        LANDUSES: ['homes', 'works'],
        COVERAGES: ['S1 homes 60 works 40', 'S2 works 100'],
        BUILDUP: ['homes TSS POW 50 2 1 AREA', 'works TSS POW 80 3 1 AREA', 'works Lead POW 8 1 1 AREA'],
        WASHOFF: ['homes TSS EXP 0.1 1 0 0', 'works TSS EXP 0.1 1 0 0', 'works Lead EXP 0.1 1 0 0'],
      },
      options: { DRY_DAYS: '5' },
    })
    const own = { ...job, model: washed }
    const { results: whole } = await run(own)
    const { moment } = await advance(run, own, startOf(washed), { until: startOf(washed).at + hour })
    const shape = shapeOf(washed)
    const state = readHotStart(moment.state as Uint8Array, shape)
    expect(state.subcatchments.every(({ landUses }) => landUses.some(([tss]) => (tss as number) > 0))).toBe(
      true,
    )
    const { outcome } = await advance(
      run,
      own,
      { at: moment.at, state: moment.state },
      { until: moment.at + 5 * hour },
    )
    for (const [i, value] of seriesOf(outcome.results as Results, 'node', 'T1', 'TSS').entries())
      expect(value).toBeCloseTo(seriesOf(whole as Results, 'node', 'T1', 'TSS')[12 + i] as number, 0)
  })

  it('takes observations into the state', async () => {
    const { moment } = await inStretches([1])
    const { outcome } = await advance(run, job, moment, {
      until: moment.at + hour / 4,
      observed: { depths: { T1: 3 } },
    })
    expect(seriesOf(outcome.results as Results, 'node', 'T1', 'depth')[0]).toBeGreaterThan(2.5)
  })
})
