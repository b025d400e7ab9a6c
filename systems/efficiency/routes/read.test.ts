import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../kernel/access/actor.ts'
import { testZone } from '../../../test/zone.ts'
import efficiency from '../index.ts'

const opened = testZone()
const ROUND = 'efficiency-round-2023-above'
const actor = (role: Role, enterprise?: string): Actor => ({
  id: role,
  name: role,
  role,
  office: '',
  ...(enterprise ? { enterprise } : {}),
})
/** Calls a route as the server does: input checked, and what is answered fits its declaration. */
async function ask(path: string, given: object, who: Actor) {
  const route = efficiency.routes!.find((one) => one.method === 'GET' && one.path === path)!
  expect(route.allow).toContain(who.role)
  const answer = await route.handle(opened.zone.context(who), route.input.parse(given))
  return 'parse' in route.output ? (route.output.parse(answer) as Record<string, unknown>) : {}
}
let own: { id: string; code: string; enterprise: string }
let other: typeof own

beforeAll(async () => {
  const { rows } = await sql<typeof own>`
    select r.id, f.credit_code as code, e.id as enterprise from efficiency.results r
    join efficiency.firms f on f.id = r.firm join enterprises.enterprises e on e.code = f.credit_code
    where r.round = ${ROUND} order by r.rank limit 2`.execute(opened.zone.store.db)
  ;[own, other] = rows as [typeof own, typeof own]
})

describe('an enterprise', () => {
  const tell = (code: string | null) =>
    opened.zone
      .context()
      .transaction(({ db }) =>
        sql`update efficiency.results set told_to = ${code} where id = ${own.id}`.execute(db),
      )
  it('sees nothing of a trial', async () => {
    const who = actor('enterprise', own.code)
    await expect(ask('/results/:id', { id: own.id }, who)).rejects.toMatchObject({ status: 404 })
    await expect(ask('/enterprises/:id', { id: own.enterprise }, who)).rejects.toMatchObject({ status: 404 })
  })
  it('sees its own result once it is told, by both ways, and nobody else’s by either', async () => {
    await tell(own.code)
    const who = actor('enterprise', own.code)
    expect(await ask('/results/:id', { id: own.id }, who)).toMatchObject({
      id: own.id,
      class: 'A',
      policy: null,
    })
    expect(await ask('/enterprises/:id', { id: own.enterprise }, who)).toMatchObject({ id: own.id })
    for (const stranger of [actor('enterprise', other.code), actor('enterprise')]) {
      await expect(ask('/results/:id', { id: own.id }, stranger)).rejects.toMatchObject({ status: 404 })
      await expect(ask('/enterprises/:id', { id: own.enterprise }, stranger)).rejects.toMatchObject({
        status: 404,
      })
    }
    await expect(ask('/enterprises/:id', { id: other.enterprise }, who)).rejects.toMatchObject({
      status: 404,
    })
    await tell(null)
  })
  it('is not asked to the office’s own pages', () => {
    for (const path of ['/board', '/rounds/:id', '/rounds/:id/results'])
      expect(efficiency.routes!.find((one) => one.path === path)!.allow).not.toContain('enterprise')
  })
})

describe('the office', () => {
  const who = actor('statistician')
  it('sees every group of a year, samples marked, with what may be done', async () => {
    const { schemes } = (await ask('/board', {}, who)) as { schemes: Record<string, unknown>[] }
    const newest = schemes.filter(({ year }) => year === '2023')
    expect(newest.map(({ segment, official, firms }) => [segment, official, firms])).toEqual([
      ['above', false, 126],
      ['below', false, 90],
      ['small', false, 60],
      ['tenant', false, 44],
    ])
    expect(newest[0]).toMatchObject({
      round: { state: 'computed', evaluated: 126, open: 0 },
      moves: [{ step: 'evaluate', because: null }, { step: 'notice' }, { step: 'publish' }],
    })
  })
  it('sees the classes of a round add up to its firms, its list by place in pages, and every score explained', async () => {
    const round = (await ask('/rounds/:id', { id: ROUND }, who)) as {
      shares: { class: string; firms: number }[]
    }
    expect(round.shares.reduce((sum, { firms }) => sum + firms, 0)).toBe(126)
    const best = round.shares.find((share) => share.class === 'A')!
    const first = (await ask('/rounds/:id/results', { id: ROUND }, who)) as {
      total: number
      rows: { rank: number }[]
    }
    expect([first.total, first.rows.length, first.rows[0]!.rank]).toEqual([126, 50, 1])
    const last = await ask('/rounds/:id/results', { id: ROUND, offset: '100' }, who)
    expect(last.rows).toHaveLength(26)
    expect((await ask('/rounds/:id/results', { id: ROUND, only: 'A' }, who)).total).toBe(best.firms)
    const one = await ask('/results/:id', { id: other.id }, who)
    expect(one).toMatchObject({ rank: 2, scheme: { id: 'efficiency-scheme-2023-above' }, next: null })
    expect(one.points).toHaveLength(6)
  })
})
