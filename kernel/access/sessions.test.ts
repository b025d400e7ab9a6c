import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { desk, PASSWORD, person } from './access.fixture.ts'
import { listEvents } from './events.ts'
import { signIn } from './login.ts'
import { changePassword, resetPassword } from './passwords.ts'
import { setAccountState } from './people.ts'
import {
  checkCsrf,
  csrfOf,
  findSession,
  listSessions,
  revokeSession,
  revokeSessions,
  signOut,
  sweepSessions,
} from './sessions.ts'

const test = testZone({ systems: [] })
const at = (minutes: number) => desk(test.zone.context(), minutes)
const enter = (login: string, minutes = 0, password = PASSWORD) => signIn(at(minutes), { login, password })
const events = async (account: string) =>
  (await listEvents(test.zone.store.db, { account, limit: 100 })).map(({ kind }) => kind).reverse()

describe('a session', () => {
  it('is kept as a digest only', async () => {
    await person(test.zone.context(), 'digest')
    const { token, csrf } = await enter('digest')
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { rows } = await sql<{
      all: string
    }>`select json_agg(s)::text as all from access.sessions s`.execute(test.zone.store.db)
    expect(rows[0]?.all).not.toContain(token)
    expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'))
    expect(rows[0]?.all).not.toContain(csrf)
    expect(await findSession(at(0), `${token}x`)).toBeUndefined()
    expect(await findSession(at(0), '')).toBeUndefined()
  })

  it('ends after 15 idle minutes; what no person asked for does not prolong it', async () => {
    await person(test.zone.context(), 'idle')
    const { token } = await enter('idle')
    expect(await findSession(at(14), token)).toBeDefined()
    expect(await findSession(at(28), token, false)).toBeDefined()
    expect(await findSession(at(29), token)).toBeUndefined()
    expect(await findSession(at(28.9), token)).toBeDefined()
  })

  it('ends after twelve hours however busy it is', async () => {
    await person(test.zone.context(), 'busy')
    const { token } = await enter('busy')
    for (let minute = 0; minute < 12 * 60; minute += 10)
      expect(await findSession(at(minute), token)).toBeDefined()
    expect(await findSession(at(12 * 60), token)).toBeUndefined()
  })

  it('is listed to its person, and revoked one by one or all together', async () => {
    const { id } = await person(test.zone.context(), 'many')
    const other = await person(test.zone.context(), 'other')
    const [one, two, three] = [await enter('many'), await enter('many', 1), await enter('many', 2)]
    const theirs = await enter('other')
    expect((await listSessions(at(3), id)).map((session) => session.id)).toEqual([three.id, two.id, one.id])
    expect(JSON.stringify(await listSessions(at(3), id))).not.toContain('token')
    await expect(revokeSession(at(3), id, theirs.id)).rejects.toMatchObject({ code: 'SESSION_NOT_FOUND' })
    await revokeSession(at(3), id, two.id)
    await expect(revokeSession(at(3), id, two.id)).rejects.toMatchObject({ status: 404 })
    expect(await findSession(at(3), two.token)).toBeUndefined()
    expect(await revokeSessions(at(3), id, { keep: one.id })).toBe(1)
    expect(await findSession(at(3), one.token)).toBeDefined()
    expect(await revokeSessions(at(3), id)).toBe(1)
    expect(await listSessions(at(3), id)).toEqual([])
    expect(await listSessions(at(3), other.id)).toHaveLength(1)
    expect((await events(id)).filter((kind) => kind === 'session-revoked')).toHaveLength(3)
  })

  it('ends when its person leaves, or their account is disabled', async () => {
    const { id } = await person(test.zone.context(), 'leaving')
    const [one, two] = [await enter('leaving'), await enter('leaving')]
    const session = await findSession(at(0), one.token)
    if (session) await signOut(at(1), session)
    expect(await findSession(at(1), one.token)).toBeUndefined()
    expect(await findSession(at(1), two.token)).toBeDefined()
    await setAccountState(test.zone.context(), id, 'closed', '调离', at(1))
    expect(await findSession(at(1), two.token)).toBeUndefined()
    expect((await events(id)).slice(-3)).toEqual(['signed-out', 'account-closed', 'session-revoked'])
  })

  it('that ended a day ago is swept away', async () => {
    const { id } = await person(test.zone.context(), 'swept')
    await enter('swept', 3000)
    const count = async () =>
      (await sql`select from access.sessions where account = ${id}`.execute(test.zone.store.db)).rows.length
    await sweepSessions(at(3000 + 35 * 60))
    expect(await count()).toBe(1)
    await sweepSessions(at(3000 + 37 * 60))
    expect(await count()).toBe(0)
  })
})

