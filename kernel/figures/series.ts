import { Decimal as Base } from 'decimal.js'
import { EVERY, type Grain, type Indicator } from './indicator.ts'
import { daysIn, type Period } from './period.ts'

/** 40 significant digits: sums of fen over a whole zone stay exact, ratios keep more than anyone prints. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP })
export type Decimal = Base

/** What SQL gives for one entry (month, or day) of one indicator, in the indicator's unit. */
export interface MonthTotal {
  readonly value: Decimal
  /** At last year's prices; equal to `value` where prices play no part. */
  readonly comparable: Decimal
  readonly rows: number
  readonly synthetic: boolean
}

/** Month (YYYY-MM) or day (YYYY-MM-DD) → total. What nobody filed is absent; only a count of events knows zeros. */
export type Series = ReadonlyMap<string, MonthTotal>

/** The keys of a period's entries for an indicator of this grain: its days, its months, or the last months of its quarters. */
export function entriesOf(period: Period, grain: Grain): string[] {
  const two = (value: number) => String(value).padStart(2, '0')
  const months: number[] = []
  for (let month = period.from; month <= period.to; month++) months.push(month)
  const key = (month: number) => `${period.year}-${two(month)}`
  if (grain === 'day')
    return months.flatMap((month) =>
      period.day === undefined
        ? Array.from({ length: daysIn(period.year, month) }, (_, index) => `${key(month)}-${two(index + 1)}`)
        : [`${key(month)}-${two(period.day)}`],
    )
  if (period.day !== undefined) return []
  return months.filter((month) => month % EVERY[grain] === 0).map(key)
}

/** The entries of a grain from one to another, both included. */
export function entriesBetween(first: string, last: string, grain: Grain): string[] {
  const found: string[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    found.push(...entriesOf({ year, from: 1, to: 12 }, grain))
  return found.filter((entry) => entry >= first && entry <= last)
}

/**
 * The total over a period: a flow adds its entries up, a stock is what stands at the last of them.
 * @returns undefined when an entry is missing or the period is finer than the grain (GDP of one month).
 */
export function totalOver(series: Series, indicator: Indicator, period: Period): MonthTotal | undefined {
  const months = entriesOf(period, indicator.grain)
  const last = months.at(-1)
  if (!last || Number(last.slice(5, 7)) !== period.to) return undefined
  const wanted = indicator.nature === 'stock' ? [last] : months
  const totals = wanted.map((month) => series.get(month))
  if (totals.some((total) => total === undefined)) return undefined
  return (totals as MonthTotal[]).reduce((sum, total) => ({
    value: sum.value.plus(total.value),
    comparable: sum.comparable.plus(total.comparable),
    rows: sum.rows + total.rows,
    synthetic: sum.synthetic || total.synthetic,
  }))
}

/** Growth in %, at comparable prices where the series has them. @returns undefined when the base is zero. */
export function growthOf(now: MonthTotal, before: MonthTotal): Decimal | undefined {
  if (before.value.isZero()) return undefined
  return now.comparable.div(before.value).minus(1).times(100)
}

/**
 * Place among others, 1 the best: the highest, or the lowest where down is better. Equals share a place
 * (两个并列第二，其后为第四).
 */
export const rankOf = (own: Decimal, others: readonly Decimal[], direction: Indicator['direction']): number =>
  1 + others.filter((other) => (direction === 'down' ? other.lessThan(own) : other.greaterThan(own))).length

/** How many of the newest entries hold in a row. @param holds newest first */
export function streakOf(holds: readonly (boolean | undefined)[]): number {
  const end = holds.findIndex((held) => held !== true)
  return end < 0 ? holds.length : end
}

/** 环比: against the period just before, in %. */
export const changeOn = (now: Decimal, before: Decimal): Decimal | undefined =>
  before.isZero() ? undefined : now.div(before).minus(1).times(100)

/** The level a year earlier that a stated level and growth imply: level ÷ (1 + growth). */
export const impliedBase = (level: Decimal, growthPercent: Decimal): Decimal =>
  level.div(growthPercent.div(100).plus(1))
