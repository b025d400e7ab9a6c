import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offices } from '../../kernel/access/offices.ts'
import { updateRow } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const get = async (url: string) => (await server.inject({ url: `/api/records/${url}` })).json()

describe('two times of any list', () => {
  it('shows the returns that were filed by a day, and those of months up to a day', async () => {
    const all = await get('economy/returns?limit=1')
    const early = await get('economy/returns?limit=500&sort=-filed_on&knownOn=2023-06-15')
    expect(early.total).toBeGreaterThan(1000)
    expect(early.total).toBeLessThan(all.total)
    expect(early.rows[0].filed_on <= '2023-06-15').toBe(true)
    const filtered = await get('economy/returns?limit=1&filter[filed_on]=..2023-06-15')
    expect(early.total).toBe(filtered.total)
    const valid = await get('economy/returns?limit=1&sort=-month&asOf=2022-03-20')
    expect(valid.rows[0].month).toBe('2022-03')
  })

  it('refuses a day that is none', async () => {
    const answer = await server.inject({ url: '/api/records/economy/returns?knownOn=2023-02-30' })
    expect(answer.statusCode).toBe(422)
  })
})

describe('a figure as it was known', () => {
  it('is missing its unfiled months, and is what was filed before a correction', async () => {
    const of = async (ref: string, knownOn = '') =>
      (
        await server.inject({
          url: `/api/figures/${encodeURIComponent(ref)}${knownOn && `?knownOn=${knownOn}`}`,
        })
      ).json()
    const year = 'economy.industrial-output@2023'
    expect(await of(year, '2023-06-15')).toMatchObject({ value: null, status: 'missing' })
    expect((await of(year, '2024-02-01')).value).toBe((await of(year)).value)
    const { rows } = (
      await server.inject({ url: `/api/figures/${encodeURIComponent(year)}/rows?limit=1` })
    ).json()
    const before = await of(year)
    await updateRow(
      test.zone.context(),
      test.zone.systems.find(({ id }) => id === 'economy')!.records[1]!,
      rows[0].id,
      {
        value: '1.00',
      },
    )
    const after = await of(year)
    expect(Number(after.value)).toBeLessThan(Number(before.value))
    expect(await of(year, '2024-02-01')).toEqual(before)
  })
})

describe('the history of a row', () => {
  it('tells what was before and after, newest first', async () => {
    await test.zone
      .context()
      .transaction((context) => updateRow(context, offices, 'finance', { leader: '乙' }), '换届')
    const [last, first] = await get('access/offices/finance/history')
    expect(last).toMatchObject({ why: '换届', after: { leader: '乙' } })
    expect(first.before).toBeNull()
    expect(last.before.leader).toBe(first.after.leader)
  })

  it('of a row that never was, is not found', async () => {
    expect(await get('access/offices/nobody/history')).toMatchObject({ code: 'RECORD_NOT_FOUND' })
  })
})

it('whatever stands in a filter, an order or a search is data', async () => {
  // A personal column is sought by a whole value, and only by who may see it in full.
  const personal = ['name', 'mobile', 'email']
  const before = (await get('economy/contacts?limit=1')).total
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      `'; drop table economy.contacts; --`,
      `" or 1=1`,
      `x') or true --`,
      `id" desc; delete from economy.contacts`,
      `\\`,
      '%',
      '\u0000',
      '$1',
      'valueOf',
      '__proto__',
      `name) union select * from access.accounts --`,
    ),
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, hostile, async (column, value, sort, q) => {
      const query = new URLSearchParams({
        [`filter[${column}]`]: value,
        'filter[unit]': value,
        sort: sort.slice(0, 80),
        q: q.slice(0, 200),
        limit: '1',
      })
      const answer = await server.inject({ url: `/api/records/economy/contacts?${query}` })
      expect(personal.includes(column) ? [200, 403, 422] : [200, 422]).toContain(answer.statusCode)
    }),
    {
      numRuns: 150,
      examples: [
        ['valueOf', ' ', '-constructor', ''],
        ['name', 'x', 'name', ''],
      ],
    },
  )
  expect((await get('economy/contacts?limit=1')).total).toBe(before)
})
