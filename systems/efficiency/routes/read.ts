import { sql } from 'kysely'
import { z } from 'zod'
import { permitFor } from '../../../kernel/access/grants.ts'
import { decideOne } from '../../../kernel/rules/index.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { notFound } from '../../../kernel/store/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { readScheme } from '../evaluation/index.ts'
import { movesOf } from '../moves.ts'
import {
  type Explained,
  explained,
  lineOfRound,
  objectionsIn,
  PAGE,
  reasonsOf,
  resultLines,
  type SchemeLine,
  schemeLines,
  sharesOf,
} from '../read.ts'
import { policy } from '../rules.ts'
import { results } from '../tables.ts'
import { CLASSES, EXEMPTIONS, MEASURES, ROUND_STATES, SEGMENTS, VETOES } from '../words.ts'

const READERS = ['statistician', 'supervisor', 'leader', 'guest'] as const
const choice = <T extends object>(of: T) => z.enum(Object.keys(of) as [keyof T & string])

const move = z.object({
  step: z.enum(['evaluate', 'notice', 'publish']),
  who: textShape,
  because: textShape.nullable(),
})
const round = z.object({
  id: z.string(),
  state: choice(ROUND_STATES),
  evaluated: z.number(),
  computedBy: z.string(),
  noticeFrom: z.string().nullable(),
  noticeTo: z.string().nullable(),
  publishedBy: z.string().nullable(),
  publishedOn: z.string().nullable(),
  open: z.number(),
})
const scheme = z.object({
  id: z.string(),
  name: z.string(),
  year: z.string(),
  segment: choice(SEGMENTS),
  official: z.boolean(),
  firms: z.number(),
  confirmed: z.number(),
  round: round.nullable(),
  moves: z.array(move),
})
const objection = z.object({
  id: z.string(),
  result: z.string().nullable(),
  name: z.string(),
  reason: z.string(),
  filedOn: z.string(),
  state: z.string(),
  answer: z.string().nullable(),
  decidedOn: z.string().nullable(),
})
const resultShape = z.object({
  id: z.string(),
  name: z.string(),
  score: decimalShape,
  rank: z.number().nullable(),
  class: choice(CLASSES),
  byRank: choice(CLASSES).nullable(),
  moved: z.enum(['floor', 'veto']).nullable(),
  exemption: choice(EXEMPTIONS).nullable(),
})
const explainedShape = resultShape.extend({
  firm: z.string(),
  ranked: z.number(),
  deducted: decimalShape.nullable(),
  points: z.array(
    z.object({
      measure: choice(MEASURES),
      name: textShape,
      unit: z.string(),
      value: decimalShape.nullable(),
      benchmark: decimalShape,
      weight: decimalShape,
      points: decimalShape,
      reason: z.enum(['scored', 'capped', 'missing', 'negative', 'average']),
    }),
  ),
  found: z.array(z.object({ kind: choice(VETOES), best: choice(CLASSES) })),
  members: z.array(z.object({ firm: z.string(), name: z.string() })),
  synthetic: z.boolean(),
  next: decimalShape.nullable(),
  scheme: scheme.omit({ moves: true, firms: true, confirmed: true }),
  cap: decimalShape.nullable(),
  /** What the published class means by the rule in force; null until it is published. */
  policy: z
    .object({
      verdict: z.string(),
      water: decimalShape,
      power: decimalShape,
      relief: decimalShape,
      sample: z.boolean(),
    })
    .nullable(),
  objections: z.array(objection),
  mayObject: z.boolean(),
})

const withMoves = (context: Context, line: SchemeLine) =>
  ({
    ...line,
    moves: movesOf({ ...line, round: line.round ?? undefined } as never, context.actor, context.today),
  }) as unknown as z.infer<typeof scheme>

/** Everything said of one result, to whom its record shows it. */
async function tell(context: Context, one: Explained): Promise<z.infer<typeof explainedShape>> {
  const line = await lineOfRound(context, one.round)
  const { scheme: rules } = await readScheme(context, one.scheme)
  const { state, noticeFrom, noticeTo } = line.round
  const { actor, today } = context
  return {
    ...one,
    points: one.points.map((points) => ({
      ...points,
      name: MEASURES[points.measure].name,
      unit: MEASURES[points.measure].unit,
    })),
    scheme: line,
    cap: rules.cap,
    policy: state === 'published' ? await meaningOf(context, one.class) : null,
    objections: await objectionsIn(context, one.round, one.firm),
    mayObject:
      ['enterprise', 'statistician'].includes(actor.role) &&
      state === 'notice' &&
      noticeFrom !== null &&
      noticeFrom <= today &&
      noticeTo !== null &&
      today <= noticeTo,
  } as unknown as z.infer<typeof explainedShape>
}

