import { Decimal } from 'decimal.js'
import type { Bound } from '../../../engines/report/types.ts'

/** Where the true number lies when words state one: rounding and bounds included. `null` is no limit. */
export interface Interval {
  readonly low: Decimal | null
  readonly high: Decimal | null
}

/** 391 → 390.5..391.5; 超过30 → 30..; 不到70 → ..70; 约9800 → ±5% or half the last place, whichever is wider. */
export function intervalOf(value: Decimal, decimals: number, bound: Bound): Interval {
  const half = new Decimal(10).pow(-decimals).div(2)
  switch (bound) {
    case 'exact':
      return { low: value.minus(half), high: value.plus(half) }
    case 'over':
    case 'atLeast':
      return { low: value, high: null }
    case 'under':
    case 'atMost':
      return { low: null, high: value }
    case 'near':
      return { low: value.minus(value.abs().times(0.1)), high: value.plus(half) }
    case 'about': {
      const slack = Decimal.max(half, value.abs().times(0.05))
      return { low: value.minus(slack), high: value.plus(slack) }
    }
  }
}

export const disjoint = (a: Interval, b: Interval): boolean =>
  (a.high !== null && b.low !== null && a.high.lt(b.low)) ||
  (b.high !== null && a.low !== null && b.high.lt(a.low))

/** level ÷ (1 + growth/100), both uncertain; undefined when growth reaches −100%. */
export function impliedBase(level: Interval, growth: Interval): Interval | undefined {
  const factor = (end: Decimal | null) => (end === null ? null : end.div(100).plus(1))
  const [slow, fast] = [factor(growth.low), factor(growth.high)]
  if ((slow?.lte(0) ?? false) || (fast?.lte(0) ?? false)) return undefined
  return { low: divide(level.low, fast), high: divide(level.high, slow) }
}

/** (b ÷ a − 1) × 100 for positive intervals. */
export function growthBetween(a: Interval, b: Interval): Interval {
  const growth = (ratio: Decimal | null) => (ratio === null ? null : ratio.minus(1).times(100))
  return { low: growth(divide(b.low, a.high)), high: growth(divide(b.high, a.low)) }
}

/** The yearly growth that makes a into b in n years, %. */
export function averageGrowth(a: Interval, b: Interval, years: number): Interval {
  const root = (ratio: Decimal | null) =>
    ratio === null || ratio.lte(0) ? null : ratio.pow(new Decimal(1).div(years)).minus(1).times(100)
  return { low: root(divide(b.low, a.high)), high: root(divide(b.high, a.low)) }
}

export const widen = ({ low, high }: Interval, by: number): Interval => ({
  low: low?.minus(by) ?? null,
  high: high?.plus(by) ?? null,
})

const divide = (a: Decimal | null, b: Decimal | null): Decimal | null =>
  a === null || b === null || b.isZero() ? null : a.div(b)

/** `35.9—36.1`, `≥30`, `≤70`. */
export function showInterval({ low, high }: Interval, decimals: number): string {
  const show = (end: Decimal) => end.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed()
  if (low === null) return high === null ? '—' : `≤${show(high)}`
  if (high === null) return `≥${show(low)}`
  const [from, to] = [show(low), show(high)]
  return from === to ? from : `${from}—${to}`
}
