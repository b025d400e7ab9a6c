/**
 * Where the year will end, from the months so far: three plain methods, each tried on the years already known at
 * the same point of the year; the one that erred least speaks, and its errors then make the interval.
 */

import type { ForecastAnswer, ForecastQuestion } from '../../kernel/figures/forecast.ts'
import { text } from '../../kernel/text.ts'

export interface Amount {
  /** YYYY-MM; a quarter stands under its last month. */
  readonly month: string
  readonly value: number
}

export type Method = 'share' | 'growth' | 'momentum' | 'actual'

export interface Forecast {
  /** The whole year, in the unit of the history. */
  readonly value: number
  readonly low: number
  readonly high: number
  /** How often the truth should lie between low and high. */
  readonly level: 0.8
  readonly method: Method
  /** Years on which the method was tried, and its mean absolute error there in %; null when the year is over. */
  readonly backtest: { readonly years: readonly number[]; readonly mape: number | null }
}

/** Whole years, oldest first, and the year to foresee with the periods known of it. */
interface Known {
  readonly past: readonly { readonly year: number; readonly values: readonly number[] }[]
  readonly now: readonly number[]
}

/** Years whose habits still say something about this one. */
const YEARS = 5
const LEVEL = 0.8

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Each method: the year's total, or NaN where its divisor is zero. */
const METHODS: Readonly<Record<Exclude<Method, 'actual'>, (known: Known) => number>> = {
  /** The part of a year that was usually reached by now. */
  share: ({ past, now }) => {
    const recent = past.slice(-3)
    const shares = recent.map(({ values }) => sum(values.slice(0, now.length)) / sum(values))
    return sum(now) / (sum(shares) / shares.length)
  },
  /** Last year, grown as the year so far has grown. */
  growth: ({ past, now }) => {
    const last = past.at(-1)!.values
    return (sum(last) * sum(now)) / sum(last.slice(0, now.length))
  },
  /** What is there, and the rest of last year grown as the last quarter has grown. */
  momentum: ({ past, now }) => {
    const last = past.at(-1)!.values
    const since = Math.max(0, now.length - Math.ceil(last.length / 4))
    const pace = sum(now.slice(since)) / sum(last.slice(since, now.length))
    return sum(now) + sum(last.slice(now.length)) * pace
  },
}

/**
 * Foresees the total of the year of `through`.
 * @param history the base series, any order; later months than `through` are not looked at
 * @param through YYYY-MM, the last period to take as known
 * @param periods entries of a whole year: 12 or 4
 * @returns undefined when the year has no unbroken start, or fewer than two whole years stand before it
 */
export function forecastYear(
  history: readonly Amount[],
  through: string,
  periods: 12 | 4 = 12,
): Forecast | undefined {
  const year = Number(through.slice(0, 4))
  const now = yearOf(history, year, periods, through)
  if (!now || now.length === 0) return undefined
  if (now.length === periods) {
    const value = sum(now)
    return {
      value,
      low: value,
      high: value,
      level: LEVEL,
      method: 'actual',
      backtest: { years: [], mape: null },
    }
  }
  const past = wholeYears(history, year, periods)
  const trials = (Object.keys(METHODS) as (keyof typeof METHODS)[]).flatMap((method) => {
    const errors = backtest(past, now.length, METHODS[method])
    const value = METHODS[method]({ past, now })
    return errors.length > 0 && Number.isFinite(value) ? [{ method, errors, value }] : []
  })
  // A strict comparison, so that equals are settled by the order of METHODS.
  const best = trials.reduce<(typeof trials)[number] | undefined>(
    (least, trial) => (least && meanSize(least.errors) <= meanSize(trial.errors) ? least : trial),
    undefined,
  )
  if (!best) return undefined
  const { method, errors, value } = best
  const width = halfWidth(errors.map(({ error }) => error)) * Math.abs(value)
  // Where nothing was ever negative, the year cannot end below what is already there.
  const floor = history.every(({ month, value: amount }) => month > through || amount >= 0)
    ? Math.min(sum(now), value)
    : -Infinity
  return {
    value,
    low: Math.max(floor, value - width),
    high: value + width,
    level: LEVEL,
    method,
    backtest: { years: errors.map((trial) => trial.year), mape: 100 * meanSize(errors) },
  }
}

/** How a method would have erred in each whole year that has a year before it, relative to what it said. */
function backtest(
  past: Known['past'],
  known: number,
  method: (known: Known) => number,
): { readonly year: number; readonly error: number }[] {
  return past.slice(1).flatMap(({ year, values }, i) => {
    const said = method({ past: past.slice(0, i + 1), now: values.slice(0, known) })
    return Number.isFinite(said) && said !== 0 ? [{ year, error: (sum(values) - said) / Math.abs(said) }] : []
  })
}

const meanSize = (errors: readonly { readonly error: number }[]): number =>
  sum(errors.map(({ error }) => Math.abs(error))) / errors.length

/** Student's t at 0.9 by degrees of freedom: eight in ten truths lie within, with the few errors there are. */
const STUDENT = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372]

function halfWidth(errors: readonly number[]): number {
  const n = errors.length
  const t = STUDENT[Math.min(n, STUDENT.length) - 1]!
  return t * Math.sqrt(sum(errors.map((error) => error * error)) / n) * Math.sqrt(1 + 1 / n)
}

/** The periods of a year in order, from its first and without a gap. @returns undefined when one is missing. */
function yearOf(
  history: readonly Amount[],
  year: number,
  periods: number,
  through: string,
): number[] | undefined {
  const step = 12 / periods
  const values = new Map(history.map(({ month, value }) => [month, value]))
  const found: number[] = []
  for (let month = step; month <= 12; month += step) {
    const key = `${year}-${String(month).padStart(2, '0')}`
    if (key > through) break
    const value = values.get(key)
    if (value === undefined) return undefined
    found.push(value)
  }
  return found
}

/** The years just before, as far back as they are whole and follow each other. */
function wholeYears(history: readonly Amount[], before: number, periods: number): Known['past'] {
  const past: { year: number; values: number[] }[] = []
  for (let year = before - 1; past.length < YEARS; year--) {
    const values = yearOf(history, year, periods, `${year}-12`)
    if (!values) break
    past.unshift({ year, values })
  }
  return past
}

const NAMES = {
  share: text('按往年同期占全年比重推算', 'From the part of a year usually reached by now'),
  growth: text('按累计增速推算', 'Last year, grown as the year so far'),
  momentum: text('按近一季增速推算余下各期', 'The rest of last year, grown as the last quarter'),
  actual: text('全年已有数据', 'The year is complete'),
} as const satisfies Record<Method, unknown>

/** Estimates are no more exact than this. */
const PLACES = 4

/** The same as the contract asks for it: decimals as text, the grain told by the series itself. */
export function answerForecast({ points, through }: ForecastQuestion): ForecastAnswer | undefined {
  const quarterly = points.every(({ month }) => Number(month.slice(5)) % 3 === 0)
  const found = forecastYear(
    points.map(({ month, value }) => ({ month, value: Number(value) })),
    through,
    quarterly ? 4 : 12,
  )
  if (!found) return undefined
  const { value, low, high, level, method, backtest: tried } = found
  return {
    value: value.toFixed(PLACES),
    low: low.toFixed(PLACES),
    high: high.toFixed(PLACES),
    level,
    method: NAMES[method],
    backtest: { years: tried.years, mape: tried.mape === null ? null : tried.mape.toFixed(2) },
  }
}
