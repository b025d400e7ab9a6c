import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/access/actor.ts'
import { decideRequest, moveDue, requestTime, takeTask } from '../../kernel/flow/index.ts'
import { rectangle } from '../../kernel/geo/index.ts'
import { insertRows } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { gridRows } from './demo/grids.ts'
import { findCell } from './grid.ts'
import { act } from './report/acts.ts'
import { type Entered, enterReport, type NewReport } from './report/enter.ts'
import { follow, notFixed, rate } from './report/follow.ts'
import { duplicatesOf, mergeReports } from './report/merge.ts'
import { readReport } from './report/read.ts'
import { grids } from './tables/index.ts'

const test = testZone()

const actor = (id: string, role: Role, office: string): Actor => ({ id, name: id, role, office })
const as = (role: Role, office: string, id = `${role}-${office}`) =>
  test.zone.context({
    ...actor(id, role, office),
    ...(role === 'gridWorker' ? { grid: '330212004' } : {}),
  })
const [collector, seat, visitor] = [
  () => as('gridWorker', 'meixu'),
  () => as('officer', 'city'),
  () => as('visitor', '', 'visitor'),
]

/** A cell of Meixu, and a place in its middle. */
const place = { longitude: 121.51, latitude: 29.9 }
const told: NewReport = {
  channel: 'collector',
  description: '路边有一堆暴露垃圾没人收',
  class: 'city-event-0102',
  place,
  synthetic: true,
}
const enter = (more: Partial<NewReport> = {}, who = collector()) => enterReport(who, { ...told, ...more })
const now = ({ id }: Entered) => readReport(seat(), id)
const code = (code: string) => expect.objectContaining({ code })

async function handledBy(office: string, entered: Entered): Promise<void> {
  await act(seat(), entered.id, 'accept', { filing: 'file' })
  await act(seat(), entered.id, 'dispatch', { office })
}

