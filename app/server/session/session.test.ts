import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { createServer } from '../server.ts'
import { openBrowser, PASSWORD, person } from './browser.fixture.ts'

/** A zone with real data: nobody acts in it without having signed in. */
const test = testZone({ real: true })
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const context = () => test.zone.context()
const db = () => test.zone.store.db
const NEXT = 'Amber-Rails-77q'

async function signedIn(login: string, options: Parameters<typeof person>[2] = { role: 'officer' }) {
  const account = await person(context(), login, options)
  const browser = openBrowser(server)
  expect((await browser.signIn(login)).statusCode).toBe(200)
  return { account, browser }
}
const role = async (browser: ReturnType<typeof openBrowser>) =>
  (await browser.get('/api/meta')).json().actor.role

describe('signing in', () => {
  it('makes the person act by their post, until they sign out', async () => {
    const browser = openBrowser(server)
    expect(await role(browser)).toBe('visitor')
    const { account } = await signedIn('chen', { role: 'leader' })
    await browser.signIn('ＣＨＥＮ')
    expect((await browser.get('/api/meta')).json().actor).toEqual({
      id: account.id,
      name: 'chen',
      role: 'leader',
      office: 'committee',
    })
    // Colleagues see by whom a row was recorded; whoever has not signed in does not.
    expect((await browser.get('/api/meta')).json().names).toEqual({ [account.id]: 'chen' })
    expect((await openBrowser(server).get('/api/meta')).json().names).toEqual({})
    expect((await browser.get('/api/session')).json().person).toMatchObject({
      login: 'chen',
      posts: [{ office: 'committee', role: 'leader', lentBy: null }],
      rule: { length: 12 },
    })
    const kept = new Map(browser.cookies)
    await browser.post('/api/session/sign-out')
    expect(browser.cookies.size).toBe(0)
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect((await browser.get('/api/meta')).statusCode).toBe(401)
  })

  it('gives a cookie that no page reads and one that it does, both for this site alone', async () => {
    await person(context(), 'cookies')
    const plain = (await openBrowser(server).signIn('cookies')).headers['set-cookie']
    expect(plain).toEqual([
      expect.stringMatching(/^gaoxin-session=[\w-]{43}; Path=\/; SameSite=Strict; HttpOnly$/),
      expect.stringMatching(/^gaoxin-csrf=[\w-]{43}; Path=\/; SameSite=Strict$/),
    ])
    const behind = await createServer(test.zone, { trustProxy: '127.0.0.1' })
    const safe = openBrowser(behind, { headers: { 'x-forwarded-proto': 'https' } })
    expect((await safe.signIn('cookies')).headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-gaoxin=[\w-]{43}; Path=\/; SameSite=Strict; Secure; HttpOnly$/),
      expect.stringMatching(/^__Host-gaoxin-csrf=[\w-]{43}; Path=\/; SameSite=Strict; Secure$/),
    ])
    expect((await safe.get('/api/session')).json().person.login).toBe('cookies')
    await behind.close()
  })

  it('never takes a token that was there before (fixation), and ends the session that was', async () => {
    await person(context(), 'fixed')
    const browser = openBrowser(server)
    const planted = 'A'.repeat(43)
    browser.cookies.set('gaoxin-session', planted)
    await browser.signIn('fixed')
    const first = browser.cookies.get('gaoxin-session')!
    expect(first).not.toBe(planted)
    expect((await browser.signIn('fixed')).statusCode).toBe(200)
    expect(browser.cookies.get('gaoxin-session')).not.toBe(first)
    for (const token of [planted, first]) {
      const thief = openBrowser(server)
      thief.cookies.set('gaoxin-session', token)
      expect((await thief.get('/api/meta')).json().code).toBe('SESSION_ENDED')
    }
  })

  it('is refused with one answer for a wrong name and a wrong password, and locks', async () => {
    await person(context(), 'locked')
    const browser = openBrowser(server)
    const [unknown, wrong] = [await browser.signIn('nobody-here', 'x'), await browser.signIn('locked', 'x')]
    expect(unknown.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
    for (let n = 1; n < 5; n++) expect((await browser.signIn('locked', 'x')).json().code).toBe('LOGIN_WRONG')
    const answer = await browser.signIn('locked')
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'LOGIN_LOCKED'])
    expect(browser.cookies.size).toBe(0)
  })

  it('counts by the address of the socket; what a header says is believed of a named proxy only', async () => {
    const address = async (login: string, options: { trustProxy?: string }) => {
      const other = await createServer(test.zone, options)
      await person(context(), login)
      const browser = openBrowser(other, { headers: { 'x-forwarded-for': '203.0.113.9' } })
      await browser.signIn(login)
      const list = (await browser.get('/api/session/sessions')).json()
      await other.close()
      return list[0].address
    }
    expect(await address('direct', {})).toBe('127.0.0.1')
    expect(await address('other', { trustProxy: '10.0.0.0/8' })).toBe('127.0.0.1')
    expect(await address('proxied', { trustProxy: '10.0.0.0/8,127.0.0.1' })).toBe('203.0.113.9')
  })
})

