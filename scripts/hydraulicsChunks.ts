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
import { sectionsOf } from '../engines/hydraulics/run/steer/sections.ts'
import { optionOf } from '../engines/hydraulics/run/steer/shape.ts'

const CHUNKS = 4
const KEEP = { subcatchment: [], node: ['depth'], link: ['flow'], system: [] }

/** Runs each dynamic-wave model in one piece and in four, and tells how far apart the reported values are. */
export async function chunksAgainstWhole(
  jobs: readonly Job[],
  pool: Pool,
  print: (line: string) => void,
): Promise<void> {
  print(`\nin ${CHUNKS} chunks from saved states, against one piece:`)
  for (const job of jobs) {
    if (!/^DYNWAVE$|^DW$/i.test(optionOf(sectionsOf(job.model), 'FLOW_ROUTING') ?? '')) continue
    const { far, peaks } = await chunksOf(job, pool)
    const lost = notCarried(job.model)
    print(
      `${job.name}: largest difference ${percent(far)} of the object's range, of peaks ${percent(peaks)}${lost.length > 0 ? `; not in a state: ${lost.join(', ')}` : ''}`,
    )
  }
}

const percent = (share: number) => `${(share * 100).toFixed(3)} %`

/** How far a run in chunks is from a run in one piece: as a share of the largest value of each object. */
export async function chunksOf(
  job: Job,
  pool: Pool,
  chunks = CHUNKS,
): Promise<{ far: number; peaks: number }> {
  const given = { ...job, keep: KEEP }
  const { results: whole } = await pool.run(given)
  const { start, end, reportStep } = clockOf(sectionsOf(job.model))
  const steps = Math.floor((end - start) / 1000 / reportStep)
  const parts: Results[] = []
  let moment: Moment = startOf(job.model)
  for (let chunk = 1; chunk <= chunks; chunk++) {
    const until = chunk === chunks ? end : start + Math.round((steps * chunk) / chunks) * reportStep * 1000
    const { outcome, moment: next } = await advance(pool.run, given, moment, { until })
    if (outcome.results) parts.push(outcome.results)
    moment = next
  }
  const joined = joinResults(parts)
  let far = 0
  let peaks = 0
  for (const [i, { data, objects }] of (whole as Results).columns.entries()) {
    const other = joined.columns[i]?.data as Float32Array
    for (let object = 0; object < objects; object++) {
      let most = 0
      let mostOther = 0
      let gap = 0
      for (let at = object; at < data.length; at += objects) {
        most = Math.max(most, Math.abs(data[at] as number))
        mostOther = Math.max(mostOther, Math.abs(other[at] as number))
        gap = Math.max(gap, Math.abs((data[at] as number) - (other[at] as number)))
      }
      // What is dry all the time has no range to compare with.
      const range = Math.max(most, 0.01)
      far = Math.max(far, gap / range)
      peaks = Math.max(peaks, Math.abs(most - mostOther) / range)
    }
  }
  return { far, peaks }
}
