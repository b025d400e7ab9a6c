import { z } from 'zod'
import { decimalShape, textShape } from '../../../kernel/shapes.ts'
import { FACT_KINDS } from '../granule/index.ts'
import { EVENTS, MODES, MONEY_UNITS, ROUNDINGS, STACKINGS, STANDINGS } from '../words.ts'

const oneOf = <T extends object>(words: T) => z.enum(Object.keys(words) as [keyof T & string])
const day = z.iso.date()
const amount = z.string().regex(/^\d{1,14}(\.\d{1,8})?$/)
const feel = z.string().max(2000)

export const criterionShape = z.object({
  says: z.string().trim().min(1).max(200),
  operand: feel,
  test: feel,
  unit: z.string().max(20).nullable(),
})
export const givenShape = z.object({
  name: z.string().max(40),
  kind: z.enum(FACT_KINDS),
  unit: z.string().max(20).optional(),
  says: z.string().max(200).optional(),
})
export const evidenceShape = z.object({ name: z.string().max(200), fromData: z.boolean() })

/** What a formula is checked by as one types. */
export const wordingShape = z.object({
  criteria: z.array(criterionShape.extend({ says: z.string().max(200) })).max(30),
  given: z.array(givenShape).max(30),
  amount: feel,
  unit: oneOf(MONEY_UNITS),
  cap_item: amount.nullable(),
  rounding: oneOf(ROUNDINGS),
})

export const wordsShape = z.object({
  title: z.string().trim().min(1).max(200),
  standing: oneOf(STANDINGS),
  from: day,
  to: day.nullable(),
  event: oneOf(EVENTS),
  given: z.array(givenShape).max(30),
  benefit: z.string().trim().min(1).max(2000),
  amount: feel,
  unit: oneOf(MONEY_UNITS),
  cap_item: amount.nullable(),
  cap_year: amount.nullable(),
  rounding: oneOf(ROUNDINGS),
  stack: z.string().max(60).nullable(),
  stacking: oneOf(STACKINGS),
  pot: z.string().max(200).nullable(),
  window_from: day.nullable(),
  window_to: day.nullable(),
  window_months: z.number().int().min(1).max(120).nullable(),
  evidence: z.array(evidenceShape).max(40),
  mode: oneOf(MODES),
  basis: z.string().trim().min(1).max(1000),
  clawback: z.string().max(2000).nullable(),
})

export const problemShape = z.object({
  part: z.enum(['operand', 'test', 'amount', 'given', 'criteria']),
  criterion: z.number().optional(),
  code: z.string(),
  says: textShape,
  remedy: textShape,
  start: z.number().optional(),
  end: z.number().optional(),
})
export const checkShape = z.object({
  sound: z.boolean(),
  problems: z.array(problemShape),
  oneByOne: textShape.nullable(),
  asks: z.array(z.string()),
})

/** How many enterprises, and what they would get. */
export const coverageShape = z.object({
  match: z.number(),
  near: z.number(),
  amountYuan: decimalShape.describe('Of all that match, before what was paid'),
  unknown: z.number().describe('Lack data; of the last full run'),
  open: z.number().describe('May claim with evidence; of the last full run'),
})

export const headShape = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number(),
  title: z.string(),
  office: z.string(),
  state: z.enum(['draft', 'submitted', 'published', 'ended']),
  standing: oneOf(STANDINGS),
  mode: oneOf(MODES),
  benefit: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  document: z.object({ id: z.string(), title: z.string() }),
  clause: z.object({ id: z.string(), number: z.string() }),
  coverage: coverageShape,
})

export const runShape = z.object({
  kind: z.enum(['full', 'changed']),
  state: z.enum(['running', 'done', 'failed']),
  asOf: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  done: z.number(),
  granules: z.number(),
  enterprises: z.number(),
  changed: z.number(),
})

export const assessedShape = z.object({
  number: z.number(),
  says: z.string(),
  value: z.unknown(),
  test: z.string(),
  unit: z.string().nullable(),
  holds: z.boolean().nullable(),
  gap: decimalShape.optional(),
  open: z.boolean(),
  missing: z.array(z.string()),
})
