import { hash } from '@node-rs/argon2'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { desk, PASSWORD, person } from './access.fixture.ts'
import { normalLogin } from './accounts.ts'
import { listEvents } from './events.ts'
import { signIn, unlock } from './login.ts'
import { setAccountState } from './people.ts'
import { findSession } from './sessions.ts'
import { sweepThrottles } from './throttle.ts'

const test = testZone({ systems: [] })
const at = (minutes: number, address?: string) => desk(test.zone.context(), minutes, address)
const enter = (login: string, password: string, minutes = 0, address?: string) =>
  signIn(at(minutes, address), { login, password })
const kinds = async (account?: string) =>
  (await listEvents(test.zone.store.db, { ...(account ? { account } : {}), limit: 100 }))
    .map(({ kind, why }) => (why ? `${kind}: ${why}` : kind))
    .reverse()
const WRONG = { code: 'LOGIN_WRONG', status: 401 }
const LOCKED = { code: 'LOGIN_LOCKED', status: 429 }

describe('signing in', () => {
  it('takes the name however it is typed, and opens a session', async () => {
    const { id } = await person(test.zone.context(), 'chenyi')
    const { token, id: session } = await enter(' ＣｈｅｎＹｉ ', PASSWORD)
    expect(await findSession(at(1), token)).toMatchObject({ id: session, account: { id }, mustChange: false })
    expect(await kinds(id)).toEqual(['account-created', 'password-reset', 'signed-in'])
    const [event] = await listEvents(test.zone.store.db, { account: id, limit: 1 })
    expect(event).toMatchObject({ at: at(0).now, address: '10.0.0.7', session, actor: null })
  })

  it('answers the same to a wrong password and to a name that nobody has', async () => {
    await person(test.zone.context(), 'known')
    const answers = await Promise.all(
      ['known', 'unknown'].map((login) =>
        enter(login, 'Wrong-Tram-39x', 0, '10.1.0.1').catch((error) => error),
      ),
    )
    expect(answers[0]).toMatchObject(WRONG)
    expect({ ...answers[0] }).toEqual({ ...answers[1] })
  })

  it('does not keep what was typed where the name belongs', async () => {
    await expect(enter('my secret password', 'x', 0, '10.1.0.2')).rejects.toMatchObject(WRONG)
    const { rows } = await sql<{ all: string }>`select (select json_agg(e)::text from access.events e)
      || (select json_agg(t)::text from access.throttles t) as all`.execute(test.zone.store.db)
    expect(rows[0]?.all).not.toContain('secret')
  })

  it('says that an account is disabled only to who knows its password', async () => {
    const { id } = await person(test.zone.context(), 'gone')
    await setAccountState(test.zone.context(), id, 'locked', '离岗', at(1))
    await expect(enter('gone', 'Wrong-Tram-39x')).rejects.toMatchObject(WRONG)
    await expect(enter('gone', PASSWORD)).rejects.toMatchObject({ code: 'LOGIN_CLOSED', status: 403 })
    await setAccountState(test.zone.context(), id, 'active', '返岗', at(1))
    expect(await enter('gone', PASSWORD)).toHaveProperty('token')
    expect((await kinds(id)).slice(2)).toEqual([
      'account-locked: 离岗',
      'sign-in-failed: password',
      'sign-in-refused: locked',
      'account-active: 返岗',
      'signed-in',
    ])
  })

  it('moves an older hash to the parameters of today', async () => {
    const { id } = await person(test.zone.context(), 'older')
    const { db } = test.zone.store
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await sql`update access.passwords set hash = ${old} where account = ${id}`.execute(db)
    await enter('older', PASSWORD)
    const { rows } = await sql<{
      hash: string
    }>`select hash from access.passwords where account = ${id}`.execute(db)
    expect(rows[0]?.hash).toContain('m=19456,t=2,p=1')
    expect(await enter('older', PASSWORD)).toHaveProperty('token')
  })

  it('is refused inside a transaction, which could lose what failed', async () => {
    await expect(
      test.zone.context().transaction((context) => signIn(desk(context), { login: 'x', password: 'y' })),
    ).rejects.toThrow('must not run in a transaction')
  })
})

