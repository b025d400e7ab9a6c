import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import { testZone } from '../../test/zone.ts'
import type { Actor } from '../access/actor.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import {
  doTask,
  FlowError,
  inboxOf,
  leaveTask,
  moveCase,
  moveDue,
  type ProcessDeclaration,
  startCase,
  takeTask,
} from './index.ts'

const name = text('测试', 'Test')
const declare = (
  id: string,
  source: string,
  services: ProcessDeclaration['services'] = {},
): ProcessDeclaration => ({
  id: `tests.${id}`,
  name,
  about: name,
  office: 'office',
  diagram: diagram(source),
  services,
})

const processes = [
  declare(
    'grant',
    `check: user office=science due=3WD
     fork: parallel
     join: parallel
     way: exclusive
     start -> check -> way
     way -> fork [amount > 100]
     way -> pay [else]
     fork -> money -> join
     fork -> law -> join
     money: user office=finance
     law: user office=office
     join -> pay
     pay: service service=pay
     pay -> end`,
    {
      pay: async (context, { case: id, vars }) => {
        if (vars.amount === 13) throw new FlowError('UNLUCKY')
        if (vars.amount === 14) throw new Error('the database is gone')
        await sql`update flow.cases set title = title || ' paid' where id = ${id}`.execute(context.db)
        return { paid: vars.amount }
      },
    },
  ),
  declare(
    'late',
    `late: boundary on=answer timer=3WD
     start -> answer -> end1
     answer: user office=science
     late -> urge -> end2
     urge: user office=office`,
  ),
]

const test = testZone({
  systems: [
    defineSystem({
      id: 'tests',
      name,
      group: 'plan',
      office: 'office',
      about: name,
      records: [],
      indicators: [],
      processes,
    }),
  ],
})

const officer = (office: string, id = office): Actor => ({ id, name: id, role: 'officer', office })
const as = (office: string, id?: string) => test.zone.context(officer(office, id))
const begin = (process: string, vars = {}) =>
  startCase(as('science'), { process: `tests.${process}`, title: `件 ${JSON.stringify(vars)}`, vars })

const tasksOf = async (id: string) =>
  (
    await sql<{ element: string; token: number }>`select element, token from flow.tasks where case_id = ${id}
      order by token`.execute(test.zone.store.db)
  ).rows
const caseOf = async (id: string) =>
  (
    await sql<{
      state: string
      title: string
      steps: number
      scopes: { vars: object }[]
    }>`select * from flow.cases
      where id = ${id}`.execute(test.zone.store.db)
  ).rows[0]

async function does(office: string, id: string, element: string, vars = {}, person = office) {
  const task = (await tasksOf(id)).find((each) => each.element === element)
  await doTask(as(office, person), id, task?.token ?? -1, vars)
}

