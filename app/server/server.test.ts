import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GUEST } from '../../kernel/access/actor.ts'
import { groupsOf, isBase } from '../../kernel/figures/base.ts'
import { peers } from '../../kernel/figures/index.ts'
import { createRow } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE, demonstrationPeople } from './actors.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const get = (url: string) => server.inject({ url })
/** Reads on until it was said. */
async function hears(stream: ReadableStreamDefaultReader<string>, words: string): Promise<void> {
  let heard = ''
  while (!heard.includes(words)) {
    const { done, value } = await stream.read()
    if (done) throw new Error(`ended without ${words}, after ${heard}`)
    heard += value
  }
}

const figureUrl = (ref: string) => `/api/figures/${encodeURIComponent(ref)}`

it('pages run scripts of this site alone: a compiled engine, and no text', async () => {
  const policy = String((await get('/api/meta')).headers['content-security-policy'])
  const of = (part: string) => policy.split('; ').find((each) => each.startsWith(`${part} `))
  expect(of('default-src')).toBe("default-src 'self'")
  expect(of('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'")
  expect(of('worker-src')).toBeUndefined()
})

it('answers are sent compressed to who takes them so', async () => {
  const [plain, packed] = await Promise.all([
    get('/api/meta'),
    server.inject({ url: '/api/meta', headers: { 'accept-encoding': 'gzip' } }),
  ])
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
})

describe('a figure over HTTP', () => {
  it('equals the sum of its rows, for every indicator that sums or counts', async () => {
    const indicators: { id: string; measure?: { by: string }; latest: { ref: string } | null }[] = (
      await get('/api/indicators')
    ).json()
    const based = indicators.filter(({ measure, latest }) => measure && measure.by !== 'ratio' && latest)
    expect(based.length).toBeGreaterThan(10)
    for (const { latest } of based) {
      const figure = (await get(figureUrl(latest!.ref))).json()
      const rows = (await get(`${figureUrl(latest!.ref)}/rows?limit=500`)).json()
      expect(figure.status).toBe('computed')
      expect(Number(rows.sum)).toBe(Number(figure.value))
      expect(rows.total).toBe(figure.lineage.rows)
      const added = rows.rows.reduce(
        (sum: number, row: { contribution: string }) => sum + Number(row.contribution),
        0,
      )
      if (rows.total <= 500) expect(added).toBeCloseTo(Number(rows.sum), 6)
    }
  })

  it('is asked for in a few queries for each table that is counted, however many indicators the catalogue has', async () => {
    const asked = vi.spyOn(test.zone.store.pool, 'connect')
    await get('/api/indicators')
    const declared = [...test.zone.context().figures.indicators.values()].filter(isBase)
    const groups = [...groupsOf(declared)].length
    expect(groups).toBeLessThan(declared.length / 2)
    expect(asked.mock.calls.length).toBeGreaterThan(0)
    // How far each reaches, the figures, the sparks; of events also until when they were kept.
    expect(asked.mock.calls.length).toBeLessThan(5 * groups)
    asked.mockRestore()
  })

  it('keeps its growth and peers where one return of the next month has come in', async () => {
    const before = (await get('/api/indicators/economy.industrial-output/series')).json()
    expect(before.peers).not.toEqual([])
    await sql`insert into economy.returns
      select id || ':early', unit, item, form, '2024-11', value, comparable, filed_by, filed_on, synthetic, recorded_at,
        recorded_by
      from economy.returns where item = 'economy.industrial-output' and month = '2024-10' limit 1`.execute(
      test.zone.store.db,
    )
    const after = (await get('/api/indicators/economy.industrial-output/series')).json()
    expect(after.points.at(-1)).toMatchObject({ month: '2024-11', rows: 1 })
    expect([after.growth, after.peers]).toEqual([before.growth, before.peers])
    const indicators: { id: string; latest: { period: string } }[] = (await get('/api/indicators')).json()
    expect(indicators.find(({ id }) => id === 'economy.industrial-output')?.latest.period).toBe('2024-01..10')
  })

  it('says what is wrong with an address', async () => {
    const answer = await get(figureUrl('nonsense'))
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'FIGURE_ADDRESS', says: { zh: '数字的地址不合规则' } })
  })
})

