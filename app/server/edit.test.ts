import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, GUEST, VISITOR } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import { testZone } from '../../test/zone.ts'
import { allRecords } from '../systems.ts'
import { COOKIE, demonstrationPeople } from './actors.ts'
import { createServer } from './server.ts'

/** Every record's writing routes, walked as every post. */
const test = testZone()
let server: FastifyInstance
let open: FastifyInstance
let people: readonly Actor[] = []
beforeAll(async () => {
  server = await createServer(test.zone)
  open = await createServer({ ...test.zone, demonstration: false })
  people = (await demonstrationPeople(test.zone)).filter(
    ({ role, id }) => role !== 'officer' || id === 'officer-finance',
  )
})
afterAll(async () => {
  await server.close()
  await open.close()
})

type Method = 'POST' | 'PATCH' | 'DELETE' | 'GET'
const send = (actor: Actor, method: Method, url: string, payload?: object) =>
  (actor === VISITOR ? open : server).inject({
    method,
    url,
    headers: { cookie: `${COOKIE}=${actor.id}` },
    ...(payload ? { payload } : {}),
  })

it('who no grant names is answered the same 403 for every row, there or not, and writes nothing', async () => {
  let refused = 0
  for (const record of allRecords(test.zone.systems).values()) {
    if (record.closed) continue
    const path = `/api/records/${record.id.replace('.', '/')}`
    const { total, rows } = (await send(GUEST, 'GET', `${path}?limit=1`)).json()
    for (const actor of [...people, GUEST, VISITOR])
      for (const [verb, method, tail, payload] of [
        ['create', 'POST', () => '', { values: {} }],
        ['change', 'PATCH', (id: string) => `/${id}`, { values: {}, seen: -1 }],
        ['change', 'POST', () => '/undo', { transaction: 'none' }],
        ['change', 'POST', () => '/bulk', { rows: { filter: {} }, values: {}, preview: true }],
        ['remove', 'DELETE', (id: string) => `/${id}`, undefined],
      ] as const) {
        const nowhere = await send(actor, method, `${path}${tail('no-such-row')}`, payload)
        const permit = permitFor(record, actor, verb)
        if (permit) {
          // Of a row that is not there, whoever may write some rows only learns that it is none of theirs.
          expect(permit.where ? [403, 404, 422] : [404, 422]).toContain(nowhere.statusCode)
          continue
        }
        refused++
        const there = await send(
          actor,
          method,
          `${path}${tail(encodeURIComponent(rows[0]?.id ?? 'x'))}`,
          payload,
        )
        expect([record.id, actor.id, verb, there.statusCode]).toEqual([record.id, actor.id, verb, 403])
        expect(nowhere.json()).toEqual(there.json())
      }
    expect((await send(GUEST, 'GET', `${path}?limit=1`)).json().total).toBe(total)
  }
  expect(refused).toBeGreaterThan(200)
})

it('what every object has by birth is no column', async () => {
  const person = people.find(({ role }) => role === 'statistician')!
  for (const name of ['valueOf', 'constructor', 'hasOwnProperty']) {
    const payload = { values: { [name]: '1' } }
    const answer = await send(person, 'POST', '/api/records/economy/contacts', payload)
    expect([name, answer.statusCode]).toEqual([name, 422])
  }
})

it('a closed record has no writing route', async () => {
  const answer = await server.inject({ method: 'POST', url: '/api/records/access/accounts', payload: {} })
  expect(answer.statusCode).toBe(404)
})

describe('a statistician', () => {
  const units = '/api/records/economy/units'
  const clerk = () => people.find(({ role }) => role === 'statistician')!
  const unit = { code: 'T0001', name: '测试单位', kind: 'industrial', sector: 'C', since: '2024-01' }

  it('is told of every column that does not fit, then creates, changes and sees the history', async () => {
    const bad = await send(clerk(), 'POST', units, {
      values: { ...unit, street: 'nowhere', since: '2024-13' },
    })
    expect(bad.statusCode).toBe(422)
    expect(
      bad
        .json()
        .details.problems.map(({ column }: { column: string }) => column)
        .sort(),
    ).toEqual(['since', 'street'])
    const street = (await send(GUEST, 'GET', '/api/records/access/offices?limit=1')).json().rows[0].id
    const created = await send(clerk(), 'POST', units, { values: { ...unit, street }, why: '新纳统' })
    expect(created.json()).toMatchObject({ ...unit, street })
    const again = await send(clerk(), 'POST', units, { values: { ...unit, street } })
    expect(again.json()).toMatchObject({ code: 'RECORD_EXISTS', status: 409 })

    const path = `${units}/${created.json().id}`
    const { row_version: seen } = (await send(clerk(), 'GET', path)).json()
    const first = await send(clerk(), 'PATCH', path, { values: { size: 'small' }, seen, why: '核定规模' })
    expect(first.json()).toMatchObject({ size: 'small' })
    const late = await send(clerk(), 'PATCH', path, { values: { size: 'large' }, seen })
    expect(late.json()).toMatchObject({
      code: 'RECORD_CHANGED',
      details: { base: { code: 'T0001' }, now: { size: 'small' }, by: clerk().id },
    })
    const [last] = (await send(clerk(), 'GET', `${path}/history`)).json()
    expect(last).toMatchObject({ why: '核定规模', actor: clerk().id, after: { size: 'small' } })
  })

  it('previews a bulk edit, confirms it with the reason, and undoes it', async () => {
    const rows = { filter: { kind: 'institute' } }
    const ask = (more: object) =>
      send(clerk(), 'POST', `${units}/bulk`, { rows, values: { size: 'micro' }, ...more })
    const preview = (await ask({ preview: true })).json()
    expect(preview.changed).toBeGreaterThan(3)
    expect(preview.changed + preview.unchanged).toBe(preview.matching)
    expect((await ask({ token: preview.token })).json()).toMatchObject({ code: 'BULK_UNCONFIRMED' })
    const done = (await ask({ token: preview.token, why: '统一规模' })).json()
    expect(done.changed).toBe(preview.changed)
    const micro = async () =>
      (await send(clerk(), 'GET', `${units}?limit=1&filter[kind]=institute&filter[size]=micro`)).json().total
    expect(await micro()).toBe(preview.matching)
    const undone = await send(clerk(), 'POST', `${units}/undo`, { transaction: done.transaction })
    expect(undone.json()).toEqual({ restored: done.changed, kept: 0, rows: [] })
    expect(await micro()).toBe(preview.unchanged)
  })
})
