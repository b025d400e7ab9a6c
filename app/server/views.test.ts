import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appoint } from '../../kernel/access/index.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'
import { ENTERPRISE, openBrowser, person } from './session/browser.fixture.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const as = (person: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  server.inject({ method, url, headers: { cookie: `${COOKIE}=${person}` }, ...(payload ? { payload } : {}) })
const named = async (person: string): Promise<string[]> =>
  (await as(person, 'GET', '/api/views?record=access.offices'))
    .json()
    .map(({ name }: { name: string }) => name)

it('a view is its owner’s, or the office’s when shared; only its owner removes it', async () => {
  const save = (person: string, name: string, shared: boolean) =>
    as(person, 'POST', '/api/views', { record: 'access.offices', name, query: 'filter[kind]=street', shared })
  await save('supervisor', '督查用', true)
  await save('supervisor', '自己用', false)
  // The leader sits in the same office.
  expect(await named('supervisor')).toEqual(['督查用', '自己用'])
  expect(await named('leader')).toEqual(['督查用'])
  expect(await named('officer-finance')).toEqual([])
  expect(await named('')).toEqual([])
  const [view] = (await as('leader', 'GET', '/api/views?record=access.offices')).json()
  expect(view).toMatchObject({ own: false, shared: true, query: 'filter[kind]=street' })
  expect((await as('leader', 'DELETE', `/api/views/${view.id}`)).statusCode).toBe(404)
  expect((await as('supervisor', 'DELETE', `/api/views/${view.id}`)).statusCode).toBe(200)
  expect(await named('leader')).toEqual([])
})

it('nobody saves a view of what they may not read, and nobody in particular saves none', async () => {
  const view = { record: 'economy.returns', name: '甲', query: 'sort=month' }
  expect((await as('officer-finance', 'POST', '/api/views', view)).statusCode).toBe(403)
  expect((await as('', 'POST', '/api/views', view)).statusCode).toBe(403)
  expect((await as('statistician', 'POST', '/api/views', view)).statusCode).toBe(200)
})

it('who has no office shares with nobody: an enterprise’s view reaches no other account', async () => {
  const accounts = await Promise.all(
    (['enterprise', 'resident'] as const).map(async (kind) => {
      const firm = kind === 'enterprise' ? { kind, enterprise: ENTERPRISE } : { kind }
      await person(test.zone.context(), `some-${kind}`, firm)
      const browser = openBrowser(server)
      await browser.signIn(`some-${kind}`)
      return browser
    }),
  )
  const view = { record: 'access.offices', name: '请拨打我', query: 'filter[kind]=street', shared: true }
  expect((await accounts[0]!.post('/api/views', view)).statusCode).toBe(200)
  const seen = await Promise.all(
    accounts.map(async (one) => (await one.get('/api/views?record=access.offices')).json().length),
  )
  expect(seen).toEqual([1, 0])
})

it('a shared view is told to nobody of the office who may not read its record', async () => {
  const view = { record: 'economy.returns', name: '统计', query: 'filter[item]=x', shared: true }
  await as('statistician', 'POST', '/api/views', view)
  const context = test.zone.context()
  const { id } = await person(context, 'colleague')
  const today = { from: context.today }
  await appoint(
    context,
    { account: id, office: 'statistics', role: 'officer', ...today },
    { now: context.now(), address: '' },
  )
  const browser = openBrowser(server)
  await browser.signIn('colleague')
  expect((await browser.get('/api/meta')).json().actor).toMatchObject({
    role: 'officer',
    office: 'statistics',
  })
  expect((await browser.get('/api/views?record=economy.returns')).json()).toEqual([])
  expect((await as('statistician', 'GET', '/api/views?record=economy.returns')).json()).toContainEqual(
    expect.objectContaining({ name: '统计', shared: true }),
  )
})
