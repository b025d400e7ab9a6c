/** Periods as several routes take them. */
import { z } from 'zod'
import { parsePeriod } from '../../../kernel/figures/period.ts'

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const period = z
  .string()
  .refine((value) => parsePeriod(value) !== undefined, { message: '2023 · 2023Q1 · 2023-09 · 2023-01..09' })
