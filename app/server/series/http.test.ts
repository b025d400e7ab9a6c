import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { revokeKeys } from '../../../kernel/series/index.ts'
import { LEVEL, trial } from '../../../kernel/series/series.fixture.ts'
import { testZone } from '../../../test/zone.ts'
import { createServer } from '../server.ts'
import { countOf, deviceWithKey } from './series.fixture.ts'

const test = testZone({ systems: [trial] })
let server: FastifyInstance
let key = ''
beforeAll(async () => {
  server = await createServer(test.zone, { webFolder: '' })
  key = await deviceWithKey(test.zone, 'gate')
})
afterAll(() => server.close())

const NOW = Math.floor(Date.now() / 1000) * 1000
const readings = (count: number, device?: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...(device ? { device } : {}),
    quantity: LEVEL.id,
    at: NOW - index * 1000,
    value: 1,
  }))
const post = (
  payload: string,
  type = 'application/json',
  bearer: string | undefined = key,
  ip = '10.1.1.1',
) =>
  server.inject({
    method: 'POST',
    url: '/api/series/readings',
    payload,
    remoteAddress: ip,
    headers: { 'content-type': type, ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
  })

it('readings come as JSON, as lines and as a table, and are kept once', async () => {
  const list = readings(3)
  const lines = list.map((one) => JSON.stringify(one)).join('\n')
  const table = [
    'quantity,at,value',
    ...list.map(({ quantity, at, value }) => [quantity, at, value].join()),
  ].join('\n')
  for (const [payload, type] of [
    [JSON.stringify(list), 'application/json'],
    [lines, 'application/x-ndjson'],
    [table, 'text/csv; charset=utf-8'],
  ] as const) {
    const answer = await post(payload, type)
    expect([answer.statusCode, answer.json()]).toEqual([200, { taken: 3, refused: {} }])
  }
  expect(await countOf(test.zone, 'gate')).toBe(3)
})

it('a body of any length is taken as it comes', async () => {
  const answer = await post(
    readings(25_000)
      .map((one) => JSON.stringify(one))
      .join('\n'),
    'application/x-ndjson',
  )
  expect(answer.json()).toEqual({ taken: 25_000, refused: {} })
})

it('a device writes for itself and for those behind it alone', async () => {
  const behind = await deviceWithKey(test.zone, 'behind', 'gate')
  await deviceWithKey(test.zone, 'stranger')
  expect((await post(JSON.stringify(readings(2, 'behind')))).json()).toEqual({ taken: 2, refused: {} })
  expect((await post(JSON.stringify(readings(2, 'stranger')))).json()).toEqual({
    taken: 0,
    refused: { device: 2 },
  })
  expect((await post(JSON.stringify(readings(2, 'gate')), undefined, behind)).json()).toEqual({
    taken: 0,
    refused: { device: 2 },
  })
  expect(await countOf(test.zone, 'stranger')).toBe(0)
})

it('what cannot be read is told so', async () => {
  expect((await post('{"at":')).json()).toMatchObject({ code: 'SERIES_UNREADABLE', status: 422 })
  expect((await post('[1,{"quantity":"x"}]')).json()).toEqual({ taken: 0, refused: { unreadable: 2 } })
  expect((await post(`[${' '.repeat(9 << 20)}]`)).json()).toMatchObject({ code: 'SERIES_SIZE', status: 413 })
})

it('a key is kept as a digest, and worth nothing once it is taken away', async () => {
  const taken = await deviceWithKey(test.zone, 'taken')
  const { rows } = await sql`select encode(digest, 'escape') as digest from series.keys`.execute(
    test.zone.store.db,
  )
  expect(JSON.stringify(rows)).not.toContain(taken)
  expect((await post('[]', undefined, taken)).statusCode).toBe(200)
  expect(await revokeKeys(test.zone.context(), 'taken')).toBe(1)
  expect((await post('[]', undefined, taken)).json()).toMatchObject({ code: 'SERIES_KEY' })
})

it('without a key nothing is looked at, and guessing is throttled by the line', async () => {
  const answers: number[] = []
  for (let turn = 0; turn < 32; turn++)
    answers.push((await post('{"at":', undefined, `gxd_${'x'.repeat(43)}`, '10.9.9.9')).statusCode)
  expect(new Set(answers.slice(0, 30))).toEqual(new Set([401]))
  expect(answers.slice(30)).toEqual([429, 429])
  // Neither another line nor whoever has a key is held up.
  expect((await post('[]', undefined, '', '10.9.9.8')).statusCode).toBe(401)
  expect((await post('[]', undefined, key, '10.9.9.9')).statusCode).toBe(200)
})

it('a device that asks too often waits', async () => {
  const busy = await deviceWithKey(test.zone, 'busy')
  const answers = await Promise.all(Array.from({ length: 610 }, () => post('[]', undefined, busy)))
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(600)
  expect(answers.find(({ statusCode }) => statusCode === 429)?.headers['retry-after']).toBe('60')
})
