import { sql } from 'kysely'
import {
  advance,
  chicagoStorm,
  type Pool,
  type Results,
  type Series,
  startOf,
} from '../../../../engines/hydraulics/run/index.ts'
import { devices } from '../../../../kernel/series/index.ts'
import { insertRows } from '../../../../kernel/store/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { readNetwork } from '../../model/index.ts'
import { DRAINAGE_OFFICE, STORM_FORMULA, TWIN } from '../../settings.ts'
import { overGround, timesOf } from '../forecast.ts'
import { STEP_MS } from '../quantities.ts'
import { aheadOf } from '../readings.ts'
import { runTwin, type TwinRun } from '../run.ts'
import { GAUGE, zoneModel } from '../state.ts'
import { rainForecasts, sensors } from '../tables.ts'
import { type Planned, sensorPlan } from './plan.ts'
import { CATCH, readingsOf, type SentReading } from './readings.ts'
import { type Score, scoreOf, type Warned } from './score.ts'

const SEED = 'gaoxin-drainage-storm-1'
/** Before the rain, so that there is something to see of a dry day. */
const DRY_STEPS = 6
/** Who sends for all devices of the demonstration. */
export const GATEWAY = 'PS-GW'

/** A storm that is made up, by the zone's clock: what falls, what devices say of it, and what is true. */
export interface Storm {
  /** The moments of its steps, from dry to dry. */
  readonly times: readonly number[]
  readonly readings: ReadonlyMap<number, readonly SentReading[]>
  /** m over the ground, by node, at each of `times`. */
  readonly truth: ReadonlyMap<string, readonly number[]>
  /** mm/h */
  readonly rain: Series
}

export interface StormOptions {
  /** When it begins, as `Date.UTC` counts, a multiple of five minutes. */
  readonly from: number
  readonly minutes: number
  /** Once in so many years. */
  readonly returnPeriod: number
}

/** Enters the devices of the demonstration, once. @returns the plan */
export async function enterSensors(context: Context): Promise<readonly Planned[]> {
  const plan = sensorPlan(await readNetwork(context))
  const origin = { actor: context.actor, now: context.now(), newId: context.newId }
  const kept = { synthetic: true, recorded_at: INSTALLED }
  const device = (code: string, gateway: string | null) => ({
    id: code,
    code,
    name: `${code}（示例）`,
    office: DRAINAGE_OFFICE,
    gateway,
    installed_at: INSTALLED,
    ...kept,
  })
  await context.transaction(async ({ db }) => {
    await insertRows(db, devices, [device(GATEWAY, null)], origin, 'skip')
    await insertRows(
      db,
      devices,
      plan.map(({ device: code }) => device(code, GATEWAY)),
      origin,
      'skip',
    )
    await insertRows(
      db,
      sensors,
      plan.map(({ device: id, measures, node, link }) => ({
        id: `sensor-${id}`,
        device: id,
        measures,
        node,
        link,
        keeper: DRAINAGE_OFFICE,
        ...kept,
      })),
      origin,
      'skip',
    )
  }, '排水监测示例')
  return plan
}
const INSTALLED = '2024-01-01T00:00:00+08:00'

/** Runs the engine once for the truth, and makes the readings and a forecast of the rain from it. */
export async function makeStorm(
  context: Context,
  pool: Pick<Pool, 'run'>,
  plan: readonly Planned[],
  { from, minutes, returnPeriod }: StormOptions,
): Promise<Storm> {
  const model = await zoneModel(context, from)
  const storm = chicagoStorm({ formula: STORM_FORMULA, returnPeriod, duration: minutes, peak: 0.4, step: 5 })
  const begins = from + DRY_STEPS * STEP_MS
  const rain: Series = [
    [from, 0],
    ...storm.steps.map(([minute, mm]) => [begins + minute * 60_000, mm] as const),
    [begins + minutes * 60_000, 0],
  ]
  const until = begins + 2 * minutes * 60_000
  const keep = { node: ['depth'], link: ['flow'], subcatchment: [], system: [] }
  const { outcome } = await advance(pool.run, { ...model.job, keep }, startOf(model.job.model), {
    until,
    changes: { rain: { [GAUGE]: rain } },
  })
  const results = outcome.results as Results
  const names = { nodes: model.names, links: model.links }
  await issueForecast(context, from, rain)
  return {
    times: timesOf(results),
    readings: readingsOf(plan, results, names, rain, SEED),
    truth: overGround(results, model.depths),
    rain,
  }
}

/** The forecast is as much too low as the gauges. */
async function issueForecast(context: Context, issued: number, rain: Series): Promise<void> {
  const row = {
    issued_at: iso(issued),
    source: '示例预报',
    steps: rain.map(([at, value]) => [iso(at), Number((value * CATCH).toFixed(2))]),
    keeper: DRAINAGE_OFFICE,
    synthetic: true,
  }
  await insertRows(context.db, rainForecasts, [row], {
    actor: context.actor,
    now: context.now(),
    newId: context.newId,
  })
}

export interface Playing {
  /** Sends readings as devices do, by the clock outside; resolves when they are kept. */
  readonly send: (readings: readonly SentReading[]) => Promise<void>
  /** Waits for the next step of the storm. */
  readonly wait: () => Promise<void>
  readonly elapsed: () => number
  readonly told: (run: TwinRun) => void
  readonly hours?: number
  /** The twin runs every so many steps, and the storm waits for it; left out, it runs whenever it is free. */
  readonly every?: number
}

/** Plays a storm: readings come in step by step, and the twin runs beside. @returns how good its warnings were */
export async function playStorm(
  context: Context,
  pool: Pick<Pool, 'run'>,
  storm: Storm,
  { send, wait, elapsed, told, hours = TWIN.hours, every }: Playing,
): Promise<Score> {
  const ahead = aheadOf(context)
  let under: Promise<void> | undefined
  let failure: unknown
  for (const [i, at] of storm.times.entries()) {
    await send((storm.readings.get(at) ?? []).map((reading) => ({ ...reading, at: reading.at - ahead })))
    const turn = async () => {
      const run = await runTwin(context.with(clockAt(at, ahead)), pool, elapsed, hours)
      if (run) told(run)
    }
    if (every) {
      if (i % every === 0) await turn()
    } else
      under ??= turn()
        .catch((error: unknown) => {
          failure = error
        })
        .then(() => {
          under = undefined
        })
    await wait()
    if (failure) throw failure
  }
  await under
  if (failure) throw failure
  return scoreOf(await warnedSince(context, storm.times[0] as number), storm.truth, storm.times)
}

const iso = (at: number): string => new Date(at).toISOString()
export const clockAt = (at: number, ahead: number) => ({ moment: () => iso(at), now: () => iso(at - ahead) })

/** The first warning of each node since a moment, and the deepest water that it was last said to have. */
async function warnedSince({ db }: Context, from: number): Promise<readonly Warned[]> {
  const { rows } =
    await sql<Warned>`select code as node, (extract(epoch from min(issued_at)) * 1000)::float8 as issued,
      max(depth)::float8 as depth
    from drainage.warnings where issued_at >= ${iso(from)}::timestamptz group by code order by code`.execute(
      db,
    )
  return rows
}
