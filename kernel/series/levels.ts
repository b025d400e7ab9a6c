import { ZONE_MS } from '../calendar/moments.ts'

/** What readings are rolled up to. A day is one at Beijing. */
export const LEVELS = [
  { id: '1min', table: 'minutes', span: 60_000 },
  { id: '1h', table: 'hours', span: 3_600_000 },
  { id: '1d', table: 'days', span: 86_400_000 },
] as const
export type Level = (typeof LEVELS)[number]

/** The beginning of the bucket of such a width in which a moment falls; milliseconds. */
export const bucketOf = (span: number, at: number): number =>
  Math.floor((at + ZONE_MS) / span) * span - ZONE_MS

/** What is kept of the readings of one bucket. */
export interface Bucket {
  readonly at: number
  count: number
  /** How many of them nothing is doubted of. */
  good: number
  min: number
  max: number
  sum: number
  last: number
}

export const emptyBucket = (at: number): Bucket => ({
  at,
  count: 0,
  good: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  sum: 0,
  last: Number.NaN,
})

/** Adds a reading that is later than those in the bucket. */
export function addLater(bucket: Bucket, value: number, good: boolean): void {
  addEarlier(bucket, value, good)
  bucket.last = value
}

/** Adds a reading that is not the last of its bucket. */
export function addEarlier(bucket: Bucket, value: number, good: boolean): void {
  bucket.count++
  if (good) bucket.good++
  if (value < bucket.min) bucket.min = value
  if (value > bucket.max) bucket.max = value
  bucket.sum += value
}
