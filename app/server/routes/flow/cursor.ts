import { z } from 'zod'

/** Where a list goes on, as one word that a page hands back as it got it. */
export const cursorOf = <T extends object>(shape: z.ZodType<T>) =>
  z
    .string()
    .max(1000)
    .transform((word, checking) => {
      const read = shape.safeParse(parsed(word))
      if (read.success) return read.data
      checking.addIssue('no place in the list')
      return z.NEVER
    })
    .optional()
    .describe('`next` of the page before')

export const wordOf = (place: object): string => Buffer.from(JSON.stringify(place)).toString('base64url')

function parsed(word: string): unknown {
  try {
    return JSON.parse(Buffer.from(word, 'base64url').toString())
  } catch {
    return undefined
  }
}
