import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { LOCKS } from '../store/locks.ts'
import type { Point } from './append.ts'
import { monthAt } from './months.ts'
import { type Refusal, Refused } from './refuse.ts'

/** A reading as a device sends it. */
export interface Sent {
  /** The code of the device. */
  readonly device: string
  readonly quantity: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly value: number
}

/** Who sends: a device, for itself and those that it is the gateway of; or a broker or a person, for all. */
export type Sender = { readonly device: string } | 'anyDevice'

/** How far the clock of a device may be before ours. */
const AHEAD_MS = 5 * 60_000
/** More is no measurement but a sensor's word for none, and sums of it would be no number. */
const MOST_VALUE = 1e100
interface Device {
  readonly id: string
  readonly gateway: string | null
  readonly installed: number
  readonly removed: number
  readonly series: Map<string, number>
}

/** What one sender sent. */
export interface Given {
  readonly sender: Sender
  readonly sent: readonly Sent[]
}

/** Which series a reading belongs to, and whether it is taken at all. One for all that a program takes in. */
export class Register {
  private readonly devices = new Map<string, Device>()
  private quantities: ReadonlyMap<string, KeptQuantity> = new Map()
  private token = ''

  /** Learns what `accept` needs of all that is taken in at once. */
  async prepare(db: Database, clock: number, given: readonly Given[]): Promise<void> {
    const { rows } = await sql<{ token: string }>`select token from series.register`.execute(db)
    const token = rows[0]?.token ?? ''
    if (token !== this.token) this.devices.clear()
    this.token = token
    const unknown = new Set<string>()
    for (const { sent } of given)
      for (const { device } of sent) if (!this.devices.has(device)) unknown.add(device)
    await this.look(db, unknown)
    this.quantities = await quantitiesKept(db, clock)
    await this.begin(db, given)
  }

  /**
   * Puts what was sent into a batch for `writeReadings`.
   * @returns what was refused, and the devices of what was not
   */
  accept(
    clock: number,
    { sender, sent }: Given,
    batch: Map<number, Point[]>,
  ): { readonly refused: Refused; readonly taken: number; readonly devices: ReadonlySet<string> } {
    const refused = new Refused()
    const devices = new Set<string>()
    let taken = 0
    for (const one of sent) {
      const device = this.devices.get(one.device)
      const reason = reasonAgainst(one, sender, device, this.quantities.get(one.quantity), clock)
      const series = device?.series.get(one.quantity)
      if (reason || !device || series === undefined) {
        refused.add(reason ?? 'quantity', one)
        continue
      }
      taken++
      devices.add(device.id)
      const points = batch.get(series)
      if (points) points.push(one)
      else batch.set(series, [one])
    }
    return { refused, taken, devices }
  }

  /** Learns of devices. */
  private async look(db: Database, codes: ReadonlySet<string>): Promise<void> {
    // No code has such a character, and the database would refuse the whole batch for it.
    const asked = [...codes].filter((code) => !code.includes('\0'))
    if (asked.length === 0) return
    const { rows } = await sql<{
      id: string
      code: string
      gateway: string | null
      installed: number
      removed: number | null
      series: Record<string, number>
    }>`select d.id, d.code, d.gateway, (extract(epoch from d.installed_at) * 1000)::float8 as installed,
        (extract(epoch from d.removed_at) * 1000)::float8 as removed,
        (select coalesce(jsonb_object_agg(q.id, s.id), '{}') from series.series s
          join series.quantities q on q.number = s.quantity where s.device = d.id) as series
      from series.devices d where d.code = any(${asked}::text[])`.execute(db)
    for (const { code, removed, series, ...device } of rows)
      this.devices.set(code, {
        ...device,
        removed: removed ?? Number.POSITIVE_INFINITY,
        series: new Map(Object.entries(series)),
      })
  }

  /** Begins the series that are not there yet, of devices and quantities that are. */
  private async begin(db: Database, given: readonly Given[]): Promise<void> {
    const missing = new Map<string, { device: Device; number: number }>()
    for (const { sender, sent } of given)
      for (const { device: code, quantity } of sent) {
        const device = this.devices.get(code)
        if (!device || device.series.has(quantity)) continue
        const kept = this.quantities.get(quantity)
        if (kept && isFor(sender, device))
          missing.set(`${device.id} ${quantity}`, { device, number: kept.number })
      }
    if (missing.size === 0) return
    const all = [...missing.values()]
    // Whoever begins series holds the lock of writing: two that begin the same ones in two orders would wait for each other.
    await sql`select pg_advisory_xact_lock(${LOCKS.writingReadings})`.execute(db)
    const named = sql`unnest(${all.map(({ device }) => device.id)}::text[],
      ${all.map(({ number }) => number)}::int2[]) as g(device, number)`
    await sql`insert into series.series (device, quantity, minutes)
      select g.device, g.number, q.every < 60 from ${named} join series.quantities q using (number)
      on conflict do nothing`.execute(db)
    const { rows } = await sql<{ id: number; device: string; quantity: string }>`
      select s.id, s.device, q.id as quantity from ${named} join series.quantities q using (number)
        join series.series s on s.device = g.device and s.quantity = g.number`.execute(db)
    for (const { id, device, quantity } of rows)
      missing.get(`${device} ${quantity}`)?.device.series.set(quantity, id)
  }

  /** What was learnt in a transaction that came to nothing is learnt anew. */
  forget(): void {
    this.devices.clear()
  }
}

const isFor = (sender: Sender, device: Device): boolean =>
  sender === 'anyDevice' || sender.device === device.id || sender.device === device.gateway

interface KeptQuantity {
  readonly number: number
  /** Since when readings are kept, milliseconds. */
  readonly since: number
}

async function quantitiesKept(db: Database, clock: number): Promise<ReadonlyMap<string, KeptQuantity>> {
  const { rows } = await sql<{ id: string; number: number; keep: number }>`
    select id, number, keep_readings as keep from series.quantities`.execute(db)
  return new Map(rows.map(({ id, number, keep }) => [id, { number, since: monthAt(clock, -keep).start }]))
}

function reasonAgainst(
  { at, value }: Sent,
  sender: Sender,
  device: Device | undefined,
  quantity: KeptQuantity | undefined,
  clock: number,
): Refusal | undefined {
  if (!device || !isFor(sender, device)) return 'device'
  if (!quantity) return 'quantity'
  if (!(Math.abs(value) <= MOST_VALUE)) return 'value'
  if (!Number.isFinite(at)) return 'unreadable'
  if (at > clock + AHEAD_MS) return 'future'
  if (at < device.installed) return 'installed'
  if (at > device.removed) return 'removed'
  return at < quantity.since ? 'expired' : undefined
}
