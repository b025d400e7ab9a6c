import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepMatched } from '../../systems/policy/matching/index.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** A granule from a clause to its publication, in the hands of those who may and of those who may not. */
const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const call = (person: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
  server.inject({
    method,
    url: `/api/policy${path}`,
    headers: { cookie: `${COOKIE}=${person}` },
    ...(payload ? { payload } : {}),
  })
const ask = async (...asked: Parameters<typeof call>) => {
  const answer = await call(...asked)
  return { status: answer.statusCode, body: answer.json() }
}
const body = async (...asked: Parameters<typeof call>) => {
  const answer = await ask(...asked)
  expect([asked[2], answer.status]).toEqual([asked[2], 200])
  return answer.body
}
const RESEARCH = 'policy-granule-gx-kc-18-1'

it('the library says whom each granule reaches and what it costs', async () => {
  const { granules, documents, runs } = await body('leader', 'GET', '/library')
  expect(granules.length).toBeGreaterThanOrEqual(20)
  const one = granules.find(({ id }: { id: string }) => id === RESEARCH)
  const { rows } = await sql<{ match: number; sum: string }>`select count(*)::integer as match,
    sum(amount)::text as sum from policy.matches where granule = ${RESEARCH} and verdict = 'match'`.execute(
    test.zone.store.db,
  )
  expect([one.coverage.match, one.coverage.amountYuan]).toEqual([rows[0]?.match, rows[0]?.sum])
  expect(one.coverage.unknown).toBeGreaterThan(0)
  expect(documents.map(({ standing }: { standing: string }) => standing)).toContain('toCheck')
  expect(runs[0]).toMatchObject({ kind: 'full', state: 'done' })
  const found = await body('leader', 'GET', '/library?search=研发投入增量')
  expect(found.granules.map(({ id }: { id: string }) => id)).toEqual([RESEARCH])
})

it('a granule lists whom it misses by how much, the nearest first, also as a file', async () => {
  const { total, rows } = await body('leader', 'GET', `/granules/${RESEARCH}/enterprises?verdict=near`)
  expect(total).toBeGreaterThan(0)
  expect(rows[0]).toMatchObject({ says: expect.any(String) })
  const file = await call('leader', 'GET', `/granules/${RESEARCH}/enterprises.csv?verdict=near`)
  expect(file.body.trim().split('\n')).toHaveLength(total + 1)
  expect(file.body).toContain(rows[0].name)
})

it('an enterprise sees its own policies and nobody else’s', async () => {
  const { rows } = await sql<{ id: string }>`select m.enterprise as id from policy.matches m
    where m.verdict = 'match' limit 1`.execute(test.zone.store.db)
  const id = rows[0]?.id as string
  const seen = await body('leader', 'GET', `/enterprises/${id}`)
  expect(seen.granules.some(({ verdict }: { verdict: string }) => verdict === 'match')).toBe(true)
  expect(seen.granules.some(({ verdict }: { verdict: string }) => verdict === 'claim')).toBe(true)
  const person = (
    await test.zone.systems.find(({ id: of }) => of === 'enterprises')?.demoPeople?.(test.zone.context())
  )?.[0]
  const mine = await sql<{ id: string }>`select id from enterprises.enterprises
    where code = ${person?.enterprise}`.execute(test.zone.store.db)
  const asFirm = (path: string) => ask(person?.id as string, 'GET', path)
  expect((await asFirm(`/enterprises/${mine.rows[0]?.id}`)).status).toBe(200)
  const { rows: others } = await sql<{ id: string }>`select id from enterprises.enterprises
    where code <> ${person?.enterprise} and kind = 'enterprise' and cancelled_on is null limit 1`.execute(
    test.zone.store.db,
  )
  expect((await asFirm(`/enterprises/${others[0]?.id}`)).status).toBe(404)
  expect((await asFirm('/library')).status).toBe(403)
  expect((await asFirm(`/granules/${RESEARCH}`)).status).toBe(403)
  expect((await asFirm(`/granules/${RESEARCH}/enterprises?verdict=match`)).status).toBe(403)
  expect((await ask('grid-worker', 'GET', `/enterprises/${id}`)).status).toBe(403)
})

it('a correction is drafted by its office, checked, published by a second person, and then counts', async () => {
  expect((await ask('officer-economy', 'POST', `/granules/${RESEARCH}/versions`)).status).toBe(403)
  const { id } = await body('officer-science', 'POST', `/granules/${RESEARCH}/versions`)
  const draft = await body('officer-science', 'GET', `/granules/${id}`)
  expect(draft).toMatchObject({ state: 'draft', version: 2, moves: ['save', 'discard', 'submit'] })
  const save = (criteria: object[], seen: number) =>
    ask('officer-science', 'PATCH', `/granules/${id}`, { words: { from: '2024-11-01' }, criteria, seen })
  const wrong = [...draft.criteria.slice(0, 3), { ...draft.criteria[3], operand: '研发费用 / 天气' }]
  expect((await save(wrong, draft.seen)).status).toBe(200)
  const refused = await ask('officer-science', 'POST', `/granules/${id}/submit`)
  expect([refused.status, refused.body.code, refused.body.place]).toEqual([
    409,
    'GRANULE_UNSOUND',
    'operand 4',
  ])
  expect((await save(wrong, draft.seen)).body.code).toBe('RECORD_CHANGED')
  const { seen } = await body('officer-science', 'GET', `/granules/${id}`)
  const lower = [...draft.criteria.slice(0, 3), { ...draft.criteria[3], says: '占比 1% 以上', test: '>= 1' }]
  expect((await save(lower, seen)).status).toBe(200)
  await body('officer-science', 'POST', `/granules/${id}/submit`)
  expect((await ask('officer-science', 'POST', `/granules/${id}/publish`)).status).toBe(403)
  await body('leader', 'POST', `/granules/${id}/publish`)
  expect(await body('leader', 'GET', `/granules/${RESEARCH}`)).toMatchObject({
    state: 'published',
    to: '2024-11-01',
  })
  await keepMatched(test.zone.context())
  const { granules } = await body('leader', 'GET', '/library')
  const after = granules.find((each: { id: string }) => each.id === id)
  const before = granules.find((each: { id: string }) => each.id === RESEARCH)
  expect(after.coverage.match).toBeGreaterThan(0)
  expect(before.coverage.match).toBe(0)
})

it('a clause is entered by the office that keeps its paper', async () => {
  const { document } = (await body('leader', 'GET', `/granules/${RESEARCH}`)) as { document: { id: string } }
  const enter = (person: string) =>
    server.inject({
      method: 'POST',
      url: '/api/records/policy/clauses',
      headers: { cookie: `${COOKIE}=${person}` },
      payload: { values: { document: document.id, position: 9, number: '第9条', text: '另行规定' } },
    })
  expect((await enter('officer-economy')).statusCode).toBe(403)
  expect((await enter('leader')).statusCode).toBe(403)
  expect((await enter('officer-science')).statusCode).toBe(200)
})

it('a formula is checked as one types', async () => {
  const wording = { given: [], unit: 'wan', cap_item: null, rounding: 'yuan', criteria: [] }
  expect(await body('leader', 'POST', '/check', { ...wording, amount: '研发费用 * 0.1' })).toMatchObject({
    sound: true,
    asks: ['研发费用'],
  })
  expect(await body('leader', 'POST', '/check', { ...wording, amount: '研发费用 *' })).toMatchObject({
    sound: false,
    problems: [{ part: 'amount' }],
  })
})
