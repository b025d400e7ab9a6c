import { sql } from 'kysely'
import { dayAt } from '../calendar/moments.ts'
import type { Database } from '../store/database.ts'
import { LOCKS } from '../store/locks.ts'
import { monthAt } from './months.ts'

interface Clock {
  readonly db: Database
  readonly now: () => string
}

interface Leaf {
  readonly table: 'readings' | 'minutes'
  readonly name: string
  readonly quantity: string
  readonly number: number
  /** 202411 */
  readonly month: string
  readonly bytes: number
  readonly rows: number
  readonly keep: number | null
}

/** The partitions that there are, with how long those of their quantity are kept. */
const leavesOf = async (db: Database): Promise<readonly Leaf[]> =>
  (
    await sql<Leaf>`select m[1] as "table", c.relname as name, q.id as quantity,
        q.number, m[3] as month,
        pg_total_relation_size(c.oid) as bytes, greatest(c.reltuples, 0)::int8 as rows,
        case m[1] when 'readings' then q.keep_readings else q.keep_minutes end as keep
      from pg_class c cross join lateral regexp_match(c.relname, '^(readings|minutes)_(\\d+)_(\\d{6})$') m
        join series.quantities q on q.number = m[2]::int
      where c.relnamespace = 'series'::regnamespace and c.relkind = 'r' and c.relispartition
      order by q.number, 1, 5`.execute(db)
  ).rows

/** Refused readings are counted for so long, in days. */
const KEEP_REFUSED = 366

/**
 * Lets go of readings, and roll-ups of minutes, that are older than they are kept, a month at a time.
 * @returns the partitions that went
 */
export async function sweepReadings({ db, now }: Clock): Promise<readonly string[]> {
  const clock = Date.parse(now())
  const gone = (await leavesOf(db)).filter(
    ({ month, keep }) => keep !== null && month < monthAt(clock, -keep).name,
  )
  for (const { name, table, number, month } of gone)
    await db.transaction().execute(async (transaction) => {
      // Whoever reads for long is not made the head of a queue: it is tried again when the chore is due.
      await sql`set local lock_timeout = '5s'`.execute(transaction)
      await sql`select pg_advisory_xact_lock(${LOCKS.writingReadings})`.execute(transaction)
      // Readings that a head is behind would be missing in the buckets that it holds.
      if (table === 'readings')
        await sql`select series.settle(${number}::int2,
          (to_date(${month}, 'YYYYMM') + interval '1 month')::timestamp at time zone 'Asia/Shanghai')`.execute(
          transaction,
        )
      await sql`drop table if exists series.${sql.ref(name)}`.execute(transaction)
    })
  const day = dayAt(new Date(clock - KEEP_REFUSED * 86_400_000).toISOString())
  await sql`delete from series.refused where day < ${day}`.execute(db)
  return gone.map(({ name }) => name)
}

/** What is kept of a quantity, and for how long. */
export interface KeptQuantity {
  readonly quantity: string
  readonly table: 'readings' | 'minutes'
  /** Months beside the one under way; null: for good. */
  readonly months: number | null
  /** The oldest month that there is, YYYY-MM. */
  readonly since: string
  /** As the database estimates them. */
  readonly rows: number
  readonly bytes: number
}

/** Readings and roll-ups of minutes, by quantity; those of hours and days stay for good. */
export async function keptReadings(db: Database): Promise<readonly KeptQuantity[]> {
  const found = new Map<string, KeptQuantity>()
  for (const { table, quantity, month, bytes, rows, keep } of await leavesOf(db)) {
    const key = `${quantity} ${table}`
    const known = found.get(key)
    found.set(key, {
      quantity,
      table,
      months: keep,
      since: known?.since ?? `${month.slice(0, 4)}-${month.slice(4)}`,
      rows: (known?.rows ?? 0) + rows,
      bytes: (known?.bytes ?? 0) + bytes,
    })
  }
  return [...found.values()]
}
