import { sql } from 'kysely'
import { GaoxinError } from '../errors.ts'
import { createRow, notFound, updateRow } from '../store/changes.ts'
import type { Database } from '../store/database.ts'
import { isCreditCode } from '../store/personal/kinds.ts'
import { getRow } from '../store/rows.ts'
import type { Context } from '../system.ts'
import { text } from '../text.ts'
import { type Account, type AccountKind, type AccountState, accounts, normalLogin } from './accounts.ts'
import type { AccessContext } from './context.ts'
import { recordEvent } from './events.ts'
import { revokeSessions } from './sessions.ts'

/** When and from where it is done. */
export type Moment = Pick<AccessContext, 'now' | 'address'>

export interface NewAccount {
  readonly login: string
  readonly display: string
  readonly kind: AccountKind
  /** For an enterprise's account, and no other: the 统一社会信用代码 of the one for which it acts. */
  readonly enterprise?: string | undefined
}

/**
 * Opens an account; `resetPassword` gives it its first password.
 * @throws GaoxinError RECORD_EXISTS, RECORD_VALUE, ACCOUNT_ENTERPRISE
 */
export const createAccount = (
  outer: Context,
  { enterprise, ...values }: NewAccount,
  { now, address }: Moment,
): Promise<Account> =>
  outer.transaction(async (context) => {
    if ((values.kind === 'enterprise') !== Boolean(enterprise) || (enterprise && !isCreditCode(enterprise)))
      throw wrongEnterprise(enterprise)
    const row = await createRow(context, accounts, {
      ...values,
      ...(enterprise ? { enterprise } : {}),
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

/** What a list of accounts is asked by. */
export interface AccountQuestion {
  /** Part of a login name, a name or a credit code. */
  readonly q?: string | undefined
  readonly kind?: AccountKind | undefined
  readonly state?: AccountState | undefined
  readonly offset: number
  readonly limit: number
}

export async function listAccounts(
  { db }: Pick<Context, 'db'>,
  { q = '', kind, state, offset, limit }: AccountQuestion,
): Promise<{ readonly total: number; readonly rows: readonly Account[] }> {
  const part = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Account & { total: number }>`select *, count(*) over () as total
    from access.accounts
    where (login ilike ${part} or display ilike ${part} or enterprise ilike ${part})
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (${state ?? null}::text is null or state = ${state ?? null})
    order by login offset ${offset} limit ${limit}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row as unknown as Account) }
}

const wrongEnterprise = (value: string | undefined) =>
  new GaoxinError(
    'ACCOUNT_ENTERPRISE',
    text(
      '企业账号须有正确的统一社会信用代码，其他账号不填',
      'An enterprise account, and no other, has a credit code',
    ),
    text('请核对 18 位代码，末位是校验码', 'Check the 18 characters; the last one is a check digit'),
    { place: 'enterprise', value, status: 422 },
  )

/** The zone's own people by id, as their colleagues see who recorded a row. Enterprises and residents are not among them. */
export async function officerNames(db: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: string; display: string }>`select id, display from access.accounts
    where kind = 'officer'`.execute(db)
  return Object.fromEntries(rows.map(({ id, display }) => [id, display]))
}
