import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { Account } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { admitAttempt, attemptFailed, attemptSucceeded, throttledBy } from './throttle.ts'

/** Who asks, from an open session. */
export interface Asking {
  /** Of the session. */
  readonly id: string
  readonly account: Pick<Account, 'id' | 'login' | 'kind'>
}

/**
 * Before something that a stolen session must not be enough for. What is wrong counts as a failed sign-in.
 * Not to be called inside a transaction: a failure is recorded, and then thrown.
 * @throws GaoxinError LOGIN_LOCKED, or `wrong`
 */
export async function prove(
  access: AccessContext,
  { id, account }: Asking,
  check: () => Promise<boolean>,
  wrong: () => GaoxinError,
): Promise<void> {
  const { db, now } = access
  if (db.isTransaction) throw new Error('a proof keeps what failed: it must not run in a transaction')
  const throttled = throttledBy(account.login, access)
  const about = { account: account.id, session: id }
  if (!(await admitAttempt(access, throttled))) {
    await recordEvent(access, 'proof-failed', { ...about, why: 'locked' })
    throw lockedOut(access)
  }
  const right = await check()
  await db.transaction().execute(async (transaction) => {
    if (right) return attemptSucceeded(transaction, now, throttled, false)
    const within = { ...access, db: transaction }
    await recordEvent(within, 'proof-failed', { ...about, why: wrong().code })
    for (const why of await attemptFailed(transaction, now, throttled))
      await recordEvent(within, 'locked-out', { ...about, why })
  })
  if (!right) throw wrong()
}

export const lockedOut = ({ policy }: Pick<AccessContext, 'policy'>) => {
  const minutes = Math.max(policy.failures.account.lockMinutes, policy.failures.address.lockMinutes)
  return new GaoxinError(
    'LOGIN_LOCKED',
    text('连续失败次数过多，已临时锁定', 'Locked for a while after too many failures'),
    text(
      `请在 ${minutes} 分钟后再试，或请管理员解锁`,
      `Try again in ${minutes} minutes, or ask an administrator to unlock it`,
    ),
    { place: 'login', status: 429 },
  )
}
