// biome-ignore-all lint/suspicious/noExplicitAny: answers were checked by their schemas; tests read them freely
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scannedPdf } from '../../engines/report/source/testFiles.ts'
import { offices } from '../../kernel/access/offices.ts'
import { insertRows } from '../../kernel/store/index.ts'
import { testZone } from '../../test/zone.ts'
import { createServer } from './server.ts'
import { type Browser, openBrowser, person } from './session/browser.fixture.ts'

/** A zone with real data takes in its first report and its first plan. */
const test = testZone({ real: true })
let server: FastifyInstance
let keeper: Browser
let leader: Browser
beforeAll(async () => {
  server = await createServer(test.zone)
  const context = test.zone.context()
  const { actor, now, newId } = context
  const office = (id: string, name: string, short: string, sort: number) => ({
    id,
    name,
    short,
    name_en: id,
    parent: 'committee',
    kind: 'department',
    leader: `分管${short}`,
    sort,
  })
  await insertRows(
    context.db,
    offices,
    [office('science', '科技创新局', '科创局', 2), office('economy', '经济发展局', '经发局', 3)],
    { actor, now: now(), newId },
  )
  await person(context, 'zhang', { role: 'supervisor' })
  await person(context, 'li', { role: 'leader' })
  await person(context, 'chen', { role: 'officer' })
  keeper = openBrowser(server)
  leader = openBrowser(server)
  await keeper.signIn('zhang')
  await leader.signIn('li')
})
afterAll(() => server.close())

const REPORT = `高新区2025年工作总结和2026年工作安排

一、2025年工作总结
（一）经济运行。2025年，地区生产总值增长6.2%，规上工业增加值120亿元，新增市民驿站8个。
二、2026年工作安排
（一）建设科创高地。建成科创局实验室二期。新引进创新团队20个。
（二）优化营商环境。6月底前制定服务企业清单。
`
const PLAN = `高新区2026年重点工作计划
一、产业
1.新增规上工业企业30家以上。（牵头单位：经济发展局；配合单位：科技创新局）
2.建成实验室二期。（责任单位：科创局）
`
const LIVELIHOOD = `高新区2026年民生实事项目
1.新增托位200个。
2.改造老旧小区3个。（责任单位：经发局）
`

const bring = (words: string | Uint8Array, query: string, by = keeper) =>
  by.post(`/api/plan/readings?${query}`, Buffer.from(words as never), {
    'content-type': 'application/octet-stream',
  })
const brought = async (words: string, query: string): Promise<any> => {
  const answer = (await bring(words, query)).json()
  return (await keeper.get(`/api/plan/readings/${answer.id}`)).json()
}
const act = async (id: string, what: string, body: object = {}, by = keeper): Promise<any> =>
  (await by.post(`/api/plan/readings/${id}/${what}`, body)).json()
const ledger = async (): Promise<any> => (await keeper.get('/api/plan/ledger?year=2026')).json()
const tasks = async () => (await ledger()).rows.map(({ text }: { text: string }) => text)

