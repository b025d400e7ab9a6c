import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { gatherLand } from '../evaluation/index.ts'
import { answer, evaluate, giveNotice, object, publish } from '../steps.ts'

const day = z.iso.date()
const words = z.string().trim().min(1).max(2000)
const output = z.object({ id: z.string(), state: z.string() })
const told = ({ id, state }: { readonly id: string; readonly state: string }) => ({ id, state })

export const stepRoutes = [
  defineRoute({
    method: 'POST',
    path: '/land',
    summary: text(
      '按地块归集各企业的用地面积和承租户数',
      'Sum the plots of every firm into its land and tenants',
    ),
    allow: ['statistician'],
    input: z.object({ year: z.string().regex(/^\d{4}$/) }),
    output: z.object({ changed: z.number() }),
    handle: (context, { year }) =>
      context.transaction(
        async (inside) => ({ changed: await gatherLand(inside, year) }),
        '亩均效益评价用地归集',
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/evaluate',
    summary: text('按一个方案试算全部企业', 'Evaluate all firms of a scheme'),
    allow: ['statistician'],
    input: z.object({ scheme: z.string() }),
    output,
    handle: (context, { scheme }) =>
      context.transaction(async (inside) => told(await evaluate(inside, scheme)), '亩均效益评价试算'),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/notice',
    summary: text('公示评价结果', 'Put results on public notice'),
    allow: ['statistician'],
    input: z.object({ id: z.string(), from: day, to: day }),
    output,
    handle: (context, { id, from, to }) =>
      context.transaction(async (inside) => told(await giveNotice(inside, id, from, to)), '亩均效益评价公示'),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/objections',
    summary: text('提出异议：企业自行提出，或由统计人员代录', 'Object: the firm itself, or entered for it'),
    allow: ['enterprise', 'statistician'],
    input: z.object({ id: z.string(), firm: z.string(), reason: words }),
    output,
    handle: (context, { id, firm, reason }) =>
      context.transaction(async (inside) => told(await object(inside, id, firm, reason)), '提出异议'),
  }),
  defineRoute({
    method: 'POST',
    path: '/objections/:id/answer',
    summary: text('答复异议', 'Answer an objection'),
    allow: ['statistician', 'supervisor'],
    input: z.object({ id: z.string(), state: z.enum(['upheld', 'rejected']), answer: words }),
    output,
    handle: (context, given) =>
      context.transaction(
        async (inside) => told(await answer(inside, given.id, given.state, given.answer)),
        '答复异议',
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/publish',
    summary: text(
      '公布评价结果；须由试算人以外的人公布',
      'Publish results; by another than who computed them',
    ),
    allow: ['statistician', 'leader'],
    input: z.object({ id: z.string() }),
    output,
    handle: (context, { id }) =>
      context.transaction(async (inside) => told(await publish(inside, id)), '公布亩均效益评价结果'),
  }),
]
