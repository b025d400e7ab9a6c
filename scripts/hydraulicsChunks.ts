import {
  advance,
  type Job,
  joinResults,
  type Moment,
  notCarried,
  type Pool,
  type Results,
  startOf,
} from '../engines/hydraulics/run/index.ts'
import { clockOf } from '../engines/hydraulics/run/steer/clock.ts'
import { edited, rowsOf, sectionsOf } from '../engines/hydraulics/run/steer/sections.ts'
import { isDynamicWave, optionOf } from '../engines/hydraulics/run/steer/shape.ts'
import { STATE_CAUSES } from './hydraulicsCauses.ts'

const CHUNKS = 4
/** Of an object's range: what the conformance of peaks lets pass as well. */
const LITTLE = 0.005
const KEEP = { subcatchment: [], node: ['depth'], link: ['flow'], system: [] }

/**
 * Runs each dynamic-wave model in one piece and in four, and tells how far apart the reported values are: going on from runs
 * that stand still, and from saved states alone, as they do where something changed between the stretches.
 * @returns the models that differ in chunks of the first kind, which the engine's memory makes equal bit by bit
 */
export async function chunksAgainstWhole(
  jobs: readonly Job[],
  pool: Pool,
  print: (line: string) => void,
): Promise<readonly string[]> {
  print(`\nin ${CHUNKS} chunks, against one piece:`)
  const different: string[] = []
  for (const job of jobs) {
    if (!isDynamicWave(sectionsOf(job.model))) continue
    const { exact, states, own } = await chunksOf(job, pool)
    if (exact.far > 0) different.push(job.name)
    const lost = notCarried(job.model)
    const cause =
      states.far > Math.max(own, LITTLE) ? (STATE_CAUSES[job.name] ?? 'not looked into') : undefined
    print(
      `${job.name}: ${exact.far === 0 ? 'the same' : `differs by ${percent(exact.far)} of the object's range`}; from saved states alone ${percent(states.far)}, of peaks ${percent(states.peaks)}; the engine's own tolerance makes ${percent(own)}${lost.length > 0 ? `; not in a state: ${lost.join(', ')}` : ''}`,
    )
    if (cause) print(`    cause: ${cause}`)
  }
  return different
}

const percent = (share: number) => `${(share * 100).toFixed(3)} %`

export interface Apart {
  /** The largest difference of any reported depth or flow, as a share of the largest value of its node or link. */
  readonly far: number
  /** The same of the largest values alone. */
  readonly peaks: number
}
export interface Chunked {
  readonly exact: Apart
  readonly states: Apart
  /**
   * What the engine's own tolerance makes of such a difference: the same model in one piece, its heads iterated to half the
   * tolerance, or its roughness changed by a millionth.
   */
  readonly own: number
}

/** @param cuts after how many report steps; quarters unless given */
export async function chunksOf(job: Job, pool: Pool, cuts?: readonly number[]): Promise<Chunked> {
  const given = { ...job, keep: KEEP }
  const pieces = [given, ...slightlyOther(job.model).map((model) => ({ ...given, model }))]
  const [[whole, ...others], exact, states] = await Promise.all([
    Promise.all(pieces.map(async (piece) => (await pool.run(piece)).results as Results)),
    inChunks(given, pool, (moment) => moment, cuts),
    inChunks(given, pool, ({ at, state }) => ({ at, state }), cuts),
  ])
  const own = Math.max(...others.map((other) => apart(whole as Results, other).far))
  return { exact: apart(whole as Results, exact), states: apart(whole as Results, states), own }
}

/** @param carried what goes on from one stretch to the next */
export async function inChunks(
  job: Job,
  pool: Pick<Pool, 'run'>,
  carried: (moment: Moment) => Moment,
  cuts?: readonly number[],
): Promise<Results> {
  const { start, end, reportStep } = clockOf(sectionsOf(job.model))
  const steps = Math.floor((end - start) / 1000 / reportStep)
  const parts: Results[] = []
  let moment: Moment = startOf(job.model)
  const quarters = Array.from({ length: CHUNKS - 1 }, (_, i) => Math.round((steps * (i + 1)) / CHUNKS))
  for (const cut of [...(cuts ?? quarters), Number.POSITIVE_INFINITY]) {
    const until = Math.min(end, start + cut * reportStep * 1000)
    const { outcome, moment: next } = await advance(pool.run, job, carried(moment), { until })
    if (outcome.results) parts.push(outcome.results)
    moment = next
  }
  return joinResults(parts)
}

function slightlyOther(model: string): readonly string[] {
  const sections = sectionsOf(model)
  const tolerance = rowsOf(sections, 'OPTION').filter(
    ({ words }) => words[0]?.toUpperCase() === 'HEAD_TOLERANCE',
  )
  const metric = /CMS|LPS|MLD/i.test(optionOf(sections, 'FLOW_UNITS') ?? '')
  const half = (Number(tolerance[0]?.words[1] ?? 0) || (metric ? 0.0015 : 0.005)) / 2
  const rough = rowsOf(sections, 'CONDUIT').map(
    ({ line, words }) =>
      [line, words.map((word, i) => (i === 4 ? Number(word) * (1 + 1e-6) : word)).join(' ')] as const,
  )
  return [
    edited(sections, {
      lines: new Map(tolerance.map(({ line }) => [line, undefined])),
      append: { OPTIONS: [`HEAD_TOLERANCE ${half}`] },
    }),
    edited(sections, { lines: new Map(rough), append: {} }),
  ]
}

function apart(whole: Results, other: Results): { far: number; peaks: number } {
  const periods = Math.min(whole.periods, other.periods)
  let far = 0
  let peaks = 0
  for (const [i, { data, objects }] of whole.columns.entries()) {
    const values = other.columns[i]?.data as Float32Array
    for (let object = 0; object < objects; object++) {
      let most = 0
      let mostOther = 0
      let gap = 0
      for (let at = object; at < periods * objects; at += objects) {
        most = Math.max(most, Math.abs(data[at] as number))
        mostOther = Math.max(mostOther, Math.abs(values[at] as number))
        gap = Math.max(gap, Math.abs((data[at] as number) - (values[at] as number)))
      }
      // What is dry all the time has no range to compare with.
      const range = Math.max(most, 0.01)
      far = Math.max(far, gap / range)
      peaks = Math.max(peaks, Math.abs(most - mostOther) / range)
    }
  }
  return { far, peaks }
}
