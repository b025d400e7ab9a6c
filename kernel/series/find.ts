import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { text } from '../text.ts'

/** A series by the ids of its device and its quantity. */
export interface SeriesName {
  readonly device: string
  readonly quantity: string
}

/** A series as it is kept. */
export interface Kept {
  readonly id: number
  /** By its number. */
  readonly quantity: number
  readonly minutes: boolean
  /** Seconds. */
  readonly every: number
  /** Months. */
  readonly keep_readings: number
  readonly keep_minutes: number | null
}

/** @throws GaoxinError SERIES_NONE */
export async function findSeries(db: Database, { device, quantity }: SeriesName): Promise<Kept> {
  const { rows } = await sql<Kept>`select s.id, s.quantity, s.minutes, coalesce(s.every, q.every) as every,
      q.keep_readings, q.keep_minutes
    from series.series s join series.quantities q on q.number = s.quantity
    where s.device = ${device} and q.id = ${quantity}`.execute(db)
  const [found] = rows
  if (found) return found
  throw new GaoxinError(
    'SERIES_NONE',
    text('这台设备还没有上报过这个监测量', 'The device has sent nothing of this quantity yet'),
    text('请核对设备与监测量', 'Check the device and the quantity'),
    { place: 'series', value: { device, quantity }, status: 404 },
  )
}
