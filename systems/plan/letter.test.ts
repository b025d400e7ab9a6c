// biome-ignore-all lint/suspicious/noExplicitAny: answers were checked by their schemas; tests read them freely
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/access/actor.ts'
import {
  decideRequest,
  endCase,
  type InboxTask,
  inboxOf,
  mayUndo,
  readCase,
  remind,
  requestsOf,
  requestTime,
  submitTask,
  takeTask,
} from '../../kernel/flow/index.ts'
import { testZone } from '../../test/zone.ts'
import { beginCases } from './flow/index.ts'
import plan from './index.ts'

/** Supervision letters as cases: through the inbox as well as through the page of their task. */
const home = testZone()
const SUPERVISOR: Actor = { id: 's', name: '督查室张', role: 'supervisor', office: 'office' }
const LEADER: Actor = { id: 'l', name: '分管领导A', role: 'leader', office: 'committee' }
const officer = (office: string, id = `o-${office}`): Actor => ({ id, name: id, role: 'officer', office })
const of = (actor: Actor) => home.zone.context(actor)

const post = async (path: string, input: object, actor = SUPERVISOR): Promise<any> => {
  const route = plan.routes!.find((each) => each.method === 'POST' && each.path === path)!
  return route.handle(of(actor), route.input.parse(input))
}

