import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowOver, flowPeople, flowSystem } from '../../test/flow.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'

/** The inbox and cases over HTTP: who sees what, who does what, and what two at once are told. */
const test = testZone({ systems: [flowSystem()] })
let server: FastifyInstance
beforeAll(async () => {
  server = await createServer(test.zone)
})
afterAll(() => server.close())

const { ask, body, code } = flowOver(() => server)

const begin = (title: string, person = 'officer-d') =>
  startCase(test.zone.context(flowPeople.find(({ id }) => id === person)), { process: 'tests.grant', title })
const tokenOf = async (id: string): Promise<number> => (await body('leader', `/cases/${id}`)).tasks[0].token
const said = { values: { opinion: '同意', amount: 50 } }

it('a task goes from the inbox of an office to one person’s, and from there to the next office', async () => {
  const id = await begin('第一件')
  const counts = await body('officer-a', '/inbox/counts')
  const [task] = (await body('officer-a', '/inbox?of=office')).tasks
  expect(task).toMatchObject({ case: id, name: '审核', title: '第一件', office: 'science', holder: null })
  expect(Date.parse(task.due)).toBeGreaterThan(Date.parse(task.since))
  await body('officer-a', `/cases/${id}/tasks/${task.token}/take`, {})
  expect((await body('officer-b', '/inbox?of=office')).tasks).toEqual([])
  expect((await body('officer-a', '/inbox')).tasks).toMatchObject([{ case: id, holder: 'officer-a' }])
  expect(await body('officer-a', '/inbox/counts')).toEqual({
    mine: counts.mine + 1,
    late: counts.late,
    office: counts.office - 1,
    decide: counts.decide,
  })
  await body('officer-a', `/cases/${id}/tasks/${task.token}/do`, { ...said, why: '材料齐全' })
  expect((await body('officer-a', '/inbox')).tasks).toEqual([])
  expect((await body('officer-a', '/inbox/done')).tasks[0]).toMatchObject({ case: id, name: '审核' })
  expect((await body('officer-c', '/inbox?of=office')).tasks).toMatchObject([{ case: id, name: '拨付' }])

  const read = await body('officer-c', `/cases/${id}`)
  expect(read).toMatchObject({
    title: '第一件',
    state: 'running',
    startedBy: 'officer-d',
    processName: { zh: '测试流程' },
    stands: [{ element: 'pay', waiting: 'work' }],
    held: [{ element: 'check', office: 'science', holder: 'officer-a', by: 'officer-a' }],
    tasks: [{ element: 'pay', form: null, may: expect.arrayContaining(['take', 'do']) }],
  })
  expect(read.passed).toEqual(expect.arrayContaining(['start', 'check']))
  expect(read.passed).not.toContain('pay')
  expect(read.steps.map(({ why }: { why: string }) => why)).toEqual(['材料齐全', null, null])
  expect(read.steps[1].happened).toMatchObject([{ what: 'work', verb: 'taken', element: 'check' }])
  expect((await body('officer-c', `/cases/${id}/diagram`)).diagram).toContain('userTask')
})

it('what a form says is held against the form, and nothing beside it is kept', async () => {
  const id = await begin('表单')
  const token = await tokenOf(id)
  const task = (await body('officer-a', `/cases/${id}`)).tasks[0]
  expect(task.form.components.map(({ key }: { key: string }) => key)).toEqual(['opinion', 'amount'])
  const at = `/cases/${id}/tasks/${token}/do`
  const refused = await ask('officer-a', at, { values: { amount: 5000 } })
  expect([refused.status, refused.body.code]).toEqual([422, 'FLOW_FORM'])
  expect(refused.body.details.problems.map(({ key }: { key: string }) => key)).toEqual(['opinion', 'amount'])
  expect(await code('officer-a', at, { values: { ...said.values, approved: true } })).toEqual([
    422,
    'FLOW_FORM',
  ])
  expect((await body('officer-a', `/cases/${id}`)).stands).toMatchObject([{ element: 'check' }])
  await body('officer-a', at, said)
  const next = await tokenOf(id)
  // A task without a form takes no values.
  expect(await code('officer-c', `/cases/${id}/tasks/${next}/do`, { values: { amount: 1 } })).toEqual([
    422,
    'FLOW_FORM',
  ])
})

