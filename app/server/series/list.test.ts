import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeReadings } from '../../../kernel/series/index.ts'
import { beginSeries, disagreements, LEVEL, RAIN, trial } from '../../../kernel/series/series.fixture.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'

const test = testZone({ systems: [trial] })
/** A little ahead: nothing becomes silent while this runs. */
const NOW = Math.floor(Date.now() / 1000) * 1000 + 120_000
let server: FastifyInstance
const ask = async (person: string, path: string, payload?: object) => {
  const answer = await server.inject({
    method: payload ? 'POST' : 'GET',
    url: `/api/${path}`,
    headers: { cookie: `${COOKIE}=${person}` },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const iso = (at: number) => new Date(at).toISOString()
const weir = { device: 'weir-1', quantity: LEVEL.id }
const of = (more: object = {}) => new URLSearchParams({ ...weir, ...more }).toString()
/** Devices of the fixture are of the office `office`. */
const KEEPER = 'supervisor'
const OTHER = 'statistician'

beforeAll(async () => {
  server = await createServer(test.zone, { webFolder: '' })
  const context = test.zone.context()
  const level = await beginSeries(context, 'weir-1', LEVEL)
  const still = await beginSeries(context, 'weir-2', LEVEL)
  const rain = await beginSeries(context, 'gauge', RAIN)
  // Of which nothing came yet: it is in no list.
  await beginSeries(context, 'unread', RAIN)
  await writeReadings(
    test.zone.store.db,
    new Map([
      [
        level,
        Array.from({ length: 600 }, (_, s) => ({
          at: NOW - (599 - s) * 1000,
          value: [1, 1.25, 1.5, 1.25][(s + 3) % 4] ?? 0,
        })),
      ],
      [still, [{ at: NOW - 86_400_000, value: 9 }]],
      [rain, [{ at: NOW - 600_000, value: 2 }]],
    ]),
  )
})
afterAll(() => server.close())

it('series are listed with where they stand, a page at a time, by what is asked', async () => {
  const { body } = await ask('leader', 'series/list?limit=2')
  expect(body.series).toMatchObject([
    { code: 'gauge', quantity: RAIN.id, unit: 'mm', value: 2, silent: false },
    { code: 'weir-1', quantity: LEVEL.id, value: 1.5, at: iso(NOW), flags: [], office: 'office' },
  ])
  const rest = await ask('leader', `series/list?limit=2&after=${body.next}`)
  expect(rest.body).toMatchObject({
    series: [{ code: 'weir-2', flags: ['range'], silent: true }],
    next: null,
  })
  const codes = async (query: string) =>
    (await ask('leader', `series/list?${query}`)).body.series.map(({ code }: { code: string }) => code)
  expect(await codes('state=silent')).toEqual(['weir-2'])
  expect(await codes(`state=silent&after=${body.next}`)).toEqual(['weir-2'])
  expect(await codes(`state=silent&after=${body.next}&quantity=${RAIN.id}`)).toEqual([])
  expect(await codes('state=silent&q=gauge')).toEqual([])
  expect(await codes('state=doubted')).toEqual(['weir-2'])
  expect(await codes('q=WEIR')).toEqual(['weir-1', 'weir-2'])
  expect(await codes('q=%25')).toEqual([])
  expect(await codes(`quantity=${RAIN.id}`)).toEqual(['gauge'])
  expect(await codes('office=economy')).toEqual([])
  expect((await ask('grid-worker', 'series/list')).status).toBe(403)
  const one = async (device: string, quantity: string) =>
    (await ask('leader', `series/one?${new URLSearchParams({ device, quantity })}`)).body
  expect(await one('unread', RAIN.id)).toMatchObject({ code: 'SERIES_EMPTY', status: 404 })
  expect(await one('unread', LEVEL.id)).toMatchObject({ code: 'SERIES_NONE', status: 404 })
})

it('limits of a series’ own are given by the office of its device, with why, and judge what is kept when asked', async () => {
  const range = { from: iso(NOW - 3_600_000), to: iso(NOW + 1000) }
  const own = { every: null, low: null, high: 1.4, rate: null, stuck: null }
  const change = { ...weir, own, why: '堰顶实测' }
  expect((await ask(OTHER, 'series/limits', change)).body.code).toBe('SERIES_DENIED')
  expect((await ask('guest', 'series/limits', change)).status).toBeGreaterThanOrEqual(401)
  expect((await ask(OTHER, `series/one?${of()}`)).body).toMatchObject({ mayChange: false })
  expect((await ask(KEEPER, 'series/limits', { ...change, own: { ...own, low: 2 } })).body).toMatchObject({
    code: 'SERIES_LIMITS',
    place: 'low',
  })
  expect((await ask(KEEPER, 'series/limits', change)).status).toBe(200)
  expect((await ask(KEEPER, `series/one?${of()}`)).body).toMatchObject({
    mayChange: true,
    own,
    general: { every: 1, low: 0, high: 5, rate: 0.5, stuck: 300 },
    changes: [{ by: KEEPER, why: '堰顶实测', before: { high: null }, after: { high: 1.4 } }],
    kept: { from: iso(NOW - 599_000), to: iso(NOW) },
  })
  const flagged = async () => (await ask('leader', `series/flagged?${of(range)}`)).body.readings
  expect(await flagged()).toEqual([])
  expect((await ask(OTHER, 'series/reflag', { ...weir, ...range })).body.code).toBe('SERIES_DENIED')
  expect(
    (await ask(KEEPER, 'series/reflag', { ...weir, ...range, from: '2020-01-01T00:00:00Z' })).body.code,
  ).toBe('SERIES_LONG')
  // 1.5 is one in four.
  expect((await ask(KEEPER, 'series/reflag', { ...weir, ...range })).body).toEqual({ changed: 150 })
  expect((await flagged()).slice(0, 1)).toEqual([{ at: iso(NOW), value: 1.5, flags: ['range'] }])
  expect(await flagged()).toHaveLength(150)
  expect(await disagreements(test.zone.store.db)).toEqual([])
  // What comes is judged by them as well.
  const { rows } = await sql<{ id: number }>`select id from series.series where device = 'weir-1'`.execute(
    test.zone.store.db,
  )
  await writeReadings(test.zone.store.db, new Map([[rows[0]?.id ?? 0, [{ at: NOW + 500, value: 1.6 }]]]))
  expect((await flagged())[0]).toEqual({ at: iso(NOW + 500), value: 1.6, flags: ['range'] })
})

it('readings are handed out as a file, each with what is doubted of it, to who may export the device', async () => {
  const query = of({ from: iso(NOW - 1000), to: iso(NOW + 1), format: 'csv', language: 'en' })
  const file = (person: string, asked = query) =>
    server.inject({
      url: `/api/exchange/series/readings/export?${asked}`,
      headers: { cookie: `${COOKIE}=${person}` },
    })
  const { body, headers } = await file('leader')
  expect(headers['content-type']).toContain('text/csv')
  const lines = body
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
  expect(lines[0]).toBe('At,Value,Doubted for')
  expect(lines.slice(1).map((line) => line.split(',').slice(1))).toEqual([
    ['1.25', ''],
    ['1.5', 'out of range'],
  ])
  expect((await file('grid-worker')).statusCode).toBe(403)
  expect((await file('leader', query.replace('weir-1', 'nothing'))).statusCode).toBe(403)
})
