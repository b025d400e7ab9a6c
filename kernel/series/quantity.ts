import type { Text } from '../text.ts'

/**
 * What devices measure: 水位, 流量, 雨量. A series is one quantity at one device. Limits say which readings are doubted;
 * a series may have its own, since a manhole that is 2 m deep stands full where another is half empty.
 */
export interface Quantity {
  /** `system.quantity` in lower case. */
  readonly id: string
  readonly name: Text
  /** As it is written behind a value: `m`, `L/s`, `mm`. */
  readonly unit: string
  /** Seconds between two readings of a device that works. */
  readonly every: number
  readonly limits?: Limits
  /** How long readings are kept, in months beside the one under way; roll-ups of hours and days stay for good. */
  readonly keep: {
    readonly readings: number
    /** Roll-ups of minutes; left out, for good as well. */
    readonly minutes?: number
  }
}

/** Left out, nothing is doubted for that reason. */
export interface Limits {
  /** The least and the most that can be, in the quantity's unit. */
  readonly low?: number
  readonly high?: number
  /** The most that it can change in a second, in the quantity's unit. */
  readonly rate?: number
  /** Seconds after which a value that never changed is doubted. */
  readonly stuck?: number
}

/** Readings further apart than this many intervals have a gap between them. */
const MISSED = 3
/** Milliseconds without a reading that are a gap, for one expected every so many seconds. */
export const gapMs = (every: number): number => every * MISSED * 1000

/** @throws Error where a declaration cannot be kept to. */
export function checkQuantity({ id, every, keep, limits = {} }: Quantity): void {
  const wrong =
    (!/^[a-z][a-z_]*\.[a-z][a-z_]*$/.test(id) && 'its id must be "system.quantity" in lower case') ||
    (!(every > 0) && 'readings are expected every so many seconds, more than none') ||
    (![keep.readings, keep.minutes ?? 1].every((months) => Number.isInteger(months) && months >= 1) &&
      'readings are kept for whole months, at least one') ||
    ((keep.minutes ?? Number.POSITIVE_INFINITY) < keep.readings &&
      'roll-ups of minutes are kept as long as the readings') ||
    ((limits.low ?? -Infinity) > (limits.high ?? Infinity) && 'the least is more than the most')
  if (wrong) throw new Error(`quantity ${id}: ${wrong}`)
}
