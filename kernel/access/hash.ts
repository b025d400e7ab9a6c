import { createHash } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from './password.ts'

/**
 * argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Some tens of
 * milliseconds on one core.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const

/** The hash of a password that nobody has: an unknown name costs what a known one does. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$Ql4yq6nTpDLd3A9FabOJtA$ot++tgNE6p6Xgd3mP0Y/EY+kFfLmbeUrLVRWt4YidkU'

export const hashPassword = (typed: string, random: (bytes: number) => Uint8Array): Promise<string> =>
  hash(normalPassword(typed), { ...PARAMETERS, salt: random(16) })

/** Beyond this length nothing was ever taken, so nothing can match: no work for whoever sends a book. */
const LONGEST_TYPED = 1000

export const matchesHash = async (stored: string | undefined, typed: string): Promise<boolean> => {
  const right = await verify(stored ?? NOBODYS_HASH, normalPassword(typed.slice(0, LONGEST_TYPED)))
  return right && stored !== undefined && typed.length <= LONGEST_TYPED
}

/** True when a hash was made with other parameters than today's. */
export const isOutdated = (stored: string): boolean => {
  const made = parseOptions(stored)
  return Object.entries(PARAMETERS).some(([name, value]) => made[name as keyof typeof PARAMETERS] !== value)
}

export const sha256 = (value: string | Uint8Array): Buffer => createHash('sha256').update(value).digest()
