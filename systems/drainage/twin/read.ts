import { sql } from 'kysely'
import type { Series } from '../../../engines/hydraulics/run/index.ts'
import { latestOf } from '../../../kernel/series/index.ts'
import type { Context } from '../../../kernel/system.ts'
import type { Depths } from './assimilate.ts'
import { level, rain, STEP_MS, STEP_SECONDS } from './quantities.ts'
import { readingsBetween } from './readings.ts'
import type { ZoneModel } from './state.ts'

const A_DAY = 288

export interface SensorRow {
  readonly device: string
  readonly measures: 'level' | 'flow' | 'rain'
  readonly node: string | null
  readonly link: string | null
  readonly synthetic: boolean
}

export const sensorsOf = async ({ db }: Pick<Context, 'db'>): Promise<readonly SensorRow[]> =>
  (
    await sql<SensorRow>`select device, measures, node, link, synthetic from drainage.sensors
      where in_twin is not false order by id`.execute(db)
  ).rows

/** Whether any of them sent anything within so long: a network that nobody watches has no twin. */
export async function anySays(
  context: Context,
  sensors: readonly SensorRow[],
  within: number,
): Promise<boolean> {
  if (sensors.length === 0) return false
  const latest = await latestOf(context, [...new Set(sensors.map(({ device }) => device))])
  return latest.some(({ at }) => Date.parse(context.now()) - Date.parse(at) <= within)
}

/** What level sensors say at a moment, by name in the model; what is doubted, silent or older than two steps says nothing. */
export async function depthsAt(
  context: Context,
  sensors: readonly SensorRow[],
  { names }: ZoneModel,
  at: number,
): Promise<Depths> {
  const depths: Record<string, number> = {}
  for (const { device, measures, node } of sensors) {
    const name = names.get(node ?? '')
    if (measures !== 'level' || name === undefined) continue
    const series = { device, quantity: level.id }
    const newest = (await readingsBetween(context, series, at - 2 * STEP_MS, at + 1, A_DAY)).at(-1)
    if (newest && newest.good > 0 && newest.last >= 0) depths[name] = newest.last
  }
  return depths
}

/** The rain measured between two moments, mm/h: of each step the mean of the gauges that nothing is doubted of. */
export async function rainSince(
  context: Context,
  sensors: readonly SensorRow[],
  from: number,
  to: number,
): Promise<Series> {
  const sums = new Map<number, { sum: number; count: number }>()
  for (const { device } of sensors.filter(({ measures }) => measures === 'rain')) {
    const name = { device, quantity: rain.id }
    // A reading holds the rain of the step before it.
    for (const { at, mean, good } of await readingsBetween(context, name, from + 1, to + 1, A_DAY)) {
      if (good === 0) continue
      const step = Math.floor((at - 1) / STEP_MS) * STEP_MS
      const known = sums.get(step) ?? { sum: 0, count: 0 }
      sums.set(step, { sum: known.sum + mean, count: known.count + 1 })
    }
  }
  return series(from, to, (at) => {
    const { sum = 0, count = 1 } = sums.get(at) ?? {}
    return (sum / count) * (3600 / STEP_SECONDS)
  })
}

/** What is forecast between two moments, mm/h, by the newest forecast that was out; no rain without one. */
export async function rainAhead({ db }: Pick<Context, 'db'>, from: number, to: number): Promise<Series> {
  const { rows } = await sql<{ steps: readonly (readonly [string, number])[] }>`
    select steps from drainage.rain_forecasts where issued_at <= ${iso(from)}::timestamptz
    order by issued_at desc limit 1`.execute(db)
  const steps = (rows[0]?.steps ?? []).map(([at, value]) => [Date.parse(at), value] as const)
  return series(from, to, (at) => steps.findLast(([begins]) => begins <= at)?.[1] ?? 0)
}

const series = (from: number, to: number, value: (at: number) => number): Series => {
  const first = Math.floor(from / STEP_MS) * STEP_MS
  const count = Math.max(1, Math.ceil((to - first) / STEP_MS))
  return Array.from({ length: count }, (_, i) => {
    const at = first + i * STEP_MS
    return [at, Number(value(at).toFixed(3))] as const
  })
}

export const depthOf = (rain: Series): number =>
  rain.reduce((sum, [, value]) => sum + (value * STEP_SECONDS) / 3600, 0)

const iso = (at: number): string => new Date(at).toISOString()
