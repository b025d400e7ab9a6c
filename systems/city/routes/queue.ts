import { z } from 'zod'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { cityError } from '../errors.ts'
import { decide } from '../report/decide.ts'
import { deskCase, deskCounts, queueOf } from '../report/queue.ts'
import { CITY_OFFICE } from '../settings.ts'
import { suggestOffice } from '../suggest/dispatch.ts'
import { because, near } from './desk.ts'
import * as shapes from './shapes.ts'

/** As many as are shown at once. */
const MOST = 60

/** @throws GaoxinError CITY_ROLE for whoever is not of the desk's office */
function ofDesk({ actor }: Context): void {
  if (actor.office !== CITY_OFFICE) throw cityError('CITY_ROLE', { value: actor.office })
}

const waiting = z.enum(['accepting', 'dispatching'])
const offices = z.array(z.object({ office: z.string(), because: z.array(because) }))

const queue = defineRoute({
  method: 'GET',
  path: '/desk/queue',
  summary: text(
    '派遣工作台：待立案、待派遣，急的在前',
    'The desk: what waits to be filed or sent, the most urgent first',
  ),
  allow: ['officer'],
  input: shapes.none,
  output: z.object({
    accepting: z.number(),
    dispatching: z.number(),
    sent: z.number().describe('Sent by oneself today'),
    rows: z.array(
      z.object({
        id: z.string(),
        number: z.string(),
        state: waiting,
        channel: shapes.channel,
        severity: shapes.severity,
        class: z.string().nullable(),
        description: z.string(),
        address: z.string().nullable(),
        reportedAt: z.string(),
        due: z.string().nullable(),
        late: z.boolean(),
      }),
    ),
  }),
  handle: async (context) => {
    ofDesk(context)
    return { ...(await deskCounts(context)), rows: await queueOf(context, MOST) }
  },
})

const one = defineRoute({
  method: 'GET',
  path: '/desk/cases/:id',
  summary: text('派遣工作台：一件的全部和建议', 'The desk: one report whole, with advice'),
  allow: ['officer'],
  input: z.object({ id: shapes.id }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    state: shapes.state,
    channel: shapes.channel,
    severity: shapes.severity,
    class: z.string().nullable(),
    description: z.string(),
    address: z.string().nullable(),
    place: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
    grid: z.string().nullable(),
    street: z.string().nullable(),
    reportedAt: z.string(),
    returns: z.number(),
    reopened: z.number(),
    why: z.string().nullable(),
    holder: z.string().nullable().describe('Who of the desk has taken it'),
    photos: z.array(shapes.photo),
    duplicates: z.array(near),
    options: z.array(
      z.object({
        class: z.string(),
        share: z.number().optional(),
        because: z.array(z.object({ word: z.string(), seen: z.number(), of: z.number() })).optional(),
        offices,
      }),
    ),
  }),
  handle: (context, { id }) => {
    ofDesk(context)
    return deskCase(context, id)
  },
})

const advised = defineRoute({
  method: 'GET',
  path: '/desk/offices',
  summary: text('某类别在某网格派给谁，说明理由', 'Whom to send a class in a cell to, and why'),
  allow: ['officer'],
  input: z.object({ class: shapes.id, grid: shapes.id.optional(), street: shapes.id.optional() }),
  output: z.object({ offices }),
  handle: async (context, { class: named, grid = null, street = null }) => {
    ofDesk(context)
    return { offices: await suggestOffice(context, { class: named, grid, street }) }
  },
})

const decided = defineRoute({
  method: 'POST',
  path: '/desk/cases/:id/decide',
  summary: text('立案并派遣，或不予立案', 'File and send a report, or refuse it'),
  allow: ['officer'],
  input: z.object({
    id: shapes.id,
    seen: waiting.describe('Where it stood when it was decided'),
    class: shapes.id.optional().describe('With an office: file it as this'),
    office: shapes.id.optional(),
    refuse: shapes.words(500).optional().describe('Instead of an office: why it is not filed'),
  }),
  output: shapes.none,
  handle: async (context, { id, ...decision }) => {
    ofDesk(context)
    await decide(context, id, decision)
    return {}
  },
})

export const queueRoutes = [queue, one, advised, decided]
