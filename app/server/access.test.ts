import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, VISITOR } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import { getRow, placeColumns } from '../../kernel/store/index.ts'
import { testVault } from '../../test/vault.ts'
import { testZone } from '../../test/zone.ts'
import { allRecords } from '../systems.ts'
import { COOKIE, demonstrationPeople } from './actors.ts'
import { createServer } from './server.ts'
import { type Browser, ENTERPRISE, openBrowser, person } from './session/browser.fixture.ts'

/** Every record's routes, walked as every post: what the declarations grant is what is answered, and no more. */
const test = testZone()
let server: FastifyInstance
let open: FastifyInstance
let people: readonly Actor[] = []
/** Those whom the demonstration does not offer as posts: they sign in. */
const signedIn = new Map<string, Browser>()
beforeAll(async () => {
  server = await createServer(test.zone)
  // The same zone as if its data were real: nobody in particular is a visitor there.
  open = await createServer({ ...test.zone, demonstration: false })
  people = (await demonstrationPeople(test.zone)).filter(
    ({ role, id }) => role !== 'officer' || id === 'officer-finance',
  )
  const context = test.zone.context()
  await person(context, 'system', { role: 'system' })
  await person(context, 'security', { role: 'security' })
  await person(context, 'audit', { role: 'audit' })
  await person(context, 'enterprise', { kind: 'enterprise', enterprise: ENTERPRISE })
  await person(context, 'resident', { kind: 'resident' })
  for (const login of ['system', 'security', 'audit', 'enterprise', 'resident']) {
    const browser = openBrowser(server)
    await browser.signIn(login)
    const { actor } = (await browser.get('/api/meta')).json()
    expect(actor.role).toBe(login)
    signedIn.set(actor.id, browser)
    people = [...people, actor]
  }
})
afterAll(async () => {
  await server.close()
  await open.close()
})

const ask = (actor: Actor, url: string) =>
  actor.role === 'visitor'
    ? open.inject({ url })
    : (signedIn.get(actor.id)?.get(url) ??
      server.inject({ url, headers: { cookie: `${COOKIE}=${actor.id}` } }))

it('lists, maps, rows and histories are answered to those whom a grant names; others get the same 403, row or not', async () => {
  let refused = 0
  for (const record of allRecords(test.zone.systems).values())
    for (const actor of record.closed ? [] : [...people, VISITOR]) {
      const path = `/api/records/${record.id.replace('.', '/')}`
      const list = await server.inject({ url: `${path}?limit=1` })
      const id = list.json().rows[0]?.id ?? 'none'
      const permit = permitFor(record, actor, 'read')
      const map = placeColumns(record).length > 0 ? [`${path}/map`] : []
      for (const url of [
        path,
        ...map,
        `${path}/${encodeURIComponent(id)}`,
        `${path}/${encodeURIComponent(id)}/history`,
      ]) {
        const whole = url === path || map.includes(url)
        if (id === 'none' && !whole) continue
        const answer = await ask(actor, url)
        // Of a record that is granted in part, a row that is not is answered like one that does not exist.
        const seen =
          whole ||
          !permit?.where ||
          (await getRow(test.zone.store.db, record, id, { where: permit.where, vault: testVault }))
        const status = permit ? (seen ? 200 : 404) : 403
        expect([actor.id, url, answer.statusCode]).toEqual([actor.id, url, status])
      }
      if (permit) continue
      refused++
      const there = await ask(actor, `${path}/${encodeURIComponent(id)}`)
      const nowhere = await ask(actor, `${path}/no-such-row`)
      expect(nowhere.json()).toEqual(there.json())
    }
  expect(refused).toBeGreaterThan(5)
})

it('a figure is told to everybody, the rows behind it to those who may read them', async () => {
  const figure = `/api/figures/${encodeURIComponent('economy.gdp@2023')}`
  expect((await ask(VISITOR, figure)).json().status).toBe('computed')
  expect((await ask(VISITOR, `${figure}/rows`)).json()).toMatchObject({ code: 'FORBIDDEN' })
  const statistician = people.find(({ role }) => role === 'statistician')!
  expect((await ask(statistician, `${figure}/rows`)).json().total).toBe(160)
})

it('the administrators, enterprises and residents read what is published and nothing that staff work on', async () => {
  for (const [id, browser] of signedIn) {
    const { role } = people.find((one) => one.id === id)!
    for (const path of ['plan/letters', 'economy/contacts', 'economy/returns']) {
      const answer = await browser.get(`/api/records/${path}`)
      // Enterprises have returns of their own: this one has filed nothing.
      if (role === 'enterprise' && path === 'economy/returns')
        expect(answer.json()).toMatchObject({ total: 0, rows: [] })
      else expect([role, path, answer.statusCode]).toEqual([role, path, 403])
    }
    expect((await browser.get('/api/records/access/offices')).statusCode).toBe(200)
  }
})

it('what the administration answers is each administrator’s own', async () => {
  const mine = { '/api/access/accounts': 'security', '/api/access/events': 'audit' }
  for (const [url, role] of Object.entries(mine))
    for (const actor of [...people, VISITOR]) {
      const status =
        actor.role === 'visitor' || !signedIn.has(actor.id) ? 401 : actor.role === role ? 200 : 403
      expect([url, actor.id, (await ask(actor, url)).statusCode]).toEqual([url, actor.id, status])
    }
})

it('the catalogue of records names only what one may read', async () => {
  const named = async (actor: Actor): Promise<string[]> =>
    (await ask(actor, '/api/meta'))
      .json()
      .systems.flatMap(({ records }: { records: { id: string }[] }) => records.map(({ id }) => id))
  expect(await named(VISITOR)).not.toContain('economy.returns')
  expect(await named(people.find(({ role }) => role === 'statistician')!)).toContain('economy.returns')
})
