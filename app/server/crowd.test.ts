import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { VISITOR } from '../../kernel/access/actor.ts'
import type { FileStream } from '../../kernel/system.ts'
import { units } from '../../systems/economy/tables.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { openDesk } from './exchange/desk.ts'
import { exchangeRoutes } from './routes/exchange.ts'
import { createServer } from './server.ts'

/** What one person, or a crowd from outside, cannot take from the others. */
const test = testZone()
let server: FastifyInstance
let address = ''
beforeAll(async () => {
  server = await createServer(test.zone)
  address = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

it('who has not signed in takes no place of an export from those who have, and a failed one gives back its own only', async () => {
  const route = exchangeRoutes(test.zone).find(({ path }) => path.endsWith('/export'))!
  const begin = (actor: typeof VISITOR, more: object = {}) => {
    const input = route.input.parse({ system: 'figures', record: 'peers', format: 'csv', ...more })
    return route.handle(test.zone.context(actor), input, undefined as never) as Promise<FileStream>
  }
  const staff = { ...VISITOR, id: 'someone', role: 'statistician' } as const
  const wrong = { 'filter[recorded_at]': 'a..b' }
  // Who does not read what they asked for keeps their place.
  const held = await begin(VISITOR)
  await expect(begin(VISITOR)).rejects.toMatchObject({ code: 'EXPORT_BUSY', status: 503 })
  for (let n = 0; n < 9; n++)
    await expect(begin(staff, wrong)).rejects.toMatchObject({ code: expect.stringMatching(/^22/) })
  const own = [await begin(staff), await begin(staff)]
  await expect(begin(staff)).rejects.toMatchObject({ code: 'EXPORT_BUSY' })
  for (const { pieces } of [held, ...own]) for await (const _ of pieces);
  for await (const _ of (await begin(VISITOR)).pieces);
})

it('a person sends so many files to be imported at once', async () => {
  const desk = await openDesk(test.zone, () => {})
  const context = test.zone.context({ ...VISITOR, id: 'sender', role: 'statistician' })
  const arrive: (() => void)[] = []
  async function* slowly() {
    await new Promise<void>((go) => arrive.push(go))
    yield Buffer.from('单位代码\nX\n')
  }
  const send = () => desk.bring(context, units, 'a.csv', slowly())
  const sent = [send(), send()]
  await vi.waitUntil(() => arrive.length === 2)
  await expect(send()).rejects.toMatchObject({ code: 'IMPORT_RECEIVING', status: 503 })
  for (const go of arrive) go()
  await Promise.all(sent)
  const again = send()
  await vi.waitUntil(() => arrive.length === 3)
  arrive[2]!()
  expect((await again).file.name).toBe('a.csv')
  await desk.close()
})

it('a person has so many streams of live messages, and one that is closed makes room', async () => {
  const closing = new AbortController()
  const open = (who: string) =>
    fetch(`${address}/api/events`, { headers: { cookie: `${COOKIE}=${who}` }, signal: closing.signal })
  const streams = await Promise.all(Array.from({ length: 50 }, () => open('leader')))
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]))
  const full = await open('leader')
  expect([full.status, ((await full.json()) as { code: string }).code]).toEqual([503, 'LIVE_FULL'])
  expect((await open('supervisor')).status).toBe(200)
  closing.abort()
  const again = new AbortController()
  for (let status = 503; status !== 200; )
    status = (
      await fetch(`${address}/api/events`, { headers: { cookie: `${COOKIE}=leader` }, signal: again.signal })
    ).status
  again.abort()
})

it('nobody holds a connection for good that says and reads nothing', () => {
  expect(server.server.requestTimeout).toBeGreaterThan(0)
  expect(server.server.timeout).toBeGreaterThan(0)
})