describe('a change by who has signed in', () => {
  it('needs the token of the page, on every route there is', async () => {
    const { browser } = await signedIn('csrf', { role: 'security' })
    const other = await signedIn('csrf-other', { role: 'officer' })
    const routes: { method: 'POST' | 'PATCH' | 'DELETE'; url: string }[] = Object.entries(
      (await browser.get('/openapi.json')).json().paths,
    ).flatMap(([path, methods]) =>
      Object.keys(methods as object)
        .filter((method) => method !== 'get')
        .map((method) => ({
          method: method.toUpperCase() as 'POST',
          url: path.replace(/\{\w+\}/g, 'x'),
        })),
    )
    expect(routes.length).toBeGreaterThan(25)
    expect(routes.map(({ url }) => url)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/api\/plan\//)]),
    )
    const cookie = `gaoxin-session=${browser.cookies.get('gaoxin-session')}`
    for (const route of [...routes, { method: 'POST' as const, url: '/api/session' }])
      for (const token of [undefined, 'x', other.browser.cookies.get('gaoxin-csrf')]) {
        const answer = await server.inject({
          ...route,
          payload: {},
          headers: { cookie, ...(token ? { 'x-csrf-token': token } : {}) },
        })
        // Protocols of others word it in their own way, without our code.
        const refused = /"code":"CSRF"|请求没有带本页的凭证|does not carry the token of our page/.test(
          answer.body,
        )
        expect([route.url, answer.statusCode, refused]).toEqual([route.url, 403, true])
      }
    expect((await browser.get('/api/session')).json().person).not.toBeNull()
  })

  it('from another site is refused even with it', async () => {
    const { browser } = await signedIn('origin')
    const answer = await browser.post('/api/session/sign-out', {}, { origin: 'https://elsewhere.example' })
    expect(answer.json().code).toBe('ORIGIN')
  })
})

describe('a session', () => {
  const age = (account: string, column: 'seen_at' | 'ends_at', minutes: number) =>
    sql`update access.sessions set ${sql.ref(column)} = ${sql.ref(column)} - make_interval(mins => ${minutes})
      where account = ${account}`.execute(db())

  it.each([
    ['idle', 'seen_at', 16],
    ['old', 'ends_at', 12 * 60 + 1],
  ] as const)(
    'that is too %s has ended; once told so, the browser goes on as nobody',
    async (name, column, minutes) => {
      const { browser, account } = await signedIn(name)
      await age(account.id, column, minutes)
      const answer = await browser.get('/api/meta')
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'SESSION_ENDED'])
      expect(browser.cookies.size).toBe(0)
      expect(await role(browser)).toBe('visitor')
    },
  )

  it('is not kept alive by what no person asked for', async () => {
    const { browser, account } = await signedIn('away')
    const seen = async () =>
      (
        await sql<{
          seen_at: string
        }>`select seen_at::text from access.sessions where account = ${account.id}`.execute(db())
      ).rows[0]?.seen_at
    await age(account.id, 'seen_at', 10)
    const before = await seen()
    await browser.get('/api/meta', { 'x-unattended': '1' })
    expect(await seen()).toBe(before)
    await browser.get('/api/meta')
    expect(await seen()).not.toBe(before)
  })

  it('is revoked by its person from another one, at once; nobody revokes a stranger’s', async () => {
    const { browser } = await signedIn('two')
    const second = openBrowser(server)
    await second.signIn('two')
    const stranger = (await signedIn('stranger')).browser
    const list = (await browser.get('/api/session/sessions')).json()
    expect(list).toHaveLength(2)
    const { id } = list.find(({ isThis }: { isThis: boolean }) => !isThis)
    const url = `/api/session/sessions/${id}/revoke`
    expect((await stranger.post(url)).json().code).toBe('SESSION_NOT_FOUND')
    expect((await browser.post(url)).statusCode).toBe(200)
    expect((await second.post('/api/session/totp', { current: PASSWORD })).json().code).toBe('SESSION_ENDED')
    expect(await role(browser)).toBe('officer')
    await second.signIn('two')
    expect((await browser.post('/api/session/sessions/revoke-others')).json()).toEqual({ revoked: 1 })
    expect((await second.get('/api/meta')).statusCode).toBe(401)
  })

  it('that ends takes its stream of live messages with it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const live = await createServer(test.zone)
    const address = await live.listen({ port: 0 })
    try {
      const { browser } = await signedIn('listening')
      const cookie = `gaoxin-session=${browser.cookies.get('gaoxin-session')}`
      const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
      const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
      expect((await reader.read()).value).toContain('retry')
      vi.advanceTimersByTime(25_000)
      expect((await reader.read()).value).toBe(': here\n\n')
      await browser.post('/api/session/sign-out')
      vi.advanceTimersByTime(25_000)
      // The last heartbeat, then the end.
      expect((await reader.read()).value).toBe(': here\n\n')
      expect((await reader.read()).done).toBe(true)
    } finally {
      vi.useRealTimers()
      await live.close()
    }
  })

  it('that has ended a day ago is swept away when a server starts', async () => {
    const { account } = await signedIn('swept')
    await sql`update access.sessions set ends_at = now() - interval '25 hours' where account = ${account.id}`.execute(
      db(),
    )
    const starting = await createServer(test.zone)
    await starting.ready()
    await starting.close()
    const { rows } = await sql`select from access.sessions where account = ${account.id}`.execute(db())
    expect(rows).toEqual([])
  })
})

