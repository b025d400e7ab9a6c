import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/access/actor.ts'
import { permitFor } from '../../kernel/access/grants.ts'
import { factsOf } from '../../kernel/rules/index.ts'
import { historyOf } from '../../kernel/store/index.ts'
import { populationOf } from '../../kernel/subjects/index.ts'
import type { Context } from '../../kernel/system.ts'
import { testZone } from '../../test/zone.ts'
import { SAMPLE_ID } from './demo/schemes.ts'
import points from './index.ts'
import { schemes, scores } from './tables.ts'

const opened = testZone()
const OFFICIAL = 'official-scheme'
const NOTICE = { from: '2024-11-15', to: '2024-11-19' }
const AFTER = '2024-11-20'
const actor = (id: string, role: Role, more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  role,
  office: 'science',
  ...more,
})
const OFFICER = actor('o1', 'officer')
const SECOND = actor('o2', 'officer')
const contextOn = (who: Actor, today = '2024-11-15'): Context =>
  opened.zone.context(who).with({ moment: () => `${today}T01:00:00.000Z` })

/** Calls a route as the server does, who may being the server's affair. */
async function call<T = { id: string; state: string }>(
  path: string,
  given: object,
  who = OFFICER,
  today?: string,
) {
  const route = points.routes!.find(
    (one) => one.path === path && (one.method === 'POST' || !path.includes('rounds')),
  )!
  expect(route.allow === 'anyone' || route.allow.includes(who.role)).toBe(true)
  return (await route.handle(contextOn(who, today), route.input.parse(given))) as T
}
const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(opened.zone.store.db)).rows
const write = (work: (context: Context) => Promise<unknown>) => contextOn(OFFICER).transaction(work, 'test')

let month = 0
/** A month of its own for every test. */
const openMonth = (scheme = OFFICIAL) =>
  call('/rounds', {
    scheme,
    month: `${2025 + Math.floor(month / 12)}-${String((month++ % 12) + 1).padStart(2, '0')}`,
    asOf: '2024-10-31',
  })
async function scored(scheme = OFFICIAL) {
  const { id } = await openMonth(scheme)
  await call('/rounds/:id/confirm', { id })
  await call('/rounds/:id/score', { id })
  return id
}
async function onNotice() {
  const id = await scored()
  await call('/rounds/:id/notice', { id, ...NOTICE })
  const [one] = await rows(
    sql<{ id: string; enterprise: string; told_to: string; total: string }>`
      select id, enterprise, told_to, total::text as total from points.scores where round = ${id} order by id limit 1`,
  )
  return { id, score: one!, own: actor('firm', 'enterprise', { office: '', enterprise: one!.told_to }) }
}

beforeAll(async () => {
  await write(async ({ db }) => {
    await sql`insert into points.schemes select (jsonb_populate_record(s, jsonb_build_object('id', ${OFFICIAL}::text,
      'name', 'official', 'standing', 'official', 'synthetic', false))).* from points.schemes s
      where id = ${SAMPLE_ID}`.execute(db)
    await sql`insert into points.indicators select (jsonb_populate_record(i, jsonb_build_object('id', ${OFFICIAL} || i.id,
      'scheme', ${OFFICIAL}::text))).* from points.indicators i where scheme = ${SAMPLE_ID}`.execute(db)
  })
})

describe('a sample scheme', () => {
  it('may be tried and put on trial notice, and is never published, nor made official by calling it so', async () => {
    const id = await scored(SAMPLE_ID)
    await call('/rounds/:id/notice', { id, ...NOTICE })
    const refused = { code: 'POINTS_SAMPLE', status: 409 }
    await expect(call('/rounds/:id/publish', { id }, SECOND, AFTER)).rejects.toMatchObject(refused)
    expect(permitFor(schemes, OFFICER, 'change')?.record.columns).not.toHaveProperty('standing')
    await write(({ db }) =>
      sql`update points.schemes set standing = 'official' where id = ${SAMPLE_ID}`.execute(db),
    )
    await expect(call('/rounds/:id/publish', { id }, SECOND, AFTER)).rejects.toMatchObject(refused)
    await write(({ db }) =>
      sql`update points.schemes set standing = 'sample' where id = ${SAMPLE_ID}`.execute(db),
    )
  })
})

