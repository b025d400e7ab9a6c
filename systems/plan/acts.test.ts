// biome-ignore-all lint/suspicious/noExplicitAny: answers were checked by their schemas; tests read them freely
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Context } from '../../kernel/system.ts'
import { testZone } from '../../test/zone.ts'
import { readBulletin } from './bulletin/read.ts'
import plan from './index.ts'

const home = testZone()
const SUPERVISOR: Actor = { id: 's', name: '督查室张', role: 'supervisor', office: 'office' }
const LEADER: Actor = { id: 'l', name: '分管领导A', role: 'leader', office: 'committee' }
const officer = (office: string): Actor => ({
  id: `o-${office}`,
  name: `${office}经办`,
  role: 'officer',
  office,
})

const run = async (context: Context, method: string, path: string, input: object): Promise<any> => {
  const route = plan.routes!.find((each) => each.method === method && each.path === path)!
  return route.handle(context, route.input.parse(input), route.receives && words())
}
/** What is sent where a route takes a file. */
async function* words() {
  yield Buffer.from('说明')
}
const call = (method: string, path: string, input: object, actor: Actor = SUPERVISOR) =>
  run(home.zone.context(actor), method, path, input)
const post = (path: string, input: object, actor?: Actor) => call('POST', path, input, actor)
const detail = (id: string) => call('GET', '/granules/:id', { id })

/** The next granule of the demonstration that fits and that no earlier test took. */
const taken = new Set<string>()
async function take(fits: (row: any) => boolean): Promise<any> {
  const { rows } = await call('GET', '/ledger', { year: '2024', list: 'work' })
  const row = rows.find((each: any) => fits(each) && !taken.has(each.id))
  taken.add(row.id)
  return row
}
const active = (row: any) => row.status === 'active' && row.lastMonth === '2024-10'

/** Until some other transaction waits for a lock. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(home.zone.store.db)
    if (rows[0]?.waiting) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Does `first` in a transaction that commits only when `second`, begun meanwhile, waits for it. */
async function interleave(
  first: { by: Actor; path: string; input: object },
  second: { by: Actor; path: string; input: object },
): Promise<unknown> {
  let other: Promise<unknown> | undefined
  await home.zone.context(first.by).transaction(async (context) => {
    await run(context, 'POST', first.path, first.input)
    other = post(second.path, second.input, second.by).catch((error: unknown) => error)
    await someoneWaits()
  })
  return other
}

describe('two acts on one task at once', () => {
  const PROGRESS = '/granules/:id/progress'
  const VERIFY = '/granules/:id/verify'
  const seen = async (id: string, month: string) =>
    (await detail(id)).progress.find((row: any) => row.month === month)
  const prepare = async () => {
    const row = await take(active)
    const lead = officer(row.office.id)
    const report = { id: row.id, month: '2024-11', actual: 90, words: '推进' }
    await post(PROGRESS, report, lead)
    const { version } = await seen(row.id, '2024-11')
    return {
      id: row.id,
      again: { by: lead, path: PROGRESS, input: { ...report, actual: 99 } },
      verdict: {
        by: SUPERVISOR,
        path: VERIFY,
        input: { id: row.id, month: '2024-11', version, verified: 'verified' },
      },
    }
  }

  it('does not verify what was reported anew meanwhile', async () => {
    const { id, again, verdict } = await prepare()
    expect(await interleave(again, verdict)).toMatchObject({ code: 'PLAN_STALE', status: 409 })
    expect(await seen(id, '2024-11')).toMatchObject({ actual: 99, verified: 'pending', version: 2 })
    await post(VERIFY, { ...verdict.input, version: 2 })
    expect(await seen(id, '2024-11')).toMatchObject({ actual: 99, verified: 'verified', version: 3 })
  })

  it('does not overwrite what was verified meanwhile', async () => {
    const { id, again, verdict } = await prepare()
    expect(await interleave(verdict, again)).toMatchObject({ code: 'PLAN_VERIFIED' })
    expect(await seen(id, '2024-11')).toMatchObject({ actual: 90, verified: 'verified' })
  })

  it('asks which version a verdict is about', async () => {
    await expect(post(VERIFY, { id: 'x', month: '2024-10', verified: 'verified' })).rejects.toThrow('version')
  })
})

