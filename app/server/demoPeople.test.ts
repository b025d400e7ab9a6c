import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { COOKIE, demonstrationPeople } from './actors.ts'
import { createServer } from './server.ts'

/** Enterprises that a visitor of the demonstration may be: named by the system that keeps them. */
const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

it('an enterprise of the demonstration is a post, and sees its own row of the register and no other', async () => {
  const firms = (await demonstrationPeople(test.zone)).filter(({ role }) => role === 'enterprise')
  expect(firms.map(({ id }) => id)).toEqual(['enterprise-1', 'enterprise-2', 'enterprise-3', 'enterprise-4'])
  for (const { id, name, enterprise } of firms) {
    const chosen = await server.inject({ method: 'POST', url: '/api/session', payload: { person: id } })
    expect(chosen.statusCode).toBe(200)
    const cookie = String(chosen.headers['set-cookie']).split(';')[0]!
    expect(cookie).toBe(`${COOKIE}=${id}`)
    const { actor } = (await server.inject({ url: '/api/meta', headers: { cookie } })).json()
    expect(actor).toMatchObject({ id, role: 'enterprise', name })
    const seen = await server.inject({ url: '/api/records/enterprises/enterprises', headers: { cookie } })
    expect(seen.json().rows.map(({ code }: { code: string }) => code)).toEqual([enterprise])
  }
})

it('where data are real nobody can be tried out, whatever a system names', async () => {
  expect(await demonstrationPeople({ ...test.zone, demonstration: false })).toEqual([])
})
