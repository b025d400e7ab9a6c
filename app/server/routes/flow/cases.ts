import { sql } from 'kysely'
import { z } from 'zod'
import type { Role } from '../../../../kernel/access/actor.ts'
import {
  type AfterCase,
  type AskedCases,
  type CaseHead,
  casesOf,
  processesOf,
  type Relative,
  readCase,
  relativesOf,
  requireSeen,
  TASK_VERBS,
  WORKERS,
} from '../../../../kernel/flow/index.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import { type Context, defineRoute, type Route } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { cursorOf, wordOf } from './cursor.ts'

const READERS: readonly Role[] = [...WORKERS, 'guest']

const id = z.string().max(200)
const state = z.enum(['running', 'completed', 'terminated'])
const instant = z.string().nullable()
const namedShape = z.object({
  element: z.string().describe('id in the diagram'),
  kind: z.string(),
  name: z.string().nullable().describe('As the diagram calls it'),
})
const headShape = z.object({
  id: z.string(),
  process: z.string(),
  version: z.number(),
  title: z.string(),
  subject: z.object({ record: z.string(), id: z.string() }).nullable().describe('The row that it is about'),
  state,
  synthetic: z.boolean(),
  startedAt: z.string(),
  startedBy: z.string(),
  endedAt: instant,
})
const heldShape = namedShape.extend({
  token: z.number(),
  office: z.string().nullable(),
  holder: z.string().nullable(),
  since: z.string(),
  due: instant,
})
export const formShape = z.looseObject({ components: z.array(z.looseObject({ type: z.string() })) })

const whomShape = z.object({
  person: z.string().optional(),
  name: z.string().optional(),
  office: z.string().optional(),
})

const relativeShape = z.object({
  id: z.string(),
  title: z.string(),
  process: z.string(),
  processName: textShape,
  state,
})

const caseShape = headShape.extend({
  processName: textShape,
  caller: relativeShape.nullable().describe('The case whose call activity began it'),
  called: z.array(relativeShape).describe('Cases that its call activities began'),
  stands: z.array(namedShape.extend({ waiting: z.string(), failure: z.string().nullable() })),
  tasks: z.array(
    heldShape.extend({
      role: z.string().nullable(),
      pausedUntil: instant.describe('Until when its clock stands still'),
      urgedAt: instant,
      may: z.array(z.enum(TASK_VERBS)).describe('What the person who asks may do with it now'),
      form: formShape.nullable().describe('form-js'),
      known: z.record(z.string(), z.unknown()).describe('What the case knows of what the form names'),
    }),
  ),
  waits: z.array(namedShape.extend({ type: z.string(), ref: z.string().nullable(), due: instant })),
  held: z.array(
    heldShape.extend({ ended: z.string(), by: z.string().nullable().describe('null: nobody did it') }),
  ),
  passed: z.array(z.string()).describe('Elements and flows of the diagram'),
  steps: z.array(
    z.object({
      number: z.number(),
      at: z.string(),
      actor: z.string(),
      why: z.string().nullable(),
      happened: z.array(
        namedShape.extend({
          what: z.string().describe('What the engine says; work: what people did with a task'),
          ref: z.string().nullable(),
          verb: z.string().nullable().describe('Of work'),
          from: whomShape.optional(),
          to: whomShape.optional(),
          due: z.object({ from: instant, to: instant }).optional(),
          stoodFor: z.string().nullable().describe('Whose post the actor was lent'),
        }),
      ),
    }),
  ),
  stepCount: z.number(),
})

const afterShape: z.ZodType<AfterCase> = z.object({ started_at: z.iso.datetime(), id: z.string() })

