import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { text } from '../text.ts'
import type { Account } from './accounts.ts'
import { type AccessContext, minutesAfter } from './context.ts'
import { recordEvent } from './events.ts'
import { sha256 } from './hash.ts'
import { mustChange } from './password.ts'
import type { AccessPolicy } from './policy.ts'

/** What a person sees of one of their sessions. */
export interface SessionSummary {
  readonly id: string
  readonly created_at: string
  readonly seen_at: string
  readonly address: string
  /** The browser's own name for itself. */
  readonly agent: string
}

/** By password (and code), or by an identity provider, which then answers for both. */
export type SessionBy = 'password' | 'oidc'

export interface Session {
  readonly id: string
  readonly account: Pick<Account, 'id' | 'login' | 'display' | 'kind' | 'enterprise'>
  /** The post that was chosen to act by; whether it is still held is not said. */
  readonly post: string | null
  /** How the person was recognised. */
  readonly by: SessionBy
  /** The password has expired or was set by somebody else: nothing but changing it should be let through. */
  readonly mustChange: boolean
}

export interface OpenedSession {
  readonly id: string
  /** For the HttpOnly cookie; kept nowhere else. */
  readonly token: string
  /** For the page, which sends it back with every change. */
  readonly csrf: string
}

/** Opens a session; the caller writes the event. */
export async function openSession(
  { db, now, newId, random, address, policy }: AccessContext,
  account: string,
  agent: string,
  by: SessionBy = 'password',
): Promise<OpenedSession> {
  const id = newId()
  const token = newToken(random)
  await sql`insert into access.sessions (id, account, token, created_at, seen_at, ends_at, address, agent, by)
    values (${id}, ${account}, ${sha256(token)}, ${now}, ${now},
      ${minutesAfter(now, policy.session.hours * 60)}, ${address}, ${agent.slice(0, 300)}, ${by})`.execute(db)
  return { id, token, csrf: csrfOf(token) }
}

/** Gives a session another token; whoever has the one before is out. In the transaction of what asks for it. */
export async function renewToken(
  { db, random }: Pick<AccessContext, 'db' | 'random'>,
  id: string,
): Promise<OpenedSession> {
  const token = newToken(random)
  await sql`update access.sessions set token = ${sha256(token)} where id = ${id}`.execute(db)
  return { id, token, csrf: csrfOf(token) }
}

const newToken = (random: AccessContext['random']): string => Buffer.from(random(32)).toString('base64url')

/** `seen_at` is written at most this often; a session may end so much early, never late. */
const SEEN_SECONDS = 20

/**
 * The session of a token, or undefined when there is none, it has ended, or its account no longer is active.
 * @param alive false for requests that no person made (a screen that asks again by itself): they do not prolong it.
 */
export async function findSession(
  { db, now, policy }: Pick<AccessContext, 'db' | 'now' | 'policy'>,
  token: string,
  alive = true,
): Promise<Session | undefined> {
  const { rows } =
    await sql<Found>`select s.id, s.seen_at, s.post, s.by, a.id as account, a.login, a.display, a.kind,
      a.enterprise, p.set_at, p.temporary
    from access.sessions s join access.accounts a on a.id = s.account
    left join lateral (select set_at, temporary from access.passwords
      where account = a.id order by seq desc limit 1) p on true
    where s.token = ${sha256(token)} and ${isOpen(now, policy)} and a.state = 'active'`.execute(db)
  const found = rows[0]
  if (!found) return undefined
  if (alive && Date.parse(now) - Date.parse(found.seen_at) >= SEEN_SECONDS * 1000)
    await sql`update access.sessions set seen_at = ${now} where id = ${found.id} and seen_at < ${now}`.execute(
      db,
    )
  const { id, account, login, display, kind, enterprise, post, by } = found
  return {
    id,
    account: { id: account, login, display, kind, enterprise },
    post,
    by,
    mustChange:
      by === 'password' && mustChange(found, policy.password[kind as keyof AccessPolicy['password']], now),
  }
}

interface Found {
  readonly id: string
  readonly seen_at: string
  readonly account: string
  readonly login: string
  readonly display: string
  readonly kind: string
  readonly enterprise: string | null
  readonly post: string | null
  readonly by: SessionBy
  readonly set_at: string
  readonly temporary: boolean
}

