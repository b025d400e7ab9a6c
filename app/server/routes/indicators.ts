import { z } from 'zod'
import { GaoxinError } from '../../../kernel/errors.ts'
import {
  addMonths,
  type FigureRef,
  type Figures,
  formatRef,
  parsePeriod,
  parseRef,
  yearToDate,
} from '../../../kernel/figures/index.ts'
import { endOfDay } from '../../../kernel/store/index.ts'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { allRecords } from '../../systems.ts'
import type { Zone } from '../../zone.ts'
import { forbidden } from '../problem.ts'
import { forecastRoute } from './forecast.ts'
import { permitted, visible } from './records.ts'
import { indicatorSummaryShape, knownOnShape } from './shapes.ts'

const figure = z.looseObject({ value: z.string().nullable(), unit: z.string(), status: z.string() })

export const indicatorRoutes = (zone: Zone): readonly Route[] => {
  const records = allRecords(zone.systems)
  return [
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
        knownOn: knownOnShape,
      }),
      output: z.object({
        points: z.array(z.object({ month: z.string(), value: z.string(), rows: z.number() })),
        growth: z.array(z.object({ month: z.string(), value: z.string() })),
        peers: z.array(z.object({ place: z.string(), value: z.string(), own: z.boolean() })),
      }),
      handle: async (context, { id, from, to, knownOn }) => {
        const figures = figuresOn(context, knownOn)
        const points = await figures.series(id, from, to)
        // A month still being collected is among the points, with its rows; its growth would be no growth.
        const known = (await figures.lastMonth(id)) ?? ''
        const months = points.flatMap(({ month }) => (month <= known ? [month] : []))
        const periods = months.map(yearToDate)
        const growth = await figures.all(
          periods.map((period) => ({ indicator: id, aspect: 'growth', period }) as const),
        )
        const last = periods.at(-1)
        const rank = last
          ? await figures.figure({ indicator: id, aspect: 'growth.rank', period: last })
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
    forecastRoute(zone),
    defineRoute({
      method: 'GET',
      path: '/figures/:ref',
      summary: text('一个数字及其来历', 'A figure with its lineage'),
      allow: 'anyone',
      input: z.object({ ref: z.string(), knownOn: knownOnShape }),
      output: figure,
      handle: async (context, { ref, knownOn }) => {
        const address = refOf(ref)
        const found = await figuresOn(context, knownOn).figure(address)
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
        knownOn: knownOnShape,
      }),
      output: z.object({
        record: z.string(),
        total: z.number(),
        sum: z.string(),
        part: z.boolean().optional().describe('Only the rows that one may see; number and sum are of those'),
        rows: z.array(z.looseObject({ contribution: z.string() })),
      }),
      handle: async (context, { ref, offset, limit, knownOn }) => {
        const [figures, address] = [figuresOn(context, knownOn), refOf(ref)]
        const record = records.get(figures.recordOf(address) ?? '')
        if (!record) return figures.rows(address, { offset, limit })
        const permit = permitted(record, context.actor, 'read')
        const measure = context.figures.indicators.get(address.indicator)?.measure
        // What a row contributes is the value of that column.
        if (measure?.by === 'sum' && !(measure.value in permit.record.columns)) throw forbidden()
        // Number and sum are of the rows that may be seen, so that they tell of no others.
        const found = await figures.rows(address, { offset, limit, where: permit.where })
        return {
          ...found,
          part: permit.where !== undefined,
          rows: found.rows.map(({ contribution, ...row }) => ({
            ...visible(permit, row, context.vault),
            contribution,
          })),
        }
      },
    }),
  ]
}

const figuresOn = ({ figures }: Context, day: string | undefined): Figures =>
  day ? figures.asKnownOn(endOfDay(day)) : figures

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

/** All indicators with their newest value and twelve months of spark line, each asked for once for all of them. */
async function catalogue(zone: Zone, context: Context) {
  const owner = new Map(
    zone.systems.flatMap(({ id, indicators }) => indicators.map((one) => [one.id, id] as const)),
  )
  const list = [...context.figures.indicators.values()]
  const ids = list.map(({ id }) => id)
  const latest = await context.figures.lastMonths(ids)
  const refs = list.flatMap(({ id, nature }): FigureRef[] => {
    const month = latest.get(id)?.month
    const period = month === undefined ? '2023' : nature === 'stock' ? month : yearToDate(month)
    return [
      { indicator: id, aspect: 'level', period },
      { indicator: id, aspect: 'growth', period },
    ]
  })
  const months = ids.flatMap((id) => latest.get(id)?.month ?? []).sort()
  const [figures, series] = await Promise.all([
    context.figures.all(refs),
    context.figures.seriesOf(ids, addMonths(months[0] ?? '2023-12', -11), months.at(-1) ?? '2023-12'),
  ])
  return list.map((indicator, index) => {
    const [level, growth] = [figures[index * 2], figures[index * 2 + 1]]
    const until = latest.get(indicator.id)?.month ?? ''
    const spark = (series.get(indicator.id) ?? []).filter(
      ({ month }) => month <= until && month > addMonths(until, -12),
    )
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
      spark: spark.map(({ month, value }) => ({ month, value })),
    }
  })
}
