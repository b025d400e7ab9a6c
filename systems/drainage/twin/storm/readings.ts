import { type Results, type Series, seriesOf } from '../../../../engines/hydraulics/run/index.ts'
import { random } from '../../../../kernel/sample/random.ts'
import { timesOf } from '../forecast.ts'
import { flow, level, rain, STEP_MS, STEP_SECONDS } from '../quantities.ts'
import type { Planned } from './plan.ts'

export interface SentReading {
  readonly device: string
  readonly quantity: string
  /** Milliseconds. */
  readonly at: number
  readonly value: number
}

/** m and shares of the value by which readings are off. */
const LEVEL_NOISE = 0.015
const FLOW_NOISE = 0.05
const RAIN_NOISE = 0.08
/** Gauges catch less than falls, as gauges in the wind do. */
export const CATCH = 0.9
/** Of a sensor that drifts, m an hour; of one that falls silent, after so many steps. */
const DRIFT = 0.08
const SILENT_AFTER = 12

/**
 * What devices say of a run that is taken for the truth: with noise, and with what is wrong with some of them.
 * @param names of nodes and links in the run, by id @returns by moment, in order
 */
export function readingsOf(
  plan: readonly Planned[],
  truth: Results,
  names: { readonly nodes: ReadonlyMap<string, string>; readonly links: ReadonlyMap<string, string> },
  fallen: Series,
  seed: string,
): ReadonlyMap<number, readonly SentReading[]> {
  const times = timesOf(truth)
  const byTime = new Map<number, SentReading[]>(times.map((at) => [at, []]))
  const rainAt = new Map(fallen)
  for (const one of plan) {
    const stream = random(seed, one.device)
    const noise = (size: number) => size * (2 * stream.next() - 1)
    const put = (i: number, quantity: string, value: number, digits: number) => {
      const at = times[i] as number
      byTime.get(at)?.push({ device: one.device, quantity, at, value: Number(value.toFixed(digits)) })
    }
    if (one.measures === 'level') {
      const depths = seriesOf(truth, 'node', names.nodes.get(one.node ?? '') ?? '', 'depth')
      for (const [i, depth] of depths.entries()) {
        if (one.fault === 'silent' && i >= SILENT_AFTER) break
        const said = one.fault === 'stuck' ? (depths[0] as number) : depth + noise(LEVEL_NOISE)
        const drift = one.fault === 'drift' ? (DRIFT * i * STEP_SECONDS) / 3600 : 0
        put(i, level.id, Math.max(0, said + drift), 3)
      }
    } else if (one.measures === 'flow') {
      const flows = seriesOf(truth, 'link', names.links.get(one.link ?? '') ?? '', 'flow')
      for (const [i, value] of flows.entries()) put(i, flow.id, value * (1 + noise(FLOW_NOISE)), 4)
    } else {
      for (const [i, at] of times.entries()) {
        const mm = ((rainAt.get(at - STEP_MS) ?? 0) * STEP_SECONDS) / 3600
        put(i, rain.id, mm * CATCH * (1 + noise(RAIN_NOISE)), 2)
      }
    }
  }
  return byTime
}