describe('a task that has ended', () => {
  const FILE = { name: '说明.txt' }
  it('takes no letter, evidence or verdict any more', async () => {
    const row = await take(({ status }) => status === 'closed')
    const { acts, progress } = await detail(row.id)
    expect(acts).toEqual([])
    const { month, version } = progress.at(-1)
    const refused = [
      ['/granules/:id/letters', { colour: 'red', reason: '逾期' }],
      ['/granules/:id/evidence', FILE],
      ['/granules/:id/verify', { month, version, verified: 'returned' }],
    ] as const
    for (const [path, input] of refused)
      await expect(post(path, { id: row.id, ...input })).rejects.toMatchObject({ code: 'PLAN_ENDED' })
  })

  it('takes evidence while its closing is applied for, and is not closed over an open letter', async () => {
    const row = await take(({ status, evidence }) => status === 'applied' && evidence > 0)
    const lead = officer(row.office.id)
    await post('/granules/:id/evidence', { id: row.id, ...FILE }, lead)
    const letter = await post('/granules/:id/letters', { id: row.id, colour: 'blue', reason: '补充材料' })
    const close = { id: row.id, action: 'close' }
    await expect(post('/granules/:id/transition', close)).rejects.toThrow('PLAN_LETTER_OPEN')
    await post('/letters/:id/answer', { id: letter.id, answer: '已补充' }, lead)
    await post('/granules/:id/transition', close)
  })

  it('takes no letter that was begun while it was being closed', async () => {
    const row = await take(({ status, evidence }) => status === 'applied' && evidence > 0)
    const answer = await interleave(
      { by: SUPERVISOR, path: '/granules/:id/transition', input: { id: row.id, action: 'close' } },
      {
        by: SUPERVISOR,
        path: '/granules/:id/letters',
        input: { id: row.id, colour: 'red', reason: '逾期' },
      },
    )
    expect(answer).toMatchObject({ code: 'PLAN_ENDED' })
  })
})

describe('a change that makes no sense', () => {
  it.each([
    ['an unknown office', { leadOffice: 'nobody' }, 'PLAN_OFFICE'],
    ['a due date before the start', { dueOn: '2023-12-31' }, 'PLAN_DUE_BEFORE_START'],
    ['a due date beyond the year', { dueOn: '2025-01-31' }, 'PLAN_DUE_OUTSIDE_YEAR'],
    ['nothing', {}, 'PLAN_NO_CHANGE'],
  ])('is refused: %s', async (_, input, code) => {
    const row = await take(active)
    await expect(
      post('/granules/:id/change', { id: row.id, reason: '调整', ...input }, LEADER),
    ).rejects.toThrow(code)
    expect((await detail(row.id)).history.at(-1).kind).toBe('status')
  })

  it('is not a light of a task done: closing alone makes it so', async () => {
    const row = await take(active)
    await expect(
      post('/granules/:id/change', { id: row.id, reason: '完成', light: 'done' }),
    ).rejects.toThrow()
  })
})

describe('a file of evidence', () => {
  it('is not kept of a task that was closed while it came', async () => {
    const row = await take(({ status, evidence }) => status === 'applied' && evidence > 0)
    const answer = await interleave(
      { by: SUPERVISOR, path: '/granules/:id/transition', input: { id: row.id, action: 'close' } },
      { by: SUPERVISOR, path: '/granules/:id/evidence', input: { id: row.id, name: '补交.txt' } },
    )
    expect(answer).toMatchObject({ code: 'PLAN_ENDED' })
    expect((await detail(row.id)).evidence).toHaveLength(row.evidence)
  })
})

describe('the bulletin of an earlier month', () => {
  const october = () => readBulletin(home.zone.context(), '2024-10')

  it('says what was known then, whatever happens later', async () => {
    const before = await october()
    const reported = await take((row) => active(row) && row.light === 'green')
    const [last] = (await detail(reported.id)).progress.slice(-1)
    const verdict = { id: reported.id, month: '2024-10', verified: 'returned' }
    await post('/granules/:id/verify', { ...verdict, version: last.version })
    await post(
      '/granules/:id/progress',
      { id: reported.id, month: '2024-10', actual: 10, words: '更正' },
      officer(reported.office.id),
    )
    const warned = await take(({ openLetters }) => openLetters > 0)
    const letter = (await detail(warned.id)).letters.find(({ state }: { state: string }) => state === 'open')
    await post('/letters/:id/answer', { id: letter.id, answer: '已整改' }, officer(warned.office.id))
    const lit = await take((row) => active(row) && row.light === 'green')
    await post('/granules/:id/change', { id: lit.id, light: 'red', reason: '现场督查' })
    const moved = await take((row) => active(row) && row.light === 'red')
    await post('/granules/:id/change', { id: moved.id, dueOn: '2024-12-30', reason: '延期' }, LEADER)
    const dropped = await take((row) => active(row) && row.light === 'yellow')
    const drop = { id: dropped.id, action: 'drop', reason: '并入他项' }
    await post('/granules/:id/transition', drop, LEADER)
    expect(await october()).toEqual(before)
    expect((await detail(lit.id)).granule.light).toBe('red')
  })

  it('leaves out what no office had been given yet', async () => {
    const { list } = await readBulletin(home.zone.context(), '2024-01')
    expect(new Set(list.map((line) => line.list))).toEqual(new Set(['民生实事']))
  })
})

