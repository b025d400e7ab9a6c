import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import type { Point } from './append.ts'
import { type Before, isGood, judge } from './flags.ts'
import { arrayOf, isRolledUp, type Loaded } from './head.ts'
import { addEarlier, type Bucket, bucketOf, emptyBucket, LEVELS } from './levels.ts'
import { ensurePartitions, leafOf, monthAt } from './months.ts'

/**
 * Readings that come after newer ones of their series, and readings whose rules changed. What is added to the roll-ups is
 * the difference: a reading more, one that is good no longer.
 */
export class Amending {
  private readonly deltas = new Map<string, { series: Loaded; level: number; bucket: Bucket }>()
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  /** @param late of each series, in order, none later than its head. @returns how many were not there before */
  async insert(late: ReadonlyMap<Loaded, readonly Point[]>): Promise<number> {
    const all = [...late].flatMap(([series, points]) => points.map((point) => ({ series, ...point })))
    if (all.length === 0) return 0
    await ensurePartitions(this.db, [
      ...new Set(
        all.map(({ series, at }) =>
          leafOf(series.minutes ? 'minutes' : 'readings', series.quantity, monthAt(at)),
        ),
      ),
    ])
    const { rows } = await sql<{ series: number; at: number; value: number }>`
      insert into series.readings (series, quantity, at, value, flags)
      select u.series, u.quantity, to_timestamp(u.at / 1000), u.value, 0
      from unnest(${arrayOf(all.map(({ series }) => series.id))}::int4[],
        ${arrayOf(all.map(({ series }) => series.quantity))}::int2[], ${arrayOf(all.map(({ at }) => at))}::float8[],
        ${arrayOf(all.map(({ value }) => value))}::float8[]) as u(series, quantity, at, value)
      on conflict do nothing
      returning series, (extract(epoch from at) * 1000)::float8 as at, value`.execute(this.db)
    const byId = new Map([...late.keys()].map((series) => [series.id, series]))
    for (const { series: id, at, value } of rows)
      this.amend(byId.get(id) as Loaded, at, (bucket) => addEarlier(bucket, value, true))
    await this.judge(stretchesOf(rows.map(({ series, at }) => ({ series: byId.get(series) as Loaded, at }))))
    return rows.length
  }

  /** Judges readings anew, and those after them on which they bear. */
  async judge(stretches: readonly Stretch[]): Promise<number> {
    const changed = new Map<string, { series: Loaded; at: number; flags: number }>()
    for (const { stretch, rows } of await this.readingsOf(stretches)) {
      const { series } = stretch
      const { head } = series
      let before: Before | undefined
      for (const { at, value, flags: kept } of rows) {
        const flags = judge(series.rules, before, at, value)
        before ??= { at, value, since: at }
        if (at < stretch.from || (stretch.isAll && at > stretch.to)) continue
        if (at === head?.at) {
          head.flags = flags
          head.since = before.since
        }
        const key = `${series.id} ${at}`
        if (flags === kept || changed.has(key)) continue
        changed.set(key, { series, at, flags })
        const more = Number(isGood(flags)) - Number(isGood(kept))
        if (more !== 0)
          this.amend(series, at, (bucket) => {
            bucket.good += more
          })
      }
    }
    const all = [...changed.values()]
    if (all.length > 0)
      await sql`update series.readings r set flags = u.flags
        from unnest(${arrayOf(all.map(({ series }) => series.id))}::int4[],
          ${arrayOf(all.map(({ series }) => series.quantity))}::int2[], ${arrayOf(all.map(({ at }) => at))}::float8[],
          ${arrayOf(all.map(({ flags }) => flags))}::int2[]) as u(series, quantity, at, flags)
        where r.quantity = u.quantity and r.series = u.series and r.at = to_timestamp(u.at / 1000)`.execute(
        this.db,
      )
    return all.length
  }

