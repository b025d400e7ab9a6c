import { sql } from 'kysely'
import { z } from 'zod'
import { KNOWN_TYPES } from '../../../kernel/attachments/index.ts'
import { type Context, defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { enterReport } from '../report/enter.ts'
import { follow, notFixed, openReport, rate } from '../report/follow.ts'
import { addPublicPhoto, shownPhoto } from '../report/photos.ts'
import { PUBLIC_PICTURES, PUBLIC_QUESTIONS, PUBLIC_REPORTS } from '../settings.ts'
import { suggestClass } from '../suggest/classes.ts'
import * as shapes from './shapes.ts'

const PICTURES = Object.keys(KNOWN_TYPES).filter((type) => type.startsWith('image/'))

const enter = defineRoute({
  method: 'POST',
  path: '/public/reports',
  summary: text('公众上报，不用账号', 'A resident reports a problem, without an account'),
  allow: 'anyone',
  throttle: PUBLIC_REPORTS,
  input: z.object({
    description: shapes.words(1000),
    class: shapes.id.optional(),
    address: shapes.words(200).optional(),
    place: shapes.place.optional(),
    name: shapes.words(50).optional(),
    phone: shapes.words(20).optional(),
    key: shapes.key
      .optional()
      .describe('Made by the page: sent again by the same key, it is the same report'),
  }),
  output: z.object({
    number: z.string().describe('What it is called from now on'),
    token: z.string().describe('Opens it together with the number; told once'),
  }),
  handle: async (context, given) => {
    const { number, token } = await enterReport(context, { ...given, channel: 'citizen' })
    return { number, token }
  },
})

const photo = defineRoute({
  method: 'POST',
  path: '/public/reports/:number/photos',
  summary: text('给自己的上报添加照片', 'The reporter attaches a photo'),
  allow: 'anyone',
  throttle: PUBLIC_QUESTIONS,
  input: z.object({
    ...shapes.credentials,
    name: z.string().min(1).max(300),
    takenAt: shapes.moment.optional(),
    longitude: z.coerce.number().min(-180).max(180).optional(),
    latitude: z.coerce.number().min(-90).max(90).optional(),
    key: shapes.key.optional().describe('Sent again by the same key, it is the same photo'),
  }),
  output: z.object({ id: z.string() }),
  receives: 'file',
  handle: async (context, { name, takenAt, longitude, latitude, key, ...credentials }, body) => {
    const report = await openReport(context, credentials)
    const place =
      longitude !== undefined && latitude !== undefined
        ? shapes.place.parse({ longitude, latitude })
        : undefined
    const taken = { phase: 'before', name, takenAt, place, key } as const
    return { id: await addPublicPhoto(context, report, taken, body ?? nothing()) }
  },
})
async function* nothing(): AsyncGenerator<Uint8Array> {}

const followed = defineRoute({
  method: 'POST',
  path: '/public/follow',
  summary: text('凭编号和查询码看办理情况', 'Where a report stands, by its number and code'),
  allow: 'anyone',
  throttle: PUBLIC_QUESTIONS,
  input: z.object(shapes.credentials),
  output: z.object({
    number: z.string(),
    state: shapes.state,
    description: z.string(),
    address: z.string().nullable(),
    class: z.string().nullable(),
    classEn: z.string().nullable(),
    office: z.string().nullable(),
    officeEn: z.string().nullable(),
    due: z.string().nullable(),
    rating: z.number().nullable(),
    canReopen: z.boolean().describe('It can still be said that it is not fixed'),
    why: z.string().nullable(),
    events: z.array(z.object({ what: z.string(), at: z.string() })),
    photos: z.array(z.object({ id: z.string(), phase: shapes.phase, at: z.string() })),
    mergedInto: z.object({ number: z.string(), state: shapes.state }).nullable(),
  }),
  handle: (context, credentials) => follow(context, credentials),
})

const shown = defineRoute({
  method: 'POST',
  path: '/public/photo',
  summary: text('上报人看一张照片', 'The reporter looks at a photo'),
  allow: 'anyone',
  throttle: PUBLIC_PICTURES,
  input: z.object({ ...shapes.credentials, photo: shapes.id }),
  output: { contentType: PICTURES },
  handle: async (context, { photo, ...credentials }) =>
    shownPhoto(context, (await openReport(context, credentials)).id, photo),
})

const rated = defineRoute({
  method: 'POST',
  path: '/public/rate',
  summary: text('对结案评价', 'Rate what was done'),
  allow: 'anyone',
  throttle: PUBLIC_QUESTIONS,
  input: z.object({ ...shapes.credentials, rating: z.number().int().min(1).max(5) }),
  output: shapes.none,
  handle: async (context, { rating, ...credentials }) => {
    await rate(context, credentials, rating)
    return {}
  },
})

const reopened = defineRoute({
  method: 'POST',
  path: '/public/not-fixed',
  summary: text('反映未解决，重新办理', 'Say that it is not fixed, which reopens it'),
  allow: 'anyone',
  throttle: PUBLIC_REPORTS,
  input: z.object({ ...shapes.credentials, words: shapes.words(500) }),
  output: shapes.none,
  handle: async (context, { words, ...credentials }) => {
    await notFixed(context, credentials, words)
    return {}
  },
})

const classes = defineRoute({
  method: 'GET',
  path: '/public/classes',
  summary: text('部件和事件的类别', 'Classes of components and events'),
  allow: 'anyone',
  input: shapes.none,
  output: z.object({
    classes: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['part', 'event']),
        code: z.string(),
        name: z.string(),
        nameEn: z.string(),
        parent: z.string().nullable(),
      }),
    ),
  }),
  handle: async (context) => ({ classes: await classesOf(context) }),
})

const classesOf = async ({ db, today }: Context) =>
  (
    await sql<{
      id: string
      kind: 'part' | 'event'
      code: string
      name: string
      nameEn: string
      parent: string | null
    }>`
      select id, kind, code, name, name_en as "nameEn", parent from city.classes
      where "from" <= ${today} and ("to" is null or "to" > ${today}) order by kind, code`.execute(db)
  ).rows

const suggested = defineRoute({
  method: 'POST',
  path: '/public/suggest-class',
  summary: text('由描述猜类别，说明凭什么', 'Likely classes of a description, and why'),
  allow: 'anyone',
  throttle: PUBLIC_QUESTIONS,
  input: z.object({ description: shapes.words(1000) }),
  output: z.object({
    classes: z.array(
      z.object({
        class: z.string(),
        share: z.number(),
        because: z.array(z.object({ word: z.string(), seen: z.number(), of: z.number() })),
      }),
    ),
  }),
  handle: async (context, { description }) => ({ classes: await suggestClass(context, description) }),
})

export const publicRoutes = [enter, photo, followed, shown, rated, reopened, classes, suggested]