describe('failures', () => {
  it('five within 15 minutes lock the account for 15 minutes, the right password too', async () => {
    const { id } = await person(test.zone.context(), 'liwei')
    for (const minute of [0, 3, 6, 9, 12])
      await expect(enter('liwei', 'Wrong-Tram-39x', minute, `10.2.0.${minute}`)).rejects.toMatchObject(WRONG)
    await expect(enter('liwei', PASSWORD, 26.9)).rejects.toMatchObject(LOCKED)
    expect(await enter('liwei', PASSWORD, 27)).toHaveProperty('token')
    expect((await kinds(id)).slice(2)).toEqual([
      ...Array(5).fill('sign-in-failed: password'),
      'locked-out: login',
      'sign-in-refused: locked',
      'signed-in',
    ])
  })

  it('before a success are forgotten', async () => {
    await person(test.zone.context(), 'wangfang')
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++)
        await expect(enter('wangfang', 'x', round, `10.3.${round}.${n}`)).rejects.toMatchObject(WRONG)
      expect(await enter('wangfang', PASSWORD, round)).toHaveProperty('token')
    }
  })

  it('lock a name that nobody has just the same', async () => {
    for (let n = 0; n < 5; n++)
      await expect(enter('ghost', 'x', 0, `10.4.0.${n}`)).rejects.toMatchObject(WRONG)
    await expect(enter('ghost', 'x', 1, '10.4.0.9')).rejects.toMatchObject(LOCKED)
  })

  it('of one name count together however it is written', async () => {
    await person(test.zone.context(), 'ǰan')
    const spellings = ['ǰan', 'J\u030CAN', ' ｊ\u030Can', 'ǰＡＮ\u3000', 'j\u030Can']
    for (const [n, login] of spellings.entries())
      await expect(enter(login, 'x', 0, `10.6.0.${n}`)).rejects.toMatchObject(WRONG)
    for (const [n, login] of spellings.entries())
      await expect(enter(login, PASSWORD, 1, `10.6.1.${n}`)).rejects.toMatchObject(LOCKED)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(normalLogin(normalLogin(typed))).toBe(normalLogin(typed))
      }),
    )
  })

  it('from one line count together, whichever of its addresses they come from', async () => {
    for (let n = 0; n < 20; n++)
      await expect(enter(`line${n}`, 'x', 0, `2408:8206:1:2::${n}`)).rejects.toMatchObject(WRONG)
    await expect(enter('line20', 'x', 1, '2408:8206:1:2:ffff::1')).rejects.toMatchObject(LOCKED)
    await expect(enter('line20', 'x', 1, '2408:8206:1:3::1')).rejects.toMatchObject(WRONG)
  })

  it('of many names from one address lock the address, and a success there does not unlock it', async () => {
    const address = '10.5.0.1'
    await person(test.zone.context(), 'insider')
    for (let n = 0; n < 19; n++) await expect(enter(`name${n}`, 'x', 0, address)).rejects.toMatchObject(WRONG)
    expect(await enter('insider', PASSWORD, 1, address)).toHaveProperty('token')
    await expect(enter('name19', 'x', 2, address)).rejects.toMatchObject(WRONG)
    await expect(enter('insider', PASSWORD, 3, address)).rejects.toMatchObject(LOCKED)
    expect(await enter('insider', PASSWORD, 3, '10.5.0.2')).toHaveProperty('token')
  })

  it('sent all at once are tried five times, not thirty', async () => {
    const { id } = await person(test.zone.context(), 'burst')
    await Promise.allSettled(Array.from({ length: 30 }, (_, n) => enter('burst', 'x', 0, `10.6.0.${n}`)))
    const seen = await kinds(id)
    expect(seen.filter((kind) => kind === 'sign-in-failed: password')).toHaveLength(5)
    expect(seen.filter((kind) => kind === 'sign-in-refused: locked')).toHaveLength(25)
    expect(seen.filter((kind) => kind === 'locked-out: login')).toHaveLength(1)
  })

  it('are forgiven by an administrator, and swept away when they are old', async () => {
    const account = await person(test.zone.context(), 'zhao')
    for (let n = 0; n < 5; n++)
      await expect(enter('zhao', 'x', 0, `10.7.0.${n}`)).rejects.toMatchObject(WRONG)
    expect(await unlock(at(1), account, 'admin')).toBe(true)
    expect(await unlock(at(1), account, 'admin')).toBe(false)
    expect(await enter('zhao', PASSWORD, 1)).toHaveProperty('token')
    await sweepThrottles(at(60))
    const { rows } = await sql`select from access.throttles`.execute(test.zone.store.db)
    expect(rows).toHaveLength(0)
  })
})

it('events are kept as they were written', async () => {
  const { db } = test.zone.store
  for (const act of [
    'delete from access.events',
    "update access.events set kind = 'x'",
    'truncate access.events',
  ])
    await expect(sql.raw(act).execute(db)).rejects.toThrow('is refused')
  const { length } = await listEvents(db, { limit: 1000 })
  const [newest] = await listEvents(db, { limit: 1 })
  expect(await listEvents(db, { limit: 1000, before: newest?.seq ?? 0 })).toHaveLength(length - 1)
})
