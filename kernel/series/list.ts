import { type RawBuilder, sql } from 'kysely'
import { permitFor } from '../access/grants.ts'
import type { Database } from '../store/database.ts'
import type { Context } from '../system.ts'
import { noSeries } from './find.ts'
import { FLAGS, type Flag, namesOf } from './flags.ts'
import { NEWEST } from './newest.ts'
import { gapMs } from './quantity.ts'
import { devices } from './tables.ts'

/** A series with where it stands, as its list shows it. */
export interface SeriesLine {
  /** Id of the device. */
  readonly device: string
  readonly code: string
  readonly name: string
  readonly office: string
  readonly quantity: string
  /** Seconds between two readings. */
  readonly every: number
  readonly at: string
  readonly value: number
  readonly flags: readonly Flag[]
  /** Whether readings are missing since. */
  readonly silent: boolean
  /** Where the list goes on: behind `code`, this. */
  readonly number: number
}

/** What is asked of the list; all that is given holds. */
export interface AskedSeries {
  /** Part of the code or the name of the device. */
  readonly q?: string | undefined
  readonly device?: string | undefined
  readonly quantity?: string | undefined
  readonly office?: string | undefined
  /** Readings are missing since the newest; the newest is doubted. */
  readonly state?: 'silent' | 'doubted' | undefined
}

export type AfterSeries = Pick<SeriesLine, 'code' | 'number'>

/**
 * The series of devices that the actor may read, by the code of the device, a page at a time. Where they stand is looked up
 * for those of the page alone.
 */
export async function listSeries(
  context: Pick<Context, 'db' | 'now' | 'actor'>,
  asked: AskedSeries,
  { limit, after }: { readonly limit: number; readonly after?: AfterSeries | undefined },
): Promise<readonly SeriesLine[]> {
  const { db, now, actor } = context
  const permit = permitFor(devices, actor, 'read')
  if (!permit) return []
  const { rows } = await sql<Omit<SeriesLine, 'flags' | 'silent'> & { id: number; flags: number }>`
    with s as ${seriesAsked(asked, now())}
    select p.*, h.at, h.value, h.flags
    from (select s.id, d.id as device, d.code, d.name, d.office, s.quantity, s.number, s.every
      from (select * from series.devices where ${permit.where ?? sql`true`}) d join s on s.device = d.id
      where ${sql.join(conditions(asked, after), sql` and `)}
      order by d.code, s.number limit ${limit}) p
    join series.standing h on h.series = p.id order by p.code, p.number`.execute(db)
  const clock = Date.parse(now())
  return rows.map(({ flags, at, id: _id, ...line }) => ({
    ...line,
    at: new Date(at).toISOString(),
    flags: namesOf(flags),
    silent: clock - Date.parse(at) > gapMs(line.every),
  }))
}

/**
 * Series that are asked for, as far as they say so themselves. Those in a state are found before their devices are: of
 * most lists of them there are few, which the walk along the codes would look for among all others.
 */
function seriesAsked({ device, quantity, state }: AskedSeries, now: string): RawBuilder<unknown> {
  const every = sql`coalesce(s.every, q.every)`
  const those = [
    ...(device ? [sql`s.device = ${device}`] : []),
    ...(quantity ? [sql`q.id = ${quantity}`] : []),
    ...(state === 'doubted' ? [sql`${NEWEST.flags} & ${~FLAGS.gap.bit} <> 0`] : []),
    ...(state === 'silent'
      ? [
          sql`${NEWEST.at} > '-infinity'`,
          sql`${NEWEST.at} < ${Date.parse(now)}::float8 - ${every} * ${gapMs(1)}::float8`,
        ]
      : []),
    // What has no reading has nothing to show.
    ...(state ? [] : [sql`exists (select from series.heads h where h.series = s.id)`]),
  ]
  return sql`${state ? sql`materialized` : sql`not materialized`} (
    select s.id, s.device, q.id as quantity, q.number, ${every} as every
    from series.series s join series.quantities q on q.number = s.quantity ${state ? NEWEST.joined : sql``}
    where ${sql.join(those, sql` and `)})`
}

function conditions(
  { q, office }: AskedSeries,
  after: AfterSeries | undefined,
): readonly RawBuilder<unknown>[] {
  const part = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return [
    sql`true`,
    ...(part ? [sql`(d.code ilike ${part} or d.name ilike ${part})`] : []),
    ...(office ? [sql`d.office = ${office}`] : []),
    ...(after ? [sql`(d.code, s.number) > (${after.code}, ${after.number}::int2)`] : []),
  ]
}

/**
 * The series of a device, of a quantity, of both or all that there are, by the code of the device.
 * @throws GaoxinError SERIES_NONE
 */
export async function namedSeries(
  db: Database,
  { device, quantity }: { readonly device?: string | undefined; readonly quantity?: string | undefined },
): Promise<readonly { readonly device: string; readonly quantity: string; readonly code: string }[]> {
  const { rows } = await sql<{ device: string; quantity: string; code: string }>`
    select s.device, q.id as quantity, d.code from series.series s
      join series.quantities q on q.number = s.quantity join series.devices d on d.id = s.device
    where d.code = coalesce(${device ?? null}, d.code) and q.id = coalesce(${quantity ?? null}, q.id)
    order by d.code, q.number`.execute(db)
  if (rows.length > 0) return rows
  throw noSeries({ device, quantity })
}
