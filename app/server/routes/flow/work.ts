import { z } from 'zod'
import { GaoxinError } from '../../../../kernel/errors.ts'
import {
  askOpinions,
  type Colleague,
  colleaguesOf,
  decideRequest,
  decides,
  delegateTask,
  endCase,
  giveOpinion,
  isAsked,
  limitAfter,
  mayUndo,
  opinionsOf,
  reassignTask,
  requestsOf,
  requestTime,
  requireSeen,
  resumeTask,
  returnTask,
  type Standing,
  standing,
  unasks,
  urgeTask,
  WORKERS,
  withdrawOpinion,
  withdrawStep,
} from '../../../../kernel/flow/index.ts'
import { type Context, defineRoute, type Route } from '../../../../kernel/system.ts'
import { type Text, text } from '../../../../kernel/text.ts'
import type { Zone } from '../../../zone.ts'
import { demonstrationPeople } from '../../actors.ts'

const id = z.string().max(200)
const ofCase = z.object({ id })
const ofTask = ofCase.extend({ token: z.coerce.number().int() })
const why = z.string().trim().min(1).max(500).describe('Kept in the history')
const maybeWhy = z.string().trim().max(500).optional()
const instant = z.string().nullable()
const personShape = z.object({ id: z.string(), name: z.string(), office: z.string(), role: z.string() })

/** What people do with a task beyond doing it. Who may what is said by the kernel, task by task. */
export const workRoutes = (zone: Zone): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/cases/:id/tasks/:token/colleagues',
    summary: text('可以转办的同事', 'Colleagues to whom a task may be handed'),
    allow: WORKERS,
    input: ofTask,
    output: z.array(personShape),
    handle: async (context, { id, token }) => {
      await requireSeen(context, id)
      const task = (await standing(context, id)).find((each) => each.token === token)
      return task ? (await peopleFor(zone, context, task)).filter((each) => each.id !== task.holder) : []
    },
  }),
  move(
    'tasks/:token/delegate',
    text('转办', 'Hands a task to a colleague'),
    ofTask.extend({ to: id, why: maybeWhy }),
    async (context, { id, token, to, why }) => {
      await delegateTask(context, id, token, await colleague(zone, context, { id, token, to }), why)
    },
  ),
  move(
    'tasks/:token/reassign',
    text('改派', 'Gives a task to another office'),
    ofTask.extend({ office: id, why }),
    (context, { id, token, office, why }) => reassignTask(context, id, token, office, why),
  ),
  move(
    'tasks/:token/return',
    text('退回', 'Returns a task to where it came from'),
    ofTask.extend({ why }),
    (context, { id, token, why }) => returnTask(context, id, token, why),
  ),
  move(
    'tasks/:token/urge',
    text('催办', 'Urges a task, once an hour'),
    ofTask.extend({ why: maybeWhy }),
    (context, { id, token, why }) => urgeTask(context, id, token, why),
  ),
  move(
    'tasks/:token/consult',
    text('协办：请人或单位提意见', 'Asks others for their opinion before the task may be finished'),
    ofTask.extend({
      people: z.array(id).max(20).default([]),
      offices: z.array(id).max(20).default([]),
      about: why,
    }),
    async (context, { id, token, people, offices, about }) => {
      const known = await everybody(zone, context)
      const named = people.map((each) => known.find((one) => one.id === each) ?? nobody(each))
      await askOpinions(
        context,
        id,
        token,
        [...named.map((person) => ({ person })), ...offices.map((office) => ({ office }))],
        about,
      )
    },
  ),
  move(
    'tasks/:token/request',
    text('申请挂账或延期', 'Asks that the clock stand still, or for a later limit'),
    ofTask.extend({ kind: z.enum(['pause', 'extension']), until: z.iso.datetime({ offset: true }), why }),
    (context, { id, token, ...asked }) => requestTime(context, id, token, asked),
  ),
  defineRoute({
    method: 'GET',
    path: '/flow/cases/:id/tasks/:token/preview',
    summary: text('挂账、延期获批后的时限', 'What the limit would be if more time were given'),
    allow: WORKERS,
    input: ofTask.extend({ kind: z.enum(['pause', 'extension']), until: z.iso.datetime({ offset: true }) }),
    output: z.object({ due: instant }),
    handle: async (context, { id, token, ...asked }) => {
      await requireSeen(context, id)
      return { due: await limitAfter(context, id, token, asked) }
    },
  }),
  move(
    'tasks/:token/resume',
    text('恢复计时', 'Ends a pause before its time'),
    ofTask,
    (context, { id, token }) => resumeTask(context, id, token),
  ),
  move(
    'opinions/:opinion/give',
    text('提交协办意见', 'Says an opinion that one was asked for'),
    ofCase.extend({ opinion: id, says: z.string().trim().min(1).max(2000) }),
    (context, { id, opinion, says }) => giveOpinion(context, id, opinion, says),
  ),
  move(
    'opinions/:opinion/withdraw',
    text('撤销协办', 'No longer asks for an opinion'),
    ofCase.extend({ opinion: id }),
    (context, { id, opinion }) => withdrawOpinion(context, id, opinion),
  ),
  move(
    'requests/:request/decide',
    text('审批挂账、延期', 'A second person approves or refuses'),
    ofCase.extend({ request: id, approve: z.boolean(), why }),
    (context, { id, request, ...answer }) => decideRequest(context, id, request, answer),
  ),
  move(
    'withdraw',
    text('撤回自己办理的最后一步', 'Takes back one’s own last step'),
    ofCase.extend({ why }),
    (context, { id, why }) => withdrawStep(context, id, why),
  ),
  move(
    'end',
    text('撤销办件', 'Whoever started a case ends it'),
    ofCase.extend({ why }),
    (context, { id, why }) => endCase(context, id, why),
  ),
  defineRoute({
    method: 'GET',
    path: '/flow/cases/:id/asked',
    summary: text('办件的协办意见和挂账、延期申请', 'Opinions and time that were asked for in a case'),
    allow: [...WORKERS, 'guest'],
    input: ofCase,
    output: z.object({
      mayWithdraw: z.boolean().describe('One’s own last step'),
      mayEnd: z.boolean(),
      opinions: z.array(
        z.object({
          id: z.string(),
          token: z.number(),
          person: z.string().nullable(),
          office: z.string().nullable(),
          about: z.string(),
          asked_by: z.string(),
          asked_at: z.string(),
          opinion: z.string().nullable(),
          given_by: z.string().nullable(),
          given_at: instant,
          withdrawn_at: instant,
          mayGive: z.boolean(),
          mayWithdraw: z.boolean(),
        }),
      ),
      requests: z.array(
        z.object({
          id: z.string(),
          token: z.number(),
          kind: z.enum(['pause', 'extension']),
          why: z.string(),
          until: z.string(),
          state: z.enum(['asked', 'approved', 'refused']),
          asked_by: z.string(),
          asked_at: z.string(),
          decided_by: z.string().nullable(),
          decided_at: instant,
          answer: z.string().nullable(),
          due: instant.describe('The limit before'),
          new_due: instant,
          mayDecide: z.boolean(),
        }),
      ),
    }),
    handle: async (context, { id }) => {
      await requireSeen(context, id)
      const { actor } = context
      const tasks = await standing(context, id)
      const taskOf = (token: number) => tasks.find((each) => each.token === token)
      const { withdraw, end } = await mayUndo(context, id)
      return {
        mayWithdraw: withdraw,
        mayEnd: end,
        opinions: (await opinionsOf(context, id)).map((each) => {
          const task = taskOf(each.token)
          const open = task !== undefined && !each.given_at && !each.withdrawn_at
          return {
            ...each,
            mayGive: open && isAsked(each, actor),
            mayWithdraw: open && unasks(each, task, actor),
          }
        }),
        requests: (await requestsOf(context, id)).map((each) => {
          const task = taskOf(each.token)
          return {
            ...each,
            mayDecide: each.state === 'asked' && task !== undefined && decides(task, each, actor),
          }
        }),
      }
    },
  }),
]

