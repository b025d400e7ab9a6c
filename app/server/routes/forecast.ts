import { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import { addMonths, foreseeGrowth, type Point } from '../../../kernel/figures/index.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'

const interval = z.object({ value: decimalShape, low: decimalShape, high: decimalShape })

/** Years of history that a forecast may look at. */
const YEARS = 6

export const forecastRoute = (zone: Zone) =>
  defineRoute({
    method: 'GET',
    path: '/indicators/:id/forecast',
    summary: text('全年预测，含区间和回测误差', 'Forecast of the year, with interval and back-tested error'),
    allow: 'anyone',
    input: z.object({ id: z.string() }),
    output: z
      .object({
        unit: z.string(),
        year: z.number(),
        through: z.string().describe('The last month taken as known'),
        level: z.number().describe('How often the truth should lie within the interval'),
        forecast: interval,
        growth: interval.nullable(),
        method: textShape,
        backtest: z.object({ years: z.array(z.number()), mape: decimalShape.nullable() }),
        history: z.array(z.object({ month: z.string(), value: decimalShape })),
      })
      .nullable()
      .describe('Null where nothing is foreseen: a ratio, a stock, a year, or too short a history'),
    handle: async ({ figures }, { id }) => {
      const indicator = figures.indicators.get(id)
      if (!indicator)
        throw new GaoxinError(
          'INDICATOR_UNKNOWN',
          text('没有这个指标', 'There is no such indicator'),
          text('请从指标目录选择', 'Choose one from the catalogue'),
          { place: 'id', value: id, status: 404 },
        )
      const system = zone.systems.find((one) => id.startsWith(`${one.id}.`))
      const through = await figures.lastMonth(id)
      if (!system?.forecast || !through || indicator.nature !== 'flow' || indicator.grain === 'year')
        return null
      const points = await figures.series(id, addMonths(`${through.slice(0, 4)}-01`, -12 * YEARS), through)
      const foresee = (from: readonly Point[]) => system.forecast?.({ indicator: id, points: from, through })
      const answer = foresee(points)
      if (!answer) return null
      const { value, low, high, level, method, backtest } = answer
      return {
        unit: indicator.unit,
        year: Number(through.slice(0, 4)),
        through,
        level,
        forecast: { value, low, high },
        growth: foreseeGrowth(foresee, points, through) ?? null,
        method,
        backtest,
        history: points.map(({ month, value: amount }) => ({ month, value: amount })),
      }
    },
  })
