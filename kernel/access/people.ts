import { sql } from 'kysely'
import { createRow, notFound, updateRow } from '../store/changes.ts'
import { getRow } from '../store/rows.ts'
import type { Context } from '../system.ts'
import { type Account, type AccountKind, type AccountState, accounts, normalLogin } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { revokeSessions } from './sessions.ts'

/** When and from where it is done. */
export type Moment = Pick<AccessContext, 'now' | 'address'>

/** Opens an account; `resetPassword` gives it its first password. @throws GaoxinError RECORD_EXISTS, RECORD_VALUE */
export const createAccount = (
  outer: Context,
  values: { readonly login: string; readonly display: string; readonly kind: AccountKind },
  { now, address }: Moment,
): Promise<Account> =>
  outer.transaction(async (context) => {
    const row = await createRow(context, accounts, {
      ...values,
      login: normalLogin(values.login),
      state: 'active',
      created: now,
    })
    const account = row as unknown as Account
    await recordEvent({ db: context.db, now, address }, 'account-created', {
      account: account.id,
      actor: context.actor.id,
    })
    return account
  }, '开户')

/** Disables, closes or enables an account. One that is not active has no sessions from that moment on. */
export const setAccountState = (
  outer: Context,
  id: string,
  state: AccountState,
  why: string,
  { now, address }: Moment,
): Promise<Account> =>
  outer.transaction(async (context) => {
    const access = { db: context.db, now, address }
    const actor = context.actor.id
    const row = await updateRow(context, accounts, id, { state })
    await recordEvent(access, `account-${state}`, { account: id, actor, why })
    if (state !== 'active') await revokeSessions(access, id, { actor, why: `account-${state}` })
    return row as unknown as Account
  }, why)

/** @throws GaoxinError RECORD_NOT_FOUND */
export async function findAccount({ db }: Pick<Context, 'db'>, id: string): Promise<Account> {
  const row = await getRow(db, accounts, id)
  if (!row) throw notFound(accounts, id)
  return row as unknown as Account
}

/** By login name, however it is typed. */
export async function findByLogin({ db }: Pick<Context, 'db'>, typed: string): Promise<Account | undefined> {
  const { rows } =
    await sql<Account>`select * from access.accounts where login = ${normalLogin(typed)}`.execute(db)
  return rows[0]
}
