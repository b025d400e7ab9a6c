import { z } from 'zod'
import type { Figure, FigureRef } from '../../../kernel/figures/figure.ts'
import type { Figures, Point } from '../../../kernel/figures/figures.ts'
import { EVERY, type Indicator } from '../../../kernel/figures/indicator.ts'
import { addMonths, yearToDate } from '../../../kernel/figures/period.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { month, period } from './shapes.ts'

/** The indicators of the first screen, in the order of a report; those of systems that are not there are left out. */
export const HEADLINES = [
  'economy.gdp',
  'economy.fiscal-revenue',
  'economy.general-budget-revenue',
  'economy.fixed-asset-investment',
  'economy.retail-wholesale-sales',
  'economy.exports',
  'economy.industrial-output',
  'economy.industrial-value-added',
  'efficiency.tax-per-mu',
  'efficiency.value-added-per-mu',
  'economy.digital-revenue',
  'economy.digital-manufacturing-value-added',
  'policy.science-spending',
  'economy.research-spending',
  'economy.research-intensity',
]

const card = z.object({
  indicator: z.string(),
  name: textShape,
  unit: z.string(),
  decimals: z.number(),
  grain: z.enum(['day', 'month', 'quarter', 'year']),
  period: z.string().nullable(),
  /** A month of which returns are still coming in; not part of the value. */
  collecting: month.nullable(),
  value: decimalShape.nullable(),
  growth: decimalShape.nullable(),
  /** Place among the city's districts: of growth, or of the level for a ratio. */
  rank: z.number().nullable(),
  /** Against the city: percentage points of growth, or the indicator's unit for a ratio. */
  gap: decimalShape.nullable(),
  /** Months in first place, or years above the indicator's mark. */
  streak: z.object({ count: z.number(), unit: z.string() }).nullable(),
  status: z.enum(['computed', 'stated', 'inferred', 'forecast', 'missing']),
  synthetic: z.boolean(),
  /** Twelve months (or as many quarters or years as there are), oldest first. */
  sparkline: z.array(z.object({ month, value: decimalShape })),
})
type Card = z.infer<typeof card>

export const overview = defineRoute({
  method: 'GET',
  path: '/overview',
  summary: text(
    '主要指标：最新累计、增速、位次、差距、连续性和走势',
    'Headline indicators: level, growth, rank, gap, streak, course',
  ),
  allow: 'anyone',
  input: z.object({ period: period.optional() }),
  output: z.object({ today: z.string(), items: z.array(card) }),
  handle: async (context, input) => ({
    today: context.today,
    items: await cards(context, input.period),
  }),
})

async function cards(context: Context, asked: string | undefined): Promise<Card[]> {
  const indicators = HEADLINES.flatMap((id) => context.figures.indicators.get(id) ?? [])
  const courses = await coursesOf(context, indicators)
  const refs = indicators.flatMap((indicator) => {
    const period = asked ?? courses.get(indicator.id)?.period
    return period ? refsOf(indicator, period) : []
  })
  const figures = new Map((await context.figures.all(refs)).map((figure) => [keyOf(figure.ref), figure]))
  return indicators.map((indicator) => cardOf(indicator, asked, courses.get(indicator.id), figures))
}

interface Course {
  readonly period: string
  readonly collecting: string | undefined
  readonly sparkline: Card['sparkline']
}