/** What may be asked of the ledger. */
export const askedShape = {
  q: z.string().trim().max(200).optional().describe('Part of the title'),
  process: id.optional(),
  state: state.optional(),
  office: id.optional().describe('That has or had a task of it'),
  late: z
    .enum(['yes', 'no'])
    .optional()
    .describe('Past a limit; of one that has ended: a step was done too late'),
  from: z.iso.date().optional().describe('Begun on this day or later'),
  to: z.iso.date().optional().describe('Begun on this day or before'),
  record: id.optional().describe('With `row`: about this row'),
  row: id.optional(),
}

export const askedOf = ({
  q,
  late,
  record,
  row,
  ...asked
}: z.infer<z.ZodObject<typeof askedShape>>): AskedCases => ({
  ...asked,
  title: q,
  late: late && late === 'yes',
  subject: record && row ? { record, id: row } : undefined,
})

/** 办件: one case, where it stands, who had it; and lists of them. Who may see one is said by the kernel. */
export const caseRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/cases',
    summary: text('办件台账', 'Ledger of cases, the newest first'),
    allow: READERS,
    input: z.object({
      ...askedShape,
      limit: z.coerce.number().int().min(1).max(100).default(30),
      after: cursorOf(afterShape),
    }),
    output: z.object({
      cases: z.array(
        headShape.extend({
          processName: textShape,
          step: z.string().nullable().describe('Of its open tasks, that which is due first'),
          office: z.string().nullable(),
          holder: z.string().nullable(),
          due: instant,
          late: z.boolean().describe('Past a limit; of one that has ended: a step was done too late'),
        }),
      ),
      next: z.string().nullable(),
    }),
    handle: async (context, { limit, after, ...asked }) => {
      const cases = await casesOf(context, askedOf(asked), { limit: limit + 1, after })
      const shown = cases.slice(0, limit).map((line) => ({
        ...headOf(line),
        processName: nameOf(context, line.process),
        step: line.step,
        office: line.office,
        holder: line.holder,
        due: line.due && new Date(line.due).toISOString(),
        late: line.late,
      }))
      const last = shown.at(-1)
      return {
        cases: shown,
        next: last && cases.length > limit ? wordOf({ started_at: last.startedAt, id: last.id }) : null,
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/cases/:id',
    summary: text(
      '一个办件：所处环节、经办人和用时、办理过程',
      'One case: where it stands, who had it how long',
    ),
    allow: READERS,
    input: z.object({ id }),
    output: caseShape,
    handle: async (context, { id }) => {
      const { record, row_id, started_at, started_by, ended_at, ...read } = await readCase(context, id)
      const { caller, called } = await relativesOf(context, id)
      const named = (each: Relative) => ({ ...each, processName: nameOf(context, each.process) })
      return {
        ...read,
        ...headOf({ ...read, record, row_id, started_at, started_by, ended_at }),
        processName: nameOf(context, read.process),
        caller: caller && named(caller),
        called: called.map(named),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/cases/:id/diagram',
    summary: text('办件所用版本的流程图', 'The diagram of the version that a case keeps'),
    allow: READERS,
    input: z.object({ id }),
    output: z.object({ diagram: z.string().describe('BPMN XML') }),
    handle: async (context, { id }) => {
      await requireSeen(context, id)
      const { rows } = await sql<{ diagram: string }>`select d.diagram from flow.diagrams d
        join flow.cases c on c.process = d.process and c.version = d.number where c.id = ${id}`.execute(
        context.db,
      )
      return { diagram: rows[0]?.diagram ?? '' }
    },
  }),
]

const nameOf = (context: Context, process: string) =>
  processesOf(context).get(process)?.name ?? text(process, process)

const headOf = ({ record, row_id, started_at, started_by, ended_at, ...head }: CaseHead) => ({
  id: head.id,
  process: head.process,
  version: head.version,
  title: head.title,
  state: head.state,
  synthetic: head.synthetic,
  subject: record && row_id ? { record, id: row_id } : null,
  startedAt: new Date(started_at).toISOString(),
  startedBy: started_by,
  endedAt: ended_at && new Date(ended_at).toISOString(),
})
