import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** How the plan stands is published; what people write about it is not. */
const test = testZone()
let server: FastifyInstance
let real: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
  real = await createServer({ ...test.zone, demonstration: false })
})
afterAll(async () => {
  await server.close()
  await real.close()
})
const as = async (who: string | undefined, url: string) =>
  who ? server.inject({ url, headers: { cookie: `${COOKIE}=${who}` } }) : real.inject(url)
const detail = async (who: string | undefined, id: string) =>
  (await as(who, `/api/plan/granules/${encodeURIComponent(id)}`)).json()

it('of a task strangers, administrators and grid workers see how it stands, and no letter, report, application or change', async () => {
  const { rows } = await sql<{ id: string }>`select granule as id from plan.letters
    where granule in (select granule from plan.progress) limit 1`.execute(test.zone.store.db)
  const { id } = rows[0]!
  const whole = await detail('officer-finance', id)
  const BEHIND = ['letters', 'progress', 'history'] as const
  for (const part of BEHIND) expect([part, whole[part].length > 0]).toEqual([part, true])
  for (const who of [undefined, 'grid-worker']) {
    const seen = await detail(who, id)
    expect(seen.granule).toEqual(whole.granule)
    for (const part of [...BEHIND, 'nodes', 'applications'])
      expect([who, part, seen[part]]).toEqual([who, part, []])
    expect(seen.evidence.flatMap(({ files }: { files: object[] }) => files)).toEqual([])
  }
})

it('a task that was not issued yet is there for those who work on the plan alone', async () => {
  const { rows } = await sql<{ id: string; year: string; office: string }>`
    update plan.granules set status = 'drafted' where id in (select min(id) from plan.granules)
    returning id, year, lead_office as office`.execute(test.zone.store.db)
  const { id, year, office } = rows[0]!
  const told = async (who: string | undefined) => {
    const ledger = (await as(who, `/api/plan/ledger?year=${year}`)).json()
    const scores = (await as(who, `/api/plan/offices/scores?year=${year}`)).json()
    const own = (list: readonly { office?: { id: string }; id?: string; granules?: number }[]) =>
      list.find((one) => (one.office?.id ?? one.id) === office)?.granules ?? 0
    return {
      listed: ledger.rows.some((row: { id: string }) => row.id === id),
      counts: [ledger.total, own(ledger.offices), own(scores.rows)],
      status: (await as(who, `/api/plan/granules/${encodeURIComponent(id)}`)).statusCode,
    }
  }
  const staff = await told('officer-finance')
  expect(staff).toMatchObject({ listed: true, status: 200 })
  for (const who of [undefined, 'grid-worker'])
    expect([who, await told(who)]).toEqual([
      who,
      { listed: false, status: 404, counts: staff.counts.map((count: number) => count - 1) },
    ])
})
