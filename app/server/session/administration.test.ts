import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hoursOf } from '../../../kernel/flow/hours.ts'
import { testZone } from '../../../test/zone.ts'
import { createServer } from '../server.ts'
import { type Browser, ENTERPRISE, openBrowser, PASSWORD, person } from './browser.fixture.ts'

const test = testZone({ real: true })
let server: FastifyInstance
let security: Browser
let audit: Browser
beforeAll(async () => {
  server = await createServer(test.zone)
  await person(test.zone.context(), 'wang', { role: 'security' })
  await person(test.zone.context(), 'shen', { role: 'audit' })
  security = openBrowser(server)
  audit = openBrowser(server)
  await security.signIn('wang')
  await audit.signIn('shen')
})
afterAll(() => server.close())

const today = () => test.zone.today()
const daysOn = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
const create = async (login: string, more: object = {}) =>
  (await security.post('/api/access/accounts', { login, display: login, kind: 'officer', ...more })).json()
const give = async (account: string, role: string, more: object = {}) =>
  security.post(`/api/access/accounts/${account}/posts`, {
    office: 'committee',
    role,
    from: today(),
    ...more,
  })
const account = async (id: string) => (await security.get(`/api/access/accounts/${id}`)).json()
const acting = async (browser: Browser) => (await browser.get('/api/meta')).json().actor

/** In, past the change of the one-time password. */
async function enter(login: string, password: string): Promise<Browser> {
  const browser = openBrowser(server)
  await browser.signIn(login, password)
  await browser.post('/api/session/password', { current: password, next: PASSWORD })
  return browser
}

describe('accounts', () => {
  it('are opened with a one-time password, found, disabled and enabled with a reason', async () => {
    const { id, password } = await create('li-ming', { display: '李明' })
    const li = await enter('li-ming', password)
    expect(await acting(li)).toEqual({ id, name: '李明', role: 'visitor', office: '' })
    expect((await security.get(`/api/access/accounts?q=${encodeURIComponent('李')}`)).json()).toMatchObject({
      total: 1,
      rows: [{ id, login: 'li-ming', state: 'active' }],
    })
    expect(JSON.stringify(await account(id))).not.toMatch(/hash|argon|secret/)
    const state = (to: string, why = '离岗') =>
      security.post(`/api/access/accounts/${id}/state`, { state: to, why })
    expect((await state('locked', ' ')).statusCode).toBe(422)
    await state('locked')
    expect((await li.get('/api/meta')).json().code).toBe('SESSION_ENDED')
    expect((await li.signIn('li-ming')).json().code).toBe('LOGIN_CLOSED')
    await state('active', '返岗')
    expect((await li.signIn('li-ming')).statusCode).toBe(200)
    expect(
      (
        await security.post('/api/access/accounts', { login: 'LI-MING', display: 'x', kind: 'officer' })
      ).json().code,
    ).toBe('RECORD_EXISTS')
  })

  it('are unlocked, given another password, and their sessions revoked', async () => {
    const { id, password } = await create('zhao')
    const zhao = await enter('zhao', password)
    for (let n = 0; n < 5; n++) await openBrowser(server).signIn('zhao', 'x')
    expect(await account(id)).toMatchObject({ locked: true, sessions: 1, totp: false })
    await security.post(`/api/access/accounts/${id}/unlock`)
    expect(await account(id)).toMatchObject({ locked: false })
    expect((await security.post(`/api/access/accounts/${id}/revoke-sessions`)).json()).toEqual({ revoked: 1 })
    expect((await zhao.get('/api/meta')).statusCode).toBe(401)
    const reset = (await security.post(`/api/access/accounts/${id}/reset-password`)).json()
    expect((await zhao.signIn('zhao')).json().code).toBe('LOGIN_WRONG')
    expect((await zhao.signIn('zhao', reset.password)).statusCode).toBe(200)
  })

  it('of enterprises and residents act as these', async () => {
    const one = await create('firm', { kind: 'enterprise', enterprise: ENTERPRISE })
    expect(await acting(await enter('firm', one.password))).toMatchObject({
      role: 'enterprise',
      office: '',
      enterprise: ENTERPRISE,
    })
    const two = await create('resident', { kind: 'resident' })
    expect(await acting(await enter('resident', two.password))).toMatchObject({
      id: two.id,
      role: 'resident',
    })
    expect((await give(two.id, 'officer')).json().code).toBe('POST_ACCOUNT')
  })

  it('of one’s own are administered by somebody else', async () => {
    const { id } = await acting(security)
    for (const [path, body] of [
      ['state', { state: 'locked', why: 'x' }],
      ['reset-password', {}],
      ['unlock', {}],
      ['reset-totp', {}],
      ['posts', { office: 'committee', role: 'leader', from: today() }],
    ] as const)
      expect([path, (await security.post(`/api/access/accounts/${id}/${path}`, body)).json().code]).toEqual([
        path,
        'ADMIN_SELF',
      ])
    expect(await account(id)).toMatchObject({ isOneself: true, state: 'active' })
  })
})

