import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testVault } from '../../../test/vault.ts'
import { testZone } from '../../../test/zone.ts'
import { SYSTEM_ACTOR } from '../../access/actor.ts'
import { readDuty, WARN_SETTING } from '../hours.ts'
import { countsOf, doTask, takeTask } from '../index.ts'
import {
  decideRequest,
  limitAfter,
  noticesOf,
  remind,
  requestsOf,
  requestsToDecide,
  requestTime,
  resumeTask,
} from './index.ts'
import { actor, enterOffices, helpers, movedLimits, PEOPLE, workSystem } from './work.fixture.ts'

const test = testZone({ systems: [workSystem] })
const { ask, as, begin, tasks, token, history } = helpers(test)
const { jia, yi, chief, ding, stranger } = PEOPLE
beforeAll(() => enterOffices(test.zone.context()))

const on = (time: string) => new Date(`2024-11-${time}:00+08:00`).toISOString()
/** Three working days from Thursday the 14th: Tuesday the 19th. */
const START = on('14T09:00')
const DUE = on('19T17:00')
const held = async () => {
  const id = await begin('', jia, START)
  await takeTask(as(jia), id, await token(id))
  return { id, task: await token(id) }
}
const limits = async (id: string) =>
  (
    await ask(
      sql<{ due: string; first_due: string | null; timer: string }>`select t.due, t.first_due, w.due as timer
        from flow.tasks t join flow.waits w using (case_id) where t.case_id = ${id}`,
    )
  )[0]

describe('an extension (延期)', () => {
  it('is asked for by the holder and decided by a second person; the old limit is kept, a timer at it moves along', async () => {
    const { id, task } = await held()
    const until = on('22T17:00')
    const asking = (who: typeof jia, to = until) =>
      requestTime(as(who, on('15T09:00')), id, task, { kind: 'extension', until: to, why: '材料多' })
    await expect(asking(yi)).rejects.toMatchObject({ code: 'FLOW_NOT_YOURS' })
    await expect(asking(jia, on('19T16:00'))).rejects.toMatchObject({ code: 'FLOW_REQUEST_TIME' })
    const request = await asking(jia)
    await expect(asking(jia)).rejects.toMatchObject({ code: 'FLOW_REQUEST' })
    expect((await noticesOf(as(chief), { limit: 1 }))[0]).toMatchObject({ kind: 'extension-asked', case: id })
    const decide = (who: typeof jia) =>
      decideRequest(as(who, on('15T10:00')), id, request, { approve: true, why: '同意' })
    for (const who of [jia, yi, stranger, { ...chief, standsFor: '甲' }])
      await expect(decide(who)).rejects.toMatchObject({ code: 'FLOW_SECOND_PERSON' })
    expect((await limits(id))?.due).toBe(DUE)
    await decide(chief)
    expect(await limits(id)).toEqual({ due: until, first_due: DUE, timer: until })
    expect(movedLimits.filter((each) => each.case === id)).toMatchObject([{ element: 'check', due: until }])
    await expect(decide(ding)).rejects.toMatchObject({ code: 'FLOW_REQUEST' })
    expect(await requestsOf(as(jia), id)).toMatchObject([{ state: 'approved', due: DUE, new_due: until }])
    expect((await history(id)).slice(2)).toMatchObject([
      { actor: '甲', verb: 'extension-asked', why: '材料多' },
      { actor: '科长', verb: 'extension-approved', due: { from: DUE, to: until } },
    ])
  })

  it('that is refused changes nothing, and may be asked for again', async () => {
    const { id, task } = await held()
    const asking = () =>
      requestTime(as(jia, on('15T09:00')), id, task, { kind: 'extension', until: on('22T17:00'), why: '忙' })
    const request = await asking()
    await decideRequest(as(ding, on('15T10:00')), id, request, { approve: false, why: '请按期办结' })
    expect(await limits(id)).toMatchObject({ due: DUE, timer: DUE })
    await asking()
  })
})