describe('a case of the city', () => {
  it('goes from its report to its close, and the report says at each step where it stands', async () => {
    const entered = await enter({ channel: 'citizen', name: '张三', phone: '13800001234' }, visitor())
    expect(await now(entered)).toMatchObject({ state: 'verifying', street: 'meixu', name: '张**' })
    await expect(act(seat(), entered.id, 'accept', { filing: 'file' })).rejects.toEqual(code('FLOW_DONE'))
    await act(collector(), entered.id, 'verify', { found: true })
    expect((await now(entered)).state).toBe('accepting')
    await act(seat(), entered.id, 'accept', { filing: 'file' })
    await act(seat(), entered.id, 'dispatch', { office: 'meixu' })
    expect(await now(entered)).toMatchObject({
      state: 'handling',
      unit: 'meixu',
      limit: '4WH',
      dispatches: 1,
    })
    await act(as('officer', 'meixu'), entered.id, 'handle', { outcome: 'done' })
    expect((await now(entered)).state).toBe('checking')
    await act(collector(), entered.id, 'check', { pass: true })
    const closed = await now(entered)
    expect(closed).toMatchObject({ state: 'closed', late: false, reworks: 0 })
    expect(closed.closed_at).not.toBeNull()
    const seen = await follow(visitor(), entered)
    expect(seen).toMatchObject({ state: 'closed', canReopen: true, mergedInto: null })
    expect(seen.events.map(({ what }) => what)).toEqual([
      'reported_at',
      'verified_at',
      'filed_at',
      'dispatched_at',
      'handled_at',
      'checked_at',
      'closed_at',
    ])
  })

  it('that is refused needs a reason, and ends', async () => {
    const entered = await enter()
    await expect(act(seat(), entered.id, 'accept', { filing: 'refuse' })).rejects.toEqual(code('CITY_REASON'))
    expect((await now(entered)).state).toBe('accepting')
    await act(seat(), entered.id, 'accept', { filing: 'refuse', reason: '不属于城市管理范围' })
    expect(await now(entered)).toMatchObject({ state: 'void', why: '不属于城市管理范围' })
    expect((await follow(visitor(), entered)).why).toBe('不属于城市管理范围')
  })

  it('is not filed without a class at the end of the tree, a cell, or a photo', async () => {
    const file = (entered: Entered, named?: string) =>
      act(seat(), entered.id, 'accept', { filing: 'file', ...(named ? { class: named } : {}) })
    const { class: _, ...bare } = told
    const unclassed = await enterReport(collector(), bare)
    await expect(file(unclassed)).rejects.toEqual(code('CITY_CLASS'))
    await expect(file(unclassed, 'city-event-01')).rejects.toEqual(code('CITY_CLASS'))
    await expect(file(await enter({ place: { longitude: 120, latitude: 30 } }, seat()))).rejects.toEqual(
      code('CITY_GRID'),
    )
    await expect(file(await enter({ synthetic: false }))).rejects.toEqual(code('CITY_PHOTO'))
  })

  it('may be returned twice with a reason, then the office keeps it', async () => {
    const entered = await enter()
    await act(seat(), entered.id, 'accept', { filing: 'file' })
    for (const times of [1, 2]) {
      await act(seat(), entered.id, 'dispatch', { office: 'social' })
      await expect(act(as('officer', 'social'), entered.id, 'handle', { outcome: 'return' })).rejects.toEqual(
        code('CITY_REASON'),
      )
      await act(as('officer', 'social'), entered.id, 'handle', {
        outcome: 'return',
        reason: '不是我单位职责',
      })
      expect(await now(entered)).toMatchObject({ state: 'dispatching', returns: times, unit: null })
    }
    await act(seat(), entered.id, 'dispatch', { office: 'social' })
    await expect(
      act(as('officer', 'social'), entered.id, 'handle', { outcome: 'return', reason: '还是不是' }),
    ).rejects.toEqual(code('CITY_RETURNS'))
    expect(await now(entered)).toMatchObject({ state: 'handling', dispatches: 3, returns: 2 })
  })

  it('that does not pass is done again, and its time does not begin anew', async () => {
    const entered = await enter()
    await handledBy('meixu', entered)
    const { due_at } = await now(entered)
    await act(as('officer', 'meixu'), entered.id, 'handle', { outcome: 'done' })
    await act(collector(), entered.id, 'check', { pass: false, reason: '还有垃圾' })
    expect(await now(entered)).toMatchObject({ state: 'handling', reworks: 1, due_at, handled_at: null })
    await act(as('officer', 'meixu'), entered.id, 'handle', { outcome: 'done' })
    await act(collector(), entered.id, 'check', { pass: true })
    expect(await now(entered)).toMatchObject({ state: 'closed', reworks: 1 })
  })

  it('is due later when its office is given more time, and keeps its first limit', async () => {
    const entered = await enter()
    await handledBy('meixu', entered)
    const { due_at } = await now(entered)
    const officer = as('officer', 'meixu')
    const [task] = (
      await sql<{
        case: string
        token: number
        due: string
      }>`select t.case_id as "case", t.token, t.due from flow.tasks t
        join flow.cases c on c.id = t.case_id where c.row_id = ${entered.id}`.execute(officer.db)
    ).rows as [{ case: string; token: number; due: string }]
    await takeTask(officer, task.case, task.token)
    const day = 24 * 3600 * 1000
    const later = (moment: string) => new Date(Date.parse(moment) + day).toISOString()
    const request = await requestTime(officer, task.case, task.token, {
      kind: 'extension',
      until: later(task.due),
      why: '清运车待修',
    })
    expect(await now(entered)).toMatchObject({ due_at })
    await decideRequest(as('leader', 'meixu'), task.case, request, { approve: true, why: '同意' })
    const extended = await now(entered)
    expect(extended.first_due_at).toBe(due_at)
    expect(extended.due_at).toBe(later(due_at as string))
  })

  it('goes on anew when the reporter says within seven days that it is not fixed', async () => {
    const entered = await enter()
    await expect(notFixed(visitor(), entered, '没人来')).rejects.toEqual(code('CITY_NOT_CLOSED'))
    await expect(rate(visitor(), entered, 5)).rejects.toEqual(code('CITY_NOT_CLOSED'))
    await handledBy('meixu', entered)
    await act(as('officer', 'meixu'), entered.id, 'handle', { outcome: 'done' })
    await act(collector(), entered.id, 'check', { pass: true })
    await rate(visitor(), entered, 1)
    await notFixed(visitor(), entered, '垃圾还在')
    expect(await now(entered)).toMatchObject({
      state: 'dispatching',
      reopened: 1,
      closed_at: null,
      rating: 1,
    })
    await act(seat(), entered.id, 'dispatch', { office: 'meixu' })
    await act(as('officer', 'meixu'), entered.id, 'handle', { outcome: 'done' })
    await act(collector(), entered.id, 'check', { pass: true })
    await moveDue(seat(), new Date(Date.now() + 8 * 86_400_000).toISOString(), { limit: 1000 })
    await expect(notFixed(visitor(), entered, '又来了')).rejects.toEqual(code('CITY_NOT_CLOSED'))
  })

  it('is opened by number and code together only', async () => {
    const entered = await enter()
    const other = await enter()
    for (const wrong of [
      { ...entered, token: other.token },
      { ...entered, number: other.number },
      { number: entered.number, token: '' },
      { number: '', token: '' },
    ])
      await expect(follow(visitor(), wrong)).rejects.toEqual(code('CITY_TOKEN'))
    expect((await follow(visitor(), { ...entered, token: entered.token.toLowerCase() })).number).toBe(
      entered.number,
    )
    const { rows } = await sql<{ kept: string }>`select r::text as kept from city.reports r
      where id = ${entered.id}`.execute(test.zone.store.db)
    expect(rows[0]?.kept).not.toContain(entered.token)
  })

  it('of two seats who file it at once, one has', async () => {
    const entered = await enter()
    const file = (id: string) => act(as('officer', 'city', id), entered.id, 'accept', { filing: 'file' })
    const outcomes = await Promise.allSettled([file('甲'), file('乙')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('reports of the same', () => {
  it('are found by class, nearness and time, and merged', async () => {
    const spot = { longitude: 121.5201, latitude: 29.9001 }
    const north = (metres: number) => ({
      ...spot,
      latitude: Number((spot.latitude + metres / 111_320).toFixed(7)),
    })
    const first = await enter({ place: spot })
    const [near, far] = [await enter({ place: north(19) }), await enter({ place: north(21) })]
    await enter({ place: spot, class: 'city-event-0103' })
    const at = (await now(near)).reported_at
    const found = await duplicatesOf(seat(), { class: told.class as string, place: spot, at, not: first.id })
    expect(found.map(({ id }) => id)).toEqual([near.id])
    expect(found[0]?.metres).toBeCloseTo(19, 0)
    const later = new Date(Date.parse(at) + 2.1 * 3600_000).toISOString()
    expect(await duplicatesOf(seat(), { class: told.class as string, place: spot, at: later })).toEqual([])
    await mergeReports(seat(), near.id, first.id)
    expect(await now(near)).toMatchObject({ state: 'merged', merged_into: first.id })
    expect((await follow(visitor(), near)).mergedInto).toEqual({ number: first.number, state: 'accepting' })
    await expect(mergeReports(seat(), far.id, near.id)).rejects.toEqual(code('CITY_MERGE'))
    await expect(mergeReports(seat(), far.id, far.id)).rejects.toEqual(code('CITY_MERGE'))
    await expect(act(seat(), near.id, 'accept', { filing: 'file' })).rejects.toEqual(code('FLOW_DONE'))
  })
})

describe('a place', () => {
  const cell = (code: string, outline: unknown) => ({
    ...gridRows[0]!,
    id: `held-${code}`,
    code,
    outline: JSON.stringify(outline),
  })
  const ring = (a: number, b: number) => [
    [a, a],
    [b, a],
    [b, b],
    [a, b],
    [a, a],
  ]
  beforeAll(async () => {
    const { actor, now, newId } = seat()
    const rows = [
      cell('330212004099002', rectangle([1, 0, 2, 1])),
      cell('330212004099001', rectangle([0, 0, 1, 1])),
      cell('330212004099003', { type: 'MultiPolygon', coordinates: [[ring(10, 13), ring(11, 12)]] }),
    ]
    await insertRows(test.zone.store.db, grids, rows, { actor, now: now(), newId })
  })
  it.each([
    [{ longitude: 0.5, latitude: 0.5 }, '330212004099001'],
    [{ longitude: 1.5, latitude: 0.5 }, '330212004099002'],
    // On a line: the lowest code.
    [{ longitude: 1, latitude: 0.5 }, '330212004099001'],
    [{ longitude: 1, latitude: 1 }, '330212004099001'],
    [{ longitude: 2, latitude: 0 }, '330212004099002'],
    [{ longitude: 2.1, latitude: 0.5 }, undefined],
    // In the hole of an outline, and beside it.
    [{ longitude: 11.5, latitude: 11.5 }, undefined],
    [{ longitude: 10.5, latitude: 10.5 }, '330212004099003'],
  ])('%j lies in %s', async (at, expected) => {
    expect((await findCell(seat(), at))?.code).toBe(expected)
  })
})

it('the demonstration has a year of reports and cases that stand at each step', async () => {
  const { rows } = await sql<{ past: number; states: Record<string, number> }>`
    select (select count(*)::int from city.reports r where not exists (select from flow.cases where row_id = r.id)) as past,
      (select jsonb_object_agg(state, n) from (select r.state, count(*) as n from flow.cases c
        join city.reports r on r.id = c.row_id where c.started_by like '示例%'
        group by r.state) by_state) as states`.execute(test.zone.store.db)
  expect(rows[0]).toEqual({
    past: 3000,
    states: { verifying: 3, accepting: 6, dispatching: 5, handling: 5, checking: 3, closed: 2 },
  })
})
