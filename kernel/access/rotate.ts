import { sql } from 'kysely'
import type { Context } from '../system.ts'
import { cellOf, openSecret } from './totp.ts'

/**
 * Encrypts the secrets of telephones anew that are not under the newest key, a batch a transaction: who signs in
 * meanwhile waits for one batch at most. Broken off, it goes on where it was. No history holds them, so that afterwards
 * nothing of them needs the old key.
 * @returns how many
 * @throws GaoxinError ACCESS_KEY when one is under a key that is not there
 */
export async function rotateTotp({ db, vault }: Pick<Context, 'db' | 'vault'>, batch = 500): Promise<number> {
  const newest = `v1.${vault.newest}.`
  for (let total = 0; ; ) {
    const done = await db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ account: string; secret: string }>`select account, secret from access.totp
        where not starts_with(secret, ${newest}) order by account limit ${batch} for update`.execute(
        transaction,
      )
      for (const { account, secret } of rows)
        await sql`update access.totp
          set secret = ${vault.encrypt(openSecret(vault, account, secret), cellOf(account))}
          where account = ${account}`.execute(transaction)
      return rows.length
    })
    if (done === 0) return total
    total += done
  }
}