describe('what waits for a decision (待我审批)', () => {
  it('is listed and counted for those who may decide it and nobody else, until it is decided; a page goes on by the last', async () => {
    const waiting = [await held(), await held()]
    const requests: string[] = []
    for (const [i, { id, task }] of waiting.entries())
      requests.push(
        await requestTime(as(jia, on(`15T09:0${i}`)), id, task, {
          kind: 'extension',
          until: on('22T17:00'),
          why: '材料多',
        }),
      )
    const listed = async (who: typeof jia, after?: { asked_at: string; id: string }) =>
      (await requestsToDecide(as(who), { limit: 100, after })).filter(({ id }) => requests.includes(id))
    const deciders = [chief, ding, PEOPLE.inspector]
    for (const who of [...Object.values(PEOPLE), { ...chief, standsFor: '甲' }]) {
      const found = await listed(who)
      const may = deciders.includes(who)
      expect([who.id, found.map(({ id }) => id)]).toEqual([who.id, may ? requests : []])
      expect((await countsOf(as(who))).decide > 0).toBe(may)
    }
    const [first, second] = await listed(chief)
    expect(first).toMatchObject({
      title: expect.stringContaining('件'),
      office: 'science',
      why: '材料多',
      due: DUE,
    })
    expect(await listed(chief, first)).toEqual([second])
    for (const [i, { id }] of waiting.entries()) {
      const before = (await countsOf(as(ding))).decide
      await decideRequest(as(chief, on('15T10:00')), id, requests[i] as string, { approve: i > 0, why: '阅' })
      expect((await countsOf(as(ding))).decide).toBe(before - 1)
    }
    expect(await listed(chief)).toEqual([])
  })
})

describe('a pause (挂账)', () => {
  it('leaves as much time after it as there was before; one that is ended early too, and never less than before it', async () => {
    const { id, task } = await held()
    const request = await requestTime(as(jia, on('14T15:00')), id, task, {
      kind: 'pause',
      until: on('25T08:30'),
      why: '等专家意见',
    })
    await decideRequest(as(chief, on('15T17:00')), id, request, { approve: true, why: '同意' })
    // Friday evening until Monday the 25th: two working days are left.
    expect(await limits(id)).toMatchObject({ due: on('26T17:00'), first_due: DUE, timer: on('26T17:00') })
    await expect(
      requestTime(as(jia, on('18T09:00')), id, task, { kind: 'extension', until: on('29T17:00'), why: '' }),
    ).rejects.toMatchObject({
      code: 'FLOW_REQUEST_TIME',
      says: { en: expect.stringContaining('stands still') },
    })
    await expect(resumeTask(as(yi, on('20T08:30')), id, task)).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    await resumeTask(as(jia, on('20T08:30')), id, task)
    expect(await limits(id)).toMatchObject({ due: on('21T17:00'), timer: on('21T17:00') })
    await expect(resumeTask(as(jia, on('20T08:30')), id, task)).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    expect((await history(id)).at(-1)).toMatchObject({ verb: 'resumed', due: { to: on('21T17:00') } })
  })
})

