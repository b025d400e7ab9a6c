import { z } from 'zod'
import { keptFile } from '../../../kernel/attachments/index.ts'
import { DATUMS, turned } from '../../../kernel/geo/index.ts'
import { CHANNELS, PHASES, SEVERITIES, STATES } from '../words.ts'

const keysOf = <K extends string>(choices: Readonly<Record<K, unknown>>) =>
  Object.keys(choices) as [K, ...K[]]
export const state = z.enum(keysOf(STATES))
export const channel = z.enum(keysOf(CHANNELS))
export const severity = z.enum(keysOf(SEVERITIES))
export const phase = z.enum(keysOf(PHASES))
/** A photo as those who work on its report see it. */
export const photo = keptFile.extend({
  phase: phase.nullable(),
  public: z.boolean().describe('Everybody may see it'),
})
/** In degrees of CGCS2000; what says that it is in another datum is turned. */
export const place = z
  .object({
    longitude: z.number().min(-180).max(180).transform(rounded),
    latitude: z.number().min(-90).max(90).transform(rounded),
    datum: z.enum(DATUMS).optional(),
  })
  .overwrite(turned)
/** A device gives more decimals than are kept. */
function rounded(value: number): number {
  return Number(value.toFixed(7))
}
export const words = (most: number) => z.string().trim().min(1).max(most)
export const id = z.string().min(1).max(100)
export const moment = z.iso.datetime({ offset: true })
export const credentials = { number: z.string().min(1).max(40), token: z.string().min(1).max(60) }
/** An idempotency key that a page made: 128 random bits or more. */
export const key = z.string().regex(/^[0-9a-f]{32,64}$/)
export const none = z.object({})
