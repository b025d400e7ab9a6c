import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCreditCode, updateRow } from '../../kernel/store/index.ts'
import { units } from '../../systems/economy/tables.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'
import { type Browser, openBrowser, person } from './session/browser.fixture.ts'

/** Two enterprises of the demonstration, each with an account: what one sees of itself, and of the other. */
const test = testZone()
let server: FastifyInstance
let address = ''
let browser: Browser
interface Unit {
  readonly id: string
  readonly name: string
  readonly enterprise: string
}
let own: Unit
let other: Unit

beforeAll(async () => {
  server = await createServer(test.zone)
  address = await server.listen({ port: 0, host: '127.0.0.1' })
  const { rows } = await sql<Unit>`select id, name, enterprise from economy.units
    where kind = 'industrial' order by code limit 2`.execute(test.zone.store.db)
  ;[own, other] = rows as [Unit, Unit]
  await person(test.zone.context(), 'firm', { kind: 'enterprise', enterprise: own.enterprise })
  browser = openBrowser(server)
  await browser.signIn('firm')
})
afterAll(() => server.close())

const list = async (path: string) => (await browser.get(`/api/records/economy/${path}`)).json()
const count = async (table: string, where = sql`true`) =>
  Number(
    (
      await sql<{ n: number }>`select count(*) as n from ${sql.raw(table)} where ${where}`.execute(
        test.zone.store.db,
      )
    ).rows[0]?.n,
  )

it('firms and institutes of the demonstration have codes of their own, whose check characters are right', async () => {
  const { rows } = await sql<{ kind: string; enterprise: string | null }>`
    select kind, enterprise from economy.units`.execute(test.zone.store.db)
  const codes = rows.flatMap(({ enterprise }) => enterprise ?? [])
  expect(codes.length).toBeGreaterThan(200)
  expect(codes.filter((code) => !isCreditCode(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  expect(rows.filter(({ kind, enterprise }) => kind === 'revenue' && enterprise)).toEqual([])
})

describe('an enterprise', () => {
  it('sees itself and what it filed, in lists and their totals', async () => {
    const seen = await list('units')
    expect([seen.total, seen.rows.map(({ id }: Unit) => id)]).toEqual([1, [own.id]])
    const filed = await list('returns?limit=500')
    expect(filed.total).toBe(await count('economy.returns', sql`unit = ${own.id}`))
    expect(filed.total).toBeLessThan(await count('economy.returns'))
    expect(new Set(filed.rows.map(({ unit }: { unit: string }) => unit))).toEqual(new Set([own.id]))
    const { rows } = await sql<{ sum: string }>`select sum(value)::text as sum from economy.returns
      where unit = ${own.id}`.execute(test.zone.store.db)
    expect(filed.sums.value).toBe(rows[0]?.sum)
  })

  it('has its row, with its history; another’s is answered exactly like one that does not exist', async () => {
    expect((await list(`units/${own.id}`)).name).toBe(own.name)
    expect(await list(`units/${own.id}/history`)).toHaveLength(1)
    for (const tail of ['', '/history', '?knownOn=2024-11-01']) {
      const [theirs, none] = await Promise.all(
        [other.id, 'no-such-unit'].map((id) => browser.get(`/api/records/economy/units/${id}${tail}`)),
      )
      const told = theirs!.body.replaceAll(other.id, 'no-such-unit')
      expect([theirs!.statusCode, told]).toEqual([none!.statusCode, none!.body])
      expect(theirs!.statusCode).toBe(404)
    }
  })

  it('finds nothing of others by search, filter, order or cursor', async () => {
    const tries = [
      `q=${encodeURIComponent(other.name)}`,
      `filter[id]=${other.id}`,
      `filter[enterprise]=${other.enterprise}`,
      'filter[code]=U*&sort=-name&offset=1',
    ]
    for (const question of tries)
      expect([question, (await list(`units?${question}`)).rows]).toEqual([question, []])
  })

  it('takes itself out, and nobody else', async () => {
    const answer = await browser.get('/api/exchange/economy/units/export?format=csv')
    expect(answer.body).toContain(own.name)
    expect(answer.body).not.toContain(other.name)
    expect(answer.body.trim().split('\n')).toHaveLength(2)
  })

  it('finds its own rows behind a figure, with their number and sum', async () => {
    const url = `/api/figures/${encodeURIComponent('economy.industrial-output@2023')}/rows`
    const behind = (await browser.get(url)).json()
    expect([behind.total, behind.part]).toEqual([12, true])
    expect(new Set(behind.rows.map(({ unit }: { unit: string }) => unit))).toEqual(new Set([own.id]))
    const sum = behind.rows.reduce(
      (total: number, row: { contribution: string }) => total + Number(row.contribution),
      0,
    )
    expect(Number(behind.sum)).toBeCloseTo(sum, 6)
  })

  it('changes nothing', async () => {
    const answer = await browser.post('/api/records/economy/units', { values: {} })
    expect(answer.statusCode).toBe(403)
  })

  it('hears of changes of its own rows, before or after, and of no others', async () => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const stream = await fetch(`${address}/api/events`, { headers: { cookie } })
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    const change = (id: string, patch: object) => updateRow(test.zone.context(), units, id, { ...patch })
    const heard = async () => (await reader.read()).value
    const message = (record: string) => `event: change\ndata: {"record":"${record}"}\n\n`

    // Another's change is not told: the next that is heard is one that everybody may hear of.
    await change(other.id, { land: '1' })
    await test.zone.context().changed('access.offices', ['economy'])
    expect(await heard()).toBe(message('access.offices'))
    await change(own.id, { land: '2' })
    expect(await heard()).toBe(message('economy.units'))
    // What is handed on to another, or comes from one, was or is its own.
    await change(own.id, { enterprise: other.enterprise })
    expect(await heard()).toBe(message('economy.units'))
    expect((await list('units')).total).toBe(0)
    await change(own.id, { enterprise: own.enterprise })
    expect(await heard()).toBe(message('economy.units'))
    await reader.cancel()
  })
})

it('a unit’s code must be one', async () => {
  const wrong = updateRow(test.zone.context(), units, own.id, { enterprise: '91330201MA2AGXDX0C' })
  await expect(wrong).rejects.toMatchObject({ code: 'RECORD_VALUE', place: 'economy.units.enterprise' })
  const loose = await updateRow(test.zone.context(), units, own.id, { enterprise: '91330201-ma2agxdx0b ' })
  expect(loose.enterprise).toBe('91330201MA2AGXDX0B')
})
