import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCase } from '../../kernel/flow/index.ts'
import { flowOver, flowPeople, flowSystem } from '../../test/flow.ts'
import { testZone } from '../../test/zone.ts'
import { COOKIE } from './actors.ts'
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

it('the ledger is searched by title, step, office, time and lateness, and leaves in a file as far as one may see it', async () => {
  const ids: Record<string, string> = {}
  for (const title of ['台账 按时', '台账 逾期', '台账 办完', '台账 办晚']) ids[title] = await begin(title)
  const { db } = test.zone.store
  for (const title of ['台账 办完', '台账 办晚']) {
    const id = ids[title] as string
    await body('officer-a', `/cases/${id}/tasks/${await tokenOf(id)}/do`, said)
    await body('officer-c', `/cases/${id}/tasks/${await tokenOf(id)}/do`, {})
  }
  await sql`update flow.tasks set due = '2024-01-05T09:00:00Z' where case_id = ${ids['台账 逾期']}`.execute(
    db,
  )
  await sql`update flow.handled set due = '2024-01-05T09:00:00Z' where case_id = ${ids['台账 办晚']}`.execute(
    db,
  )
  await sql`update flow.cases set started_at = '2024-01-04T16:30:00Z' where id = ${ids['台账 办晚']}`.execute(
    db,
  )
  const titles = async (person: string, asked: string) =>
    (await body(person, `/cases?q=${encodeURIComponent('台账')}&${asked}`)).cases
      .map(({ title }: { title: string }) => title.slice(3))
      .sort()
  expect(await titles('leader', '')).toEqual(['办完', '办晚', '按时', '逾期'])
  expect(await titles('leader', 'late=yes')).toEqual(['办晚', '逾期'])
  expect(await titles('leader', 'late=no')).toEqual(['办完', '按时'])
  expect(await titles('leader', 'late=yes&state=running')).toEqual(['逾期'])
  // The fifth of January began at Beijing when it was the fourth elsewhere.
  expect(await titles('leader', 'to=2024-01-04')).toEqual([])
  expect(await titles('leader', 'from=2024-01-05&to=2024-01-05')).toEqual(['办晚'])
  expect(await titles('leader', 'office=finance')).toEqual(['办完', '办晚'])
  expect(await titles('officer-c', '')).toEqual(['办完', '办晚'])
  expect(await titles('leader', 'process=tests.none')).toEqual([])
  const [late] = (await body('officer-a', `/cases?late=yes&state=running`)).cases
  expect(late).toMatchObject({
    step: '审核',
    office: 'science',
    holder: null,
    due: '2024-01-05T09:00:00.000Z',
    late: true,
    processName: { zh: '测试流程' },
  })
  const file = await server.inject({
    url: `/api/exchange/flow/cases/export?format=csv&q=${encodeURIComponent('台账')}&late=yes`,
    headers: { cookie: `${COOKIE}=officer-c` },
  })
  const [head, ...lines] = file.body.replace('\ufeff', '').trim().split('\r\n')
  expect(head).toBe('办件,流程,状态,所处环节,单位,时限,超时,发起时间,办结时间,编号')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^台账 办晚,测试流程,办结,,,,是,2024-01-04T16:30:00.000Z,/)
  const kept = await sql<{ person: string; rows: number }>`select person, rows from exchange.exports
    where record = 'flow.cases'`.execute(db)
  expect(kept.rows).toEqual([{ person: 'officer-c', rows: 1 }])
  const none = await server.inject({
    url: '/api/exchange/flow/cases/export',
    headers: { cookie: `${COOKIE}=auditor` },
  })
  expect(none.statusCode).toBe(403)
})

it('cases about a row are found by it', async () => {
  const id = await startCase(test.zone.context(flowPeople.find(({ id }) => id === 'officer-d')), {
    process: 'tests.grant',
    title: '点位',
    subject: { record: 'tests.spots', id: 'spot' },
  })
  const found = (person: string, row: string) => body(person, `/cases?record=tests.spots&row=${row}`)
  expect((await found('officer-a', 'spot')).cases.map(({ id }: { id: string }) => id)).toContain(id)
  expect((await found('officer-c', 'spot')).cases).toEqual([])
  expect((await found('leader', 'none')).cases).toEqual([])
})
