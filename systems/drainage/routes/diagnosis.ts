import { z } from 'zod'
import { defineRoute } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { evidenceOf, KINDS, openDiagnoses } from '../diagnosis/index.ts'
import { beginMaintenance } from '../maintenance/index.ts'
import * as shapes from './shapes.ts'

const { LOOKING } = shapes
const MOST = 200

const listed = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.enum(shapes.keysOf(KINDS)),
  sensor: z.string(),
  device: z.string(),
  deviceCode: z.string(),
  beside: z.string().nullable(),
  besideCode: z.string().nullable(),
  node: z.string().nullable(),
  link: z.string().nullable(),
  place: z.string().nullable().describe('Code of the node or link'),
  value: z.number(),
  limit: z.number(),
  unit: z.string(),
  confidence: z.number().describe('Per cent, by the points of the rule'),
  numbers: z.record(z.string(), z.number()),
  from: z.string(),
  to: z.string(),
  foundAt: z.string(),
  seenAt: z.string(),
  case: z.string().nullable().describe('The case of maintenance that runs'),
  synthetic: z.boolean(),
})

const list = defineRoute({
  method: 'GET',
  path: '/diagnoses',
  summary: text('监测诊断：待处理的问题', 'What sensors show to be wrong'),
  allow: LOOKING,
  input: shapes.none,
  output: z.object({ diagnoses: z.array(listed) }),
  handle: async (context) => ({ diagnoses: await openDiagnoses(context, MOST) }),
})

const evidence = defineRoute({
  method: 'GET',
  path: '/diagnoses/:id/evidence',
  summary: text('一条诊断的依据', 'What a finding goes by'),
  allow: LOOKING,
  input: z.object({ id: shapes.id }),
  output: z.object({
    finding: listed,
    series: z.array(
      z.object({
        what: z.enum(['sensor', 'beside', 'rain']),
        code: z.string(),
        measures: z.enum(['level', 'flow', 'rain']),
        points: z.array(z.tuple([z.string(), z.number(), z.number()])).describe('[at, least, most]'),
      }),
    ),
  }),
  handle: (context, { id }) => evidenceOf(context, id),
})

const maintenance = defineRoute({
  method: 'POST',
  path: '/maintenance',
  summary: text(
    '提出养护：一条诊断，或一段管道的缺陷',
    'Begin maintenance of a finding, or of the defects of a pipe',
  ),
  allow: ['officer'],
  input: z.union([z.strictObject({ diagnosis: shapes.id }), z.strictObject({ link: shapes.id })]),
  output: z.object({ case: z.string() }),
  handle: async (context, what) => ({ case: await beginMaintenance(context, what) }),
})

export const diagnosisRoutes = [list, evidence, maintenance]