it('of two who reach for the same task the second is told that it was taken, or done', async () => {
  const id = await begin('两人')
  const token = await tokenOf(id)
  const both = await Promise.all(
    ['officer-a', 'officer-b'].map((person) => code(person, `/cases/${id}/tasks/${token}/take`, {})),
  )
  expect(both.map(([status]) => status).sort()).toEqual([200, 409])
  expect(both).toContainEqual([409, 'FLOW_TAKEN'])
  const [holder, other] = both[0]?.[0] === 200 ? ['officer-a', 'officer-b'] : ['officer-b', 'officer-a']
  expect((await body(other as string, `/cases/${id}`)).tasks[0]).toMatchObject({ holder, may: [] })
  expect(await code(other as string, `/cases/${id}/tasks/${token}/do`, said)).toEqual([409, 'FLOW_TAKEN'])
  await body(holder as string, `/cases/${id}/tasks/${token}/leave`, {})
  await body(other as string, `/cases/${id}/tasks/${token}/do`, said)
  expect(await code(holder as string, `/cases/${id}/tasks/${token}/do`, said)).toEqual([409, 'FLOW_DONE'])
})

it('a case is seen by who has or had it, who began it, who keeps the process, supervises or leads', async () => {
  const id = await begin('谁能看')
  const sees = async (person: string) => (await ask(person, `/cases/${id}`)).status
  const of = async (...people: string[]) => Promise.all(people.map(sees))
  expect(await of('officer-a', 'officer-b', 'officer-d', 'keeper', 'supervisor', 'leader')).toEqual(
    Array(6).fill(200),
  )
  expect(await code('officer-c', `/cases/${id}`)).toEqual([404, 'FLOW_CASE_NOT_FOUND'])
  expect(await code('officer-c', `/cases/nowhere`)).toEqual([404, 'FLOW_CASE_NOT_FOUND'])
  expect(await code('officer-c', `/cases/${id}/diagram`)).toEqual([404, 'FLOW_CASE_NOT_FOUND'])
  const token = await tokenOf(id)
  expect(await code('officer-c', `/cases/${id}/tasks/${token}/take`, {})).toEqual([
    404,
    'FLOW_CASE_NOT_FOUND',
  ])
  // Who sees it may not do it for that.
  expect(await code('officer-d', `/cases/${id}/tasks/${token}/take`, {})).toEqual([403, 'FLOW_NOT_YOURS'])
  expect(await code('leader', `/cases/${id}/tasks/${token}/do`, said)).toEqual([403, 'FLOW_NOT_YOURS'])
  expect(await of('firm', 'auditor')).toEqual([403, 403])
  expect(await code('', `/cases/${id}/tasks/${token}/take`, {})).toEqual([403, 'FORBIDDEN'])
  await body('officer-a', `/cases/${id}/tasks/${token}/do`, said)
  // It has come to finance, and stays with those who had it.
  expect(await of('officer-a', 'officer-b', 'officer-c')).toEqual([200, 200, 200])
})

it('lists go page by page, and hold what one may see', async () => {
  for (let n = 1; n <= 5; n++) await begin(`列 ${n}`)
  const all = (await body('officer-a', '/inbox?of=office&limit=100')).tasks
  const first = await body('officer-a', '/inbox?of=office&limit=2')
  const second = await body('officer-a', `/inbox?of=office&limit=100&after=${first.next}`)
  expect([...first.tasks, ...second.tasks]).toEqual(all)
  expect(second.next).toBeNull()
  expect(await code('officer-a', '/inbox?after=x')).toEqual([422, 'REQUEST_INVALID'])
  const list = (person: string, more = '') => body(person, `/cases?process=tests.grant&limit=100${more}`)
  const whole = (await list('leader')).cases
  expect(whole.length).toBeGreaterThan(5)
  const page = await body('leader', '/cases?process=tests.grant&limit=3')
  const rest = await list('leader', `&after=${page.next}`)
  expect([...page.cases, ...rest.cases]).toEqual(whole)
  const finance = (await list('officer-c')).cases
  expect(finance.length).toBeLessThan(whole.length)
  expect((await list('leader', '&office=finance')).cases).toEqual(finance)
  expect((await list('leader', '&state=completed')).cases).toEqual([])
})
