import { z } from 'zod'
import type { Point } from '../../../kernel/figures/figures.ts'
import { yearToDate } from '../../../kernel/figures/period.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { economyError } from '../errors.ts'
import { forecastGrowth, forecastYear } from '../forecast.ts'
import { decimal, month, textSchema } from './shapes.ts'

const interval = z.object({ value: decimal, low: decimal, high: decimal })

const METHODS = {
  share: text('按往年同期占全年比重推算', 'From the part of a year usually reached by now'),
  growth: text('按累计增速推算', 'Last year, grown as the year so far'),
  momentum: text('按近一季增速推算余下各期', 'The rest of last year, grown as the last quarter'),
  actual: text('全年已有数据', 'The year is complete'),
}

export const forecast = defineRoute({
  method: 'GET',
  path: '/forecast/:indicator',
  summary: text('全年预测，含区间和回测误差', 'Forecast of the year, with interval and back-tested error'),
  allow: 'anyone',
  input: z.object({ indicator: z.string(), through: month.optional() }),
  output: z.object({
    indicator: z.string(),
    unit: z.string(),
    decimals: z.number(),
    year: z.number(),
    /** The last month taken as known, and the cumulative amount up to it. */
    through: month,
    period: z.string(),
    known: decimal,
    level: z.number(),
    forecast: interval,
    growth: interval.nullable(),
    method: z.enum(['share', 'growth', 'momentum', 'actual']),
    methodName: textSchema,
    backtest: z.object({ years: z.array(z.number()), mape: decimal.nullable() }),
    /** Every known period of the last years, oldest first, for the chart. */
    history: z.array(z.object({ month, value: decimal })),
  }),
  handle: async ({ figures }, input) => {
    const indicator = figures.indicators.get(input.indicator)
    if (!indicator)
      throw economyError('ECONOMY_INDICATOR', text('没有这个指标', 'There is no such indicator'), {
        place: 'indicator',
        value: input.indicator,
      })
    if (indicator.nature !== 'flow' || indicator.grain === 'year')
      throw economyError(
        'ECONOMY_FORECAST_GRAIN',
        text(`不预测“${indicator.name.zh}”`, `"${indicator.name.en}" is not forecast`),
        {
          place: 'indicator',
          value: input.indicator,
        },
      )
    const until = input.through ?? (await figures.lastMonth(indicator.id))
    const points = until ? await figures.series(indicator.id, '2000-01', until) : []
    const through = points.at(-1)?.month
    const amounts = points.map(({ month, value }) => ({ month, value: Number(value) }))
    const found = through && forecastYear(amounts, through, indicator.grain === 'month' ? 12 : 4)
    if (!through || !found)
      throw economyError(
        'ECONOMY_FORECAST_HISTORY',
        text('数据不足，不能预测', 'Too little is known to forecast'),
        {
          place: 'through',
          value: through ?? input.through,
        },
      )
    const growth = forecastGrowth(found, total(points, yearBefore(through, '12')), pricesOf(points, through))
    const known = total(points, through)
    return {
      indicator: indicator.id,
      unit: indicator.unit,
      decimals: indicator.decimals,
      year: Number(through.slice(0, 4)),
      through,
      period: yearToDate(through),
      known: known.toFixed(PLACES),
      level: found.level,
      forecast: shown(found),
      growth: growth ? shown(growth) : null,
      method: found.method,
      methodName: METHODS[found.method],
      backtest: {
        years: [...found.backtest.years],
        mape: found.backtest.mape === null ? null : found.backtest.mape.toFixed(2),
      },
      history: points.slice(-60).map(({ month, value }) => ({ month, value })),
    }
  },
})

/** Estimates are no more exact than this. */
const PLACES = 4
const shown = ({ value, low, high }: { value: number; low: number; high: number }) => ({
  value: value.toFixed(PLACES),
  low: low.toFixed(PLACES),
  high: high.toFixed(PLACES),
})

const yearBefore = (month: string, last = month.slice(5)): string =>
  `${Number(month.slice(0, 4)) - 1}-${last}`

/** The amount of a month's year up to that month. */
const total = (
  points: readonly Point[],
  through: string,
  of: (point: Point) => string = ({ value }) => value,
): number =>
  points
    .filter(({ month }) => month.slice(0, 4) === through.slice(0, 4) && month <= through)
    .reduce((sum, point) => sum + Number(of(point)), 0)

/** Comparable over current prices in the year so far: 1 where prices play no part. */
function pricesOf(points: readonly Point[], through: string): number {
  const current = total(points, through)
  return current === 0 ? 1 : total(points, through, ({ value, comparable }) => comparable ?? value) / current
}