describe('posts', () => {
  it('are chosen in one session, lent with an end, and gone the moment they end', async () => {
    const [chen, sun] = [await create('chen'), await create('sun')]
    const officer = (await give(chen.id, 'officer')).json()
    const leader = (await give(chen.id, 'leader', { to: daysOn(10) })).json()
    const [here, there] = [await enter('chen', chen.password), openBrowser(server)]
    await there.signIn('chen')
    const choose = (browser: Browser, post: string) => browser.post('/api/session/post', { post })
    await choose(here, leader.id)
    await choose(there, officer.id)
    expect((await acting(here)).role).toBe('leader')
    expect((await acting(there)).role).toBe('officer')

    const lend = (until: string) =>
      security.post(`/api/access/posts/${leader.id}/lend`, { to: sun.id, from: today(), until })
    expect((await lend(daysOn(11))).json().code).toBe('POST_LENDING')
    const lent = (await lend(daysOn(3))).json()
    const borrower = await enter('sun', sun.password)
    expect(await acting(borrower)).toEqual({
      id: sun.id,
      name: 'sun',
      role: 'leader',
      office: 'committee',
      standsFor: chen.id,
    })
    expect((await borrower.get('/api/session')).json().person.posts).toMatchObject([
      { id: lent.id, lentBy: 'chen', to: daysOn(3) },
    ])
    expect((await choose(borrower, leader.id)).json().code).toBe('POST_NOT_HELD')

    await security.post(`/api/access/posts/${leader.id}/end`, { until: today() })
    expect((await acting(here)).role).toBe('officer')
    expect((await acting(borrower)).role).toBe('visitor')
    expect((await choose(here, leader.id)).json().code).toBe('POST_NOT_HELD')
  })

  it('carry a grid, which the security administrator gives and changes; a lent post has its lender’s', async () => {
    const [lu, he] = [await create('lu'), await create('he')]
    for (const grid of [undefined, '33021', '330212004x', 330212004])
      expect([grid, (await give(lu.id, 'gridWorker', { grid })).statusCode]).toEqual([grid, 422])
    expect((await give(lu.id, 'gridWorker')).json()).toMatchObject({ code: 'POST_GRID', place: 'grid' })
    const post = (await give(lu.id, 'gridWorker', { grid: '330212-004 001' })).json()
    const worker = await enter('lu', lu.password)
    expect((await acting(worker)).grid).toBe('330212004001')
    const lending = { to: he.id, from: today(), until: daysOn(3) }
    expect((await security.post(`/api/access/posts/${post.id}/lend`, lending)).statusCode).toBe(200)
    const borrower = await enter('he', he.password)
    const change = (grid: string | null) => security.post(`/api/access/posts/${post.id}/grid`, { grid })
    expect((await change('33')).json().code).toBe('POST_GRID')
    expect((await change(null)).json().code).toBe('POST_GRID')
    expect((await change('330212004')).statusCode).toBe(200)
    for (const browser of [worker, borrower])
      expect(await acting(browser)).toMatchObject({ role: 'gridWorker', grid: '330212004' })
    expect((await account(lu.id)).posts).toMatchObject([{ grid: '330212004' }, { grid: '330212004' }])
    expect((await worker.post(`/api/access/posts/${post.id}/grid`, { grid: '330212' })).statusCode).toBe(403)
  })

  it('of two of the three administrators are not one person’s', async () => {
    const { id } = await create('both')
    expect((await give(id, 'system')).statusCode).toBe(200)
    expect((await give(id, 'audit')).json().code).toBe('POST_SEPARATION')
    expect((await give(id, 'audit', { office: 'nowhere' })).json().code).toBe('POST_OFFICE')
    expect((await give(id, 'enterprise')).statusCode).toBe(422)
  })
})

