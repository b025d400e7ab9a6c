import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LEVEL, trial } from '../../../kernel/series/series.fixture.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'
import { deviceWithKey } from './series.fixture.ts'

const test = testZone({ systems: [trial] })
let server: FastifyInstance
let address = ''
let key = ''
beforeAll(async () => {
  server = await createServer(test.zone, { webFolder: '' })
  address = await server.listen({ port: 0, host: '127.0.0.1' })
  key = await deviceWithKey(test.zone, 'weir')
})
afterAll(() => server.close())

const NOW = Math.floor(Date.now() / 1000) * 1000
const send = (at: number, value: number) =>
  server.inject({
    method: 'POST',
    url: '/api/series/readings',
    headers: { authorization: `Bearer ${key}` },
    payload: [{ quantity: LEVEL.id, at, value }],
  })
const get = async (path: string) =>
  (await server.inject({ url: `/api/series/${path}`, headers: { cookie: `${COOKIE}=leader` } })).json()

it('a screen hears once of readings that came, reads them with their gaps, and what was refused', async () => {
  const stream = await fetch(`${address}/api/events`, { headers: { cookie: `${COOKIE}=leader` } })
  const heard = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await heard.read()
  await send(NOW - 60_000, 1.5)
  await send(NOW, 2.5)
  await send(NOW + 3_600_000, 2.5)
  expect((await heard.read()).value).toContain('"series.readings"')
  await heard.cancel()
  const iso = (at: number) => encodeURIComponent(new Date(at).toISOString())
  const range = `device=weir&quantity=${LEVEL.id}&from=${iso(NOW - 120_000)}&to=${iso(NOW + 1000)}`
  expect(await get(`readings?${range}`)).toMatchObject({
    source: 'readings',
    points: [{ last: 1.5 }, { last: 2.5 }],
    gaps: [{ from: new Date(NOW - 60_000).toISOString(), to: new Date(NOW).toISOString() }],
  })
  expect(await get('latest?devices=weir,nobody')).toMatchObject([
    { device: 'weir', value: 2.5, flags: ['gap'] },
  ])
  expect(await get('refused?since=2020-01-01')).toMatchObject([
    { device: 'weir', reason: 'future', count: 1 },
  ])
  expect(await get('quantities')).toMatchObject({
    quantities: [{ id: LEVEL.id }, {}],
    kept: [
      { table: 'minutes', months: 60 },
      { table: 'readings', months: 24 },
    ],
  })
})
