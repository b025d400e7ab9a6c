import { sql } from 'kysely'
import { dayAt } from '../calendar/moments.ts'
import type { Database } from '../store/database.ts'

/** Why something that was sent is not kept. */
export const REFUSALS = {
  unreadable: { zh: '无法识别', en: 'cannot be read' },
  device: { zh: '没有这台设备，或不归发送者上报', en: 'no such device, or not the sender’s' },
  quantity: { zh: '没有这个监测量', en: 'no such quantity' },
  value: { zh: '不是数，或大得不可能', en: 'not a number, or too large to be measured' },
  future: { zh: '时间在未来', en: 'its time is in the future' },
  installed: { zh: '时间早于设备安装', en: 'its time is before the device was installed' },
  removed: { zh: '时间晚于设备拆除', en: 'its time is after the device was removed' },
  expired: { zh: '时间早于保存期限', en: 'older than readings are kept' },
} as const
export type Refusal = keyof typeof REFUSALS

/** What was refused of what one sender sent. */
export class Refused {
  readonly byReason = new Map<Refusal, { count: number; example: unknown }>()

  add(reason: Refusal, example: unknown): void {
    const known = this.byReason.get(reason)
    if (known) known.count++
    else this.byReason.set(reason, { count: 1, example })
  }

  /** Reasons with how many. */
  counts(): Partial<Record<Refusal, number>> {
    return Object.fromEntries([...this.byReason].map(([reason, { count }]) => [reason, count]))
  }
}

/** An example is for whoever mends the device, and no longer than it takes. */
const LONGEST_EXAMPLE = 500

/**
 * Counts what was refused by device, day and reason: whatever a device sends, a day of it is a few rows. In one order,
 * whoever counts: two that count the same ones in two orders would wait for each other.
 */
export async function noteRefused(
  db: Database,
  now: string,
  bySender: readonly (readonly [device: string, refused: Refused])[],
): Promise<void> {
  const found = new Map<string, { device: string; reason: Refusal; count: number; example: string }>()
  for (const [device, { byReason }] of bySender)
    for (const [reason, { count, example }] of byReason) {
      const key = `${device} ${reason}`
      const before = found.get(key)?.count ?? 0
      const words = JSON.stringify(example)?.slice(0, LONGEST_EXAMPLE) ?? ''
      found.set(key, { device, reason, count: before + count, example: words })
    }
  if (found.size === 0) return
  const all = [...found.values()]
  await sql`insert into series.refused as r (day, device, reason, count, last_at, example)
    select ${dayAt(now)}::date, u.device, u.reason, u.count, ${now}::timestamptz, to_jsonb(u.example)
    from unnest(${all.map(({ device }) => device)}::text[], ${all.map(({ reason }) => reason)}::text[],
      ${all.map(({ count }) => count)}::int8[], ${all.map(({ example }) => example)}::text[])
      as u(device, reason, count, example)
    order by u.device, u.reason
    on conflict (device, day, reason) do update set count = r.count + excluded.count,
      last_at = excluded.last_at, example = excluded.example`.execute(db)
}

export interface RefusedCount {
  readonly day: string
  /** Id of the device that sent; empty where it named none that is known. */
  readonly device: string
  readonly reason: Refusal
  readonly count: number
  readonly last_at: string
  /** The last of it, as JSON, cut off where it is long. */
  readonly example: string
}

/** What was refused since a day, newest first; of one device where it is named. */
export async function refusedSince(
  db: Database,
  day: string,
  device?: string,
): Promise<readonly RefusedCount[]> {
  const { rows } =
    await sql<RefusedCount>`select day, device, reason, count, last_at, example from series.refused
    where day >= ${day} and (${device ?? null}::text is null or device = ${device ?? null})
    order by day desc, count desc limit 1000`.execute(db)
  return rows
}
