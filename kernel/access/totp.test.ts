import { sql } from 'kysely'
import { Secret, TOTP, URI } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { NO_VAULT } from '../store/index.ts'
import { desk, PASSWORD, person, seeded } from './access.fixture.ts'
import type { Account } from './accounts.ts'
import { listEvents } from './events.ts'
import { signIn } from './login.ts'
import { findSession } from './sessions.ts'
import {
  confirmTotp,
  hasTotp,
  recoveryCode,
  recoveryCodesLeft,
  removeTotp,
  renewRecoveryCodes,
  resetTotp,
  spendCode,
  startTotp,
  stepOf,
} from './totp.ts'

const test = testZone({ systems: [] })
const at = (minutes: number) => desk(test.zone.context(), minutes)
const codeAt = (secret: string, minutes: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at(minutes).now) })
const wrongFor = (code: string) => String((Number(code) + 500_000) % 1_000_000).padStart(6, '0')

/** A person whose telephone is enrolled at the start. */
async function enrolled(
  login: string,
): Promise<{ account: Account; secret: string; codes: readonly string[] }> {
  const account = await person(test.zone.context(), login)
  const { secret } = await startTotp(at(0), account, '宁波高新区')
  return { account, secret, codes: await confirmTotp(at(0), account.id, codeAt(secret, 0)) }
}

describe('a code', () => {
  it('is that of RFC 6238', () => {
    const secret = Buffer.from('12345678901234567890')
    expect(stepOf(secret, '287082', '1970-01-01T00:00:59.000Z')).toBe(1)
    expect(stepOf(secret, '081804', '2005-03-18T01:58:29.000Z')).toBe(37037036)
  })

  it('is taken one step early and one late, not two', () => {
    const secret = Buffer.from('12345678901234567890')
    const steps = [-1, 0, 29, 30, 59, 60, 89, 90].map((second) =>
      stepOf(
        secret,
        '081804',
        new Date(Date.parse('2005-03-18T01:57:30.000Z') + second * 1000).toISOString(),
      ),
    )
    expect(steps).toEqual([undefined, ...Array(6).fill(37037036), undefined])
  })
})

describe('enrolment', () => {
  it('gives an address to scan, and holds once a code has confirmed it', async () => {
    const account = await person(test.zone.context(), 'enrol')
    const first = await startTotp(at(0), account, '宁波高新区')
    const { url, secret } = await startTotp(at(0), account, '宁波高新区')
    expect(first.secret).not.toBe(secret)
    expect(URI.parse(url)).toMatchObject({ issuer: '宁波高新区', label: 'enrol', digits: 6, period: 30 })
    expect(await hasTotp(at(0), account.id)).toBe(false)
    expect(await signIn(at(0), { login: 'enrol', password: PASSWORD })).toHaveProperty('token')
    await expect(confirmTotp(at(0), account.id, wrongFor(codeAt(secret, 0)))).rejects.toMatchObject({
      code: 'TOTP_CODE',
    })
    expect(new Set(await confirmTotp(at(0), account.id, codeAt(secret, 0))).size).toBe(10)
    await expect(startTotp(at(0), account, '')).rejects.toMatchObject({ code: 'TOTP_ENROLLED' })
    await expect(confirmTotp(at(0), account.id, codeAt(secret, 0))).rejects.toMatchObject({
      code: 'TOTP_NOT_STARTED',
    })
  })

  it('leaves neither secret nor recovery codes readable in the database', async () => {
    const { secret, codes } = await enrolled('unreadable')
    const { rows } = await sql<{ all: string }>`select (select json_agg(t)::text from access.totp t)
      || (select json_agg(c)::text from access.recovery_codes c) as all`.execute(test.zone.store.db)
    const all = rows[0]?.all ?? ''
    expect(all).not.toContain(secret)
    expect(all).not.toContain(Buffer.from(secret).toString('base64url'))
    expect(all).not.toContain(Buffer.from(Secret.fromBase32(secret).buffer).toString('hex'))
    for (const code of codes) expect(all).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'))
  })
})