function move<I extends { id: string }>(
  path: string,
  summary: Text,
  input: z.ZodType<I>,
  work: (context: Context, given: I) => Promise<unknown>,
): Route {
  return defineRoute({
    method: 'POST',
    path: `/flow/cases/:id/${path}`,
    summary,
    allow: WORKERS,
    input,
    output: z.object({ case: z.string() }),
    handle: async (context, given) => {
      await requireSeen(context, given.id)
      await work(context, given)
      return { case: given.id }
    },
  })
}

/** Of a demonstration also those whose posts may be tried out. */
async function everybody(zone: Zone, context: Context): Promise<readonly Colleague[]> {
  return [...(await demonstrationPeople(zone)), ...(await colleaguesOf(context, null, null))].map(
    ({ id, name, office, role }) => ({ id, name, office, role }),
  )
}

/** Who may have a task. */
export async function peopleFor(
  zone: Zone,
  context: Context,
  { office, role }: Pick<Standing, 'office' | 'role'>,
): Promise<readonly Colleague[]> {
  const tried = (await demonstrationPeople(zone)).filter(
    (each) =>
      WORKERS.includes(each.role) && (!office || each.office === office) && (!role || each.role === role),
  )
  return [...tried, ...(await colleaguesOf(context, office, role))].map(({ id, name, office, role }) => ({
    id,
    name,
    office,
    role,
  }))
}

/** @throws GaoxinError FLOW_COLLEAGUE where a task is not for that person, or there is none */
export async function colleague(
  zone: Zone,
  context: Context,
  { id, token, to }: { id: string; token: number; to: string },
): Promise<Colleague> {
  const task = (await standing(context, id)).find((each) => each.token === token)
  const people = task ? await peopleFor(zone, context, task) : []
  return people.find((each) => each.id === to) ?? nobody(to)
}

function nobody(id: string): never {
  throw new GaoxinError(
    'FLOW_COLLEAGUE',
    text(
      '这件事不能交给此人：没有这个人，或岗位不符',
      'It cannot be handed to that person: there is none, or another post',
    ),
    text('请从名单中选择', 'Choose one of the list'),
    { place: 'to', value: id, status: 422 },
  )
}
