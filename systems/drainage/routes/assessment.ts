import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { pipeOf, readScheme, worstPipes } from '../assess/index.ts'
import { drainageError } from '../errors.ts'
import { IMPORTANCE } from '../words.ts'
import * as shapes from './shapes.ts'

const { LOOKING } = shapes
const MOST_PIPES = 500

const grade = z.enum(['I', 'II', 'III', 'IV'])
const assessment = z
  .object({
    defects: z.number(),
    parameter: z.number().describe('F of structural defects, G of functional ones'),
    grade,
    mean: z.number().nullable(),
    max: z.number(),
    density: z.number().nullable(),
    index: z.number().describe('RI or MI'),
    indexGrade: grade,
    terms: z
      .array(z.object({ of: z.enum(['F', 'G', 'K', 'E', 'T']), weight: z.number(), points: z.number() }))
      .describe('What the index is the sum of, weight × points each'),
    lacking: z
      .array(z.enum(['score', 'importance', 'size', 'soil']))
      .describe('Where it is not empty, parameter, index and grades are the least that they can be'),
  })
  .nullable()
const pipe = z.object({
  id: z.string(),
  code: z.string(),
  size: z.number().nullable(),
  length: z.number().nullable(),
  importance: z.enum(shapes.keysOf(IMPORTANCE)).nullable(),
  soil: z.number().nullable(),
  defects: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      level: z.string(),
      group: shapes.group,
      score: z.number().nullable().describe('Null: not entered from the standard'),
      distance: z.number(),
      length: z.number(),
    }),
  ),
  structural: assessment,
  functional: assessment,
})

const priority = defineRoute({
  method: 'GET',
  path: '/priority',
  summary: text('管道修复与养护优先次序', 'Which pipes are to be repaired and cleaned first'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({ pipes: z.array(pipe) }),
  handle: async (context) => ({ pipes: await worstPipes(context, await readScheme(context), MOST_PIPES) }),
})

const one = defineRoute({
  method: 'GET',
  path: '/links/:id/assessment',
  summary: text('一段管道的评估', 'The assessment of one pipe'),
  allow: LOOKING,
  input: z.object({ id: shapes.id }),
  output: pipe,
  handle: async (context, { id }) => {
    const found = await pipeOf(context, id, await readScheme(context))
    if (!found) throw drainageError('DRAINAGE_NONE', { value: id })
    return found
  },
})

export const assessmentRoutes = [priority, one]
