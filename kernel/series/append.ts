import { BinaryRows, copyIn } from '../store/copied.ts'
import type { Database } from '../store/database.ts'
import { isGood, judge } from './flags.ts'
import { isRolledUp, type Loaded } from './head.ts'
import { addLater, type Bucket, bucketOf, emptyBucket, LEVELS } from './levels.ts'
import { ensurePartitions, leafOf, monthAt } from './months.ts'

/** One reading of a series. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly value: number
}

/**
 * Readings newer than all of their series, which most are: none can be there already, so they and the roll-ups of the
 * buckets that they leave behind are copied, and only the head of each series is changed.
 */
export class Appending {
  private readonly readings = new Map<string, BinaryRows>()
  private readonly minutes = new Map<string, BinaryRows>()
  private readonly hours = new BinaryRows(BUCKET)
  private readonly days = new BinaryRows(BUCKET)

  /** Moves the head of a series on. @param points in order, each later than the head, from that index on */
  add(series: Loaded, points: readonly Point[], from: number): void {
    const { id, quantity, rules } = series
    const first = points[from] as Point
    const head = series.head ?? {
      at: Number.NaN,
      value: Number.NaN,
      since: first.at,
      flags: 0,
      open: LEVELS.map(({ span }) => emptyBucket(bucketOf(span, first.at))),
    }
    let isFirst = series.head === undefined
    let month = monthAt(first.at)
    let rows = this.rowsOf(this.readings, leafOf('readings', quantity, month), READING)
    for (let index = from; index < points.length; index++) {
      const { at, value } = points[index] as Point
      const flags = judge(rules, isFirst ? undefined : head, at, value)
      if (isFirst) {
        head.at = at
        head.value = value
        isFirst = false
      }
      head.flags = flags
      if (at >= month.end) {
        month = monthAt(at)
        rows = this.rowsOf(this.readings, leafOf('readings', quantity, month), READING)
      }
      rows.row().timestamptz(at).float8(value).int4(id).int2(quantity).int2(flags)
      const good = isGood(flags)
      for (let level = 0; level < LEVELS.length; level++) {
        const { span } = LEVELS[level] as (typeof LEVELS)[number]
        let open = head.open[level] as Bucket
        if (at >= open.at + span) {
          this.close(series, level, open)
          open = head.open[level] = emptyBucket(bucketOf(span, at))
        }
        addLater(open, value, good)
      }
    }
    series.head = head
  }

  private close(series: Loaded, level: number, bucket: Bucket): void {
    if (!isRolledUp(series, level)) return
    const { id, quantity } = series
    const rows =
      level === 0
        ? this.rowsOf(this.minutes, leafOf('minutes', quantity, monthAt(bucket.at)), [...BUCKET, 'quantity'])
        : level === 1
          ? this.hours
          : this.days
    rows.row().timestamptz(bucket.at).float8(bucket.min).float8(bucket.max).float8(bucket.sum)
    rows.float8(bucket.last).int4(id).int4(bucket.count).int4(bucket.good)
    if (level === 0) rows.int2(quantity)
  }

  private rowsOf(by: Map<string, BinaryRows>, leaf: string, columns: readonly string[]): BinaryRows {
    const known = by.get(leaf)
    if (known) return known
    const rows = new BinaryRows(columns)
    by.set(leaf, rows)
    return rows
  }

  async write(db: Database): Promise<void> {
    await ensurePartitions(db, [...this.readings.keys(), ...this.minutes.keys()])
    for (const [leaf, rows] of [...this.readings, ...this.minutes]) await copyIn(db, `series.${leaf}`, rows)
    await copyIn(db, 'series.hours', this.hours)
    await copyIn(db, 'series.days', this.days)
  }
}

const READING = ['at', 'value', 'series', 'quantity', 'flags']
const BUCKET = ['at', 'min', 'max', 'sum', 'last', 'series', 'count', 'good']
