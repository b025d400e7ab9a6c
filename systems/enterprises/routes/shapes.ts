import { z } from 'zod'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'

/** What somebody lacks, on the wire: a number as exact text where one says it. */
export const missingShape = z.object({
  label: z.string(),
  test: z.string().describe('What the rule asks for, as its cell says it'),
  operand: z.unknown().describe('What there is'),
  by: decimalShape.optional().describe('How much a number is short'),
  unknown: z.boolean().describe('It was not filed'),
})

export const alarmShape = z
  .union([z.literal(30), z.literal(90), z.literal(180)])
  .describe('It ends within so many days')

export const heldShape = z.object({
  scheme: z.string(),
  name: textShape,
  state: z.enum(['granted', 'applied']),
  on: z.string().nullable(),
  validTo: z.string().nullable().describe('The first day on which it no longer holds; null: for good'),
  alarm: alarmShape.optional(),
})

export const verdictShape = z.object({
  decision: z.string(),
  name: textShape,
  basis: textShape,
  sample: z.boolean(),
  office: z.string(),
  version: z.number().nullable(),
  says: z.string(),
  standing: z.enum(['passes', 'near', 'fails', 'unknown']),
  missing: z.array(missingShape),
  whatIf: z.array(
    z.object({
      input: z.string(),
      name: textShape.optional(),
      unit: z.string().optional(),
      now: z.unknown(),
      next: z.unknown(),
      answer: z.unknown(),
    }),
  ),
})

export const ladderShape = z.object({
  id: z.string(),
  held: z.array(heldShape),
  rungs: z.array(
    z.object({
      scheme: z.string(),
      name: textShape,
      held: heldShape.optional(),
      verdict: verdictShape
        .nullable()
        .optional()
        .describe('null: nothing was filed to judge it by; left out: no rule is entered'),
    }),
  ),
})
