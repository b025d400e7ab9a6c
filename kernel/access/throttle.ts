import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type AccessContext, minutesAfter } from './context.ts'
import { sha256 } from './hash.ts'
import type { Limit } from './policy.ts'

/**
 * Failed sign-ins of one login name or one address. An attempt counts from the moment it is let in, and is taken
 * back when it turns out well: of a hundred sent at once, no more are tried than one after another.
 */
export interface Throttle {
  /** Moments, oldest first. */
  readonly attempts: readonly string[]
  readonly locked_until: string | null
}
export const CALM: Throttle = { attempts: [], locked_until: null }

/** The state with the attempt counted, or undefined when it is not let in. */
export function admit(throttle: Throttle, now: string, limit: Limit): Throttle | undefined {
  if (throttle.locked_until !== null && now < throttle.locked_until) return undefined
  const recent = within(throttle.attempts, now, limit)
  return recent.length >= limit.failures ? undefined : { attempts: [...recent, now], locked_until: null }
}

/** After an attempt that was let in failed: locked, when it was the last one allowed. */
export function failed(throttle: Throttle, now: string, limit: Limit): Throttle {
  if (throttle.locked_until !== null && now < throttle.locked_until) return throttle
  const recent = within(throttle.attempts, now, limit)
  return recent.length < limit.failures
    ? { attempts: recent, locked_until: null }
    : { attempts: [], locked_until: minutesAfter(now, limit.lockMinutes) }
}

/** Without the attempt that was let in at that moment. */
export function takenBack(throttle: Throttle, at: string): Throttle {
  const index = throttle.attempts.lastIndexOf(at)
  return index < 0 ? throttle : { ...throttle, attempts: throttle.attempts.toSpliced(index, 1) }
}

const within = (attempts: readonly string[], now: string, { windowMinutes }: Limit): readonly string[] =>
  attempts.filter((at) => at > minutesAfter(now, -windowMinutes))

/** What is throttled, and by which limit. */
export interface Throttled {
  readonly what: 'login' | 'address'
  readonly key: Buffer
  readonly limit: Limit
}

export const throttledBy = (login: string, { address, policy }: AccessContext): readonly Throttled[] => [
  { what: 'login', key: keyOf('login', login), limit: policy.failures.account },
  { what: 'address', key: keyOf('address', networkOf(address)), limit: policy.failures.address },
]

/**
 * Whose line an address is on: of IPv6 one has a whole network, of which the first 64 bits are the name, and could guess
 * from another address each time.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (plain) return plain
  const [head = [], tail] = (address.split('%')[0] ?? '')
    .split('::')
    .map((part) => part.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** Counts an attempt against all of them, or against none when one of them lets nobody in. */
export const admitAttempt = (
  { db, now }: Pick<AccessContext, 'db' | 'now'>,
  throttled: readonly Throttled[],
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const states = await lock(transaction, throttled)
    const next = states.map(({ state, limit }) => admit(state, now, limit))
    if (next.includes(undefined)) return false
    for (const [at, { key }] of throttled.entries()) await put(transaction, key, next[at] ?? CALM)
    return true
  })

/**
 * Counts a request that needs no account against where it comes from. All of them count, whatever becomes of them.
 * @param what the kind of request: each has a count of its own
 * @returns false when there were too many lately
 */
export const admitFrom = (
  { db, now }: Pick<AccessContext, 'db' | 'now'>,
  what: string,
  address: string,
  limit: Limit,
): Promise<boolean> =>
  admitAttempt({ db, now }, [
    { what: 'address', key: keyOf('address', `${what} ${networkOf(address)}`), limit },
  ])

/** In the transaction that records the failure. @returns what this failure locked. */
export async function attemptFailed(
  db: Database,
  now: string,
  throttled: readonly Throttled[],
): Promise<readonly Throttled['what'][]> {
  const locks: Throttled['what'][] = []
  for (const { what, key, state, limit } of await lock(db, throttled)) {
    const next = failed(state, now, limit)
    await put(db, key, next)
    if (next.locked_until !== null && next !== state) locks.push(what)
  }
  return locks
}

/**
 * In the transaction that records the success. The name starts afresh when the person is in; the address only gets
 * this attempt back, or anybody with an account of their own could go on guessing at the others'.
 */
export async function attemptSucceeded(
  db: Database,
  now: string,
  throttled: readonly Throttled[],
  isIn: boolean,
): Promise<void> {
  for (const { what, key, state } of await lock(db, throttled))
    await put(db, key, isIn && what === 'login' ? CALM : takenBack(state, now))
}

/** Lets a login name in again at once. @returns true when it had been locked. */
export async function liftLock(
  { db, now }: Pick<AccessContext, 'db' | 'now'>,
  login: string,
): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean | null }>`delete from access.throttles
    where key = ${keyOf('login', login)} returning locked_until > ${now} as locked`.execute(db)
  return rows[0]?.locked === true
}

/** Whether a login name is locked for a while. */
export async function isLocked(
  { db, now }: Pick<AccessContext, 'db' | 'now'>,
  login: string,
): Promise<boolean> {
  const { rows } = await sql`select from access.throttles
    where key = ${keyOf('login', login)} and locked_until > ${now}`.execute(db)
  return rows.length > 0
}

const keyOf = (what: Throttled['what'], value: string): Buffer => sha256(`${what}:${value}`)

interface Locked extends Throttled {
  readonly state: Throttle
}

/** The rows under lock, the first first: every caller in the same order, so that none waits in a circle. */
async function lock(db: Database, throttled: readonly Throttled[]): Promise<readonly Locked[]> {
  const found: Locked[] = []
  for (const one of throttled) {
    await sql`insert into access.throttles (key, attempts) values (${one.key}, '[]') on conflict do nothing`.execute(
      db,
    )
    const { rows } = await sql<Throttle>`select attempts, locked_until from access.throttles
      where key = ${one.key} for update`.execute(db)
    found.push({ ...one, state: rows[0] ?? CALM })
  }
  return found
}

const put = (db: Database, key: Buffer, { attempts, locked_until }: Throttle): Promise<unknown> =>
  sql`update access.throttles set attempts = ${JSON.stringify(attempts)}, locked_until = ${locked_until}
    where key = ${key}`.execute(db)

/** Takes out what no longer says anything. */
export async function sweepThrottles({ db, now, policy }: AccessContext): Promise<void> {
  const { account, address } = policy.failures
  const past = minutesAfter(now, -Math.max(account.windowMinutes, address.windowMinutes))
  await sql`delete from access.throttles where (locked_until is null or locked_until < ${now})
    and coalesce(attempts ->> -1, '') <= ${past}`.execute(db)
}
