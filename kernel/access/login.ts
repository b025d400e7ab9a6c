import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import { type Account, normalLogin } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { hashPassword, isOutdated, matchesHash } from './hash.ts'
import { passwordsOf, type StoredPassword } from './passwords.ts'
import { findByLogin } from './people.ts'
import { lockedOut } from './prove.ts'
import { type OpenedSession, openSession } from './sessions.ts'
import { admitAttempt, attemptFailed, attemptSucceeded, liftLock, throttledBy } from './throttle.ts'
import { hasTotp, spendCode, wrongCode } from './totp.ts'

export interface SignIn {
  readonly login: string
  readonly password: string
  /** A code of the telephone, or a recovery code. */
  readonly code?: string | undefined
  /** The browser's own name for itself. */
  readonly agent?: string | undefined
}

/**
 * Name and password, and a code where TOTP is enrolled, become a session. An unknown name takes the time of a known
 * one and gets the same answer. Nothing is said of an account to who does not know its password.
 *
 * Not to be called inside a transaction: a failure is recorded, and then thrown.
 *
 * @throws GaoxinError LOGIN_WRONG (401), LOGIN_CODE_NEEDED (401), TOTP_CODE (401), LOGIN_CLOSED (403),
 *   LOGIN_LOCKED (429)
 */
export async function signIn(access: AccessContext, asked: SignIn): Promise<OpenedSession> {
  if (access.db.isTransaction) throw new Error('signIn keeps what failed: it must not run in a transaction')
  const login = normalLogin(asked.login)
  const throttled = throttledBy(login, access)
  const account = await findByLogin(access, login)
  const about = { account: account?.id }
  if (!(await admitAttempt(access, throttled))) {
    await recordEvent(access, 'sign-in-refused', { ...about, why: 'locked' })
    throw lockedOut(access)
  }
  const fail = (why: string, error: GaoxinError): Promise<never> =>
    settle(access, error, async (within) => {
      await recordEvent(within, 'sign-in-failed', { ...about, why })
      for (const what of await attemptFailed(within.db, access.now, throttled))
        await recordEvent(within, 'locked-out', { ...about, why: what })
    })

  const [stored] = await passwordsOf(access.db, account?.id ?? '', 1)
  const right = await matchesHash(stored?.hash, asked.password)
  if (!right || !account || !stored) return fail('password', wrong())
  if (account.state !== 'active')
    return settle(access, closed(), async (within) => {
      await recordEvent(within, 'sign-in-refused', { ...about, why: account.state })
      await attemptSucceeded(within.db, access.now, throttled, false)
    })
  if (await hasTotp(access, account.id)) {
    if (!asked.code)
      return settle(access, codeNeeded(), async (within) => {
        await recordEvent(within, 'code-asked', about)
        await attemptSucceeded(within.db, access.now, throttled, false)
      })
    if (!(await spendCode(access, account.id, asked.code))) return fail('code', wrongCode())
  }
  const rehashed = isOutdated(stored.hash) ? await hashPassword(asked.password, access.random) : undefined
  const opened = await access.db.transaction().execute(async (db) => {
    const within = { ...access, db }
    if (!(await isStill(within, account.id, stored))) return undefined
    if (rehashed)
      await sql`update access.passwords set hash = ${rehashed} where id = ${stored.id}`.execute(db)
    const session = await openSession(within, account.id, asked.agent ?? '')
    await attemptSucceeded(db, access.now, throttled, true)
    await recordEvent(within, 'signed-in', { ...about, session: session.id })
    return session
  })
  return opened ?? fail('changed meanwhile', wrong())
}

/**
 * Opens a session for a person whom an identity provider has recognised, by login name. Neither password nor code is
 * asked for: the provider answers for who it is.
 * @throws GaoxinError LOGIN_UNKNOWN, LOGIN_CLOSED (403)
 */
export async function signInRecognised(
  access: AccessContext,
  asked: { readonly login: string; readonly agent: string },
): Promise<OpenedSession> {
  const account = await findByLogin(access, asked.login)
  const about = { account: account?.id }
  return access.db
    .transaction()
    .execute(async (db) => {
      const within = { ...access, db }
      const { rows } = await sql<{ state: string }>`select state from access.accounts
        where id = ${account?.id ?? ''} for share`.execute(db)
      if (!account || rows[0]?.state !== 'active') {
        await recordEvent(within, 'sign-in-refused', {
          ...about,
          why: `oidc: ${rows[0]?.state ?? 'unknown'}`,
        })
        return undefined
      }
      const session = await openSession(within, account.id, asked.agent, 'oidc')
      await recordEvent(within, 'signed-in', { ...about, session: session.id, why: 'oidc' })
      return session
    })
    .then((session) => {
      if (session) return session
      throw account ? closed() : unknownHere()
    })
}

/** An administrator lets a person try again at once. */
export const unlock = (
  access: AccessContext,
  account: Pick<Account, 'id' | 'login'>,
  actor: string,
): Promise<boolean> =>
  access.db.transaction().execute(async (db) => {
    const lifted = await liftLock({ ...access, db }, account.login)
    if (lifted) await recordEvent({ ...access, db }, 'lock-lifted', { account: account.id, actor })
    return lifted
  })

/** Records, commits, and only then throws. */
async function settle(
  access: AccessContext,
  error: GaoxinError,
  work: (within: AccessContext) => Promise<void>,
): Promise<never> {
  await access.db.transaction().execute((db) => work({ ...access, db }))
  throw error
}

/** While the hash was computed, the account may have been closed or its password changed: no session then. */
async function isStill({ db }: AccessContext, account: string, stored: StoredPassword): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`select state from access.accounts
    where id = ${account} for share`.execute(db)
  const [now] = await passwordsOf(db, account, 1)
  return rows[0]?.state === 'active' && now?.id === stored.id
}

const wrong = () =>
  new GaoxinError(
    'LOGIN_WRONG',
    text('登录名或密码不正确', 'The login name or the password is not right'),
    text('请重新输入；连续失败会临时锁定', 'Type them again; repeated failures lock for a while'),
    { place: 'login', status: 401 },
  )

const closed = () =>
  new GaoxinError(
    'LOGIN_CLOSED',
    text('账号已停用或注销', 'The account is disabled or closed'),
    text('请联系本单位管理员', 'Ask your administrator'),
    { place: 'login', status: 403 },
  )

const unknownHere = () =>
  new GaoxinError(
    'LOGIN_UNKNOWN',
    text('本系统中没有您的账号', 'You have no account here'),
    text('请联系安全管理员开户', 'Ask the security administrator for one'),
    { place: 'login', status: 403 },
  )

const codeNeeded = () =>
  new GaoxinError(
    'LOGIN_CODE_NEEDED',
    text('还需要动态码', 'A code is needed too'),
    text(
      '请输入手机上的六位动态码，或一个恢复码',
      'Type the six digits on your telephone, or a recovery code',
    ),
    { place: 'code', status: 401 },
  )
