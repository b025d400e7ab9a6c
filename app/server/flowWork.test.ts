import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowOver, flowPeople, flowSystem } from '../../test/flow.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'

/** What people do with tasks over HTTP, in the hands of those who may and of those who may not. */
const test = testZone({ systems: [flowSystem()] })
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const { ask, body, code } = flowOver(() => server)
const begin = (title: string) =>
  startCase(test.zone.context(flowPeople.find(({ id }) => id === 'keeper')), {
    process: 'tests.grant',
    title,
  })
const tokenOf = async (id: string): Promise<number> => (await body('leader', `/cases/${id}`)).tasks[0].token

it('a task is handed to a colleague, who is told what to do by when, and asks for more time, which another person gives', async () => {
  const id = await begin('转办')
  const task = `/cases/${id}/tasks/${await tokenOf(id)}`
  await body('officer-a', `${task}/take`, {})
  const colleagues: { id: string; office: string }[] = await body('officer-a', `${task}/colleagues`)
  // Of the office that has it, without who holds it.
  expect(colleagues.map(({ id }) => id)).toContain('officer-b')
  expect(colleagues.filter(({ id, office }) => id === 'officer-a' || office !== 'science')).toEqual([])
  await body('officer-a', `${task}/delegate`, { to: 'officer-b', why: '出差' })
  const { notices } = await body('officer-b', '/notices')
  expect(notices).toMatchObject([
    {
      case: id,
      title: '转办',
      says: {
        zh: expect.stringMatching(/把“.+”转办给您$/),
        en: expect.stringMatching(/ handed “.+” to you$/),
      },
      todo: { zh: '请办理' },
      why: '出差',
      read: false,
    },
  ])
  expect(Date.parse(notices[0].due)).toBeGreaterThan(Date.parse(notices[0].at))
  expect(await body('officer-b', '/notices/unread')).toEqual({ unread: 1 })
  expect(await body('officer-b', '/notices/read', { ids: [notices[0].id] })).toEqual({ read: 1 })
  expect(await body('officer-b', '/notices/unread')).toEqual({ unread: 0 })

  const until = new Date(Date.parse(notices[0].due) + 5 * 86_400_000).toISOString()
  const query = `${task}/preview?kind=extension&until=${encodeURIComponent(until)}`
  expect(await body('officer-b', query)).toEqual({ due: until })
  expect(await code('officer-b', query.replace(/until=.*/, 'until=2024-01-01T00:00:00Z'))).toEqual([
    422,
    'FLOW_REQUEST_TIME',
  ])
  await body('officer-b', `${task}/request`, { kind: 'extension', until, why: '材料多' })
  const asked = (person: string) => body(person, `/cases/${id}/asked`)
  const [request] = (await asked('officer-b')).requests
  expect(request).toMatchObject({ state: 'asked', mayDecide: false, due: notices[0].due })
  const decide = `/cases/${id}/requests/${request.id}/decide`
  expect(await code('officer-b', decide, { approve: true, why: '好' })).toEqual([403, 'FLOW_SECOND_PERSON'])
  expect((await asked('keeper')).requests[0].mayDecide).toBe(true)
  const { requests, next } = await body('keeper', '/requests?limit=1')
  expect(requests).toMatchObject([{ id: request.id, case: id, title: '转办', kind: 'extension', until }])
  expect([next, (await body('keeper', '/inbox/counts')).decide]).toEqual([null, 1])
  expect((await body('officer-b', '/requests')).requests).toEqual([])
  await body('keeper', decide, { approve: true, why: '同意' })
  expect((await body('keeper', '/requests')).requests).toEqual([])
  expect((await body('leader', `/cases/${id}`)).tasks[0].due).toBe(until)
})