describe('every declared route', () => {
  it('is described in OpenAPI', async () => {
    const { paths } = (await get('/openapi.json')).json()
    for (const system of test.zone.systems) {
      for (const record of system.records.filter(({ closed }) => !closed))
        expect(paths).toHaveProperty([`/api/records/${record.id.replace('.', '/')}`])
      for (const route of system.routes ?? [])
        expect(paths).toHaveProperty([
          `/api/${system.id}${route.path.replace(/:(\w+)/g, '{$1}')}`,
          route.method.toLowerCase(),
        ])
    }
  })

  it('refuses whoever it does not name, before it looks at anything and whatever is there', async () => {
    const people = [GUEST, ...(await demonstrationPeople(test.zone))].filter(
      ({ role }, i, all) => all.findIndex((one) => one.role === role) === i,
    )
    let refused = 0
    for (const system of test.zone.systems)
      for (const { allow, method, path } of system.routes ?? [])
        for (const { id, role } of people) {
          if (allow === 'anyone' || allow.includes(role)) continue
          const url = `/api/${system.id}${path.replace(/:\w+/g, 'unknown')}`
          const headers = { cookie: `${COOKIE}=${id}` }
          const answer = await server.inject({ method, url, headers, payload: {} })
          expect([role, method, url, answer.statusCode, answer.json().code]).toEqual([
            role,
            method,
            url,
            403,
            'FORBIDDEN',
          ])
          refused++
        }
    expect(refused).toBeGreaterThan(30)
  })

  it.each([
    ['/api/plan/verify?period=2024-99', 'PLAN_PERIOD', 'period', '2024-99'],
    ['/api/plan/report/2024-99', 'PLAN_PERIOD', 'period', '2024-99'],
    ['/api/plan/report/0000/md', 'PLAN_PERIOD', 'period', '0000'],
    ['/api/plan/bulletin/0000-01/docx', 'PLAN_MONTH', 'month', '0000-01'],
    ['/api/plan/bulletin/2024-13/xlsx', 'PLAN_MONTH', 'month', '2024-13'],
  ])('says which period of %s is none', async (url, code, place, value) => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      code,
      place,
      value,
      remedy: { zh: expect.stringMatching(/如 2024/) },
    })
  })

  it('tells nothing of what went wrong inside', async () => {
    for (const url of [
      '/api/records/economy/returns?filter[filed_on]=a..b',
      '/api/nothing',
      '/api/records/economy/returns?limit=x',
    ]) {
      const answer = await get(url)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.body).not.toMatch(/\bat .+:\d+:\d+|select |node_modules/)
      expect(answer.json().remedy.zh).not.toBe('')
    }
  })
})

describe('changes', () => {
  const session = (headers: Record<string, string>) =>
    server.inject({ method: 'POST', url: '/api/session', payload: { person: 'supervisor' }, headers })

  it('are refused from another site', async () => {
    expect((await session({ host: 'zone.example', origin: 'https://evil.example' })).json().code).toBe(
      'ORIGIN',
    )
    expect((await session({ host: 'zone.example', origin: 'https://zone.example' })).statusCode).toBe(200)
  })

  it('need a person that exists, and the cookie is out of reach of scripts', async () => {
    const answer = await session({})
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/)
    const unknown = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { person: 'nobody' },
    })
    expect(unknown.statusCode).toBe(404)
    const me = await server.inject({ url: '/api/meta', headers: { cookie: 'gaoxin-person=supervisor' } })
    expect(me.json().actor).toMatchObject({ role: 'supervisor' })
  })

  it('reach open screens once they are committed', async () => {
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const stream = await fetch(`${address}/api/events`)
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    await createRow(test.zone.context(), peers, {
      place: '乙区',
      peer_group: 'district',
      indicator: 'zoo.visitors',
      aspect: 'level',
      period: '2023',
      value: '1',
      source: '示例',
    })
    // The zone's own chores may have changed something as well.
    const told = 'event: change\ndata: {"record":"figures.peers","figures":true}\n\n'
    await hears(reader, told)
    await reader.cancel()
  })

  it('reach screens again after the database broke the connection; screens are made to ask anew', async () => {
    const { port } = server.server.address() as AddressInfo
    const open = async () => {
      const stream = await fetch(`http://127.0.0.1:${port}/api/events`)
      return stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    }
    const before = await open()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen%'`.execute(test.zone.store.db)
    // The end of the stream is what makes a browser connect again and refetch.
    while (!(await before.read()).done);
    const after = await open()
    await after.read()
    await test.zone.context().changed('figures.peers', ['1'])
    await hears(after, 'figures.peers')
    await after.cancel()
  })
})

describe('health', () => {
  it.each(['/healthz', '/readyz'])('%s', async (url) => {
    expect((await get(url)).json()).toEqual({ status: 'ok' })
  })
})

describe('a forecast', () => {
  it('lies in its interval and above what is known; what is no amount is not foreseen', async () => {
    const found = (await get('/api/indicators/economy.industrial-output/forecast')).json()
    expect(found.through).toBe('2024-10')
    const known = found.history
      .filter(({ month }: { month: string }) => month.startsWith('2024'))
      .reduce((sum: number, { value }: { value: string }) => sum + Number(value), 0)
    const { low, value, high } = found.forecast
    const order = [known, Number(low), Number(value), Number(high)]
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect((await get('/api/indicators/efficiency.tax-per-mu/forecast')).json()).toBeNull()
    expect((await get('/api/indicators/economy.luck/forecast')).json()).toMatchObject({
      code: 'INDICATOR_UNKNOWN',
    })
  })
})
