import type { Moment, Pool, Series } from '../../../engines/hydraulics/run/index.ts'
import { insertRows } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { TWIN } from '../settings.ts'
import { type Assimilated, assimilate, type Depths } from './assimilate.ts'
import { fieldOf, sensedOf } from './field.ts'
import { type Forecast, forecast } from './forecast.ts'
import { STEP_MS } from './quantities.ts'
import { anySays, depthOf, depthsAt, rainAhead, rainSince, type SensorRow, sensorsOf } from './read.ts'
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

/** What one turn at a moment came to, before anything is kept. */
export interface Turn {
  readonly at: number
  readonly taken: Assimilated
  readonly ahead: Forecast
  readonly model: ZoneModel
  readonly sensors: readonly SensorRow[]
  readonly observed: Depths
  readonly fallen: Series
  readonly coming: Series
  readonly seconds: number
}

/** A state with the model that it fits. */
export type Left = Moment & { readonly model: string }

export interface Turning {
  readonly sensors: readonly SensorRow[]
  /** A step of the zone's clock. */
  readonly at: number
  readonly last: Left | undefined
  /** A clock of milliseconds for the wall time. */
  readonly elapsed: () => number
  readonly hours: number
}

/** Brings a state up to a moment, moves it toward the sensors, and runs the hours to come, by what was known at that moment. */
export async function turnAt(
  context: Context,
  pool: Pick<Pool, 'run'>,
  { sensors, at, last, elapsed, hours }: Turning,
): Promise<Turn> {
  const began = elapsed()
  const recent = last && at - last.at <= OLDEST_MS ? last : undefined
  const resumed = recent && (await zoneModel(context, recent.at))
  const goesOn = recent && resumed?.digest === recent.model
  const from: Moment = goesOn ? recent : { at: at - WARM_UP_MS, state: undefined }
  const model = goesOn ? resumed : await zoneModel(context, from.at)
  const observed = await depthsAt(context, sensors, model, at)
  const fallen = await rainSince(context, sensors, from.at, at)
  const taken = await assimilate(pool, model, from, { until: at, rain: { [GAUGE]: fallen }, observed })
  const coming = await rainAhead(context, at, at + hours * 3_600_000)
  const ahead = await forecast(pool, model, taken.moment, { [GAUGE]: coming }, hours)
  const seconds = (elapsed() - began) / 1000
  return { at, taken, ahead, model, sensors, observed, fallen, coming, seconds }
}

/** Enters a turn as a run, with its state and its field. @returns the id of the run */
export async function keepTurn(context: Context, turn: Turn, replay: string | null): Promise<string> {
  const { at, taken, ahead, model, sensors, observed, fallen, coming, seconds } = turn
  const id = context.newId()
  const row = {
    id,
    at: new Date(at).toISOString(),
    until: new Date(ahead.until).toISOString(),
    sensors: usedOf(turn),
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
    replay,
    synthetic: isSynthetic(sensors),
  }
  const { db, actor, now, newId } = context
  await insertRows(db, runs, [row], { actor, now: now(), newId })
  if (taken.moment.state) await keepState(context, id, taken.moment.state, fieldOf(ahead, model), replay)
  await context.changed(runs.id, [id])
  return id
}

const usedOf = ({ observed, taken }: Turn): number => Object.keys(observed).length - taken.doubted.length
const isSynthetic = (sensors: readonly SensorRow[]): boolean => sensors.some((one) => one.synthetic)

/**
 * The twin's one turn of now: the run, its state and its warnings are kept in one transaction.
 * @param elapsed a clock of milliseconds for the wall time
 * @returns undefined where no sensor says anything, or where this step was run already
 */
export async function runTwin(
  context: Context,
  pool: Pick<Pool, 'run'>,
  elapsed: () => number,
  hours: number = TWIN.hours,
): Promise<TwinRun | undefined> {
  const sensors = await sensorsOf(context)
  if (!(await anySays(context, sensors, OLDEST_MS))) return undefined
  const now = Math.floor(Date.parse(context.moment()) / STEP_MS) * STEP_MS
  const last = await lastState(context, now)
  if (last?.at === now) return undefined
  const turn = await turnAt(context, pool, { sensors, at: now, last, elapsed, hours })
  const { taken, ahead, model, seconds } = turn
  const at = new Date(now).toISOString()
  return context.transaction(async (inner) => {
    const id = await keepTurn(inner, turn, null)
    const moved = await moveWarnings(inner, ahead, model, at, isSynthetic(sensors))
    const told = { error: taken.error, sensors: usedOf(turn), doubted: taken.doubted }
    return { id, at, ...told, ahead, seconds, ...moved }
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