it('an opinion is asked of somebody who may then see the case, and comes before the end of the step', async () => {
  const id = await begin('协办')
  const task = `/cases/${id}/tasks/${await tokenOf(id)}`
  await body('officer-a', `${task}/take`, {})
  expect(await code('officer-d', `/cases/${id}`)).toEqual([404, 'FLOW_CASE_NOT_FOUND'])
  await body('officer-a', `${task}/consult`, { people: ['officer-d'], about: '税务意见' })
  const done = { values: { opinion: '同意', amount: 50 } }
  expect(await code('officer-a', `${task}/do`, done)).toEqual([409, 'FLOW_OPINIONS_OPEN'])
  const [asked] = await body('officer-d', '/opinions')
  expect(asked).toMatchObject({ case: id, about: '税务意见' })
  await body('officer-d', `/cases/${id}/opinions/${asked.id}/give`, { says: '无异议' })
  const [mine, theirs] = [
    await body('officer-a', `/cases/${id}/asked`),
    await body('officer-d', `/cases/${id}/asked`),
  ]
  expect([mine.mayWithdraw, mine.mayEnd, theirs.mayWithdraw]).toEqual([false, false, false])
  await body('officer-a', `${task}/do`, done)
  // Whoever did the step may take it back, whoever began the case may end it.
  const may = async (person: string) => {
    const { mayWithdraw, mayEnd } = await body(person, `/cases/${id}/asked`)
    return [mayWithdraw, mayEnd]
  }
  expect([await may('officer-a'), await may('keeper')]).toEqual([
    [true, false],
    [false, true],
  ])
  await body('officer-a', `/cases/${id}/withdraw`, { why: '填错' })
  expect(await may('officer-a')).toEqual([false, false])
})

it('those who have nothing to do with a case find none, and administrators, firms and strangers may not ask', async () => {
  const id = await begin('无关')
  const task = `/cases/${id}/tasks/${await tokenOf(id)}`
  const moves = [
    [`${task}/delegate`, { to: 'officer-b' }],
    [`${task}/reassign`, { office: 'tax', why: '要' }],
    [`${task}/return`, { why: '退' }],
    [`${task}/urge`, {}],
    [`${task}/consult`, { people: ['officer-b'], about: '问' }],
    [`${task}/request`, { kind: 'pause', until: '2099-01-01T00:00:00Z', why: '等' }],
    [`${task}/resume`, {}],
    [`/cases/${id}/opinions/x/give`, { says: '好' }],
    [`/cases/${id}/opinions/x/withdraw`, {}],
    [`/cases/${id}/requests/x/decide`, { approve: true, why: '好' }],
    [`/cases/${id}/withdraw`, { why: '撤' }],
    [`/cases/${id}/end`, { why: '撤' }],
  ] as const
  for (const [url, payload] of moves) {
    expect([url, ...(await code('officer-d', url, payload))]).toEqual([url, 404, 'FLOW_CASE_NOT_FOUND'])
    for (const person of ['firm', 'auditor', ''])
      expect([url, person, (await ask(person, url, payload)).status]).toEqual([url, person, 403])
  }
  for (const url of ['/notices', '/notices/unread', '/opinions'])
    expect([url, (await ask('auditor', url)).status]).toEqual([url, 403])
})

it('a batch takes what can be taken, says why not of the rest, and does nothing that has a form', async () => {
  const ids = [await begin('一'), await begin('二')]
  const tasks = await Promise.all(ids.map(async (id) => ({ case: id, token: await tokenOf(id) })))
  await body('officer-b', `/cases/${ids[1]}/tasks/${tasks[1]?.token}/take`, {})
  const codes = (outcomes: { problem: { code: string } | null }[]) =>
    outcomes.map(({ problem }) => problem?.code)
  expect(codes(await body('officer-a', '/batch', { verb: 'take', tasks }))).toEqual([undefined, 'FLOW_TAKEN'])
  expect(codes(await body('officer-a', '/batch', { verb: 'do', tasks: tasks.slice(0, 1) }))).toEqual([
    'FLOW_FORM',
  ])
  expect(codes(await body('officer-d', '/batch', { verb: 'leave', tasks }))).toEqual([
    'FLOW_CASE_NOT_FOUND',
    'FLOW_CASE_NOT_FOUND',
  ])
  expect(
    codes(await body('officer-a', '/batch', { verb: 'delegate', to: 'officer-b', tasks: tasks.slice(0, 1) })),
  ).toEqual([undefined])
})
