import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())
const TODAY = '2024-11-15'

const get = (path: string, person = 'officer-science') =>
  server.inject({ url: `/api/enterprises/${path}`, headers: { cookie: `gaoxin-person=${person}` } })
const json = async (path: string) => (await get(path)).json()

describe('the office’s view of the ladder', () => {
  it('counts who holds each rung, now and a year ago, as the rows say', async () => {
    const rungs = await json('rungs')
    const highTech = rungs.find(({ scheme }: { scheme: string }) => scheme === 'high-tech')
    const { rows } = await sql<{ now: number; before: number }>`select
      (count(*) filter (where granted_on <= ${TODAY}::date and valid_to > ${TODAY}::date))::int as now,
      (count(*) filter (where granted_on <= '2023-11-15' and valid_to > '2023-11-15'))::int as before
      from enterprises.honours where scheme = 'high-tech' and state = 'granted'`.execute(test.zone.store.db)
    expect([highTech.holders, highTech.before]).toEqual([rows[0]?.now, rows[0]?.before])
    expect(highTech.ending['30']).toBe(240)
    expect(highTech.reach.near).toBeGreaterThan(0)
  })

  it('lists who is one step away, page by page, nobody twice and none who has it', async () => {
    const { total, tests } = await json('near?scheme=little-giant&limit=1')
    expect(total).toBeGreaterThan(10)
    expect(tests.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(total)
    const seen: string[] = []
    for (let offset = 0; offset < total; offset += 40)
      for (const { id } of (await json(`near?scheme=little-giant&limit=40&offset=${offset}`)).rows)
        seen.push(id)
    expect(seen).toHaveLength(total)
    expect(new Set(seen).size).toBe(total)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from enterprises.honours
      where scheme = 'little-giant' and state = 'granted' and valid_to > ${TODAY}::date
        and enterprise = any(${seen}::text[])`.execute(test.zone.store.db)
    expect(rows[0]?.n).toBe(0)
  })

  it('narrows to one thing that is missing, in the order of how much', async () => {
    const { tests } = await json('near?scheme=high-tech&limit=1')
    const most = tests[0]
    const { rows, total } = await json(`near?scheme=high-tech&test=${most.id}&sort=gap&limit=200`)
    expect(total).toBe(most.count)
    expect(new Set(rows.map(({ lacks }: { lacks: { label: string } }) => lacks.label))).toEqual(
      new Set([most.label]),
    )
    const shorts = rows.flatMap(({ short }: { short: string | null }) =>
      short === null ? [] : [Number(short)],
    )
    expect(shorts).toEqual([...shorts].sort((a, b) => a - b))
  })

  it('gives the list as a file whose names no spreadsheet runs', async () => {
    await sql`update enterprises.enterprises set name = '=1+1' where id = (
      select id from enterprises.enterprises where id = ${(await json('near?scheme=high-tech&limit=1')).rows[0].id})`.execute(
      test.zone.store.db,
    )
    const { total } = await json('near?scheme=high-tech&limit=1')
    const file = await get('near/export?scheme=high-tech')
    const lines = file.body.trim().split('\r\n')
    expect(lines).toHaveLength(total + 1)
    expect(file.body).toContain("'=1+1")
    expect(file.body).not.toMatch(/,=1\+1/)
  })

  it('says what ends within the days asked for, and leaves out what is held beyond', async () => {
    const { total, rows } = await json('renewals?scheme=high-tech&within=30&limit=200')
    expect(total).toBe(240)
    for (const { days, alarm } of rows) {
      expect(days).toBeGreaterThan(0)
      expect(days).toBeLessThanOrEqual(30)
      expect(alarm).toBe(30)
    }
    const { id, enterprise } = rows[0]
    await sql`update enterprises.honours set valid_to = '2027-12-10' where id = ${id}`.execute(
      test.zone.store.db,
    )
    const after = await json('renewals?scheme=high-tech&within=30&limit=200')
    expect(after.total).toBe(239)
    expect(after.rows.map((row: { enterprise: string }) => row.enterprise)).not.toContain(enterprise)
  })

  it('answers neither enterprises nor grid workers, and says where there is no rule', async () => {
    for (const path of ['rungs', 'near?scheme=high-tech', 'near/export?scheme=high-tech', 'renewals'])
      for (const person of ['enterprise-1', 'grid-worker'])
        expect([path, person, (await get(path, person)).statusCode]).toEqual([path, person, 403])
    const none = await get('near?scheme=eagle')
    expect([none.statusCode, none.json().code]).toEqual([409, 'LADDER_NO_RULE'])
  })
})
