import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { listRounds, overviewOf, publishedList, publishedRounds, STEP_IDS } from '../overview.ts'
import { READERS, sourcesOf, standingOf } from '../standing.ts'
import { LISTS, type List, STAGES } from '../words.ts'

const nullable = z.string().nullable()
const id = z.object({ id: z.string() })

const RoundHead = z.object({
  id: z.string(),
  month: z.string(),
  state: z.string(),
  as_of: z.string(),
  data_at: nullable,
  scored: z.number().nullable(),
  computed_by: nullable,
  notice_from: nullable,
  notice_to: nullable,
  published_by: nullable,
  published_on: nullable,
  remark: nullable,
  synthetic: z.boolean(),
})
const SchemeHead = z.object({
  id: z.string(),
  name: z.string(),
  standing: z.string(),
  basis: z.string(),
  keeper: z.string(),
})
const Indicator = z.object({
  id: z.string(),
  number: z.number(),
  group: z.string(),
  name: z.string(),
  expression: z.string(),
  unit: z.string(),
  counts: z.string(),
  normaliser: z.string(),
  benchmark: nullable,
  bands: nullable,
  weight_seed: nullable,
  weight_start: nullable,
  weight_growth: nullable,
  weight_expansion: nullable,
  weight_stable: nullable,
})
const Overview = z.object({
  round: RoundHead,
  scheme: SchemeHead,
  sums: z.array(z.object({ stage: z.string(), sum: z.string() })),
  indicators: z.array(Indicator),
  stages: z.array(
    z.object({
      stage: z.string(),
      from: z.string(),
      count: z.number(),
      mean: nullable,
      median: nullable,
      best: nullable,
      bins: z.array(z.number()),
      places: z.array(z.object({ list: z.string(), last: z.number() })),
    }),
  ),
  objections: z.number(),
  steps: z.array(z.enum(STEP_IDS)),
})
const Part = z.object({
  indicator: z.string(),
  number: z.number(),
  name: z.string(),
  group: z.string(),
  unit: z.string(),
  counts: z.string(),
  normaliser: z.string(),
  direction: z.string(),
  expression: z.string(),
  value: nullable,
  weight: z.string(),
  normalised: nullable,
  against: z.array(z.string()),
  points: z.string(),
  reason: z.string(),
})
const Standing = z.object({
  score: z.object({
    id: z.string(),
    enterprise: z.string(),
    name: z.string(),
    stage: z.string(),
    sector: nullable,
    total: z.string(),
    innovation: z.string(),
    growth: z.string(),
    auxiliary: z.string(),
    rank: z.number(),
    ranked: z.number(),
    sector_rank: z.number().nullable(),
    sector_ranked: z.number().nullable(),
    list: nullable,
    synthetic: z.boolean(),
  }),
  round: RoundHead,
  scheme: SchemeHead,
  parts: z.array(Part),
  next: z.object({ list: z.string(), cut: z.string(), short: z.string() }).nullable(),
  months: z.array(
    z.object({
      id: z.string(),
      month: z.string(),
      total: z.string(),
      rank: z.number(),
      ranked: z.number(),
      stage: z.string(),
      list: nullable,
      standing: z.string(),
      remark: nullable,
    }),
  ),
  objections: z.array(
    z.object({
      id: z.string(),
      indicator: nullable,
      about: z.string(),
      reason: z.string(),
      filed_on: z.string(),
      total: z.string(),
      state: z.string(),
      answer: nullable,
      decided_on: nullable,
    }),
  ),
  mayObject: z.boolean(),
  mayAnswer: z.boolean(),
})
const Sources = z.object({
  expression: z.string(),
  asOf: z.string(),
  remark: nullable,
  sources: z.array(
    z.object({
      trait: z.string(),
      unit: z.string(),
      record: z.string(),
      recordName: z.object({ zh: z.string(), en: z.string() }),
      row: nullable,
      value: nullable,
      source: nullable,
      year: nullable,
      recordedAt: nullable,
    }),
  ),
})
const Published = z.object({ id: z.string(), month: z.string(), name: z.string(), published_on: z.string() })

export const readRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/rounds',
    summary: text('积分批次', 'Rounds of points'),
    allow: READERS,
    input: z.object({}),
    output: z.object({
      rounds: z.array(
        z.object({
          id: z.string(),
          month: z.string(),
          state: z.string(),
          scored: z.number().nullable(),
          scheme: z.string(),
          standing: z.string(),
        }),
      ),
    }),
    handle: async (context) => ({ rounds: await listRounds(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/rounds/:id',
    summary: text('一个批次：各阶段分布、方案、可办的步骤', 'One round: spread by stage, scheme, open steps'),
    allow: READERS,
    input: id,
    output: Overview,
    handle: (context, given) => overviewOf(context, given.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/enterprises/:id',
    summary: text('一家企业的积分及依据', 'One enterprise’s points, explained'),
    allow: [...READERS, 'enterprise'],
    input: id.extend({ month: z.string().optional() }),
    output: Standing,
    handle: (context, given) => standingOf(context, given.id, given.month || undefined),
  }),
  defineRoute({
    method: 'GET',
    path: '/scores/:id/sources',
    summary: text('一项原始值来自哪些记录', 'Which rows a raw value comes from'),
    allow: [...READERS, 'enterprise'],
    input: id.extend({ indicator: z.string() }),
    output: Sources,
    handle: (context, given) => sourcesOf(context, given.id, given.indicator),
  }),
  defineRoute({
    method: 'GET',
    path: '/lists',
    summary: text('已公布的积分榜单', 'Published lists'),
    allow: 'anyone',
    input: z.object({}),
    output: z.object({ rounds: z.array(Published) }),
    handle: async (context) => ({ rounds: await publishedRounds(context) }),
  }),
  defineRoute({
    method: 'GET',
    path: '/lists/:id',
    summary: text('一个月的榜单：名称、位次、榜单', 'One month’s lists: names, ranks, lists'),
    allow: 'anyone',
    input: id,
    output: z.object({
      round: Published,
      rows: z.array(z.object({ stage: z.string(), list: z.string(), rank: z.number(), name: z.string() })),
    }),
    handle: (context, given) => publishedList(context, given.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/lists/:id/csv',
    summary: text('导出一个月的榜单', 'One month’s lists as a file'),
    allow: 'anyone',
    input: id,
    output: { contentType: 'text/csv' },
    handle: async (context, given) => {
      const { round, rows } = await publishedList(context, given.id)
      const lines = rows.map(({ stage, list, rank, name }) => [
        STAGES[stage].zh,
        LISTS[list as List].zh,
        rank,
        name,
      ])
      return {
        fileName: `创新积分榜单-${round.month}.csv`,
        contentType: 'text/csv; charset=utf-8',
        body: stringify([['阶段', '榜单', '位次', '企业名称'], ...lines], {
          bom: true,
          escape_formulas: true,
        }),
      }
    },
  }),
]
