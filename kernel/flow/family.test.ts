import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { diagram } from '../../engines/bpmn/diagram.fixture.ts'
import { testZone } from '../../test/zone.ts'
import type { Actor } from '../access/actor.ts'
import { defineSystem } from '../system.ts'
import { text } from '../text.ts'
import {
  deliverPosted,
  doTask,
  moveCase,
  moveDue,
  type ProcessDeclaration,
  relativesOf,
  sendMessage,
  startCase,
  submitTask,
} from './index.ts'
import { lockCase } from './rows.ts'

const name = text('测试', 'Test')
/** What the effect of a message got, and how often it is to fail first. */
const outside: { got: { key: string; vars: object }[]; failures: number } = { got: [], failures: 0 }

const declare = (id: string, source: string, more: Partial<ProcessDeclaration> = {}, throws = '') => ({
  id: `tests.${id}`,
  name,
  about: name,
  office: 'office',
  diagram: diagram(source, throws),
  ...more,
})
const processes: readonly ProcessDeclaration[] = [
  declare(
    'caller',
    `start -> ask -> end1
     ask: call process=tests.called pass=amount
     late: boundary on=ask timer=P1D
     late -> chase -> end2
     bad: boundary on=ask error=REFUSED
     bad -> mend -> end3
     soon: boundary on=ask escalation=SOON beside
     soon -> hear -> end4
     chase: user office=office
     mend: user office=office
     hear: user office=office`,
  ),
  declare(
    'called',
    `start -> answer -> way
     answer: user office=science
     way: exclusive
     way -> endBad [answer = "no"]
     way -> tell [answer = "soon"]
     way -> end [else]
     tell: throw escalation=SOON
     tell -> more -> end
     more: user office=science
     endBad: end error=REFUSED`,
    {},
    'REFUSED',
  ),
  declare('quick', 'start -> nothing -> end\nnothing: task'),
  declare('through', 'start -> one -> two -> end\none: call process=tests.quick\ntwo: user office=office'),
  declare(
    'sender',
    `start -> go -> tell -> cry -> end
     go: user office=office
     tell: send message=hello
     cry: throw signal=alarm`,
    {
      effects: {
        hello: async (_context, { key, vars }) => {
          if (outside.failures-- > 0) throw new Error('no answer')
          outside.got.push({ key, vars })
        },
      },
    },
  ),
  declare('hearer', 'start -> hears -> end\nhears: receive message=hello'),
  declare('alarmed', 'start -> on -> end\non: catch signal=alarm'),
  declare('greeted', 'start1 -> greet -> end\nstart1: start message=hello\ngreet: user office=office', {
    startsOn: ['hello'],
  }),
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

const as = (office: string) => {
  const actor: Actor = { id: office, name: office, role: 'officer', office }
  return test.zone.context(actor)
}
const begin = (process: string, subject?: string) =>
  startCase(as('office'), {
    process: `tests.${process}`,
    title: process,
    vars: { amount: 7, secret: 1 },
    subject: subject ? { record: 'tests.things', id: subject } : undefined,
  })
const all = async <R>(query: ReturnType<typeof sql<R>>) => (await query.execute(test.zone.store.db)).rows
const stateOf = async (id: string) =>
  (await all(sql<{ state: string }>`select state from flow.cases where id = ${id}`))[0]?.state
const tasksOf = async (id: string) =>
  (
    await all(sql<{ element: string }>`select element from flow.tasks where case_id = ${id} order by token`)
  ).map(({ element }) => element)
const childOf = async (id: string) =>
  (
    await all(
      sql<{ id: string; scopes: { vars: object }[] }>`select id, scopes from flow.cases where parent = ${id}`,
    )
  )[0]
async function does(office: string, id: string, element: string, vars = {}) {
  const [task] = await all(
    sql<{ token: number }>`select token from flow.tasks where case_id = ${id} and element = ${element}`,
  )
  await doTask(as(office), id, task?.token ?? -1, vars)
}

beforeEach(() => {
  outside.got = []
  outside.failures = 0
})

describe('a call activity', () => {
  it('begins a case of its own with what it passes, and goes on with what that knows in the end', async () => {
    const id = await begin('caller')
    const child = await childOf(id)
    expect(child?.scopes[0]?.vars).toEqual({ amount: 7 })
    await does('science', child?.id as string, 'answer', { answer: 'yes' })
    expect(await stateOf(id)).toBe('completed')
    const [row] = await all(
      sql<{ scopes: { vars: object }[] }>`select scopes from flow.cases where id = ${id}`,
    )
    expect(row?.scopes[0]?.vars).toEqual({ amount: 7, secret: 1, answer: 'yes' })
  })

  it('is told by both cases, to whoever may see the other', async () => {
    const id = await begin('caller')
    const child = (await childOf(id))?.id as string
    expect(await relativesOf(as('office'), id)).toMatchObject({ caller: null, called: [{ id: child }] })
    expect(await relativesOf(as('office'), child)).toMatchObject({ caller: { id }, called: [] })
    // 科技局 has its own case, and not that which called it.
    expect(await relativesOf(as('science'), child)).toEqual({ caller: null, called: [] })
  })

  it('catches the error in which its case ends', async () => {
    const id = await begin('caller')
    const child = (await childOf(id))?.id as string
    await does('science', child, 'answer', { answer: 'no' })
    expect(await stateOf(child)).toBe('terminated')
    expect(await tasksOf(id)).toEqual(['mend'])
  })

  it('hears what its case escalates, while that goes on', async () => {
    const id = await begin('caller')
    const child = (await childOf(id))?.id as string
    await does('science', child, 'answer', { answer: 'soon' })
    expect([await tasksOf(id), await tasksOf(child)]).toEqual([['hear'], ['more']])
    await does('science', child, 'more')
    await does('office', id, 'hear')
    expect(await stateOf(id)).toBe('completed')
  })

  it('whose time is over ends its case', async () => {
    const id = await begin('caller')
    const child = (await childOf(id))?.id as string
    await moveDue(as('office'), '2999-01-01T00:00:00.000Z')
    expect([await stateOf(child), await tasksOf(child), await tasksOf(id)]).toEqual([
      'terminated',
      [],
      ['chase'],
    ])
    await expect(does('science', child, 'answer')).rejects.toMatchObject({ code: 'FLOW_DONE' })
  })

  it('whose case ends at once goes on at once', async () => {
    expect(await tasksOf(await begin('through'))).toEqual(['two'])
  })

  it('of which two steps meet in caller and called, neither waits for the other for ever', async () => {
    for (let i = 0; i < 5; i++) {
      const id = await begin('caller')
      const child = (await childOf(id))?.id as string
      await Promise.allSettled([
        does('science', child, 'answer', { answer: 'yes' }),
        moveCase(as('office'), id, { type: 'end' }),
      ])
      const states = [await stateOf(id), await stateOf(child)]
      expect(states.every((state) => state !== 'running')).toBe(true)
    }
  })

  it('waits for its family before it holds its case: a form that is sent keeps no step of the caller from going on', async () => {
    const id = await begin('caller')
    const child = (await childOf(id))?.id as string
    const waiting = async () =>
      (
        await all(
          sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%select flow.lock_case%'
            and pid <> pg_backend_pid()`,
        )
      ).length
    const [task] = await all(sql<{ token: number }>`select token from flow.tasks where case_id = ${child}`)
    let sent: Promise<void> | undefined
    await as('office').transaction(async ({ db }) => {
      await lockCase(db, id)
      sent = submitTask(as('science'), child, task?.token as number, {})
      await expect.poll(waiting).toBe(1)
      await sql`select from flow.cases where id = ${child} for update nowait`.execute(db)
    })
    await sent
    expect(await stateOf(child)).toBe('completed')
  })
})

describe('a message', () => {
  it('reaches who waits for it about the same row, begins what begins with it, and goes outside, once each', async () => {
    const [here, elsewhere] = [await begin('hearer', 'thing-1'), await begin('hearer', 'thing-2')]
    const sender = await begin('sender', 'thing-1')
    await does('office', sender, 'go', { word: 'hi' })
    expect([await stateOf(here), outside.got]).toEqual(['running', []])
    await Promise.all([deliverPosted(as('office')), deliverPosted(as('office'))])
    expect([await stateOf(here), await stateOf(elsewhere)]).toEqual(['completed', 'running'])
    expect(outside.got).toMatchObject([{ key: `${sender}/2/0`, vars: { word: 'hi' } }])
    const begun = await all(
      sql<{ id: string }>`select id from flow.cases where process = 'tests.greeted' and row_id = 'thing-1'`,
    )
    expect(begun).toHaveLength(1)
    expect(await deliverPosted(as('office'))).toBe(0)
  })

  it('that could not be delivered is tried again later under the same key, and begins nothing twice', async () => {
    outside.failures = 1
    const sender = await begin('sender', 'thing-3')
    await does('office', sender, 'go')
    await deliverPosted(as('office'))
    const [row] = await all(
      sql<{
        failure: string
        tries: number
        later: boolean
      }>`select failure, tries, next_at > made_at as later
        from flow.outbox where case_id = ${sender} and effect = 'message:hello'`,
    )
    expect(row).toEqual({ failure: 'no answer', tries: 1, later: true })
    await sql`update flow.outbox set next_at = made_at where case_id = ${sender} and failure is not null`.execute(
      test.zone.store.db,
    )
    await deliverPosted(as('office'))
    expect(outside.got.map(({ key }) => key)).toEqual([`${sender}/2/0`])
    const begun = await all(
      sql<{ id: string }>`select id from flow.cases where process = 'tests.greeted' and row_id = 'thing-3'`,
    )
    expect(begun).toHaveLength(1)
  })

  it('from outside moves the one case that it names, or all about a row, and says how many', async () => {
    const [one, two] = [await begin('hearer', 'thing-4'), await begin('hearer', 'thing-4')]
    expect(await sendMessage(as('office'), 'hello', { case: one }, { a: 1 })).toBe(1)
    expect(
      await sendMessage(as('office'), 'hello', { subject: { record: 'tests.things', id: 'thing-4' } }),
    ).toBe(1)
    expect([await stateOf(one), await stateOf(two)]).toEqual(['completed', 'completed'])
    expect(await sendMessage(as('office'), 'hello', { case: one })).toBe(0)
  })
})

it('a signal reaches everybody who waits for it', async () => {
  const waiting = [await begin('alarmed'), await begin('alarmed', 'thing-5')]
  const sender = await begin('sender')
  await does('office', sender, 'go')
  await deliverPosted(as('office'))
  expect(await Promise.all(waiting.map(stateOf))).toEqual(['completed', 'completed'])
})
