import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { faultPoint } from '../store/fault.ts'
import { LOCKS } from '../store/locks.ts'
import { Appending, type Point } from './append.ts'
import { knownSeries, type Loaded, loadSeries, saveHeads } from './head.ts'
import { Amending, type Stretch } from './late.ts'

export interface Written {
  /** Readings that were not there before. */
  readonly kept: number
  /** Readings whose series had one at the same moment already: the first stays. */
  readonly doubled: number
  /** Of those kept, how many came after newer ones. */
  readonly late: number
}

/**
 * Writes a batch with its flags and roll-ups, in one transaction.
 * @param batch readings by the id of their series, in any order
 */
export const writeReadings = (db: Database, batch: ReadonlyMap<number, readonly Point[]>): Promise<Written> =>
  inTurn(db, async (transaction) => {
    const loaded = await loadSeries(transaction, [...batch.keys()])
    const late = new Map<Loaded, readonly Point[]>()
    const appending = new Appending()
    /** What is newer than a head that late ones change first. */
    const after: (readonly [series: Loaded, points: readonly Point[], from: number])[] = []
    const moved: Loaded[] = []
    let [sent, newer] = [0, 0]
    for (const [id, given] of batch) {
      const series = loaded.series.get(id)
      if (!series || given.length === 0) continue
      sent += given.length
      moved.push(series)
      const points = inOrder(given)
      const from = firstAfter(points, series.head?.at ?? Number.NEGATIVE_INFINITY)
      newer += points.length - from
      if (from === 0) appending.add(series, points, 0)
      else {
        series.isDue = true
        late.set(series, points.slice(0, from))
        if (from < points.length) after.push([series, points, from])
      }
    }
    const amending = new Amending(transaction)
    const inserted = await amending.insert(late)
    await amending.write()
    for (const [series, points, from] of after) appending.add(series, points, from)
    await appending.write(transaction)
    await saveHeads(transaction, loaded, moved)
    faultPoint('readings-written')
    return { kept: newer + inserted, doubled: sent - newer - inserted, late: inserted }
  })

/** Keeps where all series stand that this program knows: one that begins anew then need not look at readings for it. */
export const settleHeads = (db: Database): Promise<void> =>
  inTurn(db, async (transaction) => {
    const known = await knownSeries(transaction)
    const behind = [...known.series.values()].filter((one) => one.behind > 0)
    for (const one of behind) one.isDue = true
    await saveHeads(transaction, known, behind)
  })

/**
 * Judges the readings of some series anew, by the rules as they are now.
 * @param from @param to milliseconds, both included
 * @param told after each day of a series: the moment up to which it is done, and how many changed so far
 * @returns of how many the flags changed
 */
export async function reflag(
  db: Database,
  ids: readonly number[],
  from: number,
  to: number,
  told: (until: number, changed: number) => void = () => {},
): Promise<number> {
  let changed = 0
  for (const id of ids)
    for (let start = from; start <= to; start += SLICE_MS) {
      changed += await inTurn(db, async (transaction) => {
        const loaded = await loadSeries(transaction, [id])
        const series = loaded.series.get(id)
        if (!series?.head) return 0
        series.isDue = true
        const stretch: Stretch = { series, from: start, to: Math.min(to, start + SLICE_MS - 1), isAll: true }
        const amending = new Amending(transaction)
        const found = await amending.judge([stretch])
        await amending.write()
        await saveHeads(transaction, loaded, [series])
        return found
      })
      told(Math.min(to, start + SLICE_MS), changed)
    }
  return changed
}
/** So much is judged in one transaction: a day of readings every second is in memory at once, and no more. */
const SLICE_MS = 86_400_000

/** One batch after the other, whichever program writes it; the readings of a series are then judged in one order. */
const inTurn = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> => {
  const locked = async (transaction: Database) => {
    await sql`select pg_advisory_xact_lock(${LOCKS.writingReadings})`.execute(transaction)
    return work(transaction)
  }
  return db.isTransaction ? locked(db) : db.transaction().execute(locked)
}

/** Each moment once, the first that came. */
function inOrder(points: readonly Point[]): readonly Point[] {
  for (let index = 1; index < points.length; index++)
    if ((points[index] as Point).at <= (points[index - 1] as Point).at)
      return points
        .toSorted((one, other) => one.at - other.at)
        .filter(({ at }, place, all) => place === 0 || at !== all[place - 1]?.at)
  return points
}

/** The index of the first point after a moment. */
function firstAfter(points: readonly Point[], at: number): number {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle] as Point).at > at) high = middle
    else low = middle + 1
  }
  return low
}
