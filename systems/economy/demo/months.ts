/** The zone's totals by period, whole hundredths of 万元 (or of 亩), before they are divided among units. */

import { apportion } from '../../../kernel/sample/apportion.ts'
import { random } from '../../../kernel/sample/random.ts'
import { ITEMS, type ItemId, itemOf } from '../items.ts'
import { FIRST_YEAR, HISTORY, type History, LAST_MONTH, LAST_YEAR } from './history.ts'

export interface Total {
  /** YYYY-MM; a quarter or a year stands under its last month. */
  readonly month: string
  /** Hundredths of 万元 or of 亩. */
  readonly value: number
  /** The same at last year's prices; null where not filed, and in the first year, which has no year before. */
  readonly comparable: number | null
}

export type Totals = Readonly<Record<ItemId, readonly Total[]>>

/** Growth of the months of 2020, and of the rebound in 2021, against their year's average. */
const COVID = [-0.1, -0.26, -0.13, -0.05, -0.01, 0.03, 0.06, 0.07, 0.08, 0.08, 0.09, 0.09]
const REBOUND = [0.1, 0.22, 0.1, 0.05, 0.02, -0.01, -0.03, -0.05, -0.06, -0.06, -0.07, -0.07]

/** Totals of every item over the demonstration; the same for every scale, since units only divide them. */
export function totals(seed: number): Totals {
  return Object.fromEntries(
    (Object.keys(ITEMS) as ItemId[]).map((id) => [id, totalsOf(id, seed)]),
  ) as unknown as Totals
}

function totalsOf(id: ItemId, seed: number): Total[] {
  const history = HISTORY[id]
  const every = itemOf(id)!.every
  const cent = itemOf(id)!.unit === '亩' ? 100 : 1_000_000
  const periods = 12 / every
  const result: Total[] = []
  let before: Float64Array | undefined
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const count = year < LAST_YEAR ? periods : Math.floor(Number(LAST_MONTH.slice(5)) / every)
    if (count === 0) break
    const level = history.years[year - FIRST_YEAR]
    const base = before && sum(before.subarray(0, count))
    const growth = nominal(history, year)
    const total = level === undefined ? Math.round(base! * (1 + growth)) : Math.round(level * cent)
    const swing = swings(history, year, periods, random(seed, 'months', id, year))
    const value = apportion(
      total,
      Array.from({ length: count }, (_, i) =>
        before ? before[i]! * Math.max(0.02, 1 + growth + swing[i]!) : history.shape[i]!,
      ),
    )
    const real = realGrowth(history, year)
    const comparable =
      before && real !== undefined
        ? apportion(
            Math.round(base! * (1 + real)),
            Array.from({ length: count }, (_, i) => before![i]! * (1 + real + swing[i]!)),
          )
        : undefined
    for (let i = 0; i < count; i++)
      result.push({
        month: `${year}-${String((i + 1) * every).padStart(2, '0')}`,
        value: value[i]!,
        comparable: comparable ? comparable[i]! : null,
      })
    before = value
  }
  return result
}

/** How far each period's growth departs from its year's: a lean over the year, the epidemic, and weather. */
function swings(history: History, year: number, periods: number, from: ReturnType<typeof random>): number[] {
  const step = 12 / periods
  let drift = 0
  return Array.from({ length: periods }, (_, i) => {
    drift = 0.5 * drift + history.noise * from.normal()
    const month = Math.round((i + 0.5) * step - 0.5)
    const epidemic = year === 2020 ? COVID[month]! : year === 2021 ? REBOUND[month]! : 0
    const lean = (history.lean?.[year] ?? 0) * (1 - (2 * month) / 11)
    return lean + history.covid * epidemic + drift
  })
}

function nominal(history: History, year: number): number {
  const [now, then] = [history.years[year - FIRST_YEAR], history.years[year - FIRST_YEAR - 1]]
  return now !== undefined && then !== undefined ? now / then - 1 : (history.running?.nominal ?? 0) / 100
}

function realGrowth(history: History, year: number): number | undefined {
  if (!history.real) return undefined
  const percent = history.real[year - FIRST_YEAR - 1] ?? history.running?.real
  return percent === undefined ? undefined : percent / 100
}

export const sum = (values: Iterable<number>): number => {
  let total = 0
  for (const value of values) total += value
  return total
}

/**
 * Growth in % of the months from January on over the same months of the year before, at comparable prices where
 * the item has them. @returns undefined for the first year.
 */
export function cumulativeGrowth(
  series: readonly Total[],
  year: number,
  lastMonth: string,
): number | undefined {
  const own = series.filter(({ month }) => month >= `${year}-01` && month <= lastMonth)
  const then = series.filter(
    ({ month }) => month >= `${year - 1}-01` && month <= `${year - 1}${lastMonth.slice(4)}`,
  )
  if (own.length === 0 || own.length !== then.length) return undefined
  const now = sum(own.map(({ value, comparable }) => comparable ?? value))
  return (now / sum(then.map(({ value }) => value)) - 1) * 100
}
