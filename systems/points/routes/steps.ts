import { z } from 'zod'
import { type Context, defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { answer, confirmData, giveNotice, object, openRound, publish, reopen, score } from '../steps.ts'

const day = z.iso.date()
const words = z.string().trim().min(1).max(2000)
const id = z.object({ id: z.string() })
const output = z.object({ id: z.string(), state: z.string() })
type Told = z.infer<typeof output>
const inOne = (context: Context, why: string, work: (inside: Context) => Promise<Told>) =>
  context.transaction(async (inside) => {
    const { id, state } = await work(inside)
    return { id, state }
  }, why)

export const stepRoutes: readonly Route[] = [
  defineRoute({
    method: 'POST',
    path: '/rounds',
    summary: text('开一个月的积分批次', 'Open a month’s round'),
    allow: ['officer'],
    input: z.object({ scheme: z.string(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), asOf: day }),
    output,
    handle: (context, given) => inOne(context, '开创新积分批次', (inside) => openRound(inside, given)),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/confirm',
    summary: text('确认数据：只用此刻已登记的', 'Confirm the data: only what is known by now'),
    allow: ['officer'],
    input: id,
    output,
    handle: (context, given) => inOne(context, '创新积分确认数据', (inside) => confirmData(inside, given.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/score',
    summary: text('全部企业算分', 'Score everybody'),
    allow: ['officer'],
    input: id,
    output,
    handle: (context, given) => inOne(context, '创新积分算分', (inside) => score(inside, given.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/reopen',
    summary: text('退回收集数据', 'Back to collecting data'),
    allow: ['officer'],
    input: id,
    output,
    handle: (context, given) => inOne(context, '创新积分退回收集数据', (inside) => reopen(inside, given.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/notice',
    summary: text('公示，至少 5 天', 'Put on notice, five days at least'),
    allow: ['officer'],
    input: id.extend({ from: day, to: day }),
    output,
    handle: (context, given) =>
      inOne(context, '创新积分公示', (inside) => giveNotice(inside, given.id, given.from, given.to)),
  }),
  defineRoute({
    method: 'POST',
    path: '/rounds/:id/publish',
    summary: text('公布；须由算分人以外的人', 'Publish; by another than who scored it'),
    allow: ['officer', 'leader'],
    input: id,
    output,
    handle: (context, given) => inOne(context, '公布创新积分', (inside) => publish(inside, given.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/scores/:id/objections',
    summary: text('对一项原始值或得分提出异议', 'Object to a raw value or to points'),
    allow: ['enterprise', 'officer'],
    input: id.extend({ indicator: z.string().optional(), about: z.enum(['value', 'points']), reason: words }),
    output,
    handle: (context, given) => inOne(context, '提出积分异议', (inside) => object(inside, given.id, given)),
  }),
  defineRoute({
    method: 'POST',
    path: '/objections/:id/answer',
    summary: text('答复异议', 'Answer an objection'),
    allow: ['officer'],
    input: id.extend({ state: z.enum(['upheld', 'rejected']), answer: words }),
    output,
    handle: (context, given) =>
      inOne(context, '答复积分异议', (inside) => answer(inside, given.id, given.state, given.answer)),
  }),
]