const given = new Set<string>()
/** A task in hand that no test has had, with a letter about it. */
async function issue(colour = 'red') {
  const { rows } = await sql<{ id: string; lead_office: string }>`select id, lead_office from plan.granules
    where status = 'active' and year = '2024' and not id = any(${[...given]}::text[]) order by id limit 1`.execute(
    home.zone.store.db,
  )
  const granule = rows[0]!
  given.add(granule.id)
  const { id } = await post('/granules/:id/letters', { id: granule.id, colour, reason: '进度滞后' })
  return { id: id as string, granule: granule.id, office: granule.lead_office }
}
const letter = async (id: string): Promise<any> => {
  const { rows } = await sql`select * from plan.letters where id = ${id}`.execute(home.zone.store.db)
  return rows[0]
}
const caseOf = async (id: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from flow.cases
    where record = 'plan.letters' and row_id = ${id}`.execute(home.zone.store.db)
  expect(rows).toHaveLength(1)
  return rows[0]!.id
}
/** The task of a letter in the inbox of somebody's office. */
async function task(actor: Actor, id: string): Promise<InboxTask> {
  const found = await caseOf(id)
  const tasks = await inboxOf(of(actor), 'office', { limit: 200 })
  return tasks.find((each) => each.case === found)!
}
const submit = async (actor: Actor, id: string, values: object) => {
  const { case: found, token } = await task(actor, id)
  await submitTask(of(actor), found, token, { ...values })
}
const answer = (id: string, office: string, words = '已整改') =>
  post('/letters/:id/answer', { id, answer: words }, officer(office))
const code = (code: string) => expect.objectContaining({ code })

describe('a letter', () => {
  it('goes from its issue to its settling through the inbox, and its row says where it stands', async () => {
    const { id, office } = await issue()
    const lead = officer(office)
    expect(await task(lead, id)).toMatchObject({
      name: '签收',
      title: expect.stringContaining('高新督〔2024〕'),
    })
    await submit(lead, id, {})
    expect(await letter(id)).toMatchObject({ state: 'open', signed_on: '2024-11-15', signed_by: lead.name })
    // The end of the letter's day: three working days from a Friday.
    const asked = await task(lead, id)
    expect(asked.name).toBe('办理答复')
    expect((await letter(id)).answer_due_on).toBe('2024-11-20')
    expect(new Date(Date.parse(asked.due!) + 8 * 3600_000).toISOString()).toContain('T23:59:59')
    expect(await task(SUPERVISOR, id)).toBeUndefined()
    await expect(submit(lead, id, { answer: ' ' })).rejects.toEqual(code('PLAN_NO_ANSWER'))
    await submit(lead, id, { answer: '已倒排工期' })
    expect(await letter(id)).toMatchObject({ state: 'answered', answer: '已倒排工期' })
    expect(await task(SUPERVISOR, id)).toMatchObject({ name: '复核' })
    await submit(SUPERVISOR, id, { outcome: 'settle' })
    expect(await letter(id)).toMatchObject({
      state: 'closed',
      settled_on: '2024-11-15',
      settled_by: SUPERVISOR.name,
    })
    expect(await readCase(of(SUPERVISOR), await caseOf(id))).toMatchObject({ state: 'completed' })
  })

  it('is received by whoever answers it on the page of its task, once', async () => {
    const { id, office } = await issue()
    await expect(answer(id, 'nobody')).rejects.toEqual(code('PLAN_NOT_LEAD_OFFICE'))
    await answer(id, office)
    expect(await letter(id)).toMatchObject({
      state: 'answered',
      answer: '已整改',
      signed_by: officer(office).name,
    })
    await expect(answer(id, office)).rejects.toEqual(code('PLAN_LETTER'))
    await expect(answer('none', office)).rejects.toMatchObject({ code: 'PLAN_LETTER', status: 404 })
  })

  it('answered by two at once has one answer', async () => {
    const { id, office } = await issue()
    const both = await Promise.allSettled([answer(id, office, '甲'), answer(id, office, '乙')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'PLAN_LETTER' },
    })
  })

  it('is sent back with a reason, has its days anew, and keeps its first answer', async () => {
    const { id, office, granule } = await issue('blue')
    await answer(id, office, '正在研究')
    await expect(submit(SUPERVISOR, id, { outcome: 'return' })).rejects.toEqual(code('PLAN_NO_REASON'))
    await submit(SUPERVISOR, id, { outcome: 'return', reason: '没有措施和时限' })
    const open = await letter(id)
    expect(open).toMatchObject({ state: 'open', answer: null, answer_due_on: '2024-11-22' })
    expect(open.earlier).toMatchObject([{ answer: '正在研究', reason: '没有措施和时限' }])
    // Its task is not closed over it.
    await sql`update plan.granules set status = 'applied' where id = ${granule}`.execute(home.zone.store.db)
    await sql`insert into plan.evidence (id, granule, name, added_on, added_by, synthetic, recorded_at, recorded_by)
      values (${`e-${id}`}, ${granule}, 'x', '2024-11-15', 'x', true, now(), 'x')`.execute(home.zone.store.db)
    const close = () => post('/granules/:id/transition', { id: granule, action: 'close' })
    await expect(close()).rejects.toEqual(code('PLAN_LETTER_OPEN'))
    await answer(id, office, '已明确措施')
    await close()
    // What has ended takes no other answer; the one that is there can be settled.
    await expect(submit(SUPERVISOR, id, { outcome: 'return', reason: '再补' })).rejects.toEqual(
      code('PLAN_ENDED'),
    )
    await submit(SUPERVISOR, id, { outcome: 'settle' })
    expect(await letter(id)).toMatchObject({ state: 'closed', answer: '已明确措施' })
  })

  it('goes to the office that leads its task now, which signs for it', async () => {
    const { id, office, granule } = await issue()
    const next = office === 'science' ? 'finance' : 'science'
    await submit(officer(office), id, {})
    await post('/granules/:id/change', { id: granule, leadOffice: next, reason: '职责调整' }, LEADER)
    expect(await task(officer(office), id)).toBeUndefined()
    expect(await task(officer(next), id)).toMatchObject({ name: '签收' })
    expect((await letter(id)).signed_on).toBeNull()
    await expect(answer(id, office)).rejects.toEqual(code('PLAN_NOT_LEAD_OFFICE'))
    await answer(id, next)
    expect((await letter(id)).state).toBe('answered')
  })

  it('is not taken back by who issued it', async () => {
    const { id, office } = await issue()
    await expect(endCase(of(SUPERVISOR), await caseOf(id), '发错')).rejects.toEqual(code('FLOW_STANDS'))
    expect((await mayUndo(of(SUPERVISOR), await caseOf(id))).end).toBe(false)
    await answer(id, office)
  })

  it('whose answer is given more time by a second person is due by that day', async () => {
    const { id, office } = await issue()
    const lead = officer(office)
    await submit(lead, id, {})
    const { case: found, token, due } = await task(lead, id)
    await takeTask(of(lead), found, token)
    const until = new Date(Date.parse(due!) + 2 * 24 * 3600_000).toISOString()
    await requestTime(of(lead), found, token, { kind: 'extension', until, why: '外部审批延后' })
    const [request] = await requestsOf(of(SUPERVISOR), found)
    expect((await letter(id)).answer_due_on).toBe('2024-11-20')
    await decideRequest(of(SUPERVISOR), found, request!.id, { approve: true, why: '同意' })
    expect((await letter(id)).answer_due_on).toBe('2024-11-22')
  })

  it('that is late is told to its office and to who leads it, once', async () => {
    const { id, office } = await issue()
    const found = await caseOf(id)
    await submit(officer(office), id, {})
    const later = new Date(Date.now() + 60 * 24 * 3600_000).toISOString()
    await remind(home.zone.context().with({ now: () => later }))
    const { rows } = await sql`select kind, office, role from flow.notices where case_id = ${found}`.execute(
      home.zone.store.db,
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { kind: 'late', office, role: 'officer' },
        { kind: 'escalated', office, role: 'leader' },
      ]),
    )
    await remind(home.zone.context().with({ now: () => later }))
    const again = await sql`select from flow.notices where case_id = ${found}`.execute(home.zone.store.db)
    expect(again.rows).toHaveLength(rows.length)
  })
})

describe('letters of a zone', () => {
  it('that live have a case, those that are settled none', async () => {
    const { rows } = await sql<{ state: string; letters: number; cases: number }>`
      select l.state, count(*)::int as letters, count(c.id)::int as cases from plan.letters l
      left join flow.cases c on c.record = 'plan.letters' and c.row_id = l.id
      where l.synthetic group by l.state`.execute(home.zone.store.db)
    const by = Object.fromEntries(rows.map((row) => [row.state, row]))
    expect(by.open!.cases).toBe(by.open!.letters)
    expect(by.answered!.cases).toBe(by.answered!.letters)
    expect(by.closed).toMatchObject({ cases: 0 })
    expect(by.closed!.letters).toBeGreaterThan(0)
  })

  it('issued before letters ran as cases get one, and no second', async () => {
    const { id, office } = await issue()
    const forget = async () =>
      sql`delete from flow.cases where id = ${await caseOf(id)}`.execute(home.zone.store.db)
    await forget()
    await beginCases(home.zone.context())
    await beginCases(home.zone.context())
    expect(await task(officer(office), id)).toMatchObject({ name: '签收' })
    await forget()
    await answer(id, office)
    expect(await task(SUPERVISOR, id)).toMatchObject({ name: '复核' })
  })
})