  /** The readings of each stretch: from one before it, so far back as the rules look, to as far after it as it bears. */
  private async readingsOf(stretches: readonly Stretch[]) {
    if (stretches.length === 0) return []
    const columns = (of: readonly { from: number; to: number }[]) => sql`unnest(
      ${arrayOf(stretches.map((_, number) => number))}::int4[], ${arrayOf(stretches.map(({ series }) => series.id))}::int4[],
      ${arrayOf(stretches.map(({ series }) => series.quantity))}::int2[], ${arrayOf(of.map(({ from }) => from))}::float8[],
      ${arrayOf(of.map(({ to }) => to))}::float8[]) as u(number, series, quantity, low, high)`
    const reach = ({ series }: Stretch) => (series.rules.stuck ?? 0) * 1000
    const looked = stretches.map((stretch) => ({ from: stretch.from - reach(stretch), to: stretch.to }))
    const { rows: bounds } = await sql<{ number: number; low: number; high: number }>`
      select u.number, coalesce((extract(epoch from p.at) * 1000)::float8, u.low) as low,
        coalesce((extract(epoch from n.at) * 1000)::float8, u.high) as high
      from ${columns(looked)}
      left join lateral (select at from series.readings r where r.quantity = u.quantity and r.series = u.series
        and r.at < to_timestamp(u.low / 1000) order by at desc limit 1) p on true
      left join lateral (select at from series.readings r where r.quantity = u.quantity and r.series = u.series
        and r.at > to_timestamp(u.high / 1000) order by at limit 1) n on true
      order by u.number`.execute(this.db)
    const widened = bounds.map(({ number, low, high }) => ({
      from: low,
      to: high + reach(stretches[number] as Stretch),
    }))
    const { rows } = await sql<{ number: number; at: number; value: number; flags: number }>`
      select u.number, (extract(epoch from r.at) * 1000)::float8 as at, r.value, r.flags
      from ${columns(widened)} join series.readings r on r.quantity = u.quantity and r.series = u.series
        and r.at between to_timestamp(u.low / 1000) and to_timestamp(u.high / 1000)
      order by u.number, r.at`.execute(this.db)
    const found = stretches.map((stretch) => ({ stretch, rows: [] as typeof rows }))
    for (const row of rows) found[row.number]?.rows.push(row)
    return found
  }

  /** Notes a difference in each bucket of a moment: that of the head at once, those behind it until they are written. */
  private amend(series: Loaded, at: number, change: (bucket: Bucket) => void): void {
    for (const [level, { span }] of LEVELS.entries()) {
      const start = bucketOf(span, at)
      const open = series.head?.open[level]
      if (open?.at === start) change(open)
      else if (isRolledUp(series, level)) {
        const key = `${level} ${series.id} ${start}`
        const delta = this.deltas.get(key) ?? { series, level, bucket: emptyBucket(start) }
        change(delta.bucket)
        this.deltas.set(key, delta)
      }
    }
  }

  /** Adds what was noted to the buckets that lie behind. */
  async write(): Promise<void> {
    const byTable = new Map<string, { series: Loaded; level: number; bucket: Bucket }[]>()
    for (const delta of this.deltas.values()) {
      const { series, level, bucket } = delta
      const table =
        level === 0
          ? leafOf('minutes', series.quantity, monthAt(bucket.at))
          : (LEVELS[level]?.table as string)
      byTable.set(table, [...(byTable.get(table) ?? []), delta])
    }
    for (const [table, deltas] of byTable) {
      const [quantity, given] = deltas[0]?.level === 0 ? [sql`, quantity`, sql`, u.quantity`] : [sql``, sql``]
      const numbers = (of: (delta: (typeof deltas)[number]) => number) => arrayOf(deltas.map(of))
      const span = LEVELS[deltas[0]?.level ?? 0]?.span ?? 0
      await sql`insert into series.${sql.raw(table)} as t (series, at, count, good, min, max, sum, last ${quantity})
        select u.series, to_timestamp(u.at / 1000), u.count, u.good, u.min, u.max, u.sum, l.value ${given}
        from unnest(${numbers(({ series }) => series.id)}::int4[], ${numbers(({ series }) => series.quantity)}::int2[],
          ${numbers(({ bucket }) => bucket.at)}::float8[], ${numbers(({ bucket }) => bucket.count)}::int4[],
          ${numbers(({ bucket }) => bucket.good)}::int4[], ${numbers(({ bucket }) => bucket.min)}::float8[],
          ${numbers(({ bucket }) => bucket.max)}::float8[], ${numbers(({ bucket }) => bucket.sum)}::float8[])
          as u(series, quantity, at, count, good, min, max, sum)
        cross join lateral (select value from series.readings r where r.quantity = u.quantity and r.series = u.series
          and r.at >= to_timestamp(u.at / 1000) and r.at < to_timestamp((u.at + ${span}) / 1000)
          order by r.at desc limit 1) l
        on conflict (series, at) do update set count = t.count + excluded.count, good = t.good + excluded.good,
          min = least(t.min, excluded.min), max = greatest(t.max, excluded.max), sum = t.sum + excluded.sum,
          last = excluded.last`.execute(this.db)
    }
  }
}

/** Readings of a series between two moments, both included. */
export interface Stretch {
  readonly series: Loaded
  /** Milliseconds. */
  readonly from: number
  to: number
  /** Those after it stay as they are: no reading came, the rules changed. */
  readonly isAll?: boolean
}

/** Late readings further apart are judged apart: what lies between them need not be read. */
const APART_MS = 6 * 3_600_000

function stretchesOf(late: readonly { readonly series: Loaded; readonly at: number }[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { series, at } of [...late].sort((a, b) => a.series.id - b.series.id || a.at - b.at)) {
    const last = found.at(-1)
    if (last?.series === series && at - last.to <= APART_MS) last.to = at
    else found.push({ series, from: at, to: at })
  }
  return found
}
