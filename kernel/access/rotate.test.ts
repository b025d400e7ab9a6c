import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { createVault, type Vault } from '../store/personal/cipher.ts'
import { desk, PASSWORD, person } from './access.fixture.ts'
import { signIn } from './login.ts'
import { rotateTotp } from './rotate.ts'
import { confirmTotp, startTotp } from './totp.ts'

const test = testZone({ systems: [] })
const bytes = (word: string) => createHash('sha256').update(word).digest()
const key = (id: string) => ({ id, secret: bytes(id) })
const vaultOf = (...ids: string[]): Vault =>
  createVault({ keys: ids.map(key), index: bytes('index') }, (length) => randomBytes(length))
const at = (vault: Vault, minutes = 0) => ({ ...desk(test.zone.context(), minutes), vault })
const codeAt = (secret: string, minutes: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.parse(at(vaultOf('old'), minutes).now),
  })

async function enrolled(login: string): Promise<string> {
  const account = await person(test.zone.context(), login)
  const { secret } = await startTotp(at(vaultOf('old')), account, '宁波高新区')
  await confirmTotp(at(vaultOf('old')), account.id, codeAt(secret, 0))
  return secret
}
const underNew = async () =>
  (
    await sql<{ count: number }>`select count(*)::int as count from access.totp
      where starts_with(secret, 'v1.new.')`.execute(test.zone.store.db)
  ).rows[0]?.count

it('secrets of telephones move to the newest key, go on where it broke off, and open without the old one', async () => {
  const secrets = new Map<string, string>()
  for (const login of ['wang', 'li', 'zhao', 'qian', 'sun']) secrets.set(login, await enrolled(login))
  const { db } = test.zone.store
  const both = vaultOf('old', 'new')
  let encrypted = 0
  const broken: Vault = {
    ...both,
    encrypt: (value, cell) => {
      if (++encrypted > 3) throw new Error('killed')
      return both.encrypt(value, cell)
    },
  }
  await expect(rotateTotp({ db, vault: broken }, 2)).rejects.toThrow('killed')
  // Whole batches or nothing of them.
  expect(await underNew()).toBe(2)
  expect(await rotateTotp({ db, vault: both }, 2)).toBe(3)
  expect(await rotateTotp({ db, vault: both }, 2)).toBe(0)

  const alone = vaultOf('new')
  for (const [login, secret] of secrets) {
    const asked = { login, password: PASSWORD, agent: 'test' }
    await expect(signIn(at(alone, 5), asked)).rejects.toMatchObject({ code: 'LOGIN_CODE_NEEDED' })
    await signIn(at(alone, 5), { ...asked, code: codeAt(secret, 5) })
  }
})

it('a secret under a key that is gone is told, and stays as it was', async () => {
  await enrolled('zhou')
  const { db } = test.zone.store
  const before = await sql`select account, secret from access.totp order by account`.execute(db)
  await expect(rotateTotp({ db, vault: vaultOf('new') })).rejects.toMatchObject({ code: 'ACCESS_KEY' })
  expect((await sql`select account, secret from access.totp order by account`.execute(db)).rows).toEqual(
    before.rows,
  )
})
