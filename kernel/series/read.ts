import { type RawBuilder, sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { text } from '../text.ts'
import { findSeries, type Kept, type SeriesName } from './find.ts'
import { FLAGS, type Flag, namesOf } from './flags.ts'
import { bucketOf, LEVELS } from './levels.ts'
import { monthAt } from './months.ts'
import { gapMs } from './quantity.ts'

/** What the readings from `at` on, for the answer's width, come to. */
export interface ReadPoint {
  /** ISO 8601 */
  readonly at: string
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly last: number
  readonly count: number
  /** How many of them nothing is doubted of. */
  readonly good: number
}

export interface ReadSeries {
  /** What was read: readings themselves or a roll-up. */
  readonly source: 'readings' | (typeof LEVELS)[number]['id']
  /** Seconds of a point; 0 where each is one reading. */
  readonly width: number
  /** In order of time; where there was no reading there is no point. */
  readonly points: readonly ReadPoint[]
}

const MOST_POINTS = 10_000
/** A roll-up is read rather than so many readings a point. */
const MOST_A_POINT = 60

/**
 * A series between two moments in so many points at most: readings one by one where they fit, else the least and the
 * most of each stretch, so that no peak is lost, from the roll-up that fits. Stretches are whole buckets of the roll-up,
 * the first and the last as well.
 * @param from @param to ISO 8601; `to` is not included
 * @param now the moment by which readings may have gone: what is older is read from roll-ups that are still there
 * @throws GaoxinError SERIES_NONE, SERIES_RANGE
 */
export async function readSeries(
  { db, now }: { readonly db: Database; readonly now: () => string },
  name: SeriesName,
  from: string,
  to: string,
  points: number,
): Promise<ReadSeries> {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  if (!(start < end) || !(points >= 1 && points <= MOST_POINTS)) throw noRange({ from, to, points })
  const series = await findSeries(db, name)
  const clock = Date.parse(now())
  const isKept = (months: number | null) => months === null || start >= monthAt(clock, -months).start
  const width = (end - start) / points
  if (isKept(series.keep_readings)) {
    const expected = (end - start) / 1000 / series.every
    if (expected <= points) {
      const single = await readings(db, series, start, end, points)
      if (single) return { source: 'readings', width: 0, points: single }
    }
    const finest = series.minutes ? LEVELS[0] : LEVELS[1]
    // Of a roll-up that is wider than a point there would be fewer points than fit.
    if (width < finest.span && expected <= points * MOST_A_POINT)
      return grouped(db, series, 'readings', start, end, Math.ceil(width / 1000) * 1000)
  }
  const levels = LEVELS.filter(({ id }) => id !== '1min' || (series.minutes && isKept(series.keep_minutes)))
  const level = levels.findLast(({ span }) => span <= width) ?? (levels[0] as (typeof LEVELS)[number])
  const whole = Math.max(1, Math.ceil(width / level.span))
  return grouped(db, series, level.id, start, end, whole * level.span)
}

/** Readings one by one; undefined where they are more than fit. */
async function readings(
  db: Database,
  { id, quantity }: Kept,
  start: number,
  end: number,
  points: number,
): Promise<readonly ReadPoint[] | undefined> {
  const { rows } = await sql<{ at: string; value: number; good: boolean }>`
    select at, value, flags & ${~FLAGS.gap.bit} = 0 as good from series.readings
    where quantity = ${quantity} and series = ${id} and at >= ${iso(start)}::timestamptz and at < ${iso(end)}::timestamptz
    order by at limit ${points + 1}`.execute(db)
  if (rows.length > points) return undefined
  return rows.map(({ at, value, good }) => ({
    at,
    min: value,
    max: value,
    mean: value,
    last: value,
    count: 1,
    good: Number(good),
  }))
}

/** @param width milliseconds of a point, whole buckets of the source */
async function grouped(
  db: Database,
  { id, quantity }: Kept,
  source: ReadSeries['source'],
  start: number,
  end: number,
  width: number,
): Promise<ReadSeries> {
  const level = LEVELS.find((one) => one.id === source)
  const span = level?.span ?? width
  const origin = bucketOf(level?.span ?? 1000, start)
  const rows = level
    ? sql`select at, min, max, sum, last, count, good from series.${sql.raw(`all_${level.table}`)}
        where series = ${id} ${level.id === '1min' ? sql`and quantity = ${quantity}` : sql``}`
    : sql`select at, value as min, value as max, value as sum, value as last, 1 as count,
        (flags & ${~FLAGS.gap.bit} = 0)::int as good from series.readings where quantity = ${quantity} and series = ${id}`
  const last: RawBuilder<unknown> = sql`(array_agg(last order by at desc))[1]`
  const answer = await sql<ReadPoint & { n: number }>`
    select floor((extract(epoch from at) * 1000 - ${origin}::float8) / ${width}::float8)::int as n, min(min) as min,
      max(max) as max, sum(sum) / sum(count) as mean, ${last} as last, sum(count)::int as count, sum(good)::int as good
    from (${rows} and at >= ${iso(origin)}::timestamptz and at < ${iso(bucketOf(level ? span : 1, end - 1) + (level ? span : 1))}::timestamptz) r
    group by 1 order by 1`.execute(db)
  return {
    source,
    width: width / 1000,
    points: answer.rows.map(({ n, ...point }) => ({ ...point, at: iso(origin + n * width) })),
  }
}

/** The newest reading of a series. */
export interface Latest extends SeriesName {
  readonly at: string
  readonly value: number
  readonly flags: readonly Flag[]
  /** Whether readings are missing since. */
  readonly silent: boolean
}

/** Where devices stand: of each the newest reading of every quantity, all in one query. */
export async function latestOf(
  { db, now }: { readonly db: Database; readonly now: () => string },
  devices: readonly string[],
): Promise<readonly Latest[]> {
  const { rows } = await sql<Omit<Latest, 'flags' | 'silent'> & { flags: number; every: number }>`
    select s.device, q.id as quantity, h.at, h.value, h.flags, coalesce(s.every, q.every) as every
    from series.series s join series.quantities q on q.number = s.quantity join series.standing h on h.series = s.id
    where s.device = any(${devices}::text[]) order by s.device, q.number`.execute(db)
  const clock = Date.parse(now())
  return rows.map(({ flags, every, ...latest }) => ({
    ...latest,
    flags: namesOf(flags),
    silent: clock - Date.parse(latest.at) > gapMs(every),
  }))
}

/** Without readings between two moments that have one. */
export interface Gap {
  readonly from: string
  readonly to: string
}

/**
 * Where readings of a series are missing, by those that came after, newest first, 1000 at most; since the newest reading
 * `latestOf` tells.
 */
export async function gapsOf(
  { db }: { readonly db: Database },
  name: SeriesName,
  from: string,
  to: string,
): Promise<readonly Gap[]> {
  const { id, quantity } = await findSeries(db, name)
  const { rows } = await sql<Gap>`select p.at as "from", r.at as "to" from series.readings r
    cross join lateral (select at from series.readings b where b.quantity = ${quantity} and b.series = ${id}
      and b.at < r.at order by b.at desc limit 1) p
    where r.quantity = ${quantity} and r.series = ${id} and r.flags & 8 <> 0
      and r.at >= ${from}::timestamptz and r.at < ${to}::timestamptz order by r.at desc limit 1000`.execute(
    db,
  )
  return rows
}

const iso = (at: number): string => new Date(at).toISOString()

const noRange = (value: object) =>
  new GaoxinError(
    'SERIES_RANGE',
    text('起止时间或点数不对', 'The range or the number of points does not fit'),
    text(
      `请给出先后两个时间和 1 到 ${MOST_POINTS} 的点数`,
      `Give two moments, the earlier first, and 1 to ${MOST_POINTS} points`,
    ),
    { place: 'series', value },
  )
