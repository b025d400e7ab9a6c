import { z } from 'zod'
import { movesOf, VERSION_MOVES } from '../../../kernel/drafting.ts'
import { type Decision, type VersionHead, versions } from '../../../kernel/rules/index.ts'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { versionOf } from '../../../kernel/store/index.ts'
import type { Context } from '../../../kernel/system.ts'

/** What rules look like on the wire. Answers of models are plain data; numbers that a double cannot hold are text. */
const answerShape = z.unknown().describe('What the model says: plain data')
const verdict = z.boolean().nullable().describe('null: cannot be said, something is missing')

export const ruleNumber = z.coerce.number().int().positive().describe('Number of the version')

export const wordingShape = z.object({
  note: z.string().trim().min(1).max(200),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  model: z.string().min(1).max(2_000_000).describe('DMN XML'),
  cases: z.string().max(500_000).describe('YAML'),
})

export const versionShape = z.object({
  number: z.number(),
  note: z.string(),
  state: z.enum(['draft', 'submitted', 'published']),
  from: z.string(),
  to: z.string().nullable(),
  editors: z.array(z.string()),
  publishedBy: z.string().nullable(),
  publishedAt: z.string().nullable(),
  recordedAt: z.string(),
  seen: z.number().nullable().describe('Of a draft, its row_version: an edit names the one it saw'),
  moves: z.array(z.enum(['save', 'discard', 'submit', 'recall', 'return', 'publish'])),
})

export const ruleShape = z.object({
  id: z.string(),
  system: z.string(),
  name: textShape,
  about: textShape,
  basis: textShape,
  sample: z.boolean(),
  office: z.string(),
  decision: z.string().describe('The decision of the model whose answer counts'),
  inputs: z.array(z.object({ name: z.string(), unit: z.string().optional(), title: textShape.optional() })),
  outcome: z.object({
    verdict: z.string().optional(),
    order: z.array(z.string()),
    money: z.object({ entry: z.string(), unit: z.string() }).optional(),
  }),
  population: z.object({ record: z.string() }),
  inForce: z.number().nullable().describe('Number of the version that holds'),
  open: z.array(z.number()).describe('Drafts and versions that await publication'),
  mayWrite: z.boolean(),
})

const problem = z.object({
  code: z.string(),
  says: textShape,
  remedy: textShape.optional(),
  element: z.string().optional().describe('id in the DMN file'),
  place: z.string().optional().describe('Where, for people'),
  expression: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
})

export const checkShape = z.object({
  sound: z.boolean().describe('No problem and every case green'),
  problems: z.array(problem),
  caseProblems: z.array(z.object({ line: z.number(), says: textShape })),
  oneByOne: textShape
    .nullable()
    .describe('Why it is judged subject by subject; null: the database judges all at once'),
  cases: z.array(
    z.object({
      name: z.string(),
      line: z.number(),
      passed: z.boolean(),
      expected: answerShape,
      actual: answerShape,
    }),
  ),
})

export const effectShape = z.object({
  subjects: z.number(),
  wins: z.number(),
  loses: z.number(),
  same: z.number(),
  money: z.object({ before: decimalShape, after: decimalShape, unit: z.string() }).optional(),
  moves: z.array(z.object({ from: z.string(), to: z.string(), subjects: z.number(), money: decimalShape })),
  changes: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        before: answerShape,
        after: answerShape,
        money: decimalShape,
        direction: z.enum(['win', 'lose']),
      }),
    )
    .describe('Those who gain or lose most; empty for who may not see single subjects'),
  against: z.number().nullable().describe('The version that holds today, with which the model is compared'),
})

const testShape = z.object({
  input: z.string(),
  test: z.string(),
  operand: answerShape,
  verdict,
  short: z
    .object({ operator: z.string(), bound: answerShape, by: decimalShape.nullable() })
    .optional()
    .describe('What a test that fails lacks'),
})

export const decidedShape = z.object({
  version: z.number().nullable().describe('null: a model that was handed in'),
  subject: z.object({ id: z.string(), title: z.string() }).optional(),
  input: z.record(z.string(), z.unknown()),
  answer: answerShape,
  steps: z
    .array(
      z.object({
        decision: z.string(),
        answer: answerShape,
        table: z
          .object({
            hitPolicy: z.string(),
            rules: z.array(
              z.object({
                number: z.number(),
                id: z.string(),
                matched: verdict,
                tests: z.array(testShape),
                annotation: z.string().optional(),
              }),
            ),
            nearest: z.number().optional().describe('Number of the rule that was missed by least'),
          })
          .optional(),
      }),
    )
    .describe('Every decision on the way, in the order they were made'),
  whatIf: z
    .array(
      z.object({
        input: z.string(),
        now: answerShape,
        next: answerShape,
        by: decimalShape.optional().describe('Of a number'),
        answer: answerShape,
      }),
    )
    .describe('The smallest single changes that reach a better verdict'),
})

/** A version as the wire carries it, without its texts. */
export const shownVersion = async ({ db, actor }: Context, decision: Decision, version: VersionHead) => ({
  number: version.number,
  note: version.note,
  state: version.state as z.infer<typeof versionShape>['state'],
  from: version.from,
  to: version.to,
  editors: version.editors as readonly string[],
  publishedBy: version.published_by,
  publishedAt: version.published_at,
  recordedAt: version.recorded_at,
  seen: version.state === 'draft' ? await versionOf(db, versions, version.id) : null,
  moves: movesOf(VERSION_MOVES, { ...version, office: decision.office }, actor),
})
