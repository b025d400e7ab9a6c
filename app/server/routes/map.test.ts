import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/access/actor.ts'
import {
  createRow,
  defineRecord,
  difference,
  listRows,
  schemaOf,
  updateRow,
} from '../../../kernel/store/index.ts'
import type { System } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { units } from '../../../systems/economy/tables.ts'
import { testZone } from '../../../test/zone.ts'
import { COOKIE } from '../actors.ts'
import { createServer } from '../server.ts'
import { mapRoutes } from './map.ts'
import { recordRoutes } from './records.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const ask = async (query: string, person = 'statistician', record = 'economy/units') => {
  const url = `/api/records/${record}/map${query}`
  const answer = await server.inject({ url, headers: { cookie: `${COOKIE}=${person}` } })
  return { status: answer.statusCode, ...answer.json() }
}
const idsOf = (points: readonly { id: string }[]) => points.map(({ id }) => id).sort()

describe('the map of a record', () => {
  it('shows the rows of the list that have a place, and counts those that have none', async () => {
    const { rows, total } = await listRows(test.zone.store.db, units, { offset: 0, limit: 500 })
    const placed = rows.filter(({ place }) => place !== null)
    const { points, clusters, count, ...totals } = await ask('')
    expect(idsOf(points)).toEqual(placed.map(({ id }) => id).sort())
    expect([clusters, count]).toEqual([[], placed.length])
    expect(totals).toMatchObject({ placed: placed.length, without: total - placed.length })
    expect(totals.without).toBeGreaterThan(0)
    const one = placed[0] as { id: string; name: string; place: object }
    expect(points.find(({ id }: { id: string }) => id === one.id)).toEqual({
      id: one.id,
      label: one.name,
      ...one.place,
    })
  })

  it('is filtered, searched and dated like the list, and asked by box', async () => {
    const trade = await ask('?filter[kind]=trade&part=totals')
    expect(trade).toEqual({ status: 200, placed: 96, without: 0, extent: expect.any(Array) })
    const box = trade.extent.join(',')
    expect((await ask(`?filter[kind]=trade&box=${box}&part=points`)).count).toBe(96)
    expect((await ask(`?box=${box}&part=points&q=${encodeURIComponent('没有这样的单位')}`)).count).toBe(0)
    expect((await ask('?filter[kind]=revenue')).extent).toBeNull()
    const [moved] = (await ask('?filter[kind]=trade')).points
    const far = { longitude: 10, latitude: 50 }
    await updateRow(test.zone.context(), units, moved.id, { place: far })
    expect(idsOf((await ask('?box=9,49,11,51')).points)).toEqual([moved.id])
    const { today } = test.zone.context()
    const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
    expect((await ask(`?box=9,49,11,51&knownOn=${before}`)).count).toBe(0)
  })

  it.each(['1,2,3', '3,2,1,4', '0,0,181,1', 'a,b,c,d', '0,0,1,1;drop'])('refuses the box %s', async (box) => {
    expect(await ask(`?box=${encodeURIComponent(box)}`)).toMatchObject({ status: 422, code: 'PLACE_BOX' })
    expect(await ask(`?filter[place]=${encodeURIComponent(box)}`)).toMatchObject({
      status: 422,
      code: 'PLACE_BOX',
    })
  })

  it('is there for records with places only', async () => {
    expect((await ask('', 'statistician', 'economy/returns')).status).toBe(404)
    expect((await ask('', 'statistician', 'economy/nothing')).status).toBe(404)
  })

  it('shows each the rows that are theirs', async () => {
    const own = await server.inject({
      url: '/api/records/economy/units?limit=500&part=rows',
      headers: { cookie: `${COOKIE}=grid-worker` },
    })
    const rows: { id: string; place: object | null }[] = own.json().rows
    const { points, without } = await ask('', 'grid-worker')
    expect(idsOf(points)).toEqual(idsOf(rows.filter(({ place }) => place)))
    expect(without).toBe(rows.filter(({ place }) => !place).length)
    expect(points.length).toBeLessThan((await ask('')).points.length)
    expect(await ask('', 'officer-finance')).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })
})

describe('a place that a role may not see', () => {
  const lairs = defineRecord({
    id: 'zoo.lairs',
    name: text('巢', 'Lairs'),
    about: text('测试用', 'For tests'),
    title: 'name',
    grants: [
      { roles: ['statistician'], verbs: ['read'] },
      { roles: ['leader'], verbs: ['read'], fields: ['name'] },
    ],
    columns: {
      name: { kind: 'text', name: text('名称', 'Name') },
      place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    },
  })
  const zoo = { id: 'zoo', records: [lairs] } as unknown as System
  const actor = (role: Actor['role']): Actor => ({ id: role, name: role, role, office: 'economy' }) as Actor
  const lair = { longitude: 121.55, latitude: 29.88 }

  beforeAll(async () => {
    const { db } = test.zone.store
    await sql`create schema zoo`.execute(db)
    for (const statement of difference({}, schemaOf([lairs])).sql) await sql.raw(statement).execute(db)
    await sql`select audit.watch('zoo.lairs')`.execute(db)
    await createRow(test.zone.context(), lairs, { name: '穴', place: lair })
  })

  it('is nowhere, and no filter by it tells of it', async () => {
    const zone = { ...test.zone, systems: [zoo] }
    const route = mapRoutes(zone).find(({ path }) => path.includes('zoo/lairs'))
    const asked = async (role: Actor['role']) =>
      (await route?.handle(
        test.zone.context(actor(role)),
        route.input.parse({}),
        undefined as never,
      )) as object
    expect(await asked('statistician')).toMatchObject({ count: 1, points: [{ label: '穴', ...lair }] })
    await expect(asked('leader')).rejects.toMatchObject({ code: 'RECORD_NO_PLACE', status: 404 })
    await expect(asked('officer')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const list = recordRoutes(zone).find(({ path }) => path === '/records/zoo/lairs')
    for (const place of ['0,0,1,1', 'none', '121,29,122,30']) {
      const seen = await list?.handle(
        test.zone.context(actor('leader')),
        list.input.parse({ 'filter[place]': place }),
        undefined as never,
      )
      expect(seen).toMatchObject({ total: 1 })
      expect(JSON.stringify(seen)).not.toContain('121.55')
    }
  })
})
