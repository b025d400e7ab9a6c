import { sql } from 'kysely'
import { permitFor, type Verb } from '../access/grants.ts'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { LOCKS } from '../store/locks.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { findSeries, type SeriesName } from './find.ts'
import { devices } from './tables.ts'

/** By what readings of a series are judged; null: by nothing of the kind, or, of its own limits, as its quantity says. */
export interface SeriesLimits {
  /** Seconds between two readings. */
  readonly every: number | null
  readonly low: number | null
  readonly high: number | null
  /** The most that it can change in a second. */
  readonly rate: number | null
  /** Seconds after which a value that never changed is doubted. */
  readonly stuck: number | null
}

export interface LimitsChange {
  readonly at: string
  readonly by: string
  readonly why: string
  readonly before: SeriesLimits
  readonly after: SeriesLimits
}

export interface KnownLimits {
  readonly own: SeriesLimits
  /** Of the quantity. */
  readonly general: SeriesLimits
  /** The newest first, 20 at most. */
  readonly changes: readonly LimitsChange[]
}

const LIMITS = ['every', 'low', 'high', 'rate', 'stuck'] as const
const jsonOf = (table: 's' | 'q') =>
  sql`jsonb_build_object(${sql.raw(LIMITS.map((name) => `'${name}', ${table}.${name}`).join(', '))})`

/** @throws GaoxinError SERIES_NONE */
export async function limitsOf(db: Database, name: SeriesName): Promise<KnownLimits> {
  const { id } = await findSeries(db, name)
  const { rows } = await sql<KnownLimits>`select ${jsonOf('s')} as own, ${jsonOf('q')} as general,
      coalesce((select jsonb_agg(to_jsonb(c) - 'series' order by c.at desc) from (select * from series.limit_changes
        where series = s.id order by at desc limit 20) c), '[]') as changes
    from series.series s join series.quantities q on q.number = s.quantity where s.id = ${id}`.execute(db)
  return rows[0] as KnownLimits
}

/**
 * Gives a series limits of its own. They hold for what comes; `reflag` judges what is kept.
 * @throws GaoxinError SERIES_NONE, SERIES_LIMITS, SERIES_DENIED
 */
export async function changeLimits(
  context: Pick<Context, 'db' | 'now' | 'actor' | 'transaction'>,
  name: SeriesName,
  own: SeriesLimits,
  why: string,
): Promise<void> {
  await requireDevice(context, name.device, 'change')
  await context.transaction(async ({ db }) => {
    // A batch under way still judges by the rules that it has read, and would go on by them.
    await sql`select pg_advisory_xact_lock(${LOCKS.writingReadings})`.execute(db)
    const { id } = await findSeries(db, name)
    const { own: before, general } = await limitsOf(db, name)
    checkLimits(own, general)
    await sql`update series.series set every = ${own.every}, low = ${own.low}, high = ${own.high}, rate = ${own.rate},
      stuck = ${own.stuck} where id = ${id}`.execute(db)
    await sql`insert into series.limit_changes (series, at, by, why, before, after)
      values (${id}, ${context.now()}, ${context.actor.id}, ${why}, ${JSON.stringify(before)}::jsonb,
        ${JSON.stringify(own)}::jsonb)`.execute(db)
  })
}

function checkLimits(own: SeriesLimits, general: SeriesLimits): void {
  const holds = (name: keyof SeriesLimits) => own[name] ?? general[name]
  const [low, high, rate] = [holds('low'), holds('high'), holds('rate')]
  const place =
    (own.every !== null && !(own.every > 0) && 'every') ||
    (low !== null && high !== null && low > high && 'low') ||
    (rate !== null && rate < 0 && 'rate') ||
    (own.stuck !== null && !(own.stuck > 0) && 'stuck')
  if (place)
    throw new GaoxinError(
      'SERIES_LIMITS',
      text('这些限值不成立', 'These limits cannot hold'),
      text(
        '下限不高于上限，间隔与卡死时长大于 0，变化率不小于 0',
        'The least is no more than the most, seconds are more than none, a rate is not below zero',
      ),
      { place, value: own[place] ?? undefined },
    )
}

/** Whether an actor may do this with a device. */
export async function mayDevice(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  device: string,
  verb: Verb,
): Promise<boolean> {
  const permit = permitFor(devices, actor, verb)
  if (!permit) return false
  const { rows } = await sql`select from (select * from series.devices where ${permit.where ?? sql`true`}) d
    where d.id = ${device}`.execute(db)
  return rows.length > 0
}

/** @throws GaoxinError SERIES_DENIED */
export async function requireDevice(
  context: Pick<Context, 'db' | 'actor'>,
  device: string,
  verb: Verb,
): Promise<void> {
  if (await mayDevice(context, device, verb)) return
  throw new GaoxinError(
    'SERIES_DENIED',
    text('您不能这样处理这台设备', 'This device is not yours to do so with'),
    text('请联系设备的管理单位', 'Ask the office that keeps the device'),
    { place: 'device', value: device, status: 403 },
  )
}
