import { z } from 'zod'
import { ACCOUNT_KINDS, ACCOUNT_STATES, EVENT_KINDS, POST_ROLES } from '../../../../kernel/access/index.ts'
import { textShape } from '../../../../kernel/shapes.ts'
import { aheadShape, personShape } from '../../routes/shapes.ts'

const keysOf = <T extends Record<string, unknown>>(of: T) =>
  Object.keys(of) as [keyof T & string, ...(keyof T & string)[]]

export const kindShape = z.enum(keysOf(ACCOUNT_KINDS))
export const stateShape = z.enum(keysOf(ACCOUNT_STATES))
export const roleShape = z.enum(keysOf(POST_ROLES))
export const eventKindShape = z.enum(keysOf(EVENT_KINDS))

/** What is typed at the door; anything longer was never taken. */
export const typed = z.string().min(1).max(1000)

export const done = z.object({ done: z.literal(true) })
export const DONE = { done: true } as const

export const ownPostShape = z.object({
  id: z.string(),
  office: z.string(),
  role: z.string(),
  grid: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  lentBy: z.string().nullable().describe('The name of the person whose post it is, where it was lent'),
})

export const ruleShape = z.object({
  length: z.number().int(),
  classes: z.number().int(),
  days: z.number().int(),
  remembered: z.number().int(),
})

export const currentShape = z.object({
  zone: z.object({ name: textShape, demonstration: z.boolean(), ahead: aheadShape }),
  provider: z.string().nullable().describe('The name of the identity provider, where one is set up'),
  person: z
    .object({
      login: z.string(),
      display: z.string(),
      kind: z.string(),
      enterprise: z.string().nullable(),
      by: z.enum(['password', 'oidc']),
      mustChange: z.boolean(),
      acting: personShape,
      post: z.string().nullable().describe('The post by which the person acts'),
      posts: z.array(ownPostShape),
      rule: ruleShape,
      totp: z.boolean(),
      recoveryCodesLeft: z.number().int(),
    })
    .nullable(),
})

export const accountShape = z.object({
  id: z.string(),
  login: z.string(),
  display: z.string(),
  kind: kindShape,
  enterprise: z.string().nullable(),
  state: stateShape,
  created: z.string(),
})

export const postShape = z.object({
  id: z.string(),
  office: z.string(),
  role: z.string(),
  grid: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  delegated_by: z.string().nullable(),
})
