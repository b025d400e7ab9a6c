import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { type Text, text } from '../text.ts'
import type { Account, AccountKind } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { hashPassword, matchesHash } from './hash.ts'
import { checkPassword, temporaryPassword } from './password.ts'
import { type Asking, prove } from './prove.ts'
import { inTransaction, type OpenedSession, renewToken, revokeSessions } from './sessions.ts'
import { liftLock } from './throttle.ts'

export interface StoredPassword {
  readonly id: string
  readonly hash: string
  readonly set_at: string
  readonly temporary: boolean
}

/** Newest first: the first is the account's password. */
export async function passwordsOf(
  db: Database,
  account: string,
  limit: number,
): Promise<readonly StoredPassword[]> {
  const { rows } = await sql<StoredPassword>`select id, hash, set_at, temporary from access.passwords
    where account = ${account} order by seq desc limit ${limit}`.execute(db)
  return rows
}

/**
 * A person changes their own password; their other sessions end, and whoever has the token of this one is out too.
 * @param session the session in which they do it, which goes on
 * @returns it with its new token
 * @throws GaoxinError PASSWORD_WRONG when the present one is not right, LOGIN_LOCKED after too many of these,
 *   PASSWORD_RULE with every reason, PASSWORD_USED when it is one of the last ones
 */
export async function changePassword(
  access: AccessContext,
  session: Asking,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<OpenedSession> {
  const { account, id } = session
  await proveByPassword(access, session, current)
  const hash = await acceptable(access, account, next)
  return access.db.transaction().execute(async (db) => {
    await store({ ...access, db }, account, hash, false)
    await recordEvent({ ...access, db }, 'password-changed', { account: account.id, session: id })
    await revokeSessions({ ...access, db }, account.id, { keep: id, why: 'password-changed' })
    return renewToken({ ...access, db }, id)
  })
}

/**
 * Somebody else sets a password: the first one, or one that was forgotten. It has to be changed at the next sign-in,
 * all sessions end, and a lock after failures is lifted.
 * @throws GaoxinError PASSWORD_RULE, PASSWORD_USED
 */
export async function resetPassword(
  access: AccessContext,
  account: Pick<Account, 'id' | 'login' | 'kind'>,
  next: string,
  actor: string,
): Promise<void> {
  const hash = await acceptable(access, account, next)
  await inTransaction(access.db, async (db) => {
    await store({ ...access, db }, account, hash, true)
    await recordEvent({ ...access, db }, 'password-reset', { account: account.id, actor })
    await revokeSessions({ ...access, db }, account.id, { actor, why: 'password-reset' })
    await liftLock({ ...access, db }, account.login)
  })
}

/** Sets a password that is good for one sign-in. @returns it: it is kept nowhere and shown once */
export async function giveTemporaryPassword(
  access: AccessContext,
  account: Pick<Account, 'id' | 'login' | 'kind'>,
  actor: string,
): Promise<string> {
  const password = temporaryPassword(access.policy.password[account.kind as AccountKind], access.random)
  await resetPassword(access, account, password, actor)
  return password
}

/** Before something that a stolen session must not be enough for. @throws GaoxinError PASSWORD_WRONG, LOGIN_LOCKED */
export const proveByPassword = (access: AccessContext, asking: Asking, typed: string): Promise<void> =>
  prove(
    access,
    asking,
    async () => {
      const [stored] = await passwordsOf(access.db, asking.account.id, 1)
      return matchesHash(stored?.hash, typed)
    },
    () =>
      new GaoxinError(
        'PASSWORD_WRONG',
        text('当前密码不正确', 'The present password is not right'),
        text('请重新输入', 'Type it again'),
        { place: 'current', status: 403 },
      ),
  )

/** Checks a new password by the rules and against the last ones. @returns its hash. */
async function acceptable(
  { db, policy, random }: AccessContext,
  { id, login, kind }: Pick<Account, 'id' | 'login' | 'kind'>,
  next: string,
): Promise<string> {
  const rule = policy.password[kind as AccountKind]
  const reasons = checkPassword(next, rule, login)
  if (reasons.length > 0) throw againstTheRule(reasons)
  for (const { hash } of await passwordsOf(db, id, rule.remembered))
    if (await matchesHash(hash, next))
      throw new GaoxinError(
        'PASSWORD_USED',
        text(
          `与最近 ${rule.remembered} 次用过的密码相同`,
          `It is one of your last ${rule.remembered} passwords`,
        ),
        text('请换一个新密码', 'Choose another one'),
        { place: 'next', status: 422 },
      )
  return hashPassword(next, random)
}

async function store(
  { db, now, newId, policy }: AccessContext,
  { id, kind }: Pick<Account, 'id' | 'kind'>,
  hash: string,
  temporary: boolean,
): Promise<void> {
  // A sign-in that is under way with the old password waits here, then sees that it has changed (login.ts).
  await sql`select from access.accounts where id = ${id} for update`.execute(db)
  await sql`insert into access.passwords (id, account, hash, set_at, temporary)
    values (${newId()}, ${id}, ${hash}, ${now}, ${temporary})`.execute(db)
  await sql`delete from access.passwords where account = ${id} and seq not in (
    select seq from access.passwords where account = ${id}
    order by seq desc limit ${policy.password[kind as AccountKind].remembered})`.execute(db)
}

/** Never says what was typed. */
const againstTheRule = (reasons: readonly Text[]) =>
  new GaoxinError(
    'PASSWORD_RULE',
    text(
      `新密码不合要求：${reasons.map(({ zh }) => zh).join('；')}`,
      `The new password does not fit: ${reasons.map(({ en }) => en).join('; ')}`,
    ),
    text('请换一个密码', 'Choose another one'),
    { place: 'next', value: reasons, status: 422 },
  )
