import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { doTask, takeTask } from '../index.ts'
import {
  askOpinions,
  delegateTask,
  eachOf,
  endCase,
  giveOpinion,
  noticesOf,
  opinionsAsked,
  readNotices,
  toldBy,
  unreadOf,
  urgeTask,
  withdrawOpinion,
  withdrawStep,
} from './index.ts'
import { actor, enterOffices, helpers, PEOPLE, workSystem } from './work.fixture.ts'

const test = testZone({ systems: [workSystem] })
const { as, begin, tasks, token, history } = helpers(test)
const { jia, yi, bing, ding, inspector, stranger } = PEOPLE
beforeAll(() => enterOffices(test.zone.context()))

describe('opinions (协办)', () => {
  it('of those who were asked come before the holder may finish, or are no longer asked', async () => {
    const id = await begin()
    const check = await token(id)
    await takeTask(as(jia), id, check)
    await expect(askOpinions(as(yi), id, check, [{ person: bing }], '看看')).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    const [one, two] = await askOpinions(
      as(jia),
      id,
      check,
      [{ person: bing }, { office: 'tax' }],
      '税务口径？',
    )
    const finishing = () => doTask(as(jia), id, check, {})
    await expect(finishing()).rejects.toMatchObject({ code: 'FLOW_OPINIONS_OPEN', value: 2 })
    const asked = async (who: typeof jia) =>
      (await opinionsAsked(as(who), 50)).filter((each) => each.case === id).map(({ about }) => about)
    expect([await asked(bing), await asked(stranger), await asked(yi)]).toEqual([
      ['税务口径？'],
      ['税务口径？'],
      [],
    ])
    await expect(giveOpinion(as(stranger), id, one as string, '抢答')).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    await giveOpinion(as(bing), id, one as string, '同意')
    await expect(giveOpinion(as(bing), id, one as string, '改口')).rejects.toMatchObject({
      code: 'FLOW_OPINION',
    })
    await expect(finishing()).rejects.toMatchObject({ value: 1 })
    await expect(withdrawOpinion(as(bing), id, two as string)).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    await withdrawOpinion(as(jia), id, two as string)
    expect(await asked(stranger)).toEqual([])
    await finishing()
    expect((await history(id)).slice(2, -1)).toMatchObject([
      { actor: '甲', verb: 'asked', to: { person: '丙' } },
      { actor: '甲', verb: 'asked', to: { office: 'tax' } },
      { actor: '丙', verb: 'answered', why: '同意' },
      { actor: '甲', verb: 'unasked', to: { office: 'tax' } },
    ])
  })
})

describe('urging (催办)', () => {
  it('tells whoever has it, once an hour, by whoever waits for it', async () => {
    const id = await begin('', ding)
    const check = await token(id)
    const at = (minutes: number) =>
      new Date(Date.parse('2024-03-04T01:00:00Z') + minutes * 60_000).toISOString()
    await expect(urgeTask(as(stranger, at(0)), id, check)).rejects.toMatchObject({ code: 'FLOW_NOT_YOURS' })
    await urgeTask(as(ding, at(0)), id, check, '月底要报')
    await expect(urgeTask(as(inspector, at(59)), id, check)).rejects.toMatchObject({
      code: 'FLOW_URGED',
      value: at(60),
    })
    await delegateTask(as(jia), id, check, yi)
    await urgeTask(as(inspector, at(60)), id, check)
    const urged = async (who: typeof jia) =>
      (await noticesOf(as(who), { limit: 50 })).filter((each) => each.case === id && each.kind === 'urged')
        .length
    expect([await urged(yi), await urged(jia)]).toEqual([2, 1])
    expect((await history(id)).filter(({ verb }) => verb === 'urged')).toMatchObject([
      { actor: '丁', why: '月底要报' },
      { actor: '督' },
    ])
  })
})

