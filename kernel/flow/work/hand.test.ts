import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { doTask, inboxOf, takeTask } from '../index.ts'
import { delegateTask, noticesOf, reassignTask, returnTask } from './index.ts'
import { actor, enterOffices, helpers, PEOPLE, workSystem } from './work.fixture.ts'

const test = testZone({ systems: [workSystem] })
const { as, begin, tasks, token, history } = helpers(test)
const { jia, yi, chief, bing, ding, stranger } = PEOPLE
beforeAll(() => enterOffices(test.zone.context()))

const has = async (who: typeof jia, id: string, of: 'mine' | 'office' = 'mine') =>
  (await inboxOf(as(who), of, { limit: 500 })).some((each) => each.case === id)

describe('delegating (转办)', () => {
  it('puts a task into the hands of a colleague, who is told, and who may give it back to whoever did', async () => {
    const id = await begin()
    const check = await token(id)
    await takeTask(as(jia), id, check)
    await delegateTask(as(jia), id, check, yi, '我下周出差')
    expect([await has(jia, id), await has(yi, id)]).toEqual([false, true])
    const [told] = (await noticesOf(as(yi), { limit: 10 })).filter((each) => each.case === id)
    expect(told).toMatchObject({ kind: 'delegated', told: { by: '甲某', why: '我下周出差' }, read_at: null })
    expect(told?.due).toBe((await tasks(id))[0]?.due)
    expect(await returnTask(as(yi), id, check, '不熟悉')).toBe('sender')
    expect(await has(jia, id)).toBe(true)
    expect((await history(id)).slice(1)).toMatchObject([
      { actor: '甲', what: 'work', verb: 'taken' },
      {
        actor: '甲',
        verb: 'delegated',
        from: { person: '甲' },
        to: { person: '乙', name: '乙某' },
        why: '我下周出差',
      },
      { actor: '乙', verb: 'returned', from: { person: '乙' }, to: { person: '甲' }, why: '不熟悉' },
    ])
  })

  it('is for the one who has it, the leader of the office, or anybody there while nobody has it; and for colleagues only', async () => {
    const id = await begin()
    const check = await token(id)
    const refused = { code: 'FLOW_NOT_YOURS' }
    await expect(delegateTask(as(stranger), id, check, yi)).rejects.toMatchObject(refused)
    await delegateTask(as(yi), id, check, jia)
    await expect(delegateTask(as(yi), id, check, yi)).rejects.toMatchObject(refused)
    await expect(delegateTask(as(jia), id, check, bing)).rejects.toMatchObject({ code: 'FLOW_COLLEAGUE' })
    await expect(delegateTask(as(jia), id, check, jia)).rejects.toMatchObject({ code: 'FLOW_COLLEAGUE' })
    await delegateTask(as(chief), id, check, yi)
    expect((await tasks(id))[0]?.holder).toBe('乙')
  })
})

describe('reassigning (改派)', () => {
  it('gives a task to another office, by whoever has it or keeps the process, and that office may send it back', async () => {
    const id = await begin()
    const check = await token(id)
    await expect(reassignTask(as(stranger), id, check, 'tax', '想要')).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    await expect(reassignTask(as(yi), id, check, 'tax', '还没签收')).rejects.toMatchObject({
      code: 'FLOW_NOT_YOURS',
    })
    await expect(reassignTask(as(ding), id, check, 'nowhere', '错')).rejects.toMatchObject({
      code: 'FLOW_OFFICE',
    })
    await reassignTask(as(ding), id, check, 'tax', '属于税务')
    expect([await has(jia, id, 'office'), await has(stranger, id, 'office')]).toEqual([false, true])
    await expect(doTask(as(jia), id, check, {})).rejects.toMatchObject({ code: 'FLOW_NOT_YOURS' })
    expect(await returnTask(as(stranger), id, check, '不属于我们')).toBe('office')
    expect(await has(jia, id, 'office')).toBe(true)
    expect((await history(id)).slice(1)).toMatchObject([
      {
        actor: '丁',
        verb: 'reassigned',
        from: { office: 'science' },
        to: { office: 'tax' },
        why: '属于税务',
      },
      { actor: '路人', verb: 'returned', to: { office: 'science' }, why: '不属于我们' },
    ])
  })
})

describe('returning (退回)', () => {
  it('asks whoever did the step before for it once more, where the diagram lets it', async () => {
    const id = await begin('direct')
    await doTask(as(jia), id, await token(id), { good: true })
    expect(await returnTask(as(bing), id, await token(id, 'sign'), '缺附件')).toBe('step')
    expect(await tasks(id)).toMatchObject([{ element: 'check', holder: '甲' }])
    await doTask(as(jia), id, await token(id), {})
    await doTask(as(bing), id, await token(id, 'sign'), {})
    expect((await tasks(id)).map(({ element }) => element)).toEqual([])
  })

  it('puts it into the office’s inbox where nobody sent it, and is refused where nothing lies before it', async () => {
    const id = await begin()
    const check = await token(id)
    await expect(returnTask(as(yi), id, check, '不办')).rejects.toMatchObject({ code: 'FLOW_NO_WAY_BACK' })
    await takeTask(as(jia), id, check)
    expect(await returnTask(as(jia), id, check, '不办')).toBe('pool')
    expect(await has(yi, id, 'office')).toBe(true)
  })

  it('is refused where the step before has led to more than this task: the rest would be asked for twice', async () => {
    const id = await begin('both')
    await doTask(as(jia), id, await token(id), {})
    const before = await tasks(id)
    await expect(returnTask(as(bing), id, await token(id, 'sign'), '缺附件')).rejects.toMatchObject({
      code: 'FLOW_NO_WAY_BACK',
    })
    expect(await tasks(id)).toEqual(before)
  })
})

describe('standing in (代)', () => {
  const deputy = actor('代理人', 'science', 'officer', { standsFor: '甲' })

  it('shows to the substitute what the absent colleague has by that post, and the history says for whom it was done', async () => {
    const id = await begin()
    const check = await token(id)
    await takeTask(as(jia), id, check)
    expect([await has(deputy, id), await has({ ...deputy, office: 'tax' }, id), await has(yi, id)]).toEqual([
      true,
      false,
      false,
    ])
    await expect(doTask(as({ ...deputy, standsFor: '乙' }), id, check, {})).rejects.toMatchObject({
      code: 'FLOW_TAKEN',
    })
    await doTask(as(deputy), id, check, {})
    expect((await history(id)).slice(2)).toMatchObject([
      { actor: '代理人', verb: 'taken', from: { person: '甲' }, for: '甲' },
      { actor: '代理人', what: 'done' },
    ])
  })
})
