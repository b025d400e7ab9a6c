/** Schemas that routes of every system share. */
import { z } from 'zod'

export const textShape = z.object({ zh: z.string(), en: z.string() })
/** Numbers travel as exact decimals in text. */
export const decimalShape = z.string().describe('精确小数 exact decimal')