/** The latest months of every indicator that has any; a ratio has no rows of its own and is followed by years. */
async function coursesOf(
  { figures }: Context,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, Course>> {
  const reaches = await figures.lastMonths(indicators.map(({ id }) => id))
  const known = indicators.flatMap((indicator) => {
    const { month, collecting } = reaches.get(indicator.id) ?? {}
    return month ? [{ ...indicator, month, collecting }] : []
  })
  const [amounts, shares] = await Promise.all([
    amountsOf(
      figures,
      known.filter(({ nature }) => nature !== 'ratio'),
    ),
    sharesOf(
      figures,
      known.filter(({ nature }) => nature === 'ratio'),
    ),
  ])
  return new Map(
    known.map(({ id, month, collecting }) => {
      const points = amounts.get(id) ?? shares.get(id) ?? []
      const shown = points.filter((point) => point.month <= month).slice(-12)
      return [
        id,
        {
          period: yearToDate(month),
          collecting,
          sparkline: shown.map((point) => ({ month: point.month, value: point.value })),
        },
      ]
    }),
  )
}

interface Known extends Indicator {
  /** The last collected one. */
  readonly month: string
}
type Points = ReadonlyMap<string, readonly Pick<Point, 'month' | 'value'>[]>

/** Asked for grain by grain, since twelve years for the yearly ones would be twelve years of months for the others. */
async function amountsOf(figures: Figures, known: readonly Known[]): Promise<Points> {
  const grains = [...new Set(known.map(({ grain }) => grain))]
  const found = await Promise.all(
    grains.map((grain) => {
      const alike = known.filter((one) => one.grain === grain)
      const months = alike.map(({ month }) => month).sort()
      const from = addMonths(months[0] ?? '', -11 * EVERY[grain])
      return figures.seriesOf(
        alike.map(({ id }) => id),
        from,
        months.at(-1) ?? '',
      )
    }),
  )
  return new Map(found.flatMap((series) => [...series]))
}

async function sharesOf(figures: Figures, known: readonly Known[]): Promise<Points> {
  const refs = known.flatMap(({ id, month }) =>
    [4, 3, 2, 1, 0].map((back): FigureRef => {
      const period = String(Number(month.slice(0, 4)) - back)
      return { indicator: id, aspect: 'level', period }
    }),
  )
  const found = await figures.all(refs)
  return new Map(
    known.map(({ id }) => [
      id,
      found.flatMap(({ ref, value }) =>
        ref.indicator === id && value !== null ? [{ month: `${ref.period}-12`, value }] : [],
      ),
    ]),
  )
}

/** A ratio is compared by its level, everything else by its growth. */
function refsOf({ id, nature, streak }: Indicator, period: string): FigureRef[] {
  const compared = nature === 'ratio' ? (['rank', 'gap'] as const) : (['growth.rank', 'growth.gap'] as const)
  const lasting = streak ? 'growth.streak' : nature === 'ratio' ? undefined : 'growth.rank.streak'
  const aspects: FigureRef['aspect'][] = ['level', 'growth', ...compared]
  if (lasting) aspects.push(lasting)
  return aspects.map((aspect) => ({ indicator: id, aspect, period }))
}

const keyOf = ({ indicator, aspect }: FigureRef): string => `${indicator}:${aspect}`

function cardOf(
  indicator: Indicator,
  asked: string | undefined,
  course: Course | undefined,
  figures: ReadonlyMap<string, Figure>,
): Card {
  const { id, name, unit, decimals, grain } = indicator
  const of = (...aspects: FigureRef['aspect'][]): Figure | undefined =>
    aspects.map((aspect) => figures.get(`${id}:${aspect}`)).find((figure) => figure?.value != null)
  const [level, rank, streak] = [
    of('level'),
    of('growth.rank', 'rank'),
    of('growth.streak', 'growth.rank.streak'),
  ]
  return {
    indicator: id,
    name,
    unit,
    decimals,
    grain,
    period: asked ?? course?.period ?? null,
    collecting: course?.collecting ?? null,
    value: level?.value ?? null,
    // A share grows by points, not by per cent of itself; what it gained shows in its course.
    growth: unit === '%' ? null : (of('growth')?.value ?? null),
    rank: rank?.value ? Number(rank.value) : null,
    gap: of('growth.gap', 'gap')?.value ?? null,
    streak: Number(streak?.value) > 0 && streak ? { count: Number(streak.value), unit: streak.unit } : null,
    status: level?.status ?? 'missing',
    synthetic: level !== undefined && isSynthetic(level),
    sparkline: course?.sparkline ?? [],
  }
}

function isSynthetic({ lineage }: Figure): boolean {
  if (lineage.from === 'rows') return lineage.synthetic
  return lineage.from === 'figures' && lineage.inputs.some(isSynthetic)
}