describe('a round', () => {
  it('is run by the office that keeps the scheme, step by step', async () => {
    const { id } = await openMonth()
    const other = actor('x', 'officer', { office: 'finance' })
    await expect(call('/rounds/:id/confirm', { id }, other)).rejects.toMatchObject({
      code: 'POINTS_KEEPER',
      status: 403,
    })
    await expect(call('/rounds/:id/score', { id })).rejects.toMatchObject({ code: 'POINTS_STEP' })
    expect((await call('/rounds/:id/confirm', { id })).state).toBe('confirmed')
    expect((await call('/rounds/:id/score', { id })).state).toBe('scored')
    expect(
      (await rows(sql<{ n: number }>`select scored as n from points.rounds where id = ${id}`))[0]?.n,
    ).toBe(600)
  })

  it('whose weights do not add up to 100 is not scored', async () => {
    const { id } = await openMonth()
    await call('/rounds/:id/confirm', { id })
    const add = (more: number) =>
      write(({ db }) =>
        sql`update points.indicators set weight_growth = weight_growth + ${more} where id = ${`${OFFICIAL}${SAMPLE_ID}-1`}`.execute(
          db,
        ),
      )
    await add(1)
    await expect(call('/rounds/:id/score', { id })).rejects.toMatchObject({
      code: 'POINTS_WEIGHTS',
      value: '101',
    })
    await add(-1)
  })

  it.each([
    ['天气', 'POINTS_EXPRESSION'],
    ['规上', 'POINTS_EXPRESSION'],
    ['5', 'POINTS_EXPRESSION'],
  ])('with the formula %s is refused by name of the indicator', async (expression, code) => {
    const { id } = await openMonth()
    await call('/rounds/:id/confirm', { id })
    const put = (given: string) =>
      write(({ db }) =>
        sql`update points.indicators set expression = ${given} where id = ${`${OFFICIAL}${SAMPLE_ID}-1`}`.execute(
          db,
        ),
      )
    await put(expression)
    await expect(call('/rounds/:id/score', { id })).rejects.toMatchObject({ code, status: 422 })
    await put('研发费用')
  })

  it('tells an enterprise its own score from the notice on, and no other', async () => {
    const id = await scored()
    const seen = async (who: Actor) =>
      (
        await rows(
          sql<{
            id: string
          }>`select id from points.scores where round = ${id} and ${permitFor(scores, who, 'read')!.where!}`,
        )
      ).map((row) => row.id)
    const [one] = await rows(sql<{ id: string; code: string }>`
      select s.id, e.code from points.scores s join enterprises.enterprises e on e.id = s.enterprise
      where s.round = ${id} order by s.id limit 1`)
    const own = actor('firm', 'enterprise', { office: '', enterprise: one!.code })
    expect(await seen(own)).toEqual([])
    await call('/rounds/:id/notice', { id, ...NOTICE })
    expect(await seen(own)).toEqual([one!.id])
    const [other] = await rows(sql<{ enterprise: string }>`
      select enterprise from points.scores where round = ${id} and id <> ${one!.id} limit 1`)
    await expect(call('/enterprises/:id', { id: other!.enterprise }, own)).rejects.toMatchObject({
      status: 404,
    })
  })

  it.each([
    ['2024-11-14', '2024-11-20'],
    ['2024-11-15', '2024-11-18'],
    ['2024-11-20', '2024-11-19'],
  ])('has no notice from %s to %s', async (from, to) => {
    const id = await scored()
    await expect(call('/rounds/:id/notice', { id, from, to })).rejects.toMatchObject({
      code: 'POINTS_NOTICE',
    })
  })
})

describe('an objection', () => {
  it('is filed within the notice by the enterprise itself, and answered before anything is published', async () => {
    const { id, score, own } = await onNotice()
    const given = {
      id: score.id,
      about: 'value',
      indicator: `${OFFICIAL}${SAMPLE_ID}-1`,
      reason: '研发费用应为加计扣除口径',
    }
    await expect(call('/scores/:id/objections', given, own, AFTER)).rejects.toMatchObject({
      code: 'POINTS_NOTICE',
    })
    const other = { ...own, enterprise: '91330201MA2AGXDX0A' }
    await expect(call('/scores/:id/objections', given, other)).rejects.toMatchObject({ status: 404 })
    const filed = await call('/scores/:id/objections', given, own, '2024-11-19')
    await expect(call('/rounds/:id/publish', { id }, SECOND, AFTER)).rejects.toMatchObject({
      code: 'POINTS_OPEN',
    })
    const answered = { id: filed.id, state: 'rejected', answer: '已按加计扣除口径' }
    expect((await call('/objections/:id/answer', answered)).state).toBe('rejected')
    await expect(call('/objections/:id/answer', answered)).rejects.toMatchObject({ code: 'POINTS_STEP' })
    expect((await call('/rounds/:id/publish', { id }, SECOND, AFTER)).state).toBe('published')
  })

  it('that is upheld asks for scores made anew, and both results stay in the history', async () => {
    const { id, score, own } = await onNotice()
    const filed = await call(
      '/scores/:id/objections',
      { id: score.id, about: 'value', reason: '研发费用漏报' },
      own,
    )
    await call('/objections/:id/answer', { id: filed.id, state: 'upheld', answer: '属实，已更正' })
    await expect(call('/rounds/:id/publish', { id }, SECOND, AFTER)).rejects.toMatchObject({
      code: 'POINTS_STALE',
    })
    await write(({ db }) =>
      sql`update enterprises.facts set value = value * 2
      where enterprise = ${score.enterprise} and item = 'research' and year = '2023'`.execute(db),
    )
    for (const step of ['reopen', 'confirm', 'score']) await call(`/rounds/:id/${step}`, { id })
    await call('/rounds/:id/notice', { id, ...NOTICE })
    const totals = (await historyOf(opened.zone.store.db, scores, score.id)).map(({ after }) =>
      String(after?.total),
    )
    expect(new Set(totals.map(Number)).size).toBe(2)
    expect(totals.map(Number)).toContain(Number(score.total))
    expect((await call('/rounds/:id/publish', { id }, SECOND, AFTER)).state).toBe('published')
  })
})

