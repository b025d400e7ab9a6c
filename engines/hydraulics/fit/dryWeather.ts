import { HydraulicsError } from '../errors.ts'
import { addRows, mapRows, removeRowsOfId } from '../model/edit/rows.ts'
import { networkOf } from '../model/network.ts'
import { idOf } from '../model/text.ts'
import type { Model } from '../model/types.ts'
import { type Points, stepOf } from './points.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface DryWeatherOptions {
  /** Rain that fell until each moment since the last, mm. A day without points counts as dry. */
  readonly rain?: Points
  /** A day with more than so much rain (mm) is left out; 1 unless given. */
  readonly rainDay?: number
  /** So many days after it as well, while the ground drains; 1 unless given. */
  readonly after?: number
  /** Whether people work on a day, given as the milliseconds at which it begins; Monday to Friday unless given. */
  readonly isWorkday?: (day: number) => boolean
}

/** 24 factors of the average, from midnight. */
export type Hours = readonly number[]

/** What flows without rain, in the unit of the series. */
export interface DryWeather {
  /** Mean of a workday. */
  readonly average: number
  /** What flows in the least hour of all: at night hardly anybody sends sewage, most of it is water of the ground. */
  readonly base: number
  /** Their mean is 1. */
  readonly workday: Hours
  /** Of the same average; undefined where no whole hour of a weekend was seen. */
  readonly weekend: Hours | undefined
  readonly days: { readonly workday: number; readonly weekend: number; readonly wet: number }
  /** Hours without a reading on any day of their kind; they are drawn straight between their neighbours. */
  readonly gaps: readonly { readonly kind: 'workday' | 'weekend'; readonly hour: number }[]
  /** Hours of dry days in which less than half of the usual readings came, and which were left out. */
  readonly thinHours: number
}

/**
 * Fits the flow of days without rain. Each hour is the median of its days, so that one odd day moves nothing.
 * Days and hours are those of the clock in which the moments are written (UTC of `Date.UTC`).
 * @throws HydraulicsError hydraulics/observed where no workday is left, or nothing flows
 */
export function fitDryWeather(flow: Points, options: DryWeatherOptions = {}): DryWeather {
  const { rain = [], rainDay = 1, after = 1, isWorkday = mondayToFriday } = options
  const wet = wetDays(rain, rainDay, after)
  const means = hourMeans(flow)
  const seen = new Set<number>()
  const left = new Set<number>()
  let thinHours = 0
  const enough = HOUR / stepOf(flow) / 2
  const byHour = { workday: empty(), weekend: empty() }
  const days = { workday: new Set<number>(), weekend: new Set<number>() }
  for (const [at, { sum, count }] of means) {
    const day = Math.floor(at / DAY) * DAY
    seen.add(day)
    if (wet.has(day)) {
      left.add(day)
      continue
    }
    if (count < enough) {
      thinHours++
      continue
    }
    const kind = isWorkday(day) ? 'workday' : 'weekend'
    days[kind].add(day)
    byHour[kind][(at - day) / HOUR]?.push(sum / count)
  }
  const gaps: { kind: 'workday' | 'weekend'; hour: number }[] = []
  const hoursOf = (kind: 'workday' | 'weekend') =>
    days[kind].size === 0 ? undefined : filled(byHour[kind].map(median), (hour) => gaps.push({ kind, hour }))
  const workday = hoursOf('workday')
  const weekend = hoursOf('weekend')
  const average = workday ? workday.reduce((sum, each) => sum + each, 0) / 24 : 0
  if (!workday || !(average > 0)) throw new HydraulicsError('hydraulics/observed', 'flow', String(seen.size))
  const share = (hours: Hours) => hours.map((each) => Number((each / average).toFixed(4)))
  return {
    average,
    base: Math.max(0, Math.min(...workday, ...(weekend ?? []))),
    workday: share(workday),
    weekend: weekend && share(weekend),
    days: { workday: days.workday.size, weekend: days.weekend.size, wet: left.size },
    gaps,
    thinHours,
  }
}

const mondayToFriday = (day: number) => {
  const weekday = new Date(day).getUTCDay()
  return weekday > 0 && weekday < 6
}

const empty = () => Array.from({ length: 24 }, () => [] as number[])

function wetDays(rain: Points, rainDay: number, after: number): ReadonlySet<number> {
  const depths = new Map<number, number>()
  for (const [at, depth] of rain) {
    const day = Math.floor(at / DAY) * DAY
    depths.set(day, (depths.get(day) ?? 0) + depth)
  }
  const wet = new Set<number>()
  for (const [day, depth] of depths)
    if (depth > rainDay) for (let i = 0; i <= after; i++) wet.add(day + i * DAY)
  return wet
}

function hourMeans(points: Points): ReadonlyMap<number, { sum: number; count: number }> {
  const means = new Map<number, { sum: number; count: number }>()
  for (const [at, value] of points) {
    const hour = Math.floor(at / HOUR) * HOUR
    const mean = means.get(hour) ?? { sum: 0, count: 0 }
    means.set(hour, mean)
    mean.sum += value
    mean.count++
  }
  return means
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2
    ? sorted[Math.floor(middle)]
    : sorted.length === 0
      ? undefined
      : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Around the clock: an hour that nobody saw lies on the line between the ones before and after it that somebody saw. */
function filled(hours: readonly (number | undefined)[], tell: (hour: number) => void): Hours {
  const known = (from: number, step: 1 | -1) => {
    for (let i = 1; i <= 24; i++) {
      const value = hours[(from + i * step + 48) % 24]
      if (value !== undefined) return [i, value] as const
    }
    return [1, 0] as const
  }
  return hours.map((value, hour) => {
    if (value !== undefined) return value
    tell(hour)
    const [back, before] = known(hour, -1)
    const [on, next] = known(hour, 1)
    return before + ((next - before) * back) / (back + on)
  })
}

/**
 * Lets a node receive the dry-weather flow that was fitted, in the place of what it received: its average, and patterns
 * named `DWF_` with the node's id.
 * @throws HydraulicsError HYDRAULICS_UNKNOWN
 */
export function setDryWeather(model: Model, node: string, { average, workday, weekend }: DryWeather): Model {
  const known = networkOf(model).nodes.get(idOf(node))
  if (!known) throw new HydraulicsError('HYDRAULICS_UNKNOWN', 'node', node)
  const names = [`DWF_${known.id}`, `DWF_${known.id}_WE`] as const
  const without = names.reduce((left, name) => removeRowsOfId(left, 'PATTERNS', name), model)
  const bare = mapRows(without, 'DWF', (cells) =>
    idOf(cells[0] as string) === idOf(node) && idOf(cells[1] ?? '').startsWith('FLOW') ? undefined : cells,
  )
  const used = weekend ? names : names.slice(0, 1)
  return addRows(bare, [
    ['DWF', [known.id, 'FLOW', Number(average.toPrecision(6)), ...used]],
    ['PATTERNS', [names[0], 'HOURLY', ...workday]],
    ...(weekend ? [['PATTERNS', [names[1], 'WEEKEND', ...weekend]] as const] : []),
  ])
}
