/** Schemas that several routes share. Numbers travel as exact decimals in text. */
import { z } from 'zod'
import { parsePeriod } from '../../../kernel/figures/period.ts'

export const textSchema = z.object({ zh: z.string(), en: z.string() })
export const decimal = z.string().describe('精确小数 exact decimal')
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const period = z
  .string()
  .refine((value) => parsePeriod(value) !== undefined, { message: '2023 · 2023Q1 · 2023-09 · 2023-01..09' })
