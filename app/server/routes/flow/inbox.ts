import { z } from 'zod'
import type { Role } from '../../../../kernel/access/actor.ts'
import {
  type After,
  type AfterDone,
  countsOf,
  doneBy,
  inboxOf,
  leaveTask,
  requireSeen,
  submitTask,
  TASK_VERBS,
  takeTask,
  WORKERS,
} from '../../../../kernel/flow/index.ts'
import { type Context, defineRoute, type Route } from '../../../../kernel/system.ts'
import { type Text, text } from '../../../../kernel/text.ts'
import { cursorOf, wordOf } from './cursor.ts'

/** A demonstration's guest finds an empty inbox. */
const LOOKERS: readonly Role[] = [...WORKERS, 'guest']

const limit = z.coerce.number().int().min(1).max(100).default(30)
const due = z.string().nullable()
const afterShape: z.ZodType<After> = z.object({
  due: z.iso.datetime().nullable(),
  since: z.iso.datetime(),
  case: z.string(),
  token: z.number().int(),
})
const afterDoneShape: z.ZodType<AfterDone> = z.object({
  ended: z.iso.datetime(),
  case: z.string(),
  token: z.number().int(),
})
const taskShape = z.object({
  case: z.string(),
  token: z.number(),
  name: z.string(),
  process: z.string(),
  title: z.string(),
  since: z.string(),
  due: due.describe('When it should be done at the latest'),
})

/** 待办: what people have to do, of all systems in one list; and doing it. */
export const inboxRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/inbox',
    summary: text('待办：我的或本单位待签收，逾期在前', 'What there is to do, what is late first'),
    allow: LOOKERS,
    input: z.object({
      of: z.enum(['mine', 'office']).default('mine').describe('One’s own, or what nobody of the office took'),
      limit,
      after: cursorOf(afterShape),
    }),
    output: z.object({
      tasks: z.array(
        taskShape.extend({
          office: z.string().nullable(),
          holder: z.string().nullable(),
          pausedUntil: z.string().nullable(),
          may: z.array(z.enum(TASK_VERBS)),
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (context, { of, limit, after }) => {
      const tasks = await inboxOf(context, of, { limit: limit + 1, after })
      const shown = tasks.slice(0, limit).map(({ paused_until, ...task }) => ({
        ...task,
        since: iso(task.since),
        due: task.due && iso(task.due),
        pausedUntil: paused_until && iso(paused_until),
      }))
      const { due = null, since = '', case: id = '', token = 0 } = shown.at(-1) ?? {}
      return { tasks: shown, next: tasks.length > limit ? wordOf({ due, since, case: id, token }) : null }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/inbox/done',
    summary: text('已办', 'What one has done, the last first'),
    allow: LOOKERS,
    input: z.object({ limit, after: cursorOf(afterDoneShape) }),
    output: z.object({
      tasks: z.array(
        taskShape.extend({ ended: z.string(), state: z.enum(['running', 'completed', 'terminated']) }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (context, { limit, after }) => {
      const tasks = await doneBy(context, { limit: limit + 1, after })
      const shown = tasks.slice(0, limit).map((task) => ({
        ...task,
        since: iso(task.since),
        due: task.due && iso(task.due),
        ended: iso(task.ended),
      }))
      const { ended = '', case: id = '', token = 0 } = shown.at(-1) ?? {}
      return { tasks: shown, next: tasks.length > limit ? wordOf({ ended, case: id, token }) : null }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/inbox/counts',
    summary: text('待办件数', 'How much there is to do; counted to 100'),
    allow: LOOKERS,
    input: z.object({}),
    output: z.object({ mine: z.number(), late: z.number(), office: z.number(), decide: z.number() }),
    handle: (context) => countsOf(context),
  }),
  taskRoute('take', text('签收', 'Takes a task'), z.object({}), (context, { id, token }) =>
    takeTask(context, id, token),
  ),
  taskRoute(
    'leave',
    text('退回待签收', 'Puts a task back for others'),
    z.object({}),
    (context, { id, token }) => leaveTask(context, id, token),
  ),
  taskRoute(
    'do',
    text('办结这一步', 'Does a task with what its form says'),
    z.object({
      values: z.record(z.string(), z.unknown()).default({}).describe('What the form says, by key'),
      why: z.string().trim().max(500).optional().describe('Kept with the step'),
    }),
    (context, { id, token, values, why }) => submitTask(context, id, token, values, why || undefined),
  ),
]

const ofTask = z.object({ id: z.string().max(200), token: z.coerce.number().int() })

function taskRoute<I extends object>(
  verb: string,
  summary: Text,
  more: z.ZodObject & z.ZodType<I>,
  work: (context: Context, given: z.infer<typeof ofTask> & I) => Promise<void>,
): Route {
  return defineRoute({
    method: 'POST',
    path: `/flow/cases/:id/tasks/:token/${verb}`,
    summary,
    allow: WORKERS,
    input: more.extend(ofTask.shape),
    output: z.object({ case: z.string(), token: z.number() }),
    handle: async (context, given) => {
      const asked = given as unknown as z.infer<typeof ofTask> & I
      await requireSeen(context, asked.id)
      await work(context, asked)
      return { case: asked.id, token: asked.token }
    },
  })
}

/** The database's instants as the wire has them. */
const iso = (at: string): string => new Date(at).toISOString()
