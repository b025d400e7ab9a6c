import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reveals } from '../../../kernel/access/reveals.ts'
import { listRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const CONTACTS = '/api/records/economy/contacts'
const as = (person: string, url: string, payload?: object) =>
  server.inject({
    url,
    headers: { cookie: `${COOKIE}=${person}` },
    ...(payload ? { method: 'POST' as const, payload } : {}),
  })
const seen = async () =>
  (await listRows(test.zone.store.db, reveals, { offset: 0, limit: 9, sort: '-recorded_at' })).rows

it('a contact is found by the whole number, shown masked, and seen in full for a reason that is kept', async () => {
  const found = (await as('statistician', `${CONTACTS}?filter[mobile]=199 0000 0003`)).json()
  expect(found).toMatchObject({ total: 1, rows: [{ mobile: '199****0003', synthetic: true }] })
  const [{ id, name }] = found.rows
  expect(name).toMatch(/^\p{Script=Han}\*\*$/u)
  const answer = await as('statistician', `${CONTACTS}/${id}/reveal`, {
    column: 'mobile',
    reason: '催报10月报表',
  })
  expect(answer.json()).toEqual({ value: '19900000003' })
  expect(await seen()).toMatchObject([
    {
      record: 'economy.contacts',
      row_id: id,
      column_name: 'mobile',
      reason: '催报10月报表',
      recorded_by: 'statistician',
    },
  ])
})

it('without a reason, a right or a personal column there is no value and no note', async () => {
  const before = await seen()
  const id = before[0]?.row_id
  const path = `${CONTACTS}/${id}/reveal`
  const wish = { column: 'mobile', reason: '看看' }
  expect((await as('statistician', path, { ...wish, reason: ' ' })).json()).toMatchObject({
    code: 'REVEAL_REASON',
  })
  expect((await as('statistician', path, { ...wish, column: 'duty' })).json()).toMatchObject({
    code: 'REVEAL_COLUMN',
  })
  for (const person of ['supervisor', 'leader', 'officer-finance', 'nobody']) {
    const there = await as(person, path, wish)
    expect([person, there.statusCode]).toEqual([person, 403])
    const nowhere = await as(person, `${CONTACTS}/no-such-row/reveal`, wish)
    expect(nowhere.json()).toEqual(there.json())
  }
  expect(await seen()).toEqual(before)
})

it('who sees masks only does not find a row by the value: what a mask leaves open could be tried out', async () => {
  const url = `${CONTACTS}?filter[mobile]=19900000003`
  // A guest of the demonstration reads everything, and sees nothing in full.
  expect((await as('', CONTACTS)).statusCode).toBe(200)
  for (const asked of [url, url.replace('?', '?part=totals&'), url.replace('0003', '0004')])
    expect((await as('', asked)).json()).toMatchObject({ code: 'PERSONAL_SEARCH_DENIED', status: 403 })
  const file = await as('', '/api/exchange/economy/contacts/export?filter[mobile]=19900000003')
  expect(file.json().code).toBe('PERSONAL_SEARCH_DENIED')
  const tried = Array.from({ length: 9 }, (_, at) => `1990000000${at}`).join('|')
  expect((await as('statistician', `${CONTACTS}?filter[mobile]=${tried}`)).json().code).toBe(
    'PERSONAL_SEARCH',
  )
})
