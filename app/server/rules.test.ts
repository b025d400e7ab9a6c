import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** A rule from a draft to its publication, in the hands of those who may and of those who may not. */
const test = testZone()
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const RULE = '/api/rules/economy.research-subsidy'
const ask = async (
  person: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) => {
  const answer = await server.inject({
    method,
    url,
    headers: { cookie: `${COOKIE}=${person}` },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const body = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked)
  expect([asked[1], asked[2], answer.status, answer.body.code]).toEqual([asked[1], asked[2], 200, undefined])
  return answer.body
}

it('the first version is in force, sound, and said to be a sample', async () => {
  const [rule] = await body('', 'GET', '/api/rules')
  expect(rule).toMatchObject({
    id: 'economy.research-subsidy',
    sample: true,
    inForce: 1,
    open: [],
    mayWrite: false,
  })
  const version = await body('', 'GET', `${RULE}/versions/1`)
  expect(version).toMatchObject({
    state: 'published',
    check: { sound: true, problems: [], caseProblems: [], oneByOne: null },
  })
  expect(version.check.cases).toHaveLength(8)
  expect(await body('', 'GET', `${RULE}?asOf=2022-12-31`)).toMatchObject({ inForce: null })
  expect(await body('', 'GET', `${RULE}?knownOn=2020-01-01`)).toMatchObject({ inForce: null })
})

it('one subject is judged with reasons, and learns what is missing', async () => {
  const decided = await body('statistician', 'POST', `${RULE}/decide`, {
    input: { 研发经费: 299, 上年研发经费: 200, 产值: 10000 },
  })
  expect(decided).toMatchObject({ version: 1, answer: { 结论: '不符合', 补助金额: 0 } })
  const table = decided.steps.find(({ table }: { table?: object }) => table).table
  expect(table.nearest).toBe(4)
  expect(table.rules[3].tests[2]).toMatchObject({
    operand: 2.99,
    verdict: false,
    short: { operator: '>=', bound: 3, by: '0.01' },
  })
  expect(decided.whatIf).toMatchObject([{ input: '研发经费', now: 299, next: 300, by: '1' }])
})

it('whoever may not read the subjects is told neither their names nor whether they are there', async () => {
  const { rows } = await body(
    'statistician',
    'GET',
    '/api/records/economy/units?filter[kind]=industrial&limit=1',
  )
  const judge = (person: string, subject: string) => ask(person, 'POST', `${RULE}/decide`, { subject })
  expect((await judge('statistician', rows[0].id)).body.subject.title).toBe(rows[0].name)
  const [there, nowhere] = [
    await judge('officer-finance', rows[0].id),
    await judge('officer-finance', 'nobody'),
  ]
  expect([there.status, there.body.code]).toEqual([404, nowhere.body.code])
  const { model } = await body('', 'GET', `${RULE}/versions/1`)
  const easier = model.replace('&gt;= 3', '&gt;= 2')
  const seen = await body('statistician', 'POST', `${RULE}/effect`, { model: easier })
  expect(seen.wins).toBeGreaterThan(0)
  expect(seen.loses).toBe(0)
  expect(seen.changes[0]).toMatchObject({ direction: 'win', after: { 结论: '可享' } })
  const hidden = await body('officer-finance', 'POST', `${RULE}/effect`, { model: easier })
  expect(hidden).toEqual({ ...seen, changes: [] })
})

it('a draft is saved, checked, measured and published by a second person only', async () => {
  expect((await ask('officer-finance', 'POST', `${RULE}/drafts`, { like: 1, note: '试' })).status).toBe(403)
  expect((await ask('', 'POST', `${RULE}/drafts`, { like: 1, note: '试' })).status).toBe(403)
  const draft = await body('statistician', 'POST', `${RULE}/drafts`, { like: 1, note: '强度门槛降至 2%' })
  expect(draft).toMatchObject({ number: 2, state: 'draft', moves: ['save', 'discard', 'submit'] })
  const at = `${RULE}/versions/2`
  const { model, cases } = await body('statistician', 'GET', at)
  const changed = model.replace('&gt;= 3', '&gt;= 2')

  const red = await body('statistician', 'PATCH', at, { model: changed, seen: draft.seen })
  expect(red.check.sound).toBe(false)
  expect(red.check.cases.filter(({ passed }: { passed: boolean }) => !passed)).toMatchObject([
    {
      name: '强度 2.99%',
      expected: { 结论: '不符合', 补助金额: 0 },
      actual: { 结论: '可享', 补助金额: 9.9 },
    },
  ])
  expect((await ask('statistician', 'POST', `${at}/submit`, {})).body).toMatchObject({ code: 'RULE_UNSOUND' })
  // Two who write at once: the second is refused.
  expect((await ask('statistician', 'PATCH', at, { note: '旧', seen: draft.seen })).body.code).toBe(
    'RECORD_CHANGED',
  )

  const mended = cases.replace(
    '- name: 强度 2.99%\n    input: { 研发经费: 299',
    '- name: 强度 1.99%\n    input: { 研发经费: 199',
  )
  const green = await body('statistician', 'PATCH', at, { cases: mended, from: '2024-11-01', seen: red.seen })
  expect(green.check.sound).toBe(true)
  expect((await ask('statistician', 'PATCH', at, { to: '2024-10-01', seen: green.seen })).body.code).toBe(
    'RULE_DATES',
  )

  const submitted = await body('statistician', 'POST', `${at}/submit`, {})
  expect(submitted).toMatchObject({ state: 'submitted', moves: ['recall'] })
  const effect = (await body('leader', 'GET', at)).effect
  expect(effect).toMatchObject({ against: 1, loses: 0 })
  expect((await ask('statistician', 'POST', `${at}/publish`, {})).status).toBe(403)
  expect((await ask('supervisor', 'POST', `${at}/publish`, {})).status).toBe(403)
  const published = await body('leader', 'POST', `${at}/publish`, {})
  expect(published).toMatchObject({ state: 'published', publishedBy: 'leader', moves: [] })

  expect(await body('', 'GET', RULE)).toMatchObject({ inForce: 2 })
  expect(await body('', 'GET', `${RULE}?asOf=2024-10-31`)).toMatchObject({ inForce: 1 })
  // What is published never changes.
  expect((await ask('statistician', 'PATCH', at, { note: '改', seen: 9 })).body.code).toBe('RULE_STATE')
  expect((await ask('leader', 'POST', `${at}/publish`, {})).body.code).toBe('RULE_STATE')
  const history = await body('statistician', 'GET', '/api/records/rules/versions?filter[number]=2')
  expect(history.rows[0]).toMatchObject({ state: 'published', published_by: 'leader' })
})

it('a draft may be returned with a reason, or given up', async () => {
  const { number } = await body('statistician', 'POST', `${RULE}/drafts`, { like: 1, note: '再试' })
  const at = `${RULE}/versions/${number}`
  await body('statistician', 'POST', `${at}/submit`, {})
  expect((await ask('leader', 'POST', `${at}/return`, {})).status).toBe(422)
  expect(await body('leader', 'POST', `${at}/return`, { why: '口径再议' })).toMatchObject({ state: 'draft' })
  await body('statistician', 'DELETE', at)
  expect((await ask('statistician', 'GET', at)).body.code).toBe('RULE_VERSION_NOT_FOUND')
})

it('what is typed is checked as it is, with its place', async () => {
  const { model } = await body('', 'GET', `${RULE}/versions/1`)
  const wrong = model.replace('&gt;= 3', '&gt;= 三')
  expect(await body('statistician', 'POST', `${RULE}/check`, { model: wrong, cases: '' })).toMatchObject({
    sound: false,
    problems: [{ code: 'FEEL_UNKNOWN_NAME', element: 'rule_4_in3', expression: '>= 三', start: 3, end: 4 }],
  })
  const loop = model.replace('研发经费 - 上年研发经费', 'sum(for 项 in [研发经费] return 项) - 上年研发经费')
  expect(await body('statistician', 'POST', `${RULE}/check`, { model: loop, cases: '' })).toMatchObject({
    sound: true,
    oneByOne: { zh: '逐个判断，不用数据库整批计算：“研发增量”里，表达式 for 没有对应的数据库写法' },
  })
  const nothing = await body('statistician', 'POST', `${RULE}/check`, { model: '<a/>', cases: 'x: 1' })
  expect(nothing).toMatchObject({ sound: false, caseProblems: [{ line: 1 }] })
})