describe('changing the password', () => {
  const NEXT = [
    'Quiet-Harbor-51k',
    'Amber-Rails-77q',
    'Stone-Lantern-28w',
    'River-Copper-64z',
    'Cedar-Window-15b',
  ]

  it('ends the other sessions, and the old password is worth nothing', async () => {
    const { id } = await person(test.zone.context(), 'changing')
    const [here, there] = [await enter('changing'), await enter('changing')]
    const session = await findSession(at(1), here.token)
    if (!session) throw new Error('no session')
    await expect(changePassword(at(1), session, { current: 'x', next: NEXT[0]! })).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    })
    await expect(
      changePassword(at(1), session, { current: PASSWORD, next: 'Changing-2026' }),
    ).rejects.toMatchObject({
      code: 'PASSWORD_RULE',
      place: 'next',
      value: [{ en: expect.stringMatching(/login name/) }],
    })
    const { token } = await changePassword(at(1), session, { current: PASSWORD, next: NEXT[0]! })
    expect(await findSession(at(2), token)).toMatchObject({ id: session.id })
    // Whoever took the token before is out.
    expect(await findSession(at(2), here.token)).toBeUndefined()
    expect(await findSession(at(2), there.token)).toBeUndefined()
    await expect(enter('changing', 2)).rejects.toMatchObject({ code: 'LOGIN_WRONG' })
    expect(await enter('changing', 2, NEXT[0]!)).toHaveProperty('token')
    expect(await events(id)).toEqual(
      expect.arrayContaining(['proof-failed', 'password-changed', 'session-revoked']),
    )
  })

  it('to one of the last five is refused, to the one before these taken; older hashes are gone', async () => {
    const { id } = await person(test.zone.context(), 'returning')
    const { token } = await enter('returning')
    const session = await findSession(at(0), token)
    if (!session) throw new Error('no session')
    let current = PASSWORD
    for (const next of NEXT.slice(0, 4)) {
      await changePassword(at(1), session, { current, next })
      current = next
    }
    for (const used of [PASSWORD, ...NEXT.slice(0, 4)])
      await expect(changePassword(at(1), session, { current, next: used })).rejects.toMatchObject({
        code: 'PASSWORD_USED',
      })
    await changePassword(at(1), session, { current, next: NEXT[4]! })
    await changePassword(at(1), session, { current: NEXT[4]!, next: PASSWORD })
    const { rows } = await sql`select from access.passwords where account = ${id}`.execute(test.zone.store.db)
    expect(rows).toHaveLength(5)
  })

  it('is due after 90 days, and after somebody else set it', async () => {
    const account = await person(test.zone.context(), 'due', { temporary: true })
    const first = await enter('due')
    const session = await findSession(at(0), first.token)
    expect(session?.mustChange).toBe(true)
    const { token } = await changePassword(at(1), session!, { current: PASSWORD, next: NEXT[0]! })
    expect((await findSession(at(1), token))?.mustChange).toBe(false)
    const late = 90 * 24 * 60 + 1
    const second = await enter('due', late, NEXT[0]!)
    expect((await findSession(at(late), second.token))?.mustChange).toBe(true)
    await resetPassword(at(late), account, NEXT[1]!, 'admin')
    expect(await findSession(at(late), second.token)).toBeUndefined()
  })

  it('guessing the present one from a stolen session locks like guessing at the door', async () => {
    await person(test.zone.context(), 'stolen')
    const { token } = await enter('stolen')
    const session = await findSession(at(0), token)
    if (!session) throw new Error('no session')
    const guess = () => changePassword(at(1), session, { current: 'x', next: NEXT[0]! })
    for (let n = 0; n < 5; n++) await expect(guess()).rejects.toMatchObject({ code: 'PASSWORD_WRONG' })
    await expect(guess()).rejects.toMatchObject({ code: 'LOGIN_LOCKED' })
  })
})

describe('the token of the page', () => {
  it('belongs to one session and to nothing else', () => {
    expect(checkCsrf('a', csrfOf('a'))).toBe(true)
    expect(checkCsrf('a', undefined)).toBe(false)
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        expect(checkCsrf(one, two)).toBe(csrfOf(one) === two)
        expect(checkCsrf(one, csrfOf(two))).toBe(one === two)
      }),
    )
  })
})
