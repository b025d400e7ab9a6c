import { sql } from 'kysely'
import { insertRows } from '../store/rows.ts'
import { type Context, defineSystem } from '../system.ts'
import { text } from '../text.ts'
import { type Before, judge, type Rules } from './flags.ts'
import type { Quantity } from './quantity.ts'
import { devices } from './tables.ts'

/** Read every second, with all rules; and every five minutes, with none. */
export const LEVEL: Quantity = {
  id: 'trial.level',
  name: text('水位', 'Water level'),
  unit: 'm',
  every: 1,
  limits: { low: 0, high: 5, rate: 0.5, stuck: 300 },
  keep: { readings: 24, minutes: 60 },
}
export const RAIN: Quantity = {
  id: 'trial.rain',
  name: text('雨量', 'Rain'),
  unit: 'mm',
  every: 300,
  keep: { readings: 12 },
}

export const trial = defineSystem({
  id: 'trial',
  name: text('试验', 'Trial'),
  group: 'city',
  office: 'office',
  about: text('试验', 'A trial'),
  records: [],
  indicators: [],
  quantities: [LEVEL, RAIN],
})

export const INSTALLED = '2020-01-01T00:00:00+08:00'

/** Devices of that code, installed long ago. */
export async function install(
  context: Context,
  ...given: readonly { readonly code: string; readonly gateway?: string }[]
): Promise<void> {
  await context.transaction((inner) =>
    insertRows(
      inner.db,
      devices,
      given.map(({ code, gateway = null }) => ({
        id: code,
        code,
        name: code,
        office: 'office',
        gateway,
        installed_at: INSTALLED,
      })),
      { actor: inner.actor, now: inner.now(), newId: inner.newId },
    ),
  )
}

/** A series of a device of its own. @returns its id */
export async function beginSeries(context: Context, code: string, quantity: Quantity): Promise<number> {
  await install(context, { code })
  const { rows } = await sql<{ id: number }>`insert into series.series (device, quantity, minutes)
    select ${code}, number, every < 60 from series.quantities where id = ${quantity.id} returning id`.execute(
    context.db,
  )
  return rows[0]?.id as number
}

export interface KeptReading {
  readonly at: number
  readonly value: number
  readonly flags: number
}

export async function readingsKept(db: Context['db'], series: number): Promise<readonly KeptReading[]> {
  const { rows } = await sql<KeptReading>`select (extract(epoch from at) * 1000)::float8 as at, value, flags
    from series.readings where series = ${series} order by at`.execute(db)
  return rows
}

/** Flags as the rules give them, one reading after the other. */
export function flagsOf(rules: Rules, readings: readonly Pick<KeptReading, 'at' | 'value'>[]): number[] {
  let before: Before | undefined
  return readings.map(({ at, value }) => {
    const flags = judge(rules, before, at, value)
    before ??= { at, value, since: at }
    return flags
  })
}

export const rulesOf = ({ every, limits }: Quantity): Rules => ({ every, ...limits })

/**
 * Roll-ups as they are kept beside those of the readings as they are kept, and the newest readings beside where series
 * stand; the rows on which the two differ.
 */
export async function disagreements(db: Context['db'], epsilon = 0): Promise<readonly object[]> {
  const found: object[] = []
  for (const [view, bucket] of [
    ['all_minutes', sql`date_trunc('minute', r.at)`],
    ['all_hours', sql`date_trunc('hour', r.at)`],
    ['all_days', sql`date_trunc('day', r.at, 'Asia/Shanghai')`],
  ] as const) {
    const { rows } = await sql<object>`
      select ${view} as view, to_jsonb(k) as kept, to_jsonb(a) as aggregated from
        (select series, at, count, good, min, max, sum, last from series.${sql.raw(view)}) k
        full join (select r.series, ${bucket} as at, count(*)::int as count,
            (count(*) filter (where r.flags & 7 = 0))::int as good, min(r.value) as min, max(r.value) as max,
            sum(r.value) as sum, (array_agg(r.value order by r.at desc))[1] as last
          from series.readings r join series.series s on s.id = r.series
          where s.minutes or ${view} <> 'all_minutes' group by 1, 2) a
        on a.series = k.series and a.at = k.at
      where (k.count, k.good, k.min, k.max, k.last) is distinct from (a.count, a.good, a.min, a.max, a.last)
        or k.sum is null or a.sum is null or abs(k.sum - a.sum) > ${epsilon} * greatest(1, abs(a.sum))`.execute(
      db,
    )
    found.push(...rows)
  }
  const { rows } = await sql<object>`
    select to_jsonb(k) as kept, to_jsonb(h) as standing
    from (select series, (extract(epoch from at) * 1000)::float8 as at, flags from series.standing) h
      full join (select n.block * 128 + u.place - 1 as series, u.at, u.flags from series.newest n
          cross join lateral unnest(n.at, n.flags) with ordinality as u(at, flags, place)
        where u.at > '-infinity') k on k.series = h.series
    where (k.at, k.flags) is distinct from (h.at, h.flags)`.execute(db)
  return [...found, ...rows]
}
