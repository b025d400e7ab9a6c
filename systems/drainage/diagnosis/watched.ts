import type { Points } from '../../../engines/hydraulics/fit/index.ts'
import type { NetworkKind } from '../words.ts'

/** A sensor, what it stands in, and what it said. */
export interface Watched {
  /** Id of the row of `drainage.sensors`. */
  readonly sensor: string
  readonly measures: 'level' | 'flow'
  readonly node: string | null
  readonly link: string | null
  readonly network: NetworkKind
  /** Height of the pipe, m: of its link, or of the largest that leaves its node. */
  readonly size: number | null
  /** From the bottom of its node to the ground, m; null of a flow meter. */
  readonly depth: number | null
  /** What its pipe carries when full by Manning's formula, m³/s; null where that cannot be told. */
  readonly full: number | null
  /** Sensors further down the same network, the nearest first. */
  readonly below: readonly string[]
  /** m over the bottom, or m³/s, by moments on the clock of the zone. */
  readonly points: Points
}

/** What is known of a stretch of time: sensors, and the rain of each step in mm. */
export interface Watch {
  readonly sensors: readonly Watched[]
  readonly rain: Points
  /** The newest reading of any of them. */
  readonly newest: number
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const dayOf = (at: number): number => Math.floor(at / DAY) * DAY

/** mm by day. */
export function rainByDay(rain: Points): ReadonlyMap<number, number> {
  const days = new Map<number, number>()
  for (const [at, mm] of rain) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + mm)
  return days
}

/** Whether neither the day nor the one before it had more than so much rain. */
export const isDry = (days: ReadonlyMap<number, number>, day: number, most: number): boolean =>
  (days.get(day) ?? 0) <= most && (days.get(day - DAY) ?? 0) <= most

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

export const byDay = (points: Points): ReadonlyMap<number, readonly number[]> => {
  const days = new Map<number, number[]>()
  for (const [at, value] of points) {
    const known = days.get(dayOf(at))
    if (known) known.push(value)
    else days.set(dayOf(at), [value])
  }
  return days
}
