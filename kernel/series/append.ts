import { BinaryRows, copyIn } from '../store/copied.ts'
import type { Database } from '../store/database.ts'
import { isGood, judge } from './flags.ts'
import { isRolledUp, type Loaded } from './head.ts'
import { addLater, type Bucket, bucketOf, emptyBucket, LEVELS } from './levels.ts'
import { ensurePartitions, leafOf, type Month, monthAt } from './months.ts'

/** One reading of a series. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly value: number
}

const READING = ['at', 'value', 'series', 'quantity', 'flags']
const BUCKET = ['at', 'min', 'max', 'sum', 'last', 'series', 'count', 'good']

/**
 * Readings newer than all of their series, which most are: none can be there already, so they and the roll-ups of the
 * buckets that they leave behind are copied, and only the head of each series is changed.
 */
export class Appending {
  private readonly readings = new Leaves('readings', READING)
  private readonly minutes = new Leaves('minutes', [...BUCKET, 'quantity'])
  private readonly hours = new BinaryRows(BUCKET)
  private readonly days = new BinaryRows(BUCKET)

  /** Moves the head of a series on. @param points one at least, in order, each later than the head, from that index on */
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
    let leaf = this.readings.at(quantity, first.at)
    for (let index = from; index < points.length; index++) {
      const { at, value } = points[index] as Point
      const flags = judge(rules, isFirst ? undefined : head, at, value)
      if (isFirst) {
        head.at = at
        head.value = value
        isFirst = false
      }
      head.flags = flags
      if (at >= leaf.month.end) leaf = this.readings.at(quantity, at)
      leaf.rows.row().timestamptz(at).float8(value).int4(id).int2(quantity).int2(flags)
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
    series.behind += points.length - from
  }

  private close(series: Loaded, level: number, bucket: Bucket): void {
    if (!isRolledUp(series, level)) return
    const { id, quantity } = series
    const rows =
      level === 0 ? this.minutes.at(quantity, bucket.at).rows : level === 1 ? this.hours : this.days
    rows.row().timestamptz(bucket.at).float8(bucket.min).float8(bucket.max).float8(bucket.sum)
    rows.float8(bucket.last).int4(id).int4(bucket.count).int4(bucket.good)
    if (level === 0) rows.int2(quantity)
  }

  async write(db: Database): Promise<void> {
    const leaves = [...this.readings.byName, ...this.minutes.byName]
    await ensurePartitions(
      db,
      leaves.map(([name]) => name),
    )
    for (const [name, { rows }] of leaves) await copyIn(db, `series.${name}`, rows)
    await copyIn(db, 'series.hours', this.hours)
    await copyIn(db, 'series.days', this.days)
  }
}

interface Leaf {
  readonly quantity: number
  readonly month: Month
  readonly rows: BinaryRows
}

/** Rows by the partition that they go to. */
class Leaves {
  readonly byName = new Map<string, Leaf>()
  private last: Leaf | undefined
  private readonly table: 'readings' | 'minutes'
  private readonly columns: readonly string[]

  constructor(table: 'readings' | 'minutes', columns: readonly string[]) {
    this.table = table
    this.columns = columns
  }

  /** That of a moment: most often the one that was asked for before. */
  at(quantity: number, at: number): Leaf {
    const { last } = this
    if (last?.quantity === quantity && at >= last.month.start && at < last.month.end) return last
    const month = monthAt(at)
    const name = leafOf(this.table, quantity, month)
    const leaf = this.byName.get(name) ?? { quantity, month, rows: new BinaryRows(this.columns) }
    this.byName.set(name, leaf)
    this.last = leaf
    return leaf
  }
}
