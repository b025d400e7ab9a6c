import { z } from 'zod'
import type { Figure, FigureRef } from '../../../kernel/figures/figure.ts'
import { EVERY } from '../../../kernel/figures/indicator.ts'
import { cumulative, formatPeriod, parsePeriod, yearToDate } from '../../../kernel/figures/period.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { economyError } from '../errors.ts'
import { period } from './shapes.ts'

export const peers = defineRoute({
  method: 'GET',
  path: '/peers/:indicator',
  summary: text(
    '与全市及各区县比较：位次、差距和逐期变化',
    'Against the city and its districts: rank, gap, course',
  ),
  allow: 'anyone',
  input: z.object({ indicator: z.string(), period: period.optional() }),
  output: z.object({
    indicator: z.string(),
    name: textShape,
    aspect: z.enum(['growth', 'level']),
    unit: z.string(),
    period: z.string(),
    rank: z.number().nullable(),
    gap: decimalShape.nullable(),
    city: decimalShape.nullable(),
    synthetic: z.boolean(),
    /** The zone among the districts, the best first; equal values share a rank. */
    places: z.array(z.object({ place: z.string(), value: decimalShape, rank: z.number(), own: z.boolean() })),
    /** The same year's cumulative periods up to this one. */
    course: z.array(
      z.object({
        period: z.string(),
        value: decimalShape,
        rank: z.number().nullable(),
        gap: decimalShape.nullable(),
      }),
    ),
  }),
  handle: async ({ figures }, input) => {
    const indicator = figures.indicators.get(input.indicator)
    if (!indicator)
      throw economyError('ECONOMY_INDICATOR', text('没有这个指标', 'There is no such indicator'), {
        place: 'indicator',
        value: input.indicator,
      })
    const last = await figures.lastMonth(indicator.id)
    const asked = input.period ?? (last && yearToDate(last))
    const parsed = asked && parsePeriod(asked)
    if (!parsed)
      throw economyError('ECONOMY_PERIOD', text('这个指标还没有数据', 'This indicator has no data yet'), {
        place: 'period',
        value: input.period,
      })
    const aspect: 'level' | 'growth' = indicator.nature === 'ratio' ? 'level' : 'growth'
    const aspects =
      aspect === 'level'
        ? (['level', 'rank', 'gap'] as const)
        : (['growth', 'growth.rank', 'growth.gap'] as const)
    const step = EVERY[indicator.grain]
    const periods = [formatPeriod(parsed)]
    for (let to = step; parsed.from === 1 && to < parsed.to; to += step)
      periods.splice(-1, 0, formatPeriod(cumulative(parsed.year, to)))
    const refs = periods.flatMap((period) =>
      aspects.map((aspect): FigureRef => ({ indicator: indicator.id, aspect, period })),
    )
    const found = await figures.all(refs)
    const course = periods.flatMap((period, i) => {
      const [own, rank, gap] = found.slice(i * 3, i * 3 + 3)
      return own?.value ? [{ period, value: own.value, rank: numeric(rank), gap: gap?.value ?? null }] : []
    })
    const [rank, gap] = found.slice(-2)
    return {
      indicator: indicator.id,
      name: indicator.name,
      aspect,
      unit: aspect === 'growth' ? '%' : indicator.unit,
      period: formatPeriod(parsed),
      rank: numeric(rank),
      gap: gap?.value ?? null,
      city: peersOf(gap).find(({ own }) => !own)?.value ?? null,
      synthetic: rank?.lineage.from === 'peers' && rank.lineage.synthetic,
      places: ranked(peersOf(rank)),
      course,
    }
  },
})

const numeric = (figure: Figure | undefined): number | null => (figure?.value ? Number(figure.value) : null)

type Places = Extract<Figure['lineage'], { from: 'peers' }>['peers']
const peersOf = (figure: Figure | undefined): Places =>
  figure?.lineage.from === 'peers' ? figure.lineage.peers : []

/** @param places the best first, as the rank's lineage lists them */
const ranked = (places: Places) =>
  places.map((peer) => ({
    ...peer,
    rank: 1 + places.findIndex(({ value }) => Number(value) === Number(peer.value)),
  }))
