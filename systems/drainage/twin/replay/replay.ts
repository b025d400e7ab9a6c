import { sql } from 'kysely'
import type { Pool } from '../../../../engines/hydraulics/run/index.ts'
import { type Actor, SYSTEM_ACTOR } from '../../../../kernel/access/actor.ts'
import { insertRows, LOCKS } from '../../../../kernel/store/index.ts'
import type { Context } from '../../../../kernel/system.ts'
import { drainageError } from '../../errors.ts'
import { DRAINAGE_OFFICE } from '../../settings.ts'
import { STEP_MS } from '../quantities.ts'
import { depthOf, rainSince, sensorsOf } from '../read.ts'
import { keepTurn, turnAt } from '../run.ts'
import { lastState } from '../state.ts'
import { type ReplayRow, replays, runs } from '../tables.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** As far as forecasts are scored. */
const AHEAD_HOURS = 3
const EVERY = 30
const MOST_TURNS = 12
const MOST_HOURS = 48
/** Of so many replays it is kept what a screen plays. */
const KEPT = 3

export interface Stretch {
  /** By the zone's clock, milliseconds. */
  readonly from: number
  readonly to: number
}

/**
 * Enters a replay of a stretch that is past; the program runs it turn by turn. One at a time.
 * @returns its id
 * @throws GaoxinError DRAINAGE_REPLAY_STRETCH, DRAINAGE_REPLAY_RUNNING, DRAINAGE_REPLAY_SENSORS, DRAINAGE_REPLAY_OFFICE
 */
export const beginReplay = (outer: Context, stretch: Stretch): Promise<string> =>
  outer.transaction(async (context) => {
    const { db, actor, now, newId } = context
    if (!mayReplay(actor)) throw drainageError('DRAINAGE_REPLAY_OFFICE', { value: actor.office })
    const from = Math.floor(stretch.from / STEP_MS) * STEP_MS
    const { to } = stretch
    if (!(from < to && to - from <= MOST_HOURS * HOUR && to <= Date.parse(context.moment())))
      throw drainageError('DRAINAGE_REPLAY_STRETCH', { value: MOST_HOURS })
    await sql`select pg_advisory_xact_lock(${LOCKS.replaying})`.execute(db)
    if (await runningReplay(context)) throw drainageError('DRAINAGE_REPLAY_RUNNING')
    const sensors = await sensorsOf(context)
    if (sensors.length === 0) throw drainageError('DRAINAGE_REPLAY_SENSORS')
    const every = EVERY * Math.ceil((to - from) / MINUTE / EVERY / MOST_TURNS)
    const id = newId()
    const row = {
      id,
      begins_at: iso(from),
      ends_at: iso(to),
      rain: depthOf(await rainSince(context, sensors, from, to)).toFixed(1),
      every,
      state: 'running',
      turns: 0,
      total: Math.floor((to - from) / MINUTE / every) + 1,
      begun_at: context.moment(),
      synthetic: sensors.some((one) => one.synthetic),
    }
    await insertRows(db, replays, [row], { actor, now: now(), newId })
    await sql`delete from drainage.states s using drainage.runs r where r.id = s.run and r.replay is not null
      and r.replay not in (select id from drainage.replays order by begun_at desc, id limit ${KEPT})`.execute(
      db,
    )
    await context.changed(replays.id, [id])
    return id
  }, '暴雨重演')

/** Officers of the office that keeps the network, and the program itself from the command line. */
export const mayReplay = ({ id, role, office }: Actor): boolean =>
  id === SYSTEM_ACTOR.id || (role === 'officer' && office === DRAINAGE_OFFICE)

export async function runningReplay({ db }: Pick<Context, 'db'>): Promise<ReplayRow | undefined> {
  const { rows } = await sql<ReplayRow>`
    select * from drainage.replays where state = 'running' order by begun_at, id limit 1`.execute(db)
  return rows[0]
}

/** Ends a replay early: what it ran stays. @throws GaoxinError DRAINAGE_REPLAY_OFFICE, DRAINAGE_REPLAY_NONE */
export const cancelReplay = (outer: Context, id: string): Promise<void> =>
  outer.transaction(async (context) => {
    const { office } = context.actor
    if (!mayReplay(context.actor)) throw drainageError('DRAINAGE_REPLAY_OFFICE', { value: office })
    const { rows } = await sql`update drainage.replays set state = 'cancelled'
      where id = ${id} and state = 'running' returning id`.execute(context.db)
    if (rows.length === 0) throw drainageError('DRAINAGE_REPLAY_NONE', { value: id })
    await context.changed(replays.id, [id])
  }, '取消重演')

/**
 * The next turn of the replay that runs: nothing that was measured or forecast after its moment is looked at, and nobody is
 * warned. The state between turns is in the database: a program that was stopped goes on where it was.
 * @returns the replay as it is after the turn; undefined where none runs, or it was cancelled meanwhile
 */
export async function replayTurn(
  context: Context,
  pool: Pick<Pool, 'run'>,
  elapsed: () => number,
): Promise<ReplayRow | undefined> {
  const replay = await runningReplay(context)
  if (!replay) return undefined
  const { id, turns, total, every } = replay
  const at = Date.parse(replay.begins_at) + Number(turns) * Number(every) * MINUTE
  try {
    const last = await lastState(context, at, id)
    const sensors = await sensorsOf(context)
    const turn = await turnAt(context, pool, { sensors, at, last, elapsed, hours: AHEAD_HOURS })
    return await context.transaction(async (inner) => {
      // Of two programs that ran the same turn, or one beside a cancellation, the first has it.
      const { rows } = await sql<ReplayRow>`update drainage.replays set turns = turns + 1,
          state = case when turns + 1 >= total then 'done' else state end
        where id = ${id} and state = 'running' and turns = ${turns} and total = ${total} returning *`.execute(
        inner.db,
      )
      if (!rows[0]) return undefined
      await keepTurn(inner, turn, id)
      await inner.changed(replays.id, [id])
      return rows[0]
    }, '暴雨重演')
  } catch (error) {
    await context.transaction(async (inner) => {
      await sql`update drainage.replays set state = 'failed' where id = ${id}`.execute(inner.db)
      await inner.changed(replays.id, [id])
    }, '暴雨重演')
    throw error
  }
}

export interface ReplayedRun {
  readonly id: string
  readonly at: string
  readonly standing: number
}

/** Runs of a replay, the earliest first. */
export async function replayedRuns({ db }: Pick<Context, 'db'>, replay: string) {
  const { rows } = await sql<ReplayedRun>`select id, at, standing::int as standing from ${sql.table(runs.id)}
    where replay = ${replay} order by at`.execute(db)
  return rows
}

/** The newest replays first. */
export async function newestReplays(
  { db }: Pick<Context, 'db'>,
  most: number,
): Promise<readonly ReplayRow[]> {
  const { rows } = await sql<ReplayRow>`
    select * from drainage.replays order by begun_at desc, id limit ${most}`.execute(db)
  return rows
}

const iso = (at: number): string => new Date(at).toISOString()
