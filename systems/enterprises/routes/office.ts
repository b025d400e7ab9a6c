import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { guarded } from '../../../kernel/store/exchange/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { alarmOf, daysUntil, LADDER } from '../ladder.ts'
import { countRungs, type NearPage, type NearRow, nearPage, reachOf, renewalsDue } from '../office.ts'
import { SCHEMES, type Scheme } from '../schemes.ts'
import { alarmShape } from './shapes.ts'

const READERS: readonly Role[] = [...OFFICERS, 'guest']
const scheme = z.enum(Object.keys(SCHEMES) as [Scheme, ...Scheme[]])
const paging = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

export const rungsRoute = defineRoute({
  method: 'GET',
  path: '/rungs',
  summary: text(
    '梯度各台阶：有多少家、还差一步的、将到期的',
    'Each rung: holders, who is near, what ends soon',
  ),
  allow: READERS,
  input: z.object({}),
  output: z.array(
    z.object({
      scheme: z.string(),
      name: textShape,
      holders: z.number(),
      before: z.number().describe('Holders a year ago'),
      applied: z.number(),
      ending: z.record(z.string(), z.number()).describe('By 30, 90 and 180 days'),
      decision: z.string().optional(),
      sample: z.boolean(),
      reach: z
        .object({ ready: z.number(), near: z.number() })
        .nullable()
        .describe('null: no rule in force that the database can ask'),
    }),
  ),
  handle: async (context) => {
    const counts = await countRungs(context)
    const rungs = []
    for (const { scheme, decision } of LADDER) {
      const counted = counts.find((each) => each.scheme === scheme)
      if (counted)
        rungs.push({
          ...counted,
          name: SCHEMES[scheme],
          ...(decision ? { decision: decision.id } : {}),
          sample: decision?.sample === true,
          reach: decision ? await reachOf(context, scheme, decision) : null,
        })
    }
    return rungs
  },
})

const nearInput = {
  scheme,
  kind: z.enum(['near', 'ready']).default('near'),
  test: z.string().max(20).optional().describe('`way.input`, as the list of tests has it'),
  sort: z.enum(['gap', '-gap', 'title', '-title']).default('gap'),
}

const lackShape = z.object({ label: z.string(), test: z.string() })

export const nearRoute = defineRoute({
  method: 'GET',
  path: '/near',
  summary: text('还差一步（或已达标未申报）的企业', 'Who is one step away, or passes and has not applied'),
  allow: READERS,
  input: z.object({ ...nearInput, ...paging }),
  output: z.object({
    total: z.number(),
    tests: z.array(lackShape.extend({ id: z.string(), count: z.number() })).describe('What they lack'),
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        lacks: lackShape.nullable(),
        value: decimalShape.nullable(),
        short: decimalShape.nullable(),
        unknown: z.boolean(),
      }),
    ),
  }),
  handle: async (context, asked) => {
    const page = await requirePage(context, asked)
    return {
      total: page.total,
      tests: page.tests.map(({ way, input, count }) => ({
        ...lackOf(page, way, input),
        id: `${way}.${input}`,
        count,
      })),
      rows: page.rows.map((row) => ({
        id: row.id,
        name: row.title,
        lacks: lacksOf(page, row),
        value: row.value,
        short: row.short,
        unknown: row.unknown === true,
      })),
    }
  },
})

/** Rows of one file; who needs more narrows the list. */
const EXPORTED = 20_000

export const nearFileRoute = defineRoute({
  method: 'GET',
  path: '/near/export',
  summary: text('导出还差一步的企业', 'The list of who is one step away as CSV'),
  allow: READERS,
  input: z.object(nearInput),
  output: { contentType: 'text/csv' },
  handle: async (context, asked) => {
    const page = await requirePage(context, { ...asked, offset: 0, limit: EXPORTED })
    const lines = page.rows.map((row) => {
      const lacks = lacksOf(page, row)
      return [
        row.id,
        row.title,
        lacks?.label ?? '',
        lacks?.test ?? '',
        row.unknown ? '未填报' : (row.value ?? ''),
        row.short ?? '',
      ]
    })
    const head = ['编号', '企业', '缺的条件', '要求', '现值', '差额']
    const { zh } = SCHEMES[asked.scheme]
    return {
      fileName: `${zh.replace(/[“”]/g, '')}-${asked.kind === 'near' ? '还差一步' : '已达标'}-${context.today}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body: `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`,
    }
  },
})

const cell = (value: string): string => {
  const safe = /^-?\d/.test(value) ? value : guarded(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

type Asked = Parameters<typeof nearPage>[1]

async function requirePage(context: Context, asked: Asked): Promise<NearPage> {
  const page = await nearPage(context, asked)
  if (page) return page
  throw new GaoxinError(
    'LADDER_NO_RULE',
    text('这一级没有可以整批判断的现行条件', 'No rule in force of this rung can be asked of everybody'),
    text('请在“规则”页录入条件，或换一级', 'Enter one on the page of rules, or choose another rung'),
    { place: 'scheme', value: asked.scheme, status: 409 },
  )
}

const lackOf = ({ ways }: NearPage, way: number, input: number) => {
  const found = ways[way]?.tests.find((each) => each.input === input)
  return { label: found?.label ?? '', test: found?.test ?? '' }
}

const lacksOf = (page: NearPage, { way, input }: NearRow) =>
  way === null || input === null ? null : lackOf(page, way, input)

export const renewalsRoute = defineRoute({
  method: 'GET',
  path: '/renewals',
  summary: text('将到期、须重新申报的荣誉资质', 'What ends soon and has to be applied for again'),
  allow: READERS,
  input: z.object({
    scheme: scheme.optional(),
    within: z.coerce.number().pipe(alarmShape).default(180),
    ...paging,
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(
      z.object({
        id: z.string().describe('Of the honour'),
        enterprise: z.string(),
        name: z.string(),
        scheme: z.string(),
        schemeName: textShape,
        validTo: z.string(),
        days: z.number(),
        alarm: alarmShape.optional(),
      }),
    ),
  }),
  handle: async (context, asked) => {
    const { total, rows } = await renewalsDue(context, asked)
    return {
      total,
      rows: rows.map(({ title, ...row }) => ({
        ...row,
        name: title,
        schemeName: SCHEMES[row.scheme],
        days: daysUntil(row.validTo, context.today),
        alarm: alarmOf(row.validTo, context.today),
      })),
    }
  },
})
