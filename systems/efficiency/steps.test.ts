import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import type { Context } from '../../kernel/system.ts'
import { testZone } from '../../test/zone.ts'
import efficiency from './index.ts'
import { results, schemes } from './tables.ts'

const opened = testZone()
const SAMPLE = 'efficiency-scheme-2023-above'
const OFFICIAL = 'official-2023-above'
const actor = (id: string, role: Role, more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  role,
  office: 'statistics',
  ...more,
})
const STATISTICIAN = actor('s1', 'statistician')
const SECOND = actor('s2', 'statistician')
const contextOn = (who: Actor, today = '2024-11-15'): Context =>
  opened.zone.context(who).with({ moment: () => `${today}T01:00:00.000Z` })

/** Calls a route as the server does, who may being the server's affair. */
async function call(path: string, given: object, who = STATISTICIAN, today?: string) {
  const route = efficiency.routes!.find((one) => one.path === path)!
  expect(route.allow).toContain(who.role)
  return (await route.handle(contextOn(who, today), route.input.parse(given))) as {
    id: string
    state: string
  }
}
const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(opened.zone.store.db)).rows
const resultsOf = (round: string) =>
  rows(sql<{
    firm: string
    score: string
    class: string
    rank: number | null
    points: { points: string }[]
    exemption: string | null
  }>`select r.*, f.exemption from efficiency.results r join efficiency.firms f on f.id = r.firm
    where r.round = ${round} order by r.firm`)

beforeAll(async () => {
  await contextOn(STATISTICIAN).transaction(async ({ db }) => {
    await sql`insert into efficiency.schemes select (jsonb_populate_record(s, jsonb_build_object('id', ${OFFICIAL}::text,
      'standing', 'official', 'synthetic', false, 'from', '2023-02-01'))).* from efficiency.schemes s
      where id = ${SAMPLE}`.execute(db)
    await sql`insert into efficiency.measures select (jsonb_populate_record(m, jsonb_build_object('id', ${OFFICIAL} || m.id,
      'scheme', ${OFFICIAL}::text))).* from efficiency.measures m where scheme = ${SAMPLE}`.execute(db)
  })
})

describe('a sample scheme', () => {
  it('may be tried: every firm of the group has a score that its points add up to, and a class', async () => {
    const { id, state } = await call('/evaluate', { scheme: SAMPLE })
    expect(state).toBe('computed')
    const found = await resultsOf(id)
    expect(found).toHaveLength(126)
    for (const one of found) {
      const sum = one.points.reduce((total, { points }) => total + Math.round(Number(points) * 1e4), 0)
      expect(Math.round(Number(one.score) * 1e4)).toBe(sum)
      expect(one.class === 'N').toBe(one.exemption !== null)
      expect(one.rank === null).toBe(one.exemption !== null)
    }
    const ranked = found.filter(({ rank }) => rank !== null).length
    const best = found.filter(({ rank }) => rank !== null && rank <= Math.round(ranked * 0.2))
    expect(best.length).toBeGreaterThan(15)
  })

  it('is never put on notice or published, nor made official by calling it so', async () => {
    const { id } = await call('/evaluate', { scheme: SAMPLE })
    const days = { id, from: '2024-11-15', to: '2024-11-21' }
    await expect(call('/rounds/:id/notice', days)).rejects.toMatchObject({
      code: 'EFFICIENCY_SAMPLE',
      status: 409,
    })
    await expect(call('/rounds/:id/publish', { id }, SECOND)).rejects.toMatchObject({
      code: 'EFFICIENCY_SAMPLE',
    })
    expect(permitFor(schemes, STATISTICIAN, 'change')?.record.columns).not.toHaveProperty('standing')
    await contextOn(STATISTICIAN).transaction(({ db }) =>
      sql`update efficiency.schemes set standing = 'official' where id = ${SAMPLE}`.execute(db),
    )
    await expect(call('/rounds/:id/notice', days)).rejects.toMatchObject({ code: 'EFFICIENCY_SAMPLE' })
  })
})