describe('a case', () => {
  it('goes from office to office, and what the program does is part of the step', async () => {
    const id = await begin('grant', { amount: 500 })
    expect((await tasksOf(id)).map(({ element }) => element)).toEqual(['check'])
    await does('science', id, 'check', { good: true })
    expect((await tasksOf(id)).map(({ element }) => element)).toEqual(['money', 'law'])
    await does('finance', id, 'money')
    await does('office', id, 'law')
    const ended = await caseOf(id)
    expect(ended).toMatchObject({ state: 'completed', title: expect.stringContaining('paid') })
    expect(ended?.scopes[0]?.vars).toEqual({ amount: 500, good: true, paid: 500 })
    const { rows } = await sql<{
      actor: string
      happened: { element: string }[]
    }>`select actor, happened from flow.steps
      where case_id = ${id} order by number`.execute(test.zone.store.db)
    expect(rows.map(({ actor }) => actor)).toEqual(['science', 'science', 'finance', 'office'])
    expect(rows.at(-1)?.happened.map(({ element }) => element)).toContain('pay')
  })

  it('of which a step fails stays as it was, whole', async () => {
    const id = await begin('grant', { amount: 14 })
    const before = await caseOf(id)
    await expect(does('science', id, 'check')).rejects.toThrow('the database is gone')
    expect(await caseOf(id)).toEqual(before)
    expect((await tasksOf(id)).map(({ element }) => element)).toEqual(['check'])
  })

  it('whose error nothing catches waits for a person', async () => {
    const id = await begin('grant', { amount: 13 })
    await does('science', id, 'check')
    expect(await caseOf(id)).toMatchObject({ state: 'running' })
    const { rows } = await sql<{ more: object }>`select more from flow.tokens
      where case_id = ${id} and waiting = 'failed'`.execute(test.zone.store.db)
    expect(rows[0]?.more).toMatchObject({ failure: { code: 'UNLUCKY' } })
  })

  it('that waits for a time goes on when it has come, once', async () => {
    const id = await begin('late')
    const { rows } = await sql<{ due: Date }>`select due from flow.waits where case_id = ${id}`.execute(
      test.zone.store.db,
    )
    const due = new Date(rows[0]?.due as Date)
    const just = (ms: number) => new Date(due.getTime() + ms).toISOString()
    expect(await moveDue(as('office'), just(-1000))).toBe(0)
    await Promise.all([moveDue(as('office'), just(1)), moveDue(as('office'), just(1))])
    expect((await tasksOf(id)).map(({ element }) => element)).toEqual(['urge'])
    expect(await moveDue(as('office'), just(1))).toBe(0)
  })

  it('that nobody goes on with asks nobody for anything', async () => {
    const id = await begin('late')
    await moveCase(as('office'), id, { type: 'end' }, '撤回')
    expect(await tasksOf(id)).toEqual([])
    expect(await caseOf(id)).toMatchObject({ state: 'terminated' })
  })
})

describe('the inbox', () => {
  it('has what is for the office, what is late first, page by page', async () => {
    for (let amount = 1; amount <= 5; amount++) await begin('grant', { amount })
    const all = await inboxOf(as('science'), 'office', { limit: 500 })
    expect(all.length).toBeGreaterThanOrEqual(5)
    const dues = all.map(({ due }) => (due === null ? Number.POSITIVE_INFINITY : Date.parse(due)))
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
    const first = await inboxOf(as('science'), 'office', { limit: 3 })
    const second = await inboxOf(as('science'), 'office', { limit: 500, after: first.at(-1) })
    expect([...first, ...second]).toEqual(all)
    expect(await inboxOf(as('tax'), 'office', { limit: 10 })).toEqual([])
  })

  it('shows to its holder alone what was taken, until it is put back', async () => {
    const id = await begin('grant', { amount: 1 })
    const [task] = await tasksOf(id)
    const token = task?.token as number
    await takeTask(as('science', '甲'), id, token)
    const has = async (of: 'mine' | 'office', person: string) =>
      (await inboxOf(as('science', person), of, { limit: 500 })).some((each) => each.case === id)
    expect([await has('mine', '甲'), await has('office', '乙'), await has('mine', '乙')]).toEqual([
      true,
      false,
      false,
    ])
    await expect(takeTask(as('science', '乙'), id, token)).rejects.toMatchObject({ code: 'FLOW_TAKEN' })
    await expect(doTask(as('science', '乙'), id, token, {})).rejects.toMatchObject({ code: 'FLOW_TAKEN' })
    await expect(takeTask(as('finance'), id, token)).rejects.toMatchObject({ code: 'FLOW_NOT_YOURS' })
    await leaveTask(as('science', '甲'), id, token)
    expect(await has('office', '乙')).toBe(true)
  })

  it.each(['by itself', 'among more in a transaction'])(
    'of two who do the same at once, one has done it, the other %s',
    async (how) => {
      const id = await begin('grant', { amount: 1 })
      const token = (await tasksOf(id))[0]?.token as number
      const other = as('science', '乙')
      const outcomes = await Promise.allSettled([
        doTask(as('science', '甲'), id, token, {}),
        how === 'by itself'
          ? doTask(other, id, token, {})
          : other.transaction((context) => doTask(context, id, token, {})),
      ])
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: expect.stringMatching(/^FLOW_(DONE|TAKEN)$/) },
      })
    },
  )
})