describe('a month that was skipped', () => {
  it('shows as late in the ledger and costs its office points', async () => {
    const row = await take((each) => active(each) && each.light === 'green')
    const quality = async () =>
      (await call('GET', '/offices/scores', {})).rows.find(({ office }: any) => office.id === row.office.id)
        .quality
    const before = await quality()
    await sql`delete from plan.progress where granule = ${row.id} and month = '2024-06'`.execute(
      home.zone.store.db,
    )
    const { granule } = await detail(row.id)
    expect(granule).toMatchObject({ light: 'yellow', missing: ['2024-06'], lastMonth: '2024-10' })
    expect(granule.because[0].zh).toContain('6月进展未按时填报')
    expect(await quality()).toBeLessThan(before)
  })
})

describe('a change that the lead office applies for', () => {
  const APPLY = '/granules/:id/applications'
  const DECIDE = '/granules/:id/applications/:application'
  const ask = { dueOn: '2024-12-20', reason: '招标流标，需重新组织' }
  const apply = async () => {
    const row = await take((each) => active(each) && each.dueOn === '2024-12-31')
    const { id: application } = await post(APPLY, { id: row.id, ...ask }, officer(row.office.id))
    return { row, answer: { id: row.id, application } }
  }

  it('holds once a leader approves, and no other post can', async () => {
    const { row, answer } = await apply()
    expect((await detail(row.id)).granule.dueOn).toBe('2024-12-31')
    const approve = { ...answer, decision: 'approved', document: '高新管〔2024〕35号' }
    await expect(post(DECIDE, approve)).rejects.toThrow('PLAN_ROLE')
    await expect(post(DECIDE, approve, officer(row.office.id))).rejects.toThrow('PLAN_ROLE')
    await post(DECIDE, approve, LEADER)
    const { granule, history, applications } = await detail(row.id)
    expect(granule.dueOn).toBe('2024-12-20')
    expect(history.at(-1)).toMatchObject({
      before: '2024-12-31',
      reason: ask.reason,
      approvedBy: LEADER.name,
      document: '高新管〔2024〕35号',
    })
    expect(applications).toMatchObject([{ state: 'approved', decidedBy: LEADER.name, target: null }])
    await expect(post(DECIDE, approve, LEADER)).rejects.toThrow('PLAN_APPLICATION')
  })

  it('leaves all as it was when refused, with a reason', async () => {
    const { row, answer } = await apply()
    const again = { id: row.id, ...ask }
    await expect(post(APPLY, again, officer(row.office.id))).rejects.toThrow('PLAN_APPLICATION_PENDING')
    const refuse = { ...answer, decision: 'refused' }
    await expect(post(DECIDE, refuse, LEADER)).rejects.toThrow('PLAN_NO_REASON')
    await post(DECIDE, { ...refuse, remark: '年底前必须完成' }, LEADER)
    const { granule, applications } = await detail(row.id)
    expect(granule.dueOn).toBe('2024-12-31')
    expect(applications).toMatchObject([{ state: 'refused', remark: '年底前必须完成' }])
    await post(APPLY, again, officer(row.office.id))
  })

  it('is for the lead office, and for what makes sense', async () => {
    const row = await take(active)
    await expect(post(APPLY, { id: row.id, ...ask }, officer('nobody'))).rejects.toThrow(
      'PLAN_NOT_LEAD_OFFICE',
    )
    await expect(
      post(APPLY, { id: row.id, reason: '延期', dueOn: '2025-03-31' }, officer(row.office.id)),
    ).rejects.toThrow('PLAN_DUE_OUTSIDE_YEAR')
  })
})