describe('an official scheme', () => {
  const evaluated = () => call('/evaluate', { scheme: OFFICIAL })
  const onNotice = async () => {
    const { id } = await evaluated()
    await call('/rounds/:id/notice', { id, from: '2024-11-15', to: '2024-11-21' })
    const [first] = await resultsOf(id)
    return { id, firm: first!.firm }
  }
  const enterpriseOf = async (firm: string) => {
    const [row] = await rows(
      sql<{ credit_code: string }>`select credit_code from efficiency.firms where id = ${firm}`,
    )
    return actor('firm', 'enterprise', { office: '', enterprise: row!.credit_code })
  }
  const seen = async (who: Actor) =>
    (
      await rows(
        sql<{
          firm: string
        }>`select firm from efficiency.results where ${permitFor(results, who, 'read')!.where!}`,
      )
    ).map(({ firm }) => firm)

  it('tells a firm its own result from the notice on, and no other', async () => {
    const { id } = await evaluated()
    const [first] = await resultsOf(id)
    const firm = await enterpriseOf(first!.firm)
    expect(await seen(firm)).toEqual([])
    await call('/rounds/:id/notice', { id, from: '2024-11-15', to: '2024-11-21' })
    expect(await seen(firm)).toEqual([first!.firm])
  })

  it.each([
    ['2024-11-14', '2024-11-21'],
    ['2024-11-20', '2024-11-19'],
  ])('has no notice from %s to %s', async (from, to) => {
    const { id } = await evaluated()
    await expect(call('/rounds/:id/notice', { id, from, to })).rejects.toMatchObject({
      code: 'EFFICIENCY_NOTICE',
    })
  })

  it('is objected to within the notice, by the firm itself', async () => {
    const { id, firm } = await onNotice()
    const own = await enterpriseOf(firm)
    const objection = { id, firm, reason: '用地面积应扣除租出部分' }
    await expect(call('/rounds/:id/objections', objection, own, '2024-11-22')).rejects.toMatchObject({
      code: 'EFFICIENCY_NOTICE',
    })
    const other = { ...own, enterprise: '91330201MA2AGXDX0A' }
    await expect(call('/rounds/:id/objections', objection, other)).rejects.toMatchObject({ status: 404 })
    const filed = await call('/rounds/:id/objections', objection, own, '2024-11-21')
    expect(filed.state).toBe('filed')

    await expect(call('/rounds/:id/publish', { id }, SECOND, '2024-11-22')).rejects.toMatchObject({
      code: 'EFFICIENCY_OPEN',
    })
    const answered = { id: filed.id, state: 'rejected', answer: '租出部分已扣除' }
    expect((await call('/objections/:id/answer', answered)).state).toBe('rejected')
    await expect(call('/objections/:id/answer', answered)).rejects.toMatchObject({ code: 'EFFICIENCY_STEP' })
  })

  it('is not published before its notice has ended, nor by who computed it, nor when data moved after the notice', async () => {
    const { id, firm } = await onNotice()
    await expect(call('/rounds/:id/publish', { id }, SECOND, '2024-11-21')).rejects.toMatchObject({
      code: 'EFFICIENCY_NOTICE',
    })
    await expect(call('/rounds/:id/publish', { id }, STATISTICIAN, '2024-11-22')).rejects.toMatchObject({
      code: 'EFFICIENCY_SECOND',
      status: 403,
    })
    const landTimes = (factor: string) =>
      contextOn(STATISTICIAN).transaction(({ db }) =>
        sql`update efficiency.firms set land = land * ${factor}::numeric where id = ${firm}`.execute(db),
      )
    await landTimes('2')
    await expect(call('/rounds/:id/publish', { id }, SECOND, '2024-11-22')).rejects.toMatchObject({
      code: 'EFFICIENCY_STALE',
    })
    await landTimes('0.5')
  })

  it('evaluated anew is no longer on notice; published by a second person it stays as it is', async () => {
    const { id } = await onNotice()
    expect((await evaluated()).state).toBe('computed')
    await expect(call('/rounds/:id/publish', { id }, SECOND, '2024-11-22')).rejects.toMatchObject({
      code: 'EFFICIENCY_STEP',
    })
    await call('/rounds/:id/notice', { id, from: '2024-11-15', to: '2024-11-21' })
    expect((await call('/rounds/:id/publish', { id }, SECOND, '2024-11-22')).state).toBe('published')
    await expect(evaluated()).rejects.toMatchObject({ code: 'EFFICIENCY_STEP' })
    const [round] = await rows(sql<object>`select published_by, published_on::text as published_on
      from efficiency.rounds where id = ${id}`)
    expect(round).toEqual({ published_by: 's2', published_on: '2024-11-22' })
  })
})