describe('a report', () => {
  it('is found, looked over, and only then in the ledger', async () => {
    expect((await keeper.get('/api/plan/verify')).json().code).toBe('PLAN_NO_REPORT_READ')
    const found = await brought(REPORT, 'name=报告.txt&paper=report')
    expect(found).toMatchObject({
      paper: 'report',
      year: '2025',
      planYear: '2026',
      state: 'open',
      replaces: null,
    })
    expect(found.figures.map(({ text, ref }: any) => [text, ref !== null])).toEqual([
      ['增长6.2%', true],
      ['120亿元', true],
      ['8个', false],
    ])
    expect(found.tasks.map(({ text, office, dueOn }: any) => [text, office?.id, dueOn])).toEqual([
      ['建成科创局实验室二期', 'science', '2026-12-31'],
      ['新引进创新团队20个', undefined, '2026-12-31'],
      ['6月底前制定服务企业清单', undefined, '2026-06-30'],
    ])
    expect(await tasks()).toEqual([])
    expect((await keeper.get('/api/plan/verify')).json().code).toBe('PLAN_NO_REPORT_READ')
    expect(await act(found.id, 'store')).toMatchObject({ code: 'PLAN_PAPER_OFFICE', value: 2 })

    const [first, second, third] = found.tasks.map(({ id }: any) => id)
    await act(found.id, 'tasks', { tasks: [second, third], office: 'economy', dueOn: '2026-10-31' })
    await act(found.id, 'tasks', { tasks: [second], measure: 'measured', target: '25', unit: '个' })
    await act(found.id, 'tasks', { tasks: [third], kept: false })
    expect(await act(found.id, 'tasks', { tasks: [first], office: 'nobody' })).toMatchObject({
      code: 'PLAN_OFFICE',
    })
    expect(await act(found.id, 'tasks', { tasks: [first], dueOn: '2025-12-31' })).toMatchObject({
      code: 'PLAN_PAPER_DUE',
    })
    expect(await act(found.id, 'tasks', { tasks: [first], measure: 'measured' })).toMatchObject({
      code: 'PLAN_PAPER_TARGET',
    })
    expect(await act(found.id, 'tasks', { tasks: ['elsewhere'], kept: false })).toMatchObject({
      code: 'RECORD_NOT_FOUND',
    })
    expect(await act(found.id, 'store', { issue: true })).toMatchObject({ granules: 2, planYear: '2026' })

    const { rows } = await ledger()
    expect(rows.map((row: any) => [row.text, row.office.id, row.dueOn, row.status, row.leader])).toEqual([
      ['建成科创局实验室二期', 'science', '2026-12-31', 'issued', '分管科创局'],
      ['新引进创新团队20个', 'economy', '2026-10-31', 'issued', '分管经发局'],
    ])
    expect(rows[1].target).toMatchObject({ value: '25', unit: '个' })
    const { history, report } = (await keeper.get(`/api/plan/granules/${rows[0].id}`)).json()
    expect(history.map(({ before, after, changedBy }: any) => [before, after, changedBy])).toEqual([
      [null, 'drafted', 'zhang'],
      ['drafted', 'issued', 'zhang'],
    ])
    expect(report.title).toBe('高新区2025年工作总结和2026年工作安排')
    const checked = (await keeper.get('/api/plan/verify')).json()
    expect(checked.report.year).toBe('2025')
    expect(checked.rows).toHaveLength(3)
    expect((await keeper.get('/api/plan/report/2025')).json().blocks.length).toBeGreaterThan(5)
  })

  it('is not read in twice, nor stored twice', async () => {
    expect((await bring(REPORT, 'name=again.txt&paper=report')).json()).toMatchObject({
      code: 'PLAN_PAPER_KNOWN',
      status: 409,
    })
    const [stored] = (await keeper.get('/api/plan/readings')).json().rows
    expect(stored).toMatchObject({ state: 'stored', tasks: 2, unled: 0 })
    for (const [what, body] of [
      ['store', {}],
      ['drop', {}],
      ['head', { title: 'x' }],
      ['tasks', { tasks: ['x'], kept: true }],
    ] as const)
      expect(await act(stored.id, what, body)).toMatchObject({ code: 'PLAN_PAPER_CLOSED', status: 409 })
  })

  it('that is mended is the one in use, and the tasks that are there already are left out', async () => {
    const found = await brought(REPORT.replace('6.2%', '6.4%'), 'name=修改稿.txt&paper=report')
    expect(found.replaces).toBe('高新区2025年工作总结和2026年工作安排')
    expect(found.tasks.map(({ kept, known }: any) => [kept, known !== null])).toEqual([
      [false, true],
      [false, true],
      [true, false],
    ])
    await act(found.id, 'tasks', { tasks: [found.tasks[2].id], kept: false })
    await act(found.id, 'store')
    expect((await keeper.get('/api/plan/verify')).json().rows[0].text).toBe('增长6.4%')
    expect(await tasks()).toHaveLength(2)
  })
})

describe('a plan', () => {
  it('has its items with the offices behind them, numbered on in the ledger', async () => {
    const found = await brought(PLAN, 'name=计划.txt&paper=plan')
    expect(found).toMatchObject({ year: '2026', planYear: '2026', figures: [] })
    expect(found.tasks.map(({ text, office, target }: any) => [text, office?.id, target])).toEqual([
      ['新增规上工业企业30家以上', 'economy', '30'],
      ['建成实验室二期', 'science', null],
    ])
    await act(found.id, 'store')
    const rows = (await ledger()).rows.filter(({ status }: any) => status === 'drafted')
    expect(rows.map(({ code }: any) => code)).toEqual(['2026-1-0-01', '2026-1-0-02'])
  })

  it('of livelihood projects goes to their list', async () => {
    const found = await brought(LIVELIHOOD, 'name=实事.txt&paper=livelihood')
    await act(found.id, 'tasks', { tasks: [found.tasks[0].id], office: 'science' })
    await act(found.id, 'store')
    const rows = (await ledger()).rows.filter(({ list }: any) => list === 'livelihood')
    expect(rows.map(({ code, text, office }: any) => [code, text, office.id])).toEqual([
      ['2026-MS-01', '新增托位200个', 'science'],
      ['2026-MS-02', '改造老旧小区3个', 'economy'],
    ])
  })

  it('without a year asks for it; another year moves its dates', async () => {
    const words = '重点工作\n1.建成展厅。（牵头单位：经发局）'
    expect((await bring(words, 'name=x.txt&paper=plan')).json()).toMatchObject({ code: 'PLAN_PAPER_YEAR' })
    const found = await brought(words, 'name=x.txt&paper=plan&year=2031')
    expect(found.tasks[0].dueOn).toBe('2031-12-31')
    await act(found.id, 'head', { year: '2032', title: '2032年重点工作' })
    const anew = (await keeper.get(`/api/plan/readings/${found.id}`)).json()
    expect(anew).toMatchObject({ title: '2032年重点工作', planYear: '2032', startsOn: '2032-01-01' })
    expect(anew.tasks.map(({ dueOn, office }: any) => [dueOn, office.id])).toEqual([
      ['2032-12-31', 'economy'],
    ])
    await act(found.id, 'drop')
    expect((await keeper.get('/api/plan/readings')).json().rows.map(({ id }: any) => id)).not.toContain(
      found.id,
    )
  })
})