it('a route is guarded however its address is written', async () => {
  for (const url of ['/api/meta', '/%61pi/meta', '/ap%69/meta']) {
    const browser = openBrowser(server)
    browser.cookies.set('gaoxin-session', 'A'.repeat(43))
    expect([url, (await browser.get(url)).json().code]).toEqual([url, 'SESSION_ENDED'])
  }
})

describe('a password that somebody else set', () => {
  it('lets nothing through but changing it', async () => {
    await person(context(), 'new', { role: 'security', temporary: true })
    const [browser, second] = [openBrowser(server), openBrowser(server)]
    await browser.signIn('new')
    await second.signIn('new')
    expect((await browser.get('/api/session')).json().person).toMatchObject({ mustChange: true })
    for (const url of ['/api/meta', '/api/access/accounts', '/api/session/sessions', '/api/events'])
      expect([url, (await browser.get(url)).json().code]).toEqual([url, 'PASSWORD_DUE'])
    expect((await browser.post('/api/session/totp', { current: PASSWORD })).json().code).toBe('PASSWORD_DUE')
    const change = (current: string, next: string) => browser.post('/api/session/password', { current, next })
    expect((await change('x', NEXT)).json()).toMatchObject({ code: 'PASSWORD_WRONG', place: 'current' })
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({ code: 'PASSWORD_RULE', place: 'next' })
    expect((await change(PASSWORD, PASSWORD)).json().code).toBe('PASSWORD_USED')
    const thief = openBrowser(server)
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    expect((await change(PASSWORD, NEXT)).statusCode).toBe(200)
    expect((await browser.get('/api/access/accounts')).statusCode).toBe(200)
    expect((await thief.get('/api/access/accounts')).json().code).toBe('SESSION_ENDED')
    expect((await second.get('/api/session')).json().person).toBeNull()
    expect((await openBrowser(server).signIn('new')).json().code).toBe('LOGIN_WRONG')
    expect((await openBrowser(server).signIn('new', NEXT)).statusCode).toBe(200)
  })

  it('is not even to be changed without having signed in', async () => {
    const answer = await openBrowser(server).post('/api/session/password', { current: PASSWORD, next: NEXT })
    expect(answer.json().code).toBe('SESSION_ENDED')
  })
})

describe('TOTP', () => {
  const codeOf = (secret: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

  it('is enrolled by password and code, asked for at the next sign-in, and given up by a code', async () => {
    const { browser } = await signedIn('phone')
    expect((await browser.post('/api/session/totp', { current: 'x' })).json().code).toBe('PASSWORD_WRONG')
    const { url, secret } = (await browser.post('/api/session/totp', { current: PASSWORD })).json()
    expect(decodeURIComponent(url)).toMatch(/^otpauth:\/\/totp\/宁波高新区:phone\?/)
    expect((await browser.post('/api/session/totp/confirm', { code: 'x' })).json().code).toBe('TOTP_CODE')
    const { recoveryCodes } = (
      await browser.post('/api/session/totp/confirm', { code: codeOf(secret) })
    ).json()
    expect(recoveryCodes).toHaveLength(10)
    const again = openBrowser(server)
    expect((await again.signIn('phone')).json().code).toBe('LOGIN_CODE_NEEDED')
    expect((await again.signIn('phone', PASSWORD, '000000')).json().code).toBe('TOTP_CODE')
    expect((await again.signIn('phone', PASSWORD, codeOf(secret, 1))).statusCode).toBe(200)
    expect((await again.get('/api/session')).json().person).toMatchObject({
      totp: true,
      recoveryCodesLeft: 10,
    })
    expect((await openBrowser(server).signIn('phone', PASSWORD, codeOf(secret))).json().code).toBe(
      'TOTP_CODE',
    )
    const renewed = (await again.post('/api/session/totp/recovery-codes', { code: recoveryCodes[0] })).json()
    expect(renewed.recoveryCodes).toHaveLength(10)
    expect((await again.post('/api/session/totp/remove', { code: recoveryCodes[1] })).json().code).toBe(
      'TOTP_CODE',
    )
    await again.post('/api/session/totp/remove', { code: renewed.recoveryCodes[0] })
    expect((await openBrowser(server).signIn('phone')).statusCode).toBe(200)
  })
})
