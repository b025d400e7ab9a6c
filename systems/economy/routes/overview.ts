import { z } from 'zod'
import type { Figure, FigureRef } from '../../../kernel/figures/figure.ts'
import { EVERY, type Indicator } from '../../../kernel/figures/indicator.ts'
import { addMonths, yearToDate } from '../../../kernel/figures/period.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { decimal, month, period, textSchema } from './shapes.ts'

/** The indicators of the first screen, in the order of a report. */
export const HEADLINES = [
  'gdp',
  'fiscal-revenue',
  'general-budget-revenue',
  'fixed-asset-investment',
  'retail-wholesale-sales',
  'exports',
  'industrial-output',
  'industrial-value-added',
  'tax-per-mu',
  'value-added-per-mu',
  'digital-revenue',
  'digital-manufacturing-value-added',
  'science-spending',
  'research-spending',
  'research-intensity',
].map((name) => `economy.${name}`)

const card = z.object({
  indicator: z.string(),
  name: textSchema,
  unit: z.string(),
  decimals: z.number(),
  grain: z.enum(['day', 'month', 'quarter', 'year']),
  period: z.string().nullable(),
  /** A month of which returns are still coming in; not part of the value. */
  collecting: month.nullable(),
  value: decimal.nullable(),
  growth: decimal.nullable(),
  /** Place among the city's districts: of growth, or of the level for a ratio. */
  rank: z.number().nullable(),
  /** Against the city: percentage points of growth, or the indicator's unit for a ratio. */
  gap: decimal.nullable(),
  /** Months in first place, or years above the indicator's mark. */
  streak: z.object({ count: z.number(), unit: z.string() }).nullable(),
  status: z.enum(['computed', 'stated', 'inferred', 'forecast', 'missing']),
  synthetic: z.boolean(),
  /** Twelve months (or as many quarters or years as there are), oldest first. */
  sparkline: z.array(z.object({ month, value: decimal })),
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
  const courses = await Promise.all(indicators.map((indicator) => courseOf(context, indicator)))
  const refs = indicators.flatMap((indicator, i) => {
    const period = asked ?? courses[i]!.period
    return period ? refsOf(indicator, period) : []
  })
  const figures = new Map((await context.figures.all(refs)).map((figure) => [keyOf(figure.ref), figure]))
  return indicators.map((indicator, i) => cardOf(indicator, asked, courses[i]!, figures))
}

interface Course {
  readonly period: string | null
  readonly collecting: string | null
  readonly sparkline: Card['sparkline']
}

/** The latest months of an indicator; a ratio has no rows of its own and is followed by years. */
async function courseOf(context: Context, { id, measure, grain }: Indicator): Promise<Course> {
  const { month: last, collecting } = (await context.figures.lastMonths([id])).get(id) ?? {}
  if (!last) return { period: null, collecting: null, sparkline: [] }
  if (measure?.by === 'ratio') {
    const years = Array.from({ length: 5 }, (_, back) => Number(last.slice(0, 4)) - 4 + back)
    const found = await context.figures.all(
      years.map((year) => ({ indicator: id, aspect: 'level', period: String(year) })),
    )
    const sparkline = found.flatMap(({ ref, value }) =>
      value === null ? [] : [{ month: `${ref.period}-12`, value }],
    )
    return { period: yearToDate(last), collecting: null, sparkline }
  }
  const points = await context.figures.series(id, addMonths(last, -11 * EVERY[grain]), last)
  return {
    period: yearToDate(last),
    collecting: collecting ?? null,
    sparkline: points.map(({ month, value }) => ({ month, value })),
  }
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
  course: Course,
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
    period: asked ?? course.period,
    collecting: course.collecting,
    value: level?.value ?? null,
    // A share grows by points, not by per cent of itself; what it gained shows in its course.
    growth: unit === '%' ? null : (of('growth')?.value ?? null),
    rank: rank?.value ? Number(rank.value) : null,
    gap: of('growth.gap', 'gap')?.value ?? null,
    streak: Number(streak?.value) > 0 && streak ? { count: Number(streak.value), unit: streak.unit } : null,
    status: level?.status ?? 'missing',
    synthetic: level !== undefined && isSynthetic(level),
    sparkline: course.sparkline,
  }
}

function isSynthetic({ lineage }: Figure): boolean {
  if (lineage.from === 'rows') return lineage.synthetic
  return lineage.from === 'figures' && lineage.inputs.some(isSynthetic)
}
