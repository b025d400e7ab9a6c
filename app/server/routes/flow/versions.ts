import { z } from 'zod'
import { OFFICERS } from '../../../../kernel/access/actor.ts'
import { mayDecide } from '../../../../kernel/drafting.ts'
import { GaoxinError } from '../../../../kernel/errors.ts'
import { elementsOf, momentOf, moveVersion, processOf, tryVersion } from '../../../../kernel/flow/index.ts'
import { type Context, defineRoute, type Route } from '../../../../kernel/system.ts'
import { text } from '../../../../kernel/text.ts'
import { READERS } from './diagrams.ts'

const id = z.string().max(200)
const number = z.coerce.number().int().positive().describe('Number of the version')
const element = z.string().max(200)
const move = z.object({
  id,
  from: z.number().int().positive(),
  to: z.number().int().positive(),
  mapping: z
    .record(element, element)
    .describe('Elements of the new version by those of the old; what is not named keeps its id'),
})
const elementShape = z.object({ id: z.string(), name: z.string(), kind: z.string(), cases: z.number() })
const triedShape = z.object({
  cases: z.number(),
  unfit: z
    .array(
      z.object({
        case: z.string(),
        title: z.string(),
        unfit: z.array(
          z.object({
            code: z.enum(['GONE', 'KIND', 'WITHIN', 'FLOW']),
            place: z.string(),
            what: z.string(),
          }),
        ),
      }),
    )
    .describe('Those that cannot go on, up to 100'),
})

/** Running cases and the versions that they follow: where they stand, and how they come to another version. */
export const versionRoutes = (): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/flow/processes/:id/versions/:number/elements',
    summary: text(
      '一个版本的环节，及各有多少在办件',
      'The elements of a version, and how many cases stand at each',
    ),
    allow: READERS,
    input: z.object({ id, number }),
    output: z.array(elementShape),
    handle: (context, { id, number }) => elementsOf(context, processOf(context, id).id, number),
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/processes/:id/try',
    summary: text(
      '试转在办件到另一版本（不保存）',
      'Sets running cases beside another version; keeps nothing',
    ),
    allow: OFFICERS,
    input: move,
    output: triedShape,
    handle: (context, given) => tryVersion(context, moveOf(context, given)),
  }),
  defineRoute({
    method: 'POST',
    path: '/flow/processes/:id/move',
    summary: text('把在办件转到另一版本，全部或全不', 'Moves running cases to another version: all or none'),
    allow: OFFICERS,
    input: move.extend({ why: z.string().trim().min(1).max(500).describe('Kept in the history') }),
    output: z.object({ cases: z.number() }),
    handle: async (context, given) => ({
      cases: await moveVersion(context, moveOf(context, given), given.why),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/flow/moment',
    summary: text('时限从现在起到何时为止', 'When a time limit that begins now ends'),
    allow: READERS,
    input: z.object({ limit: z.string().max(100) }),
    output: z.object({ at: z.string().nullable().describe('null: it cannot be read') }),
    handle: async (context, { limit }) => ({ at: momentOf(limit, context.moment()) ?? null }),
  }),
]

function moveOf(context: Context, { id, from, to, mapping }: z.infer<typeof move>) {
  const { office } = processOf(context, id)
  if (!mayDecide(office, context.actor)) throw forbidden(id)
  return { process: id, from, to, mapping }
}

const forbidden = (place: string) =>
  new GaoxinError(
    'FLOW_MOVE_FORBIDDEN',
    text('不能转这个流程的在办件', 'You may not move the cases of this process'),
    text('请由流程所属单位或管委会领导办理', 'Its office or a leader of the zone does it'),
    { place, status: 403 },
  )