describe('taking back (撤回)', () => {
  it('one’s own last step puts everything back as it was, and it can be done again', async () => {
    const id = await begin('both')
    const before = await tasks(id)
    await takeTask(as(jia), id, before[0]?.token as number)
    await doTask(as(jia), id, before[0]?.token as number, { extra: 1 })
    await urgeTask(as(inspector), id, await token(id, 'sign'))
    await withdrawStep(as(jia), id, '填错了')
    expect(await tasks(id)).toEqual(before.map((each) => ({ ...each, holder: '甲' })))
    await doTask(as(jia), id, await token(id), { way: '' })
    const again = await tasks(id)
    expect(again.map(({ element }) => element)).toEqual(['sign'])
    expect((await history(id)).map(({ what, verb }) => verb ?? what)).toEqual([
      'started',
      'taken',
      'done',
      'urged',
      'withdrawn',
      'done',
    ])
  })

  it('is refused once somebody has acted, to others, after a service, and when the case has ended', async () => {
    const refused = (why: string) => ({ code: 'FLOW_WITHDRAW', place: why })
    const id = await begin()
    await expect(withdrawStep(as(jia), id, '')).rejects.toMatchObject(refused('nothing'))
    await doTask(as(jia), id, await token(id), {})
    await expect(withdrawStep(as(yi), id, '')).rejects.toMatchObject(refused('nothing'))
    await takeTask(as(bing), id, await token(id, 'sign'))
    await expect(withdrawStep(as(jia), id, '')).rejects.toMatchObject(refused('since'))
    await doTask(as(bing), id, await token(id, 'sign'), {})
    await expect(withdrawStep(as(bing), id, '')).rejects.toMatchObject(refused('ended'))
    const paid = await begin('paid')
    await doTask(as(jia), paid, await token(paid), {})
    await expect(withdrawStep(as(jia), paid, '')).rejects.toMatchObject(refused('service'))
  })
})

describe('ending a case (撤销)', () => {
  it('is for whoever started it, and tells those who had work with it', async () => {
    const id = await begin('', ding)
    await takeTask(as(jia), id, await token(id))
    await expect(endCase(as(jia), id, '不做了')).rejects.toMatchObject({ code: 'FLOW_NOT_STARTER' })
    await endCase(as(ding), id, '重复上报')
    expect(await tasks(id)).toEqual([])
    expect((await noticesOf(as(jia), { limit: 1 }))[0]).toMatchObject({ kind: 'withdrawn', case: id })
    await expect(endCase(as(ding), id, '再来')).rejects.toMatchObject({ code: 'FLOW_ENDED' })
    expect((await history(id)).at(-2)).toMatchObject({ actor: '丁', verb: 'ended', why: '重复上报' })
  })
})

it('a batch does what can be done, and says of the rest why not', async () => {
  const ids = [await begin(), await begin(), await begin()]
  const keys = await Promise.all(ids.map(async (id) => ({ case: id, token: await token(id) })))
  await takeTask(as(yi), ids[1] as string, keys[1]?.token as number)
  const outcomes = await eachOf(as(jia), keys, (context, { case: id, token }) => takeTask(context, id, token))
  expect(outcomes.map(({ problem }) => problem?.code)).toEqual([undefined, 'FLOW_TAKEN', undefined])
  expect((await tasks(ids[2] as string))[0]?.holder).toBe('甲')
})

it('notices are one’s own or one’s post’s, newest first, page by page, and count as unread until they are read', async () => {
  const reader = actor('读者', 'science')
  for (let i = 0; i < 3; i++) {
    const id = await begin('', jia)
    await delegateTask(as(jia), id, await token(id), reader)
  }
  const mine = async (who = reader) =>
    (await noticesOf(as(who), { limit: 100 })).filter(({ kind }) => kind === 'delegated')
  const all = await mine()
  expect(all).toHaveLength(3)
  // Screens of whom they are for ask again, and of whoever was lent the post; nobody else's.
  const hears = await toldBy(
    as(reader),
    all.map(({ id }) => id),
  )
  const lent = actor('代办', 'science', 'officer', { standsFor: reader.id })
  expect([reader, lent, jia, yi, stranger].map(hears)).toEqual([true, true, false, false, false])
  const [first] = await noticesOf(as(reader), { limit: 1 })
  const rest = await noticesOf(as(reader), { limit: 100, after: first })
  expect(rest.map(({ id }) => id)).not.toContain(first?.id)
  const unread = await unreadOf(as(reader))
  expect(await readNotices(as(stranger), [all[0]?.id as string])).toBe(0)
  expect(await readNotices(as(reader), [all[0]?.id as string])).toBe(1)
  expect(await unreadOf(as(reader))).toBe(unread - 1)
  await readNotices(as(reader), 'all')
  expect(await unreadOf(as(reader))).toBe(0)
})
