import type { Database } from '../store/database.ts'
import type { Vault } from '../store/personal/cipher.ts'
import type { AccessPolicy } from './policy.ts'

/** One request at the door, and what of the outside world the answer needs. */
export interface AccessContext {
  readonly db: Database
  /** The moment of the request, ISO 8601 in UTC. */
  readonly now: string
  /** Where the request comes from: the network address, as the server saw it. */
  readonly address: string
  readonly newId: () => string
  /** So many random bytes, good enough for keys. */
  readonly random: (bytes: number) => Uint8Array
  /** What encrypts TOTP secrets; its keys are kept outside the database. */
  readonly vault: Vault
  readonly policy: AccessPolicy
}

/** The moment so many minutes after another. */
export const minutesAfter = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString()
