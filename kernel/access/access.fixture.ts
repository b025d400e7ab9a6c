import { createHash } from 'node:crypto'
import type { Context } from '../system.ts'
import type { Account, AccountKind } from './accounts.ts'
import { type AccessContext, minutesAfter } from './context.ts'
import { resetPassword } from './passwords.ts'
import { createAccount } from './people.ts'
import { DEFAULT_POLICY } from './policy.ts'

/** Bytes that look random and are the same at every run. */
export function seeded(seed: string): (bytes: number) => Uint8Array {
  let count = 0
  return (bytes) => createHash('shake256', { outputLength: bytes }).update(`${seed} ${count++}`).digest()
}

const random = seeded('access')
const START = '2026-03-02T01:00:00.000Z'
export const PASSWORD = 'Tram-Violet-39x'

/** The door so many minutes after the start, seen from an address. */
export const desk = (context: Context, minutes = 0, address = '10.0.0.7'): AccessContext => ({
  db: context.db,
  now: minutesAfter(START, minutes),
  address,
  newId: context.newId,
  random,
  vault: context.vault,
  policy: DEFAULT_POLICY,
})

/** A person with a password of their own, set at the start. */
export async function person(
  context: Context,
  login: string,
  { kind = 'officer', temporary = false }: { readonly kind?: AccountKind; readonly temporary?: boolean } = {},
): Promise<Account> {
  const account = await createAccount(context, { login, display: login, kind }, desk(context))
  await resetPassword(desk(context), account, PASSWORD, 'admin')
  if (!temporary)
    await context.db
      .updateTable('access.passwords')
      .set({ temporary: false })
      .where('account', '=', account.id)
      .execute()
  return account
}
