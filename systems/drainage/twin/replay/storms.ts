import type { Context } from '../../../../kernel/system.ts'
import { rain, STEP_MS } from '../quantities.ts'
import { sensorsOf } from '../read.ts'
import { readingsBetween } from '../readings.ts'

/** A stretch in which it rained, by the zone's clock in milliseconds. */
export interface PastStorm {
  readonly begins: number
  readonly ends: number
  readonly mm: number
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** So far back storms are looked for, and so many are told. */
const LOOKED_DAYS = 366
const MOST = 6
/** mm: a day with less has no storm, a step with less is dry. */
const LEAST_DAY = 10
const LEAST_STEP = 0.05
/** A storm goes on over so long a pause. */
const PAUSE = 2 * HOUR

/** With the stretch to replay: from before the first rain until the water runs off. */
export interface Replayable extends PastStorm {
  readonly around: { readonly from: number; readonly to: number }
}
const BEFORE = HOUR / 2
const AFTER = HOUR

type Fallen = readonly [at: number, mm: number]

/** The wettest storms of a year by the gauges of the twin, the newest first. */
export async function pastStorms(context: Context): Promise<readonly Replayable[]> {
  const gauges = (await sensorsOf(context)).filter(({ measures }) => measures === 'rain')
  const until = Math.floor(Date.parse(context.moment()) / STEP_MS) * STEP_MS
  const fallen = async (from: number, to: number, points: number): Promise<readonly Fallen[]> => {
    const sums = new Map<number, number>()
    for (const { device } of gauges) {
      const name = { device, quantity: rain.id }
      for (const { at, mean, count } of await readingsBetween(context, name, from, to, points))
        sums.set(at, (sums.get(at) ?? 0) + mean * count)
    }
    return [...sums]
      .map(([at, mm]) => [at, mm / gauges.length] as const)
      .sort(([one], [other]) => one - other)
  }
  const days = await fallen(until - LOOKED_DAYS * DAY, until, LOOKED_DAYS)
  const wettest = days
    .filter(([, mm]) => mm >= LEAST_DAY)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST)
  const found: PastStorm[] = []
  for (const [day] of wettest) {
    const [from, to] = [day - 12 * HOUR, Math.min(until, day + 36 * HOUR)]
    const storm = stormIn(await fallen(from, to, Math.ceil((to - from) / STEP_MS)))
    if (storm && !found.some(({ begins, ends }) => storm.begins < ends && begins < storm.ends))
      found.push(storm)
  }
  return found
    .toSorted((one, other) => other.begins - one.begins)
    .map((storm) => ({
      ...storm,
      around: {
        from: Math.floor(storm.begins / BEFORE - 1) * BEFORE,
        to: Math.min(storm.ends + AFTER, until),
      },
    }))
}

/** The stretch around the wettest step, as far as it rained without a long pause. A step says what fell before it. */
export function stormIn(steps: readonly Fallen[]): PastStorm | undefined {
  const wet = steps.filter(([, mm]) => mm >= LEAST_STEP)
  const [first] = wet.toSorted(([, one], [, other]) => other - one)
  if (!first) return undefined
  const joined = ([at]: Fallen, [next]: Fallen) => next - at <= PAUSE
  let [from, to] = [wet.indexOf(first), wet.indexOf(first)]
  while (from > 0 && joined(wet[from - 1] as Fallen, wet[from] as Fallen)) from--
  while (to < wet.length - 1 && joined(wet[to] as Fallen, wet[to + 1] as Fallen)) to++
  const stretch = wet.slice(from, to + 1)
  return {
    begins: (stretch[0] as Fallen)[0] - STEP_MS,
    ends: (stretch.at(-1) as Fallen)[0],
    mm: stretch.reduce((sum, [, mm]) => sum + mm, 0),
  }
}