async function meaningOf(context: Context, own: string) {
  const { answer } = await decideOne(context, policy, { input: { 档次: own } })
  const said = answer as Record<string, unknown>
  return {
    verdict: String(said.结论),
    water: String(said.用水加价),
    power: String(said.用电加价),
    relief: String(said.税收减免),
    sample: policy.sample === true,
  }
}

/** What the record of results shows the actor of one; as if there were none where it shows nothing. */
function shown({ actor }: Context, id: string) {
  const permit = permitFor(results, actor, 'read')
  if (!permit) throw notFound(results, id)
  return permit.where ?? sql`true`
}

export const readRoutes = [
  defineRoute({
    method: 'GET',
    path: '/board',
    summary: text('各年度各分组的评价进度', 'How far the evaluation of each year and group has come'),
    allow: READERS,
    input: z.object({}),
    output: z.object({ schemes: z.array(scheme) }),
    handle: async (context) => ({
      schemes: (await schemeLines(context)).map((line) => withMoves(context, line)),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/rounds/:id',
    summary: text(
      '一次评价：档次分布、分数线、否决、不参评、异议',
      'One evaluation: classes, cuts, vetoes, exemptions, objections',
    ),
    allow: READERS,
    input: z.object({ id: z.string() }),
    output: z.object({
      scheme,
      shares: z.array(
        z.object({
          class: choice(CLASSES),
          firms: z.number(),
          least: decimalShape.nullable(),
          most: decimalShape.nullable(),
          byFloor: z.number(),
          byVeto: z.number(),
        }),
      ),
      exemptions: z.array(z.object({ reason: choice(EXEMPTIONS), firms: z.number() })),
      vetoes: z.array(z.object({ kind: choice(VETOES), firms: z.number() })),
      objections: z.array(objection),
      mayAnswer: z.boolean(),
    }),
    handle: async (context, { id }) => {
      const line = await lineOfRound(context, id)
      return {
        scheme: withMoves(context, line),
        shares: await sharesOf(context, id),
        ...(await reasonsOf(context, id)),
        objections: await objectionsIn(context, id),
        mayAnswer: ['statistician', 'supervisor'].includes(context.actor.role),
      } as never
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/rounds/:id/results',
    summary: text('一次评价的结果，按位次', 'Results of one evaluation by place'),
    allow: READERS,
    input: z.object({
      id: z.string(),
      only: z.string().default(''),
      search: z.string().trim().max(100).default(''),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    output: z.object({ total: z.number(), page: z.number(), rows: z.array(resultShape) }),
    handle: async (context, { id, ...asked }) =>
      ({ page: PAGE, ...(await resultLines(context, id, asked)) }) as never,
  }),
  defineRoute({
    method: 'GET',
    path: '/results/:id',
    summary: text(
      '一家企业的得分怎样算出；企业只看到自己的',
      'How the score of one firm came about; a firm sees its own',
    ),
    allow: [...READERS, 'enterprise'],
    input: z.object({ id: z.string() }),
    output: explainedShape,
    handle: async (context, { id }) =>
      tell(context, await explained(context, sql`id = ${id} and ${shown(context, id)}`, id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/enterprises/:id',
    summary: text(
      '企业库中一家企业最近一次亩均评价',
      'The newest evaluation of an enterprise of the register',
    ),
    allow: [...READERS, 'enterprise'],
    input: z.object({ id: z.string() }),
    output: explainedShape,
    handle: async (context, { id }) => {
      const { rows } = await sql<{ there: boolean }>`
        select to_regclass('enterprises.enterprises') is not null as there`.execute(context.db)
      if (!rows[0]?.there) throw notFound(results, id)
      const own = sql`firm in (select f.id from efficiency.firms f join enterprises.enterprises e on e.code = f.credit_code
        where e.id = ${id})`
      return tell(context, await explained(context, sql`${own} and ${shown(context, id)}`, id))
    },
  }),
]
