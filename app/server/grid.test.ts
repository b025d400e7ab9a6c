import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, VISITOR } from '../../kernel/access/actor.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { indicatorRoutes } from './routes/indicators.ts'
import { createServer } from './server.ts'
import { openBrowser, person } from './session/browser.fixture.ts'

const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

interface Unit {
  readonly id: string
  readonly grid: string
}
const units = async () =>
  (await sql<Unit>`select id, grid from economy.units order by id`.execute(test.zone.store.db)).rows
const ask = async (path: string) =>
  (
    await server.inject({
      url: `/api/records/economy/${path}`,
      headers: { cookie: `${COOKIE}=grid-worker` },
    })
  ).json()

describe('a grid worker', () => {
  it('sees the units of every cell in the street of the post, and no others', async () => {
    const all = await units()
    const own = all.filter(({ grid }) => grid.startsWith('330212004'))
    const { total, rows } = await ask('units?limit=500&sort=id')
    expect(rows.map(({ id }: Unit) => id)).toEqual(own.map(({ id }) => id))
    expect(total).toBeLessThan(all.length)
    const other = all.find(({ grid }) => !grid.startsWith('330212004'))!
    expect((await ask(`units/${other.id}`)).code).toBe('RECORD_NOT_FOUND')
    expect((await ask(`units/${own[0]!.id}`)).grid).toBe(own[0]!.grid)
  })

  it('sees of a unit what a visit needs, and nothing that it filed', async () => {
    const { rows } = await ask('units?limit=1')
    for (const column of ['enterprise', 'size', 'land']) expect(rows[0]).not.toHaveProperty(column)
    expect((await ask('returns')).code).toBe('FORBIDDEN')
  })

  it('has none of the files of a row that it sees in part', async () => {
    const own = (await units()).find(({ grid }) => grid.startsWith('330212004'))!
    const url = `/api/records/economy/units/${own.id}/files`
    const as = (who: string, address = url, rest: object = {}) =>
      server.inject({ url: address, headers: { cookie: `${COOKIE}=${who}` }, ...rest })
    const payload = Buffer.from('营业收入明细')
    const added = await as('statistician', `${url}?name=a.txt`, { method: 'POST', payload })
    expect(added.statusCode).toBe(200)
    for (const address of [url, `${url}/${added.json().id}`, url.replace(own.id, 'no-such-row')])
      expect((await as('grid-worker', address)).json().code).toBe('FORBIDDEN')
    expect((await as('leader')).json().files).toHaveLength(1)
  })

  it('learns no column that is not shown: not by name, not by the days on which a row holds', async () => {
    const meta = await server.inject({ url: '/api/meta', headers: { cookie: `${COOKIE}=grid-worker` } })
    const records = meta.json().systems.flatMap((system: { records: object[] }) => system.records)
    const seen = records.find(({ id }: { id: string }) => id === 'economy.units')
    expect(seen).toMatchObject({ whole: false, columns: { name: { kind: 'text' } } })
    expect(JSON.stringify(seen)).not.toMatch(/"(since|land|size|digital|enterprise|code)"/)
    const { total } = await ask('units?limit=1')
    expect(total).toBeGreaterThan(0)
    expect((await ask('units?limit=1&asOf=1990-01-01')).total).toBe(total)
  })

  it('has no rows behind a figure that is summed from a column that is not shown', async () => {
    const measure = { by: 'sum', record: 'economy.units', value: 'land' }
    const figures = {
      indicators: new Map([['economy.land', { measure }]]),
      recordOf: () => measure.record,
      rows: async () => ({ record: measure.record, total: 1, sum: '7', rows: [{ contribution: '7' }] }),
    }
    const route = indicatorRoutes(test.zone).find(({ path }) => path === '/figures/:ref/rows')!
    const rows = (actor: Pick<Actor, 'role' | 'grid'>) =>
      route.handle(
        { ...test.zone.context({ ...VISITOR, ...actor }), figures } as never,
        route.input.parse({ ref: 'economy.land@2023' }),
        undefined as never,
      )
    await expect(rows({ role: 'gridWorker', grid: '330212004' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await rows({ role: 'statistician' })).toMatchObject({ sum: '7' })
  })

  it('does not learn from a rule what a unit filed, whose row it sees in part', async () => {
    const own = (await units()).find(({ grid }) => grid.startsWith('330212004'))!
    const judged = await server.inject({
      method: 'POST',
      url: '/api/rules/economy.research-subsidy/decide',
      headers: { cookie: `${COOKIE}=grid-worker` },
      payload: { subject: own.id },
    })
    expect(judged.json().code).toBe('RECORD_NOT_FOUND')
  })

  it('of one cell sees that cell, once the post says so', async () => {
    const { grid } = (await units())[0]!
    await person(test.zone.context(), 'cell', { role: 'gridWorker', grid })
    const browser = openBrowser(server)
    await browser.signIn('cell')
    const { rows } = (await browser.get('/api/records/economy/units?limit=500')).json()
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map((row: Unit) => row.grid))).toEqual(new Set([grid]))
  })
})
