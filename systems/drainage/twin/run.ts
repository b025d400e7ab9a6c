import type { Moment, Pool } from '../../../engines/hydraulics/run/index.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { TWIN } from '../settings.ts'
import { assimilate } from './assimilate.ts'
import { fieldOf, sensedOf } from './field.ts'
import { type Forecast, forecast } from './forecast.ts'
import { STEP_MS } from './quantities.ts'
import { depthOf, depthsAt, rainAhead, rainSince, sensorsOf } from './read.ts'
import { GAUGE, keepState, lastState, type ZoneModel, zoneModel } from './state.ts'
import { runs } from './tables.ts'
import { type Moved, moveWarnings } from './warn.ts'

/** Without a state that fits, the twin begins so long before, with empty pipes. */
const WARM_UP_MS = 3_600_000
/** A state older than that is not brought up to now. */
const OLDEST_MS = 6 * 3_600_000
/** Of how many nodes the water over time is kept with a run, the deepest first. */
const KEPT_NODES = 300

export interface TwinRun extends Moved {
  readonly id: string
  readonly at: string
  readonly error: { readonly before: number; readonly after: number } | undefined
  readonly sensors: number
  readonly doubted: readonly string[]
  readonly ahead: Forecast
  readonly seconds: number
}

/**
 * The twin's one turn: brings the last state up to now, moves it toward the sensors, runs the hours to come, and keeps
 * the run, its state and its warnings in one transaction.
 * @param elapsed a clock of milliseconds for the wall time
 * @returns undefined without sensors, or where this step was run already
 */
export async function runTwin(
  context: Context,
  pool: Pick<Pool, 'run'>,
  elapsed: () => number,
  hours: number = TWIN.hours,
): Promise<TwinRun | undefined> {
  const began = elapsed()
  const sensors = await sensorsOf(context)
  if (sensors.length === 0) return undefined
  const now = Math.floor(Date.parse(context.moment()) / STEP_MS) * STEP_MS
  const last = await lastState(context, now)
  if (last?.at === now) return undefined
  const recent = last && now - last.at <= OLDEST_MS ? last : undefined
  const resumed = recent && (await zoneModel(context, recent.at))
  const goesOn = recent && resumed?.digest === recent.model
  const from: Moment = goesOn ? recent : { at: now - WARM_UP_MS, state: undefined }
  const model = goesOn ? resumed : await zoneModel(context, from.at)
  const observed = await depthsAt(context, sensors, model, now)
  const fallen = await rainSince(context, sensors, from.at, now)
  const taken = await assimilate(pool, model, from, { until: now, rain: { [GAUGE]: fallen }, observed })
  const coming = await rainAhead(context, now, now + hours * 3_600_000)
  const ahead = await forecast(pool, model, taken.moment, { [GAUGE]: coming }, hours)
  const seconds = (elapsed() - began) / 1000
  const at = new Date(now).toISOString()
  const used = Object.keys(observed).length - taken.doubted.length
  const synthetic = sensors.some((one) => one.synthetic)
  return context.transaction(async (inner) => {
    const id = inner.newId()
    const row = {
      id,
      at,
      until: new Date(ahead.until).toISOString(),
      sensors: used,
      doubted: taken.doubted.length > 0 ? taken.doubted.join('、') : null,
      error_before: taken.error?.before.toFixed(4) ?? null,
      error_after: taken.error?.after.toFixed(4) ?? null,
      rain_past: depthOf(fallen).toFixed(1),
      rain_ahead: depthOf(coming).toFixed(1),
      standing: ahead.standing.filter(({ level }) => level).length,
      seconds: seconds.toFixed(2),
      model: model.digest,
      water: waterOf(ahead, model),
      sensed: sensedOf(sensors, model, observed, taken, ahead),
      synthetic,
    }
    await insertRows(inner.db, runs, [row], { actor: inner.actor, now: inner.now(), newId: inner.newId })
    if (taken.moment.state) await keepState(inner, id, taken.moment.state, fieldOf(ahead, model))
    const moved = await moveWarnings(inner, ahead, model, at, synthetic)
    await inner.changed(runs.id, [id])
    return { id, at, error: taken.error, sensors: used, doubted: taken.doubted, ahead, seconds, ...moved }
  }, '孪生推演')
}

/** Centimetres, since a screen shows no finer. */
const waterOf = ({ times, over, standing }: Forecast, { ids }: Pick<ZoneModel, 'ids'>) => ({
  times: times.map((at) => new Date(at).toISOString()),
  nodes: standing.slice(0, KEPT_NODES).map(({ node, certainty, level }) => ({
    id: ids.get(node) ?? null,
    node,
    level: level ?? null,
    certainty: Math.round(certainty * 100),
    cm: (over.get(node) ?? []).map((depth) => Math.round(depth * 100)),
  })),
})
