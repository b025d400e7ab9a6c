import { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import {
  addMonths,
  cumulative,
  type FigureRef,
  formatPeriod,
  formatRef,
  parsePeriod,
  parseRef,
  yearToDate,
} from '../../../kernel/figures/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { indicatorSummaryShape } from './shapes.ts'

const figure = z.looseObject({ value: z.string().nullable(), unit: z.string(), status: z.string() })

export const indicatorRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/indicators',
    summary: text('指标目录', 'Catalogue of indicators'),
    allow: 'anyone',
    input: z.object({}),
    output: z.array(indicatorSummaryShape),
    handle: (context) => catalogue(zone, context),
  }),
  defineRoute({
    method: 'GET',
    path: '/indicators/:id/series',
    summary: text('指标的逐月数据', 'Monthly series of an indicator'),
    allow: 'anyone',
    input: z.object({
      id: z.string(),
      from: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .default('2019-01'),
      to: z
        .string()
        .regex(/^\d{4}-\d{2}$/)
        .default('2099-12'),
    }),
    output: z.object({
      points: z.array(z.object({ month: z.string(), value: z.string(), rows: z.number() })),
      growth: z.array(z.object({ month: z.string(), value: z.string() })),
      peers: z.array(z.object({ place: z.string(), value: z.string(), own: z.boolean() })),
    }),
    handle: async (context, { id, from, to }) => {
      const points = await context.figures.series(id, from, to)
      const months = points.map(({ month }) => month)
      const periods = months.map(yearToDate)
      const growth = await context.figures.all(
        periods.map((period) => ({ indicator: id, aspect: 'growth', period }) as const),
      )
      const last = periods.at(-1)
      const rank = last
        ? await context.figures.figure({ indicator: id, aspect: 'growth.rank', period: last })
        : undefined
      return {
        points: points.map(({ month, value, rows }) => ({ month, value, rows })),
        growth: growth.flatMap(({ value }, index) =>
          value === null ? [] : [{ month: months[index] ?? '', value }],
        ),
        peers: rank?.lineage.from === 'peers' ? [...rank.lineage.peers] : [],
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/figures/:ref',
    summary: text('一个数字及其来历', 'A figure with its lineage'),
    allow: 'anyone',
    input: z.object({ ref: z.string() }),
    output: figure,
    handle: async (context, { ref }) => {
      const address = refOf(ref)
      const found = await context.figures.figure(address)
      return { ...found, indicator: context.figures.indicators.get(address.indicator) ?? null }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/figures/:ref/rows',
    summary: text('数字背后的记录', 'The rows behind a figure'),
    allow: 'anyone',
    input: z.object({
      ref: z.string(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({
      record: z.string(),
      total: z.number(),
      sum: z.string(),
      rows: z.array(z.looseObject({ contribution: z.string() })),
    }),
    handle: async (context, { ref, offset, limit }) => {
      const found = await context.figures.rows(refOf(ref), { offset, limit })
      return { ...found, rows: [...found.rows] }
    },
  }),
]

function refOf(source: string): FigureRef {
  const ref = parseRef(source)
  if (ref && parsePeriod(ref.period)) return ref
  throw new GaoxinError(
    'FIGURE_ADDRESS',
    text('数字的地址不合规则', 'This is not the address of a figure'),
    text('应如 economy.gdp:growth@2023', 'Expected something like economy.gdp:growth@2023'),
    { value: source, place: 'ref' },
  )
}

/** All indicators with their newest value and twelve months of spark line; three queries for the lot. */
async function catalogue(zone: Zone, context: Context) {
  const owner = new Map(
    zone.systems.flatMap(({ id, indicators }) => indicators.map((one) => [one.id, id] as const)),
  )
  const list = [...context.figures.indicators.values()]
  const latest = await Promise.all(list.map((indicator) => context.figures.lastMonth(indicator.id)))
  const periods = latest.map((month, index) => {
    if (!month) return undefined
    const year = Number(month.slice(0, 4))
    return list[index]?.nature === 'stock' ? month : formatPeriod(cumulative(year, Number(month.slice(5))))
  })
  const refs = list.flatMap(({ id }, index): FigureRef[] => {
    const period = periods[index] ?? '2023'
    return [
      { indicator: id, aspect: 'level', period },
      { indicator: id, aspect: 'growth', period },
    ]
  })
  const figures = await context.figures.all(refs)
  return Promise.all(
    list.map(async (indicator, index) => {
      const [level, growth] = [figures[index * 2], figures[index * 2 + 1]]
      const month = latest[index]
      const spark = month
        ? (await context.figures.series(indicator.id, addMonths(month, -11), month)).slice(-12)
        : []
      return {
        ...indicator,
        system: owner.get(indicator.id) ?? '',
        computed: indicator.measure !== undefined,
        latest: level?.value
          ? {
              ref: formatRef(level.ref),
              period: level.ref.period,
              value: level.value,
              growth: growth?.value ?? null,
              status: level.status,
            }
          : null,
        spark: spark.map(({ month: at, value }) => ({ month: at, value })),
      }
    }),
  )
}
