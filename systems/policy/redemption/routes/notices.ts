import { sql } from 'kysely'
import { z } from 'zod'
import { SOMEBODY } from '../../../../kernel/access/actor.ts'
import { decimalShape } from '../../../../kernel/shapes.ts'
import { defineRoute } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { answerObjection, clearAll, object, publicize } from '../notices.ts'
import * as shapes from './shapes.ts'

const line = z.object({ claim: z.string(), enterprise: z.string(), title: z.string(), amount: decimalShape })

export const noticeRoutes = [
  defineRoute({
    method: 'GET',
    path: '/notices',
    summary: text('正在公示的兑现名单', 'Claims on notice now, for everybody'),
    allow: 'anyone',
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        office: z.string(),
        from: shapes.day,
        to: shapes.day,
        lines: z.array(line),
      }),
    ),
    handle: async ({ db, today }) => {
      const { rows } = await sql<{
        id: string
        title: string
        office: string
        from: string
        to: string
        lines: z.infer<typeof line>[]
      }>`
        select n.id, n.title, n.office, n."from", n."to", jsonb_agg(jsonb_build_object('claim', c.id, 'enterprise', e.name,
          'title', g.title, 'amount', c.amount::text) order by e.name) as lines
        from policy.notices n join policy.claims c on c.notice = n.id and c.state = 'notice'
          join enterprises.enterprises e on e.id = c.enterprise join policy.granules g on g.id = c.granule
        where n."from" <= ${today}::date and n."to" >= ${today}::date group by n.id order by n."from" desc, n.id`.execute(
        db,
      )
      return rows
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/notices',
    summary: text('公示审定的申报', 'Put approved claims on notice'),
    allow: ['officer'],
    input: z.object({ claims: z.array(z.string()).min(1).max(500) }),
    output: z.object({ id: z.string(), from: shapes.day, to: shapes.day }),
    handle: (context, { claims }) =>
      context.transaction(async (inside) => {
        const { id, from, to } = await publicize(inside, claims)
        return { id, from, to }
      }, '兑现公示'),
  }),
  defineRoute({
    method: 'POST',
    path: '/notices/clear',
    summary: text('公示期满且无未答复异议的，转入待拨付', 'End the notices whose days are over'),
    allow: ['officer'],
    input: z.object({}),
    output: z.object({ cleared: z.number() }),
    handle: (context) =>
      context.transaction(async (inside) => ({ cleared: await clearAll(inside) }), '公示期满'),
  }),
  defineRoute({
    method: 'POST',
    path: '/claims/:id/objections',
    summary: text('对公示的申报提出异议', 'Object to a claim on notice'),
    allow: SOMEBODY,
    input: z.object({ id: z.string(), by: z.string().trim().max(100).optional(), reason: shapes.words }),
    output: z.object({ id: z.string() }),
    handle: (context, { id, by, reason }) =>
      context.transaction((inside) => object(inside, id, by, reason), '公示异议'),
  }),
  defineRoute({
    method: 'POST',
    path: '/objections/:id/answer',
    summary: text('答复公示异议；成立的退回重审', 'Answer an objection; an upheld one sends the claim back'),
    allow: ['officer', 'leader'],
    input: z.object({ id: z.string(), state: z.enum(['upheld', 'rejected']), answer: shapes.words }),
    output: z.object({ id: z.string() }),
    handle: (context, { id, state, answer }) =>
      context.transaction(async (inside) => {
        await answerObjection(inside, id, state, answer)
        return { id }
      }, '答复公示异议'),
  }),
]
