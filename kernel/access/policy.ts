import { z } from 'zod'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'

/**
 * What a zone may decide about passwords, sessions and failed sign-ins: data, kept as JSON in the setting
 * `access.policy`. Each bound is what GB/T 22239-2019 level 3 is commonly assessed against, so a zone can be
 * stricter but never laxer.
 */
const passwordRule = z.strictObject({
  /** Characters at least. */
  length: z.number().int().min(8).max(64),
  /** Of small letters, capitals, digits and others: so many kinds at least. */
  classes: z.number().int().min(3).max(4),
  /** Days until it must be changed. */
  days: z.number().int().min(1).max(90),
  /** So many of the last ones, the present one included, are not taken again. */
  remembered: z.number().int().min(5).max(24),
})
export type PasswordRule = z.infer<typeof passwordRule>

const limit = (most: number) =>
  z.strictObject({
    failures: z.number().int().min(1).max(most),
    /** Failures this many minutes apart count together. */
    windowMinutes: z.number().int().min(15).max(1440),
    lockMinutes: z.number().int().min(15).max(1440),
  })
export type Limit = z.infer<ReturnType<typeof limit>>

const policy = z.strictObject({
  password: z.strictObject({ officer: passwordRule, enterprise: passwordRule, resident: passwordRule }),
  session: z.strictObject({
    /** Minutes without a request after which it ends. */
    idleMinutes: z.number().int().min(1).max(15),
    /** Hours after which it ends however busy it is. */
    hours: z.number().int().min(1).max(12),
  }),
  failures: z.strictObject({ account: limit(5), address: limit(100) }),
})
export type AccessPolicy = z.infer<typeof policy>

const others: PasswordRule = { length: 8, classes: 3, days: 90, remembered: 5 }

export const DEFAULT_POLICY: AccessPolicy = {
  password: { officer: { ...others, length: 12 }, enterprise: others, resident: others },
  session: { idleMinutes: 15, hours: 12 },
  failures: {
    account: { failures: 5, windowMinutes: 15, lockMinutes: 15 },
    // A whole office may sit behind one address: five would let one person's typing lock everybody out.
    address: { failures: 20, windowMinutes: 15, lockMinutes: 15 },
  },
}

/**
 * @param setting the setting `access.policy`: JSON that holds whatever differs from the default.
 * @throws GaoxinError ACCESS_POLICY naming the first value that is not allowed.
 */
export function readPolicy(setting: string | undefined): AccessPolicy {
  if (!setting) return DEFAULT_POLICY
  let given: unknown
  try {
    given = JSON.parse(setting)
  } catch (cause) {
    throw refused('access.policy', setting, cause)
  }
  const result = policy.safeParse(merge(DEFAULT_POLICY, given))
  if (result.success) return result.data
  throw refused(['access.policy', ...(result.error.issues[0]?.path ?? [])].join('.'), given, result.error)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const merge = (base: unknown, over: unknown): unknown =>
  isObject(base) && isObject(over)
    ? {
        ...base,
        ...Object.fromEntries(Object.entries(over).map(([key, value]) => [key, merge(base[key], value)])),
      }
    : over

const refused = (place: string, value: unknown, cause: unknown) =>
  new GaoxinError(
    'ACCESS_POLICY',
    text('登录与密码策略的设置不合要求', 'The setting for passwords and sign-in is not allowed'),
    text(
      '可以比等保三级更严，不能更宽；请改正该项',
      'It may be stricter than level 3, not laxer; mend this value',
    ),
    { place, value, status: 503, cause },
  )