describe('signing in with a telephone', () => {
  it('takes a code after the password, each code once', async () => {
    const { account, secret } = await enrolled('phone')
    const enter = (minutes: number, code?: string) =>
      signIn(at(minutes), { login: 'phone', password: PASSWORD, code })
    await expect(enter(1)).rejects.toMatchObject({ code: 'LOGIN_CODE_NEEDED' })
    await expect(
      signIn(at(1), { login: 'phone', password: 'x', code: codeAt(secret, 1) }),
    ).rejects.toMatchObject({
      code: 'LOGIN_WRONG',
    })
    const code = codeAt(secret, 1)
    expect(await enter(1, `${code.slice(0, 3)} ${code.slice(3)}`)).toHaveProperty('token')
    await expect(enter(1, code)).rejects.toMatchObject({ code: 'TOTP_CODE' })
    await expect(enter(1, codeAt(secret, 0.5))).rejects.toMatchObject({ code: 'TOTP_CODE' })
    expect(await enter(2, codeAt(secret, 2))).toHaveProperty('token')
    const kinds = (await listEvents(test.zone.store.db, { account: account.id, limit: 6 })).map(
      ({ kind }) => kind,
    )
    expect(kinds.slice(0, 4)).toEqual(['signed-in', 'sign-in-failed', 'sign-in-failed', 'signed-in'])
  })

  it('the same code sent many times at once lets in once', async () => {
    const { account, secret } = await enrolled('twice')
    const code = codeAt(secret, 1)
    const used = await Promise.all(Array.from({ length: 6 }, () => spendCode(at(1), account.id, code)))
    expect(used.filter(Boolean)).toHaveLength(1)
  })

  it('wrong codes lock like wrong passwords', async () => {
    const { secret } = await enrolled('codes')
    const code = wrongFor(codeAt(secret, 1))
    const enter = () => signIn(at(1), { login: 'codes', password: PASSWORD, code })
    for (let n = 0; n < 5; n++) await expect(enter()).rejects.toMatchObject({ code: 'TOTP_CODE' })
    await expect(enter()).rejects.toMatchObject({ code: 'LOGIN_LOCKED' })
  })

  it('a recovery code stands in for the telephone, once each', async () => {
    const { account, codes } = await enrolled('lost')
    const enter = (code: string) => signIn(at(1), { login: 'lost', password: PASSWORD, code })
    expect(await enter((codes[0] ?? '').toLowerCase().replaceAll('-', ' '))).toHaveProperty('token')
    await expect(enter(codes[0] ?? '')).rejects.toMatchObject({ code: 'TOTP_CODE' })
    expect(await enter(codes[1] ?? '')).toHaveProperty('token')
    expect(await recoveryCodesLeft(at(1), account.id)).toBe(8)
  })
})

describe('giving it up', () => {
  it('takes a code, and guessing one from a stolen session locks', async () => {
    const { account, secret, codes } = await enrolled('giving')
    const { token } = await signIn(at(1), { login: 'giving', password: PASSWORD, code: codeAt(secret, 1) })
    const session = await findSession(at(1), token)
    if (!session) throw new Error('no session')
    const renewed = await renewRecoveryCodes(at(2), session, codeAt(secret, 2))
    expect(await spendCode(at(2), account.id, codes[0] ?? '')).toBe(false)
    expect(await spendCode(at(2), account.id, renewed[0] ?? '')).toBe(true)
    for (let n = 0; n < 4; n++)
      await expect(removeTotp(at(2), session, wrongFor(codeAt(secret, 2)))).rejects.toMatchObject({
        code: 'TOTP_CODE',
      })
    await removeTotp(at(2), session, renewed[1] ?? '')
    expect(await hasTotp(at(2), account.id)).toBe(false)
    const second = await enrolled('guessed')
    const other = { id: 's', account: second.account }
    for (let n = 0; n < 5; n++)
      await expect(removeTotp(at(3), other, '000000')).rejects.toMatchObject({ code: 'TOTP_CODE' })
    await expect(removeTotp(at(3), other, second.codes[0] ?? '')).rejects.toMatchObject({
      code: 'LOGIN_LOCKED',
    })
  })

  it('is done by an administrator for one who lost everything; their sessions end', async () => {
    const { account, secret } = await enrolled('everything')
    const { token } = await signIn(at(1), {
      login: 'everything',
      password: PASSWORD,
      code: codeAt(secret, 1),
    })
    await resetTotp(at(2), account.id, 'admin')
    expect(await findSession(at(2), token)).toBeUndefined()
    expect(await signIn(at(2), { login: 'everything', password: PASSWORD })).toHaveProperty('token')
    const { secret: next } = await startTotp(at(3), account, '')
    expect(next).not.toBe(secret)
  })
})

describe('a secret', () => {
  const stored = async (account: string) =>
    (
      await sql<{ secret: string }>`select secret from access.totp where account = ${account}`.execute(
        test.zone.store.db,
      )
    ).rows[0]?.secret ?? ''
  const put = (account: string, secret: string) =>
    sql`update access.totp set secret = ${secret} where account = ${account}`.execute(test.zone.store.db)

  it('is under the keys of the zone, and opens nowhere else', async () => {
    const [mine, other] = [await enrolled('mine'), await enrolled('other')]
    expect(await stored(mine.account.id)).toMatch(/^v1\.test\./)
    await put(mine.account.id, await stored(other.account.id))
    await expect(spendCode(at(1), mine.account.id, codeAt(other.secret, 1))).rejects.toMatchObject({
      code: 'ACCESS_KEY',
      status: 503,
    })
    expect(await spendCode(at(1), mine.account.id, mine.codes[0] ?? '')).toBe(true)
    const lost = { ...at(1), vault: NO_VAULT }
    await expect(spendCode(lost, other.account.id, codeAt(other.secret, 1))).rejects.toMatchObject({
      code: 'ACCESS_KEY',
    })
    expect(await spendCode(at(1), other.account.id, codeAt(other.secret, 1))).toBe(true)
  })
})

it('recovery codes are four groups of four without letters that are misread', () => {
  const random = seeded('recovery')
  for (let n = 0; n < 200; n++)
    expect(recoveryCode(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
})