describe('reminding (预警、督办)', () => {
  const reminding = (moment: string) => remind(test.zone.context(SYSTEM_ACTOR).with({ now: () => moment }))
  const told = async (who: typeof jia, id: string) =>
    (await noticesOf(as(who), { limit: 100 })).filter((each) => each.case === id).map(({ kind }) => kind)

  it('warns whoever has a task a working day before its limit, tells them and their leader when it is late, each once', async () => {
    await reminding(on('30T00:00'))
    const { id, task } = await held()
    const other = await begin('', jia, START)
    await reminding(on('18T16:00'))
    expect(await told(jia, id)).toEqual([])
    // Two programs at once.
    const both = (moment: string) =>
      test.withVault(testVault, (zone) =>
        Promise.all([reminding(moment), remind(zone.context(SYSTEM_ACTOR).with({ now: () => moment }))]),
      )
    expect((await both(on('18T17:00'))).reduce((all, some) => all + some)).toBe(2)
    expect([await told(jia, id), await told(yi, other)]).toEqual([['warned'], ['warned']])
    expect((await both(on('19T17:00'))).reduce((all, some) => all + some)).toBe(2)
    await both(on('20T17:00'))
    expect([await told(jia, id), await told(chief, id)]).toEqual([['late', 'warned'], ['escalated']])
    expect((await history(id)).filter(({ verb }) => verb === 'late')).toHaveLength(1)
    // Time that is given makes it warn anew.
    const request = await requestTime(as(jia, on('20T18:00')), id, task, {
      kind: 'extension',
      until: on('26T17:00'),
      why: '补材料',
    })
    await decideRequest(as(chief, on('20T18:00')), id, request, { approve: true, why: '' })
    expect(await reminding(on('25T16:00'))).toBe(0)
    expect(await reminding(on('25T17:00'))).toBe(1)
    await doTask(as(jia), id, task, {})
    expect(await reminding(on('30T17:00'))).toBeLessThanOrEqual(1)
    expect((await told(jia, id)).filter((kind) => kind === 'late')).toHaveLength(1)
    expect(await tasks(other)).toHaveLength(1)
  })

  it('reaches nobody who has nothing to do with it', async () => {
    const { id } = await held()
    await reminding(on('29T17:00'))
    expect(await told(stranger, id)).toEqual([])
    expect(await told(actor('别的科长', 'finance', 'leader'), id)).toEqual([])
  })
})

describe('hours of duty', () => {
  const setHours = (hours: string | null) =>
    sql`update access.offices set hours = ${hours} where id = 'science'`.execute(test.zone.store.db)
  const setWarning = (warn: string) =>
    sql`insert into gaoxin.settings values (${WARN_SETTING}, ${warn})
      on conflict (key) do update set value = excluded.value`.execute(test.zone.store.db)
  const limit = async (id: string) =>
    (
      await ask(
        sql<{ due: string; warn_at: string; timer: string }>`select t.due, t.warn_at, w.due as timer
          from flow.tasks t join flow.waits w using (case_id) where t.case_id = ${id}`,
      )
    )[0]

  it('are those of the office that has the task, of the timers on it, and of what is left after a pause', async () => {
    await setHours('09:00-12:00，14:00-18:00')
    const { id, task } = await held()
    const due = on('19T18:00')
    expect(await limit(id)).toMatchObject({ due, timer: due, warn_at: on('18T18:00') })
    const asked = { kind: 'pause', until: on('20T15:00'), why: '等材料' } as const
    // An hour of duty was left: an hour is left.
    const before = on('19T17:00')
    expect(await limitAfter(as(jia, before), id, task, asked)).toBe(on('20T16:00'))
    const request = await requestTime(as(jia, before), id, task, asked)
    await decideRequest(as(chief, before), id, request, { approve: true, why: '同意' })
    expect(await limit(id)).toMatchObject({ due: on('20T16:00'), timer: on('20T16:00') })
    await setHours('早九晚五')
    expect(await limit((await held()).id)).toMatchObject({ due: DUE })
    await setHours(null)
  })

  it('and of whoever has it, how long before a limit they are warned is the zone’s to say', async () => {
    await setWarning('4WH')
    expect(await limit((await held()).id)).toMatchObject({ due: DUE, warn_at: on('19T11:30') })
    await setWarning('无')
    expect(await limit((await held()).id)).toMatchObject({ warn_at: on('18T17:00') })
    await sql`delete from gaoxin.settings where key = ${WARN_SETTING}`.execute(test.zone.store.db)
  })

  it.each([
    [
      '08:00-12:00 13:00-17:30',
      [
        [480, 720],
        [780, 1050],
      ],
    ],
    ['0:00至24:00', [[0, 1440]]],
    ['12:00-08:00', undefined],
    ['08:00-12:00 11:00-17:00', undefined],
    ['08:60-12:00', undefined],
    ['', undefined],
  ])('%s is read as %j', (said, duty) => {
    expect(readDuty(said)).toEqual(duty)
  })
})
