import { sql } from 'kysely'
import { z } from 'zod'
import { OFFICERS, type Role } from '../../../kernel/access/actor.ts'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { cityError } from '../errors.ts'
import { act, seenReport } from '../report/acts.ts'
import { enterReport } from '../report/enter.ts'
import { duplicatesOf, mergeReports } from '../report/merge.ts'
import { addPhoto, photosOf } from '../report/photos.ts'
import { releasePhoto } from '../report/release.ts'
import { CITY_OFFICE } from '../settings.ts'
import { suggestClass } from '../suggest/classes.ts'
import { suggestOffice } from '../suggest/dispatch.ts'
import * as shapes from './shapes.ts'

const WORKING: readonly Role[] = ['officer', 'gridWorker']
const LOOKING: readonly Role[] = [...OFFICERS, 'gridWorker', 'guest']

const enter = defineRoute({
  method: 'POST',
  path: '/reports',
  summary: text('采集员、座席录入上报', 'A collector or a seat enters a report'),
  allow: WORKING,
  input: z.object({
    channel: shapes.channel.exclude(['citizen']),
    description: shapes.words(1000),
    class: shapes.id.optional(),
    severity: shapes.severity.optional(),
    address: shapes.words(200).optional(),
    place: shapes.place.optional(),
    name: shapes.words(50).optional(),
    phone: shapes.words(20).optional(),
  }),
  output: z.object({ id: z.string(), number: z.string(), token: z.string(), case: z.string() }),
  handle: (context, given) => {
    // Who is on site reports what they see; who sits at the desk, what was told.
    const channel = context.actor.role === 'gridWorker' ? 'collector' : given.channel
    return enterReport(context, { ...given, channel })
  },
})

const photo = defineRoute({
  method: 'POST',
  path: '/reports/:id/photos',
  summary: text('添加现场照片', 'Attach a photo of the place'),
  allow: WORKING,
  input: z.object({
    id: shapes.id,
    phase: shapes.phase,
    name: z.string().min(1).max(300),
    takenAt: shapes.moment.optional(),
    longitude: z.coerce.number().min(-180).max(180).optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    key: shapes.key.optional(),
  }),
  output: z.object({ id: z.string() }),
  receives: 'file',
  handle: async (context, { id, longitude, latitude, ...taken }, body) => {
    const report = await seenReport(context, id)
    const place =
      longitude !== undefined && latitude !== undefined
        ? shapes.place.parse({ longitude, latitude })
        : undefined
    return { id: await addPhoto(context, report.id, { ...taken, place }, body ?? nothing()) }
  },
})
async function* nothing(): AsyncGenerator<Uint8Array> {}

const photos = defineRoute({
  method: 'GET',
  path: '/reports/:id/photos',
  summary: text('一件上报的照片，按阶段', 'Photos of a report with their phases'),
  allow: LOOKING,
  input: z.object({ id: shapes.id }),
  output: z.object({ photos: z.array(shapes.photo) }),
  handle: async (context, { id }) => {
    const report = await seenReport(context, id)
    return { photos: await photosOf(context, report.id) }
  },
})

const release = defineRoute({
  method: 'POST',
  path: '/reports/:id/photos/:photo/release',
  summary: text('公开一张照片，或不再公开', 'Make a photo public, or no longer'),
  allow: ['officer'],
  input: z.object({ id: shapes.id, photo: shapes.id, released: z.boolean() }),
  output: shapes.none,
  handle: async (context, { id, photo, released }) => {
    await releasePhoto(context, (await seenReport(context, id)).id, photo, released)
    return {}
  },
})

const step = defineRoute({
  method: 'POST',
  path: '/reports/:id/steps/:step',
  summary: text(
    '办理一步：核实、立案、派遣、处置、核查',
    'Do a step: verify, accept, dispatch, handle, check',
  ),
  allow: WORKING,
  input: z.object({
    id: shapes.id,
    step: z.enum(['verify', 'accept', 'dispatch', 'handle', 'check']),
    found: z.boolean().optional().describe('verify: it is there'),
    filing: z.enum(['file', 'refuse']).optional().describe('accept'),
    class: shapes.id.optional().describe('accept: instead of the one reported'),
    severity: shapes.severity.optional().describe('accept'),
    office: shapes.id.optional().describe('dispatch: who is responsible'),
    outcome: z.enum(['done', 'return']).optional().describe('handle'),
    pass: z.boolean().optional().describe('check'),
    reason: shapes.words(500).optional(),
  }),
  output: z.object({ id: z.string(), state: shapes.state }),
  handle: (outer, { id, step, ...answer }) =>
    outer.transaction(async (context) => {
      // The step says itself what of the answer it lacks.
      await act(context, id, step, answer as never)
      const { rows } = await sql<{ state: z.infer<typeof shapes.state> }>`select state from city.reports
        where id = ${id}`.execute(context.db)
      return { id, state: rows[0]!.state }
    }),
})

export const near = z.object({
  id: z.string(),
  number: z.string(),
  state: shapes.state,
  description: z.string(),
  reportedAt: z.string(),
  metres: z.number(),
})
export const because = z.object({
  kind: z.enum(['rule', 'past', 'class', 'territory', 'centre']),
  note: z.string().optional(),
  count: z.number().optional(),
  of: z.number().optional(),
  where: z.enum(['grid', 'street']).optional(),
})

const advice = defineRoute({
  method: 'GET',
  path: '/reports/:id/advice',
  summary: text(
    '建议：类别、疑似重复、派给谁，各说明理由',
    'Advice: class, likely duplicates, whom to send it to, and why',
  ),
  allow: OFFICERS,
  input: z.object({ id: shapes.id }),
  output: z.object({
    classes: z.array(
      z.object({
        class: z.string(),
        share: z.number(),
        because: z.array(z.object({ word: z.string(), seen: z.number(), of: z.number() })),
      }),
    ),
    duplicates: z.array(near),
    offices: z.array(z.object({ office: z.string(), because: z.array(because) })),
  }),
  handle: async (context, { id }) => {
    const report = await seenReport(context, id)
    const classes = await suggestClass(context, report.description)
    const named = report.class ?? classes[0]?.class
    return {
      classes,
      duplicates:
        named && report.place
          ? await duplicatesOf(context, {
              class: named,
              place: report.place,
              at: report.reported_at,
              not: id,
            })
          : [],
      offices: named
        ? await suggestOffice(context, { class: named, grid: report.grid, street: report.street })
        : [],
    }
  },
})

const merge = defineRoute({
  method: 'POST',
  path: '/reports/:id/merge',
  summary: text('并案：与另一件是同一问题', 'Merge a report into another that tells of the same'),
  allow: ['officer'],
  input: z.object({ id: shapes.id, into: shapes.id }),
  output: shapes.none,
  handle: async (context, { id, into }) => {
    if (context.actor.office !== CITY_OFFICE) throw cityError('CITY_ROLE', { value: context.actor.office })
    await mergeReports(context, id, into)
    return {}
  },
})

export const deskRoutes = [enter, photo, photos, release, step, advice, merge]
