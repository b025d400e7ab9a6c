import type { Text } from '../text.ts'
import type { Point } from './figures.ts'
import { Decimal } from './series.ts'

/** Where a year will end, from the months so far. */
export interface ForecastQuestion {
  /** An indicator of the system asked, by id. */
  readonly indicator: string
  /** Its base series, oldest first. */
  readonly points: readonly Point[]
  /** YYYY-MM, the last month to take as known; the year foreseen is its year. */
  readonly through: string
}

/** Exact decimals as text. */
export interface Interval {
  readonly value: string
  readonly low: string
  readonly high: string
}

export interface ForecastAnswer extends Interval {
  /** How often the truth should lie between low and high: 0.8. */
  readonly level: number
  /** How it was foreseen. */
  readonly method: Text
  /** Years on which the method was tried, and its mean absolute error there in %; null when the year is over. */
  readonly backtest: { readonly years: readonly number[]; readonly mape: string | null }
}

/**
 * Growth of the whole year, in %: it is foreseen at comparable prices, so this year's months count at last year's
 * prices and are set against last year as it was.
 * @param foresee the system's forecast over points
 * @returns undefined where nothing is foreseen or there is no year before
 */
export function foreseeGrowth(
  foresee: (points: readonly Point[]) => ForecastAnswer | undefined,
  points: readonly Point[],
  through: string,
): (Interval & { readonly level: number }) | undefined {
  const year = through.slice(0, 4)
  const answer = foresee(
    points.map((point) =>
      point.month.startsWith(year) ? { ...point, value: point.comparable ?? point.value } : point,
    ),
  )
  const before = points
    .filter(({ month }) => month.startsWith(String(Number(year) - 1)))
    .reduce((sum, { value }) => sum.plus(value), new Decimal(0))
  if (!answer || before.lte(0)) return undefined
  const growth = (level: string) => new Decimal(level).div(before).minus(1).times(100).toFixed(4)
  return {
    value: growth(answer.value),
    low: growth(answer.low),
    high: growth(answer.high),
    level: answer.level,
  }
}