describe('the log of events', () => {
  it('tells the audit administrator, page by page, who did what; and nobody changes it', async () => {
    const { id } = await create('watched')
    await give(id, 'officer')
    const read = async (query: string) => (await audit.get(`/api/access/events?${query}`)).json()
    const lines = await read('account=watched')
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual([
      'post-given',
      'password-reset',
      'account-created',
    ])
    expect(lines[0]).toMatchObject({
      account: 'watched（watched）',
      actor: 'wang（wang）',
      address: '127.0.0.1',
    })
    const [newest] = await read('limit=1')
    const [next] = await read(`limit=1&before=${newest.seq}`)
    expect(next.seq).toBeLessThan(newest.seq)
    const kinds = new Set((await read('kind=signed-in&limit=200')).map(({ kind }: { kind: string }) => kind))
    expect([...kinds]).toEqual(['signed-in'])
    await expect(sql`delete from access.events`.execute(test.zone.store.db)).rejects.toThrow()
  })
})

describe('settings', () => {
  it('that are declared are read and changed by the system administrator alone, held to their form, and each change is in the log', async () => {
    await person(test.zone.context(), 'xi', { role: 'system' })
    const system = openBrowser(server)
    await system.signIn('xi')
    const list = async () => (await system.get('/api/access/settings')).json() as { key: string }[]
    const warn = async () => (await list()).find(({ key }) => key === 'flow.warn')
    const set = (by: Browser, value: string | null, key = 'flow.warn') =>
      by.post('/api/access/settings', { key, value, why: '试行' })
    expect((await list()).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['flow.warn', 'import.megabytes', 'city.open311']),
    )
    expect(await warn()).toMatchObject({ usual: '1WD', value: null, problem: null })
    for (const other of [security, audit]) {
      expect((await other.get('/api/access/settings')).statusCode).toBe(403)
      expect((await set(other, '2WD')).statusCode).toBe(403)
    }
    for (const [value, key] of [
      ['soon', 'flow.warn'],
      ['{', 'city.open311'],
      ['{"keyRequired": 1}', 'city.open311'],
      ['0', 'import.megabytes'],
    ] as const)
      expect((await set(system, value, key)).json()).toMatchObject({
        code: 'SETTING_INVALID',
        place: 'value',
      })
    expect((await set(system, '1', 'demonstration')).json().code).toBe('SETTING_UNKNOWN')
    expect((await set(system, '4WH')).statusCode).toBe(200)
    expect(await warn()).toMatchObject({ value: '4WH' })
    expect((await hoursOf(test.zone.store.db)).warn).toBe('4WH')
    await set(system, '{"keyRequired": true}', 'city.open311')
    await set(system, '')
    expect(await warn()).toMatchObject({ value: null })
    const kept = (await audit.get('/api/access/events?kind=setting-changed')).json()
    expect(kept.map(({ why }: { why: string }) => why)).toEqual([
      'flow.warn：4WH → —；试行',
      'city.open311：— → …；试行',
      'flow.warn：— → 4WH；试行',
    ])
    // What was written past the page is shown with what is wrong in it.
    await sql`insert into gaoxin.settings values ('flow.warn', '明天')`.execute(test.zone.store.db)
    expect(await warn()).toMatchObject({ value: '明天', problem: { en: expect.any(String) } })
    await set(system, null)
  })
})
