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
  throw noSeries({ device, quantity })
}

/** A series begins with its first reading. */
export const noSeries = (value: object) =>
  new GaoxinError(
    'SERIES_NONE',
    text('没有这样的序列', 'There is no such series'),
    text(
      '请核对设备与监测量；首次上报后才有序列',
      'Check the device and the quantity; a series begins when the device first sends',
    ),
    { place: 'series', value, status: 404 },
  )

/** What was sent of it was refused, all of it. */
export const noReading = (value: SeriesName) =>
  new GaoxinError(
    'SERIES_EMPTY',
    text('这个序列还没有读数', 'This series has no reading yet'),
    text('请查看拒收的数据，了解原因', 'See why among what was refused'),
    { place: 'series', value, status: 404 },
  )
