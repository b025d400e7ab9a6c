import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowSystem } from '../../test/flow.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
import { createServer } from './server.ts'

/** A process from a draft to its next version, in the hands of those who may and of those who may not. */
const test = testZone({ systems: [flowSystem()] })
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const AT = '/api/flow/processes/tests.grant'
const ask = async (
  person: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) => {
  const headers = { cookie: `${COOKIE}=${person}` }
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const body = async (...asked: Parameters<typeof ask>) => {
  const answer = await ask(...asked)
  expect([asked.slice(0, 3), answer.status, answer.body.code]).toEqual([asked.slice(0, 3), 200, undefined])
  return answer.body
}
const code = async (...asked: Parameters<typeof ask>) => {
  const { status, body } = await ask(...asked)
  return [status, body.code]
}

it('a draft is checked by element, and published by a second person only; a case keeps its version', async () => {
  const before = await startCase(test.zone.context(), { process: 'tests.grant', title: '旧' })
  expect(await body('officer-a', 'GET', AT)).toMatchObject({ inUse: 1, mayDraw: false, services: [] })
  expect(await code('officer-a', 'POST', `${AT}/drafts`, { like: 1, note: '试' })).toEqual([
    403,
    'FLOW_DIAGRAM_FORBIDDEN',
  ])
  expect((await ask('firm', 'GET', AT)).status).toBe(403)
  const draft = await body('keeper', 'POST', `${AT}/drafts`, { like: 1, note: '拨付加表单' })
  expect(draft).toMatchObject({
    number: 2,
    state: 'draft',
    problems: [],
    moves: ['save', 'discard', 'submit'],
  })

  const at = `${AT}/versions/2`
  const wrong = await body('keeper', 'PATCH', at, {
    diagram: draft.diagram.replace('gaoxin:office="finance"', 'gaoxin:office="finance" gaoxin:form="pay"'),
    seen: draft.seen,
  })
  expect(wrong.problems).toMatchObject([
    { code: 'FORM', place: 'pay', says: { zh: '“拨付”用的表单“pay”还没有' } },
  ])
  expect(await code('keeper', 'POST', `${at}/submit`, {})).toEqual([422, 'FLOW_DIAGRAM_UNSOUND'])
  expect(await code('keeper', 'PATCH', at, { note: '晚了', seen: draft.seen })).toEqual([
    409,
    'RECORD_CHANGED',
  ])
  const forms = { ...draft.forms, pay: { components: [{ type: 'number', key: 'paid', label: '实拨' }] } }
  expect(await body('keeper', 'PATCH', at, { forms, seen: wrong.seen })).toMatchObject({ problems: [] })

  await body('keeper', 'POST', `${at}/submit`, {})
  expect(await code('keeper', 'POST', `${at}/publish`, {})).toEqual([403, 'FLOW_DIAGRAM_FORBIDDEN'])
  expect(await code('officer-a', 'POST', `${at}/publish`, {})).toEqual([403, 'FLOW_DIAGRAM_FORBIDDEN'])
  expect(await body('leader', 'POST', `${at}/publish`, {})).toMatchObject({ state: 'published', moves: [] })
  expect(await body('leader', 'GET', AT)).toMatchObject({ inUse: 2 })

  const after = await startCase(test.zone.context(), { process: 'tests.grant', title: '新' })
  const version = async (id: string) => (await body('leader', 'GET', `/api/flow/cases/${id}`)).version
  expect(await Promise.all([before, after].map(version))).toEqual([1, 2])
})

it('what is published never changes', async () => {
  const at = `${AT}/versions/1`
  const { diagram } = await body('keeper', 'GET', at)
  expect(await code('keeper', 'PATCH', at, { diagram, seen: 0 })).toEqual([409, 'FLOW_DIAGRAM_STATE'])
  expect(await code('keeper', 'DELETE', at)).toEqual([409, 'FLOW_DIAGRAM_STATE'])
  expect(await code('leader', 'POST', `${at}/return`, { why: '改' })).toEqual([409, 'FLOW_DIAGRAM_STATE'])
  const found = await body('leader', 'POST', `${AT}/check`, { diagram: '<x/>', forms: {} })
  expect(found[0]).toMatchObject({ code: 'XML' })
})

it('running cases are tried beside another version and moved, by the office that keeps the process or a leader', async () => {
  const id = await startCase(test.zone.context(), { process: 'tests.grant', title: '在办' })
  const draft = await body('keeper', 'POST', `${AT}/drafts`, { like: 1, note: '审核改名' })
  const at = `${AT}/versions/${draft.number}`
  const drawn = draft.diagram.replaceAll('"check"', '"look"').replace('form="look"', 'form="check"')
  const late = drawn.replace('gaoxin:due="3WD"', 'gaoxin:due="3天"')
  const { seen, problems } = await body('keeper', 'PATCH', at, { diagram: late, seen: draft.seen })
  expect(problems).toMatchObject([{ code: 'LIMIT', place: 'look' }])
  await body('keeper', 'PATCH', at, {
    diagram: drawn,
    forms: { check: draft.forms.check },
    seen,
  })
  await body('keeper', 'POST', `${at}/submit`, {})
  await body('leader', 'POST', `${at}/publish`, {})

  const version = async () => (await body('leader', 'GET', `/api/flow/cases/${id}`)).version
  const from = await version()
  const elements = await body('keeper', 'GET', `${AT}/versions/${from}/elements`)
  expect(elements.filter(({ cases }: { cases: number }) => cases > 0)).toMatchObject([{ name: '审核' }])
  const move = { from, to: draft.number, mapping: {} as Record<string, string> }
  expect(await code('officer-a', 'POST', `${AT}/try`, move)).toEqual([403, 'FLOW_MOVE_FORBIDDEN'])
  const tried = await body('keeper', 'POST', `${AT}/try`, move)
  expect(tried.unfit.map((each: { unfit: object[] }) => each.unfit)).toContainEqual([
    { code: 'GONE', place: 'check', what: '审核' },
  ])
  expect(await code('keeper', 'POST', `${AT}/move`, { ...move, why: '改' })).toEqual([409, 'FLOW_UNFIT'])
  move.mapping.check = 'look'
  expect(await body('keeper', 'POST', `${AT}/try`, move)).toMatchObject({ unfit: [] })
  const { cases } = await body('leader', 'POST', `${AT}/move`, { ...move, why: '改' })
  expect(cases).toBe(tried.cases)
  expect(await version()).toBe(draft.number)
  const { versions } = await body('leader', 'GET', AT)
  expect(versions.map(({ running }: { running: number }) => running).at(-1)).toBe(cases)
})

it('a time limit is said as a moment', async () => {
  expect(await body('keeper', 'GET', '/api/flow/moment?limit=P1D')).toEqual({ at: expect.any(String) })
  expect(await body('keeper', 'GET', '/api/flow/moment?limit=soon')).toEqual({ at: null })
})
