import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { FIELD_STEPS, fieldTasks } from '../report/tasks.ts'
import * as shapes from './shapes.ts'

const LOOKING: readonly Role[] = [...OFFICERS, 'gridWorker', 'guest']
const form = z.looseObject({ components: z.array(z.looseObject({ type: z.string() })) })

const tasks = defineRoute({
  method: 'GET',
  path: '/tasks',
  summary: text('外业任务：由近到远', 'What one has to do on the spot, the nearest first'),
  allow: LOOKING,
  input: z.object({
    longitude: z.coerce.number().min(-180).max(180).optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  output: z.object({
    tasks: z.array(
      z.object({
        case: z.string(),
        token: z.number(),
        step: z.enum(FIELD_STEPS),
        mine: z.boolean().describe('Taken by who asks; else anybody of the office may take it'),
        due: z.string().nullable(),
        form: form.nullable().describe('form-js'),
        report: z.object({
          id: z.string(),
          number: z.string(),
          state: shapes.state,
          severity: shapes.severity,
          class: z.string().nullable(),
          classEn: z.string().nullable(),
          description: z.string(),
          address: z.string().nullable(),
          place: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
          limit: z.string().nullable(),
          why: z.string().nullable(),
          reportedAt: z.string(),
        }),
        metres: z.number().nullable(),
      }),
    ),
    next: z.number().nullable().describe('Offset of the next page'),
  }),
  handle: async (context, { longitude, latitude, limit, offset }) => {
    const near = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude }
    const found = await fieldTasks(context, near, { limit: limit + 1, offset })
    return { tasks: found.slice(0, limit), next: found.length > limit ? offset + limit : null }
  },
})

export const fieldRoutes = [tasks]
