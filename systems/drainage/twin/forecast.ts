import {
  advance,
  frameOf,
  type Moment,
  millisOf,
  type Pool,
  type Results,
  type Series,
} from '../../../engines/hydraulics/run/index.ts'
import { TWIN, WATER_LEVELS, type WaterLevel } from '../settings.ts'
import { DEPTHS, FIELDS, type TwinModel } from './assimilate.ts'

/** What is to come at one node. Times as `Date.UTC` counts. */
export interface Standing {
  readonly node: string
  /** m over the ground, by the rain as forecast. */
  readonly peak: number
  readonly peakAt: number
  /** When the water first stands as deep as the lowest level, and for how long it does, minutes; without it undefined. */
  readonly begins: number | undefined
  readonly minutes: number
  /** The highest level that enough of the runs reach. */
  readonly level: WaterLevel | undefined
  /** Which share of the runs reaches that level, or the lowest where none is reached by enough, 0 to 1. */
  readonly certainty: number
}

export interface Forecast {
  readonly from: number
  readonly until: number
  /** Nodes where water stands in one of the runs, the deepest first. */
  readonly standing: readonly Standing[]
  /** By the rain as forecast: end of each report step, and m over the ground then, by node of `standing`. */
  readonly times: readonly number[]
  readonly over: ReadonlyMap<string, readonly number[]>
  /** By the rain as forecast: depths of all nodes, flows of all links. */
  readonly results: Results
}

/**
 * Runs the next hours under the rain forecast, less rain and more rain side by side.
 * @param rain by gauge: mm/h; an odd number of `TWIN.rains` has the forecast itself in its middle
 * @throws HydraulicsError as `advance`
 */
export async function forecast(
  pool: Pick<Pool, 'run'>,
  { job, depths }: TwinModel,
  from: Moment,
  rain: Readonly<Record<string, Series>>,
  hours: number = TWIN.hours,
): Promise<Forecast> {
  const until = from.at + hours * 3_600_000
  const own = Math.floor(TWIN.rains.length / 2)
  const runs = await Promise.all(
    TWIN.rains.map(async (factor, i) => {
      const changes = { rain: scaled(rain, factor) }
      const keep = i === own ? FIELDS : DEPTHS
      const { outcome } = await advance(pool.run, { ...job, keep }, from, { until, changes })
      if (!outcome.results) throw new Error(`${job.name}: a forecast without results`)
      return outcome.results
    }),
  )
  const middle = runs[own] as Results
  const times = timesOf(middle)
  const members = runs.map((run) => overGround(run, depths))
  const asForecast = members[own] as ReadonlyMap<string, readonly number[]>
  const standing = [...asForecast].flatMap(([node, over]) => {
    const peaks = members.map((member) => Math.max(...(member.get(node) ?? [0])))
    if (Math.max(...peaks) < WATER_LEVELS.blue) return []
    return [standingOf(node, over, times, peaks)]
  })
  return {
    from: from.at,
    until,
    standing: standing.toSorted((one, other) => other.peak - one.peak),
    times,
    over: new Map(standing.map(({ node }) => [node, asForecast.get(node) ?? []])),
    results: middle,
  }
}

const scaled = (rain: Readonly<Record<string, Series>>, factor: number) =>
  Object.fromEntries(
    Object.entries(rain).map(([gauge, series]) => [
      gauge,
      series.map(([at, value]) => [at, value * factor] as const),
    ]),
  )

/** Moments of a run to the second: the engine's own are off by milliseconds. */
export const timesOf = ({ times }: Results): readonly number[] =>
  [...times].map((days) => Math.round(millisOf(days) / 1000) * 1000)

/** By node: m of water over the ground in each period. */
export function overGround(
  results: Results,
  depths: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const names = results.header.objects.node
  const over = new Map<string, number[]>()
  const known = names.map((name) => depths.get(name))
  for (const [i, name] of names.entries()) if (known[i] !== undefined) over.set(name, [])
  for (let period = 0; period < results.periods; period++) {
    const frame = frameOf(results, 'node', 'depth', period)
    for (const [i, name] of names.entries())
      over.get(name)?.push(Math.max(0, (frame[i] as number) - (known[i] as number)))
  }
  return over
}

/** @param over m over the ground at each of `times` @param peaks of each run */
export function standingOf(
  node: string,
  over: readonly number[],
  times: readonly number[],
  peaks: readonly number[],
): Standing {
  const peak = Math.max(0, ...over)
  const first = over.findIndex((depth) => depth >= WATER_LEVELS.blue)
  const step = times.length > 1 ? ((times[1] as number) - (times[0] as number)) / 60_000 : 0
  const share = (depth: number) => peaks.filter((each) => each >= depth).length / peaks.length
  const level = (Object.keys(WATER_LEVELS) as WaterLevel[]).findLast(
    (each) => share(WATER_LEVELS[each]) >= TWIN.sure,
  )
  return {
    node,
    peak,
    peakAt: times[over.indexOf(peak)] ?? (times[0] as number),
    begins: first < 0 ? undefined : times[first],
    minutes: over.filter((depth) => depth >= WATER_LEVELS.blue).length * step,
    level,
    certainty: share(WATER_LEVELS[level ?? 'blue']),
  }
}
