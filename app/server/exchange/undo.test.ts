import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { csv } from '../../../kernel/store/exchange/exchange.fixture.ts'
import { imports } from '../../../kernel/store/exchange/index.ts'
import { defineRecord, getRow } from '../../../kernel/store/index.ts'
import { defineSystem } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'

const about = text('测试用', 'For tests')
const things = defineRecord({
  id: 'given.things',
  name: text('物件', 'Things'),
  about,
  title: 'code',
  grants: [{ roles: ['statistician'], verbs: ['read', 'import'] }],
  columns: { code: { kind: 'text', name: text('编码', 'Code') } },
  unique: [['code']],
})
const test = testZone({
  systems: [
    defineSystem({
      id: 'given',
      name: about,
      group: 'city',
      office: 'committee',
      about,
      records: [things],
      indicators: [],
    }),
  ],
})
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const headers = { cookie: `${COOKIE}=statistician` }
const post = (url: string, payload: object, as = headers) =>
  server.inject({ method: 'POST', url: `/api${url}`, headers: as, payload })
async function settled(id: string) {
  for (;;) {
    const job = (await server.inject({ url: `/api/imports/${id}`, headers })).json()
    if (job.state !== 'checking' && job.state !== 'writing') return job
  }
}
const total = async () => (await server.inject({ url: '/api/records/given/things', headers })).json().total

async function bring(...codes: string[]): Promise<string> {
  const brought = await server.inject({
    method: 'POST',
    url: '/api/exchange/given/things/imports?name=a.csv',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    payload: csv('编码', ...codes),
  })
  return brought.json().id
}
async function write(id: string) {
  await post(`/imports/${id}/check`, { chosen: {} })
  await settled(id)
  await post(`/imports/${id}/write`, { why: '登记' })
  expect(await settled(id)).toMatchObject({ state: 'done' })
}

it('an import is taken back by whoever did it, once, after a look at what would come of it', async () => {
  const id = await bring('A', 'B')
  expect((await post(`/imports/${id}/undo`, {})).json()).toMatchObject({ code: 'IMPORT_NOT_DONE' })
  await write(id)
  expect(await total()).toBe(2)
  const whole = { removed: 2, restored: 0, kept: 0, rows: [] }
  expect((await post(`/imports/${id}/undo`, { preview: true })).json()).toEqual(whole)
  expect(await total()).toBe(2)
  const other = { cookie: `${COOKIE}=supervisor` }
  expect((await post(`/imports/${id}/undo`, {}, other)).statusCode).toBeGreaterThanOrEqual(400)
  expect((await post(`/imports/${id}/undo`, { why: '导错了' })).json()).toEqual(whole)
  expect(await total()).toBe(0)
  expect(await settled(id)).toMatchObject({ state: 'undone' })
  expect(await getRow(test.zone.store.db, imports, id)).toMatchObject({ state: 'undone' })
  expect((await post(`/imports/${id}/undo`, {})).json()).toMatchObject({ code: 'IMPORT_NOT_DONE' })
})

it('who may not remove takes new rows away within a day of their import, and no later', async () => {
  const id = await bring('C')
  await write(id)
  await sql`update exchange.imports set ended_at = ended_at - interval '25 hours' where id = ${id}`.execute(
    test.zone.store.db,
  )
  expect((await post(`/imports/${id}/undo`, { preview: true })).json()).toMatchObject({
    removed: 0,
    rows: [{ label: 'C', reason: 'denied' }],
  })
})
