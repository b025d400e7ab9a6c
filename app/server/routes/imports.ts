import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { type Actor, SOMEBODY } from '../../../kernel/access/actor.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import { markFile } from '../../../kernel/store/exchange/index.ts'
import { defineRoute, type Route } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import type { Zone } from '../../zone.ts'
import { findAttempt } from '../exchange/attempts.ts'
import type { Desk } from '../exchange/desk.ts'
import type { Job } from '../exchange/job.ts'
import { presentAttempt, presentBad, presentJob } from '../exchange/present.ts'
import { streamed } from '../exchange/stream.ts'
import { nameShape, XLSX } from './exchange.ts'
import { badCellShape, jobShape, saidShape } from './importShapes.ts'
import { importUndoRoute } from './importUndo.ts'
import { permitted, recordIn } from './records.ts'

const MARKED = text('（已标注）', ' (marked)')

/**
 * Import over HTTP, in steps: bring the file, check it (nothing is written), write it. The works go on in the server;
 * a page follows them by asking, and finds them again when it is loaded anew. A file is its person's alone: to others
 * its address does not exist.
 */
export const importRoutes = (zone: Zone, desk: Desk): readonly Route[] => [
  defineRoute({
    method: 'POST',
    path: '/exchange/:system/:record/imports',
    summary: text('上传要导入的文件', 'Bring a file to be imported'),
    allow: 'anyone',
    receives: 'file',
    input: z.object({ ...nameShape, name: z.string().trim().min(1).max(200) }),
    output: jobShape,
    handle: async (context, { system, record: table, name }, body) => {
      const record = recordIn(zone, system, table)
      permitted(record, context.actor, 'import')
      return presentJob(await desk.bring(context, record, name, body!))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/exchange/limits',
    summary: text('可导入的文件有多大', 'How large a file may be'),
    allow: 'anyone',
    input: z.object({}),
    output: z.object({
      megabytes: z.number().describe('Of a file as it is sent; there is no limit of rows beside it'),
      files: z.number().int().describe('Of one person at a time; a further one replaces the oldest'),
      minutes: z.number().int().describe('After which a file that is not worked on is removed'),
    }),
    handle: (context) => desk.limits(context),
  }),
  defineRoute({
    method: 'GET',
    path: '/imports',
    summary: text('我正在导入的文件', 'Files that I am importing'),
    allow: SOMEBODY,
    input: z.object({}),
    output: z.array(jobShape),
    handle: async ({ actor }) => desk.of(actor).map(presentJob),
  }),
  defineRoute({
    method: 'GET',
    path: '/imports/:id',
    summary: text('一次导入到了哪一步', 'How far an import is'),
    allow: SOMEBODY,
    input: z.object({ id: z.string().max(100) }),
    output: jobShape,
    handle: async ({ actor }, { id }) => {
      const job = desk.find(actor, id)
      if (job) return presentJob(job)
      const attempt = await findAttempt(zone, actor, id)
      if (attempt) return presentAttempt(attempt)
      throw gone(id)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/imports/:id/check',
    summary: text('试导入：只核对，不写入', 'Rehearse: check, write nothing'),
    allow: SOMEBODY,
    input: z.object({
      id: z.string().max(100),
      ...saidShape,
    }),
    output: jobShape,
    handle: async (context, { id, ...asked }) => {
      const job = own(desk, context.actor, id)
      permitted(job.record, context.actor, 'import')
      desk.start(context, job, { kind: 'check', ...asked })
      return presentJob(job)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/imports/:id/write',
    summary: text('写入核对过的文件', 'Write a file that was checked'),
    allow: SOMEBODY,
    input: z.object({
      id: z.string().max(100),
      why: z.string().trim().min(1).max(500),
      acceptRest: z.boolean().default(false).describe('Write the good rows of a file that has bad ones'),
    }),
    output: jobShape,
    handle: async (context, { id, why, acceptRest }) => {
      const job = own(desk, context.actor, id)
      permitted(job.record, context.actor, 'import')
      desk.start(context, job, { kind: 'write', why, acceptRest })
      return presentJob(job)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/imports/:id/cancel',
    summary: text('停下正在进行的一步', 'Stop the step under way'),
    allow: SOMEBODY,
    input: z.object({ id: z.string().max(100) }),
    output: jobShape,
    handle: async ({ actor }, { id }) => {
      const job = own(desk, actor, id)
      job.stop?.abort()
      await job.ended
      return presentJob(job)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/imports/:id',
    summary: text('放弃这个文件', 'Drop a file'),
    allow: SOMEBODY,
    input: z.object({ id: z.string().max(100) }),
    output: z.object({ dropped: z.boolean() }),
    handle: async ({ actor }, { id }) => {
      await desk.drop(own(desk, actor, id))
      return { dropped: true }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/imports/:id/bad',
    summary: text('有问题的单元格', 'Bad cells'),
    allow: SOMEBODY,
    input: z.object({
      id: z.string().max(100),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    output: z.object({ total: z.number(), rows: z.array(badCellShape) }),
    handle: async ({ actor }, { id, offset, limit }) => {
      const bad = own(desk, actor, id).plan?.bad ?? []
      return { total: bad.length, rows: bad.slice(offset, offset + limit).map(presentBad) }
    },
  }),
  importUndoRoute(zone, desk),
  defineRoute({
    method: 'GET',
    path: '/imports/:id/marked',
    summary: text('标出问题的文件', 'The file with its bad cells marked'),
    allow: SOMEBODY,
    input: z.object({
      id: z.string().max(100),
      language: z.enum(['zh', 'en']).default('zh').describe('Of the reasons'),
    }),
    output: { contentType: XLSX },
    handle: async ({ actor }, { id, language }) => {
      const { file, plan } = own(desk, actor, id)
      const out = new PassThrough()
      await streamed(markFile(file.path, plan?.bad ?? [], out, language), out)
      const name = `${file.name.replace(/\.\w+$/, '')}${MARKED[language]}.xlsx`
      return { fileName: name, contentType: XLSX, pieces: out }
    },
  }),
]

function own(desk: Desk, actor: Actor, id: string): Job {
  const job = desk.find(actor, id)
  if (job) return job
  throw gone(id)
}

const gone = (id: string) =>
  new GaoxinError(
    'IMPORT_GONE',
    text('上传的文件已不在这里', 'The uploaded file is no longer here'),
    text(
      '文件只保留两小时，程序重启后也会清除；请重新上传',
      'Files are kept for two hours, and not over a restart; upload it again',
    ),
    { value: id, status: 404 },
  )