/** Neither revoked, nor past its end, nor idle for too long; `s` is the session. */
const isOpen = (now: string, { session }: AccessPolicy) => sql<boolean>`(s.revoked_at is null
  and s.ends_at > ${now} and s.seen_at > ${minutesAfter(now, -session.idleMinutes)})`

/** The sessions of a person that are open, the one used last first. */
export async function listSessions(
  { db, now, policy }: Pick<AccessContext, 'db' | 'now' | 'policy'>,
  account: string,
): Promise<readonly SessionSummary[]> {
  const { rows } = await sql<SessionSummary>`select s.id, s.created_at, s.seen_at, s.address, s.agent
    from access.sessions s where s.account = ${account} and ${isOpen(now, policy)}
    order by s.seen_at desc, s.id`.execute(db)
  return rows
}

/** Remembers the post to act by, for this session alone. Whether it is held is looked up at every request. */
export const choosePost = (access: Revoking, { id, account }: Session, post: string): Promise<void> =>
  inTransaction(access.db, async (db) => {
    await sql`update access.sessions set post = ${post} where id = ${id}`.execute(db)
    await recordEvent({ ...access, db }, 'post-chosen', { account: account.id, session: id, why: post })
  })

type Revoking = Pick<AccessContext, 'db' | 'now' | 'address'>

/** The person leaves. */
export const signOut = (access: Revoking, { id, account }: Session): Promise<void> =>
  inTransaction(access.db, async (db) => {
    if ((await end({ ...access, db }, account.id, sql`id = ${id}`)).length === 0) return
    await recordEvent({ ...access, db }, 'signed-out', { account: account.id, session: id })
  })

/**
 * Ends one session of the account.
 * @param actor who does it, where it is not the person's own doing
 * @throws GaoxinError SESSION_NOT_FOUND when it is not the account's or has been ended already
 */
export const revokeSession = (access: Revoking, account: string, id: string, actor?: string): Promise<void> =>
  inTransaction(access.db, async (db) => {
    const [ended] = await end({ ...access, db }, account, sql`id = ${id}`)
    if (ended === undefined) throw sessionNotFound(id)
    await recordEvent({ ...access, db }, 'session-revoked', { account, session: id, actor })
  })

/** Ends all sessions of the account, but for one to keep. @returns how many. */
export const revokeSessions = (
  access: Revoking,
  account: string,
  options: {
    readonly keep?: string | undefined
    readonly actor?: string | undefined
    readonly why?: string
  } = {},
): Promise<number> =>
  inTransaction(access.db, async (db) => {
    const { keep, actor, why } = options
    const ended = await end({ ...access, db }, account, sql`id is distinct from ${keep ?? null}`)
    for (const session of ended)
      await recordEvent({ ...access, db }, 'session-revoked', { account, session, actor, why })
    return ended.length
  })

async function end(
  { db, now }: Revoking,
  account: string,
  which: ReturnType<typeof sql<boolean>> | ReturnType<typeof sql>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`update access.sessions set revoked_at = ${now}
    where account = ${account} and revoked_at is null and ends_at > ${now} and ${which} returning id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** Takes out sessions that ended a day ago or more: what happened is in the events. */
export async function sweepSessions({ db, now }: Pick<AccessContext, 'db' | 'now'>): Promise<void> {
  await sql`delete from access.sessions
    where least(ends_at, revoked_at) < ${minutesAfter(now, -24 * 60)}`.execute(db)
}

/** Bound to the session: made from its token, which the page itself cannot read. */
export const csrfOf = (token: string): string =>
  createHmac('sha256', token).update('gaoxin csrf').digest('base64url')

/** True when the page that asks for a change was given the session's own token; takes the same time either way. */
export function checkCsrf(token: string, given: string | undefined): boolean {
  const right = Buffer.from(csrfOf(token))
  const theirs = Buffer.from(given ?? '')
  // Of another length it is compared with itself, and refused.
  const same = theirs.length === right.length
  return timingSafeEqual(right, same ? theirs : right) && same
}

/** Runs in the transaction that is there already, or in one of its own. */
export const inTransaction = <T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

const sessionNotFound = (id: string) =>
  new GaoxinError(
    'SESSION_NOT_FOUND',
    text('没有这个登录会话', 'There is no such session'),
    text('它可能已经结束，请刷新列表', 'It may have ended already; load the list again'),
    { value: id, status: 404 },
  )
