import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
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
/** How long what is known of a device holds without looking again. */
const FRESH_MS = 5000

interface Device {
  readonly id: string
  readonly gateway: string | null
  readonly installed: number
  readonly removed: number
  readonly series: Map<string, number>
  readonly readAt: number
}

/** Which series a reading belongs to, and whether it is taken at all. One for all that a program takes in. */
export class Register {
  private readonly devices = new Map<string, Device>()

  /**
   * Puts what was sent into a batch for `writeReadings`.
   * @returns what was refused, and the devices of what was not
   */
  async accept(
    db: Database,
    now: string,
    sender: Sender,
    sent: readonly Sent[],
    batch: Map<number, Point[]>,
  ): Promise<{ readonly refused: Refused; readonly taken: number; readonly devices: ReadonlySet<string> }> {
    const clock = Date.parse(now)
    await this.look(db, clock, new Set(sent.map(({ device }) => device)))
    const quantities = await quantitiesKept(db)
    await this.begin(db, sender, sent, quantities)
    const refused = new Refused()
    const devices = new Set<string>()
    let taken = 0
    for (const one of sent) {
      const device = this.devices.get(one.device)
      const quantity = quantities.get(one.quantity)
      const reason = reasonAgainst(one, sender, device, quantity, clock)
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

  /** Learns of devices that are not known, or were looked up a while ago. */
  private async look(db: Database, clock: number, codes: ReadonlySet<string>): Promise<void> {
    const asked = [...codes].filter((code) => {
      // No code has such a character, and the database would refuse the whole batch for it.
      if (code.includes('\0')) return false
      const known = this.devices.get(code)
      return !known || Math.abs(clock - known.readAt) > FRESH_MS
    })
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
    for (const code of asked) this.devices.delete(code)
    for (const { code, removed, series, ...device } of rows)
      this.devices.set(code, {
        ...device,
        removed: removed ?? Number.POSITIVE_INFINITY,
        series: new Map(Object.entries(series)),
        readAt: clock,
      })
  }

  /** Begins the series that are not there yet, of devices and quantities that are. */
  private async begin(
    db: Database,
    sender: Sender,
    sent: readonly Sent[],
    quantities: ReadonlyMap<string, KeptQuantity>,
  ): Promise<void> {
    const missing = new Map<string, { device: Device; quantity: string; number: number }>()
    for (const { device: code, quantity } of sent) {
      const device = this.devices.get(code)
      const kept = quantities.get(quantity)
      if (device && kept && !device.series.has(quantity) && isFor(sender, device))
        missing.set(`${device.id} ${quantity}`, { device, quantity, number: kept.number })
    }
    if (missing.size === 0) return
    const all = [...missing.values()]
    const { rows } = await sql<{ id: number; device: string; quantity: string }>`
      with given as (select * from unnest(${all.map(({ device }) => device.id)}::text[],
          ${all.map(({ number }) => number)}::int2[]) as g(device, number)),
        begun as (insert into series.series (device, quantity, minutes)
          select g.device, g.number, q.every < 60 from given g join series.quantities q using (number)
          on conflict (device, quantity) do update set device = excluded.device returning id, device, quantity)
      select b.id, b.device, q.id as quantity from begun b join series.quantities q on q.number = b.quantity`.execute(
      db,
    )
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
  /** Months. */
  readonly keep: number
}

async function quantitiesKept(db: Database): Promise<ReadonlyMap<string, KeptQuantity>> {
  const { rows } = await sql<KeptQuantity & { id: string }>`
    select id, number, keep_readings as keep from series.quantities`.execute(db)
  return new Map(rows.map(({ id, ...kept }) => [id, kept]))
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
  return at < monthAt(clock, -quantity.keep).start ? 'expired' : undefined
}
