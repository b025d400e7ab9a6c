/** 颗粒 worded, submitted, and published by a second person. */
import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import {
  discardDraft,
  end,
  type GranuleWords,
  publish,
  returnDraft,
  saveDraft,
  startDraft,
  startGranule,
  submitDraft,
} from '../granule/index.ts'
import { criterionShape, wordsShape } from './shapes.ts'

const WRITERS = ['officer', 'statistician', 'supervisor'] as const
const SECOND = [...WRITERS, 'leader'] as const
const done = z.object({ id: z.string() })
const one = z.object({ id: z.string().max(200) })
const why = z.string().trim().min(1).max(500)

/** What was left out is not worded. */
const worded = (words: object): Partial<GranuleWords> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined))

const move = (
  name: string,
  summary: ReturnType<typeof text>,
  allow: typeof WRITERS | typeof SECOND,
  run: (context: Parameters<typeof publish>[0], id: string) => Promise<void>,
) =>
  defineRoute({
    method: 'POST',
    path: `/granules/:id/${name}`,
    summary,
    allow,
    input: one,
    output: done,
    handle: async (context, { id }) => {
      await run(context, id)
      return { id }
    },
  })

const moveWhy = (
  name: string,
  summary: ReturnType<typeof text>,
  allow: typeof WRITERS | typeof SECOND,
  run: (context: Parameters<typeof publish>[0], id: string, why: string) => Promise<void>,
) =>
  defineRoute({
    method: 'POST',
    path: `/granules/:id/${name}`,
    summary,
    allow,
    input: one.extend({ why }),
    output: done,
    handle: async (context, given) => {
      await run(context, given.id, given.why)
      return { id: given.id }
    },
  })

export const draftRoutes = [
  defineRoute({
    method: 'POST',
    path: '/granules',
    summary: text('为一个条款新建政策颗粒', 'A new granule of a clause'),
    allow: WRITERS,
    input: z.object({ clause: z.string().max(200), title: z.string().trim().min(1).max(200) }),
    output: done,
    handle: async (context, { clause, title }) => ({ id: await startGranule(context, clause, { title }) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/granules/:id/versions',
    summary: text('起草下一个版本', 'A draft of the next version'),
    allow: WRITERS,
    input: one,
    output: done,
    handle: async (context, { id }) => ({ id: await startDraft(context, id) }),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/granules/:id',
    summary: text('保存草稿', 'Save a draft'),
    allow: WRITERS,
    input: one.extend({
      words: wordsShape.partial(),
      criteria: z.array(criterionShape).max(30).optional(),
      seen: z.number().int().describe('What the draft was when it was opened'),
    }),
    output: done,
    handle: async (context, { id, words, criteria, seen }) => {
      await saveDraft(context, id, worded(words), criteria, seen)
      return { id }
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/granules/:id',
    summary: text('废弃草稿', 'Discard a draft'),
    allow: WRITERS,
    input: one,
    output: done,
    handle: async (context, { id }) => {
      await discardDraft(context, id)
      return { id }
    },
  }),
  move('submit', text('提交发布', 'Submit for publication'), WRITERS, submitDraft),
  move('publish', text('发布', 'Publish'), SECOND, publish),
  moveWhy('recall', text('撤回', 'Recall'), WRITERS, (context, id, given) =>
    returnDraft(context, id, 'recall', given),
  ),
  moveWhy('return', text('退回', 'Return'), SECOND, (context, id, given) =>
    returnDraft(context, id, 'return', given),
  ),
  moveWhy('end', text('停用', 'End'), SECOND, end),
]