describe('what is refused', () => {
  it.each([
    ['a scan', () => scannedPdf(), 'REPORT_SCANNED_PDF'],
    ['an old .doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'REPORT_OLD_DOC'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), 'REPORT_UNKNOWN_FORMAT'],
    ['nothing', () => Buffer.alloc(0), 'REPORT_EMPTY'],
    ['a broken .docx', () => Buffer.from('504b0304ffff', 'hex'), 'REPORT_CORRUPTED'],
    ['a shopping list', () => Buffer.from('2026年\n牛奶\n面包'), 'PLAN_PAPER_NOTHING'],
  ])('%s', async (_what, bytes, code) => {
    const answer = (await bring(bytes(), 'name=x.bin&paper=report&year=2025')).json()
    expect(answer).toMatchObject({ code, place: 'x.bin', status: 422 })
    expect(answer.remedy.zh).not.toBe('')
  })

  it('a file that is too large', async () => {
    expect(
      (await bring(Buffer.alloc(20 * 1024 ** 2 + 1, 'a'), 'name=big.txt&paper=report')).json(),
    ).toMatchObject({
      code: 'PAPER_SIZE',
      status: 413,
    })
  })

  it('everybody who does not keep the ledger, and issuing by whom may not', async () => {
    const [{ id }] = (await keeper.get('/api/plan/readings')).json().rows
    const chen = openBrowser(server)
    await chen.signIn('chen')
    for (const by of [chen, leader, openBrowser(server)]) {
      expect((await bring(PLAN, 'name=x.txt&paper=plan', by)).json().code).toBe('FORBIDDEN')
      expect((await by.get(`/api/plan/readings/${id}`)).json().code).toBe('FORBIDDEN')
      for (const what of ['store', 'drop', 'head'])
        expect((await act(id, what, {}, by)).code).toBe('FORBIDDEN')
      expect((await by.get('/api/plan/readings')).json()).toEqual({ mayRead: false, rows: [] })
    }
    await person(test.zone.context(), 'tong', { role: 'statistician' })
    const tong = openBrowser(server)
    await tong.signIn('tong')
    const mine = (
      await bring('2033年工作计划\n1.建成展厅。（牵头单位：经发局）', 'name=x.txt&paper=plan', tong)
    ).json()
    expect((await tong.get(`/api/plan/readings/${mine.id}`)).json().mayIssue).toBe(false)
    expect(await act(mine.id, 'store', { issue: true }, tong)).toMatchObject({ code: 'PLAN_ROLE' })
    expect(await act(mine.id, 'store', {}, tong)).toMatchObject({ granules: 1 })
  })
})

/** Where real reports lie beside the project, they are read too. */
const SHARED = new URL('../../../shared/', import.meta.url)
const real = existsSync(SHARED)
  ? [
      'seed/report.txt',
      ...readdirSync(new URL('reports/', SHARED)).flatMap((name) =>
        /^2026_(?:beijing|gansu|xizang).*txt$/.test(name) ? [`reports/${name}`] : [],
      ),
    ]
  : []
describe.skipIf(real.length === 0)('real reports', () => {
  it.each(real)('%s', async (path) => {
    const found = await brought(
      readFileSync(new URL(path, SHARED), 'utf8'),
      `name=${path.slice(-9)}&paper=report`,
    )
    expect(found.figures.length).toBeGreaterThan(20)
    expect(found.tasks.length).toBeGreaterThan(20)
    await act(found.id, 'tasks', { tasks: found.tasks.map(({ id }: any) => id), office: 'committee' })
    const done = await act(found.id, 'store')
    expect(done.granules).toBe(found.tasks.filter(({ kept }: any) => kept).length)
  })
})