describe('publication', () => {
  it('waits for the end of the notice, a second person, and a scheme that did not move', async () => {
    const { id } = await onNotice()
    await expect(call('/rounds/:id/publish', { id }, SECOND, NOTICE.to)).rejects.toMatchObject({
      code: 'POINTS_NOTICE',
    })
    await expect(call('/rounds/:id/publish', { id }, OFFICER, AFTER)).rejects.toMatchObject({
      code: 'POINTS_SECOND',
      status: 403,
    })
    const share = (lead: string) =>
      write(({ db }) =>
        sql`update points.schemes set share_lead = ${lead}::numeric where id = ${OFFICIAL}`.execute(db),
      )
    await share('20')
    await expect(call('/rounds/:id/publish', { id }, SECOND, AFTER)).rejects.toMatchObject({
      code: 'POINTS_STALE',
    })
    await share('5')
    expect((await call('/rounds/:id/publish', { id }, SECOND, AFTER)).state).toBe('published')
    await expect(call('/rounds/:id/score', { id })).rejects.toMatchObject({ code: 'POINTS_STEP' })
  })

  it('tells everybody names, ranks and lists of official schemes, and neither points nor values', async () => {
    const { id } = await onNotice()
    const visitor = actor('v', 'visitor', { office: '' })
    await expect(call('/lists/:id', { id }, visitor)).rejects.toMatchObject({ status: 404 })
    await call('/rounds/:id/publish', { id }, SECOND, AFTER)
    const told = await call<{ rows: readonly object[] }>('/lists/:id', { id }, visitor)
    expect(told.rows.length).toBeGreaterThan(100)
    expect(Object.keys(told.rows[0]!)).toEqual(['stage', 'list', 'rank', 'name'])
    const file = await call<{ body: string }>('/lists/:id/csv', { id }, visitor)
    expect(file.body.trim().split('\n')).toHaveLength(told.rows.length + 1)
  })

  it('is what rules of other systems ask by', async () => {
    const { id, score } = await onNotice()
    const ask = async () => {
      const { subjects } = populationOf(
        opened.zone.systems,
        'enterprises.enterprises',
        ['创新积分', '创新积分榜单'],
        [score.enterprise],
      )
      return (await rows(sql<{ 创新积分: string }>`select * from (${subjects(factsOf('2029-12-31'))}) q`))[0]
        ?.创新积分
    }
    await call('/rounds/:id/publish', { id }, SECOND, AFTER)
    expect(await ask()).toBe(score.total)
  })
})

describe('a raw value', () => {
  it('leads to the rows that it comes from, as far as one may read them', async () => {
    const { score, own } = await onNotice()
    interface Found {
      sources: readonly {
        trait: string
        record: string
        row: string | null
        value: string | null
        year: string | null
      }[]
    }
    const given = { id: score.id, indicator: `${OFFICIAL}${SAMPLE_ID}-2` }
    const { sources } = await call<Found>('/scores/:id/sources', given, own)
    expect(sources.map(({ trait, record, year }) => [trait, record, year]).sort()).toEqual([
      ['上年研发费用', 'enterprises.facts', '2022'],
      ['研发费用', 'enterprises.facts', '2023'],
    ])
    for (const { row, value } of sources) {
      const [fact] = await rows(
        sql<{
          value: string
          enterprise: string
        }>`select value::text as value, enterprise from enterprises.facts where id = ${row}`,
      )
      expect(fact).toEqual({ value, enterprise: score.enterprise })
    }
  })
})
