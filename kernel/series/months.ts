import { sql } from 'kysely'
import { ZONE_MS } from '../calendar/moments.ts'
import type { Database } from '../store/database.ts'

/** A month at Beijing, by which readings are put into partitions. */
export interface Month {
  /** 202411 */
  readonly name: string
  /** Its first moment, and that of the next month; milliseconds. */
  readonly start: number
  readonly end: number
}

/** @param later so many months on */
export function monthAt(at: number, later = 0): Month {
  const day = new Date(at + ZONE_MS)
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + later]
  const start = Date.UTC(year, month, 1)
  return {
    name: new Date(start).toISOString().slice(0, 7).replace('-', ''),
    start: start - ZONE_MS,
    end: Date.UTC(year, month + 1, 1) - ZONE_MS,
  }
}

/** The partition of a quantity and a month. */
export const leafOf = (table: 'readings' | 'minutes', quantity: number, { name }: Month): string =>
  `${table}_${quantity}_${name}`

/** Makes those partitions that are missing. The caller holds the lock of writing. */
export async function ensurePartitions(db: Database, leaves: readonly string[]): Promise<void> {
  const months = new Map<string, { quantity: string; month: string; minutes: boolean }>()
  for (const leaf of leaves) {
    const [table, quantity = '', month = ''] = leaf.split('_')
    const key = `${quantity} ${month}`
    months.set(key, { quantity, month, minutes: table === 'minutes' || months.get(key)?.minutes === true })
  }
  const all = [...months.values()]
  if (all.length === 0) return
  await sql`select series.ensure(u.quantity, to_date(u.month, 'YYYYMM'), u.minutes)
    from unnest(${all.map(({ quantity }) => quantity)}::int2[], ${all.map(({ month }) => month)}::text[],
      ${all.map(({ minutes }) => minutes)}::boolean[]) as u(quantity, month, minutes)`.execute(db)
}
