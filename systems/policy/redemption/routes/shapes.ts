import { z } from 'zod'
import { decimalShape, textShape } from '../../../../kernel/shapes.ts'
import { ACTS } from '../verbs.ts'
import { CLAIM_STATES, type ClaimState } from '../words.ts'

export const day = z.iso.date()
export const words = z.string().trim().min(1).max(2000)
export const yuan = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/)
  .describe('元 yuan, at most two decimals')
export const state = z.enum(Object.keys(CLAIM_STATES) as [ClaimState, ...ClaimState[]])
export const act = z.enum(ACTS)

/** A claim in a list. */
export const claimLine = z.object({
  id: z.string(),
  number: z.string(),
  enterprise: z.string(),
  enterpriseName: z.string(),
  granule: z.string(),
  title: z.string(),
  office: z.string(),
  state,
  origin: z.enum(['applied', 'proposed']),
  year: z.string(),
  subject: z.string().nullable(),
  amount: decimalShape.nullable(),
  dueOn: day.nullable(),
  late: z.boolean().describe('The next step is overdue'),
  submittedOn: day.nullable(),
  paidOn: day.nullable(),
  days: z.number().nullable().describe('Calendar days from submission to the money'),
  asked: z.string().nullable(),
})

export const stepShape = z.object({
  act,
  name: textShape,
  needs: z.array(z.enum(['reason', 'amount', 'basis'])),
})

export const doneShape = z.object({ id: z.string(), state })
