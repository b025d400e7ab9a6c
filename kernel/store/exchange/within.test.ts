import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { offices } from '../../access/offices.ts'
import { listRows } from '../index.ts'
import { createTables, csv, parts, workbook } from './exchange.fixture.ts'
import { type Plan, planImport, runImport } from './index.ts'
import { referring } from './within.ts'

const test = testZone()
beforeAll(() => createTables(test.zone.store.db))
beforeEach(() => test.zone.context().transaction(({ db }) => sql`delete from exchange.parts`.execute(db)))

const HEADER = '代码,上级,重量'
const plan = (file: Buffer) => planImport(test.zone.context(), parts, file)
const run = (file: Buffer, acceptRest = false) =>
  runImport(test.zone.context(), parts, file, { why: '导入测试', acceptRest })
/** Code → code of what it belongs to. */
const stored = async () => {
  const { rows } = await listRows(test.zone.store.db, parts, { offset: 0, limit: 100, sort: 'code' })
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return Object.fromEntries(
    rows.map(({ code, of }) => [code, of === null ? null : (codes.get(of as string) ?? '?')]),
  )
}
const counts = ({ new: added, changed, unchanged, badRows, linked }: Plan) => [
  added,
  changed,
  unchanged,
  badRows,
  linked,
]
const problems = ({ bad }: Plan) =>
  bad.map(({ row, column, value, reason }) => [row, column, value, reason.zh])

describe('a row that refers to a row which the same file brings', () => {
  it('is good, whichever of both stands first, and the file read again changes nothing', async () => {
    const file = csv(HEADER, '螺丝,轮子,1', '轮子,车,20', '车,,900', '门,车,30')
    expect(counts(await plan(file))).toEqual([4, 0, 0, 0, 3])
    expect(await stored()).toEqual({})
    await run(file)
    expect(await stored()).toEqual({ 螺丝: '轮子', 轮子: '车', 车: null, 门: '车' })
    expect(counts(await run(file))).toEqual([0, 0, 4, 0, 0])
  })

  it('may change with it: a row that is there comes under one that is new', async () => {
    await run(csv(HEADER, '门,,30'))
    const file = csv(HEADER, '门,车,30', '车,,900')
    expect(counts(await run(file))).toEqual([1, 1, 0, 0, 1])
    expect(await stored()).toEqual({ 门: '车', 车: null })
  })

  it('finds it in another sheet, and in a circle', async () => {
    const columns = HEADER.split(',')
    const file = await workbook({ 上: [columns, ['a', 'b', 1]], 下: [columns, ['b', 'a', 1], ['c', 'c', 1]] })
    expect(counts(await run(file))).toEqual([3, 0, 0, 0, 3])
    expect(await stored()).toEqual({ a: 'b', b: 'a', c: 'c' })
  })

  it('is bad when that row is, over any number of rows, and is told which', async () => {
    const file = csv(HEADER, '螺丝,轮子,1', '轮子,车,20', '车,,很重', '门,房子,30', '窗,,5')
    const said = await plan(file)
    expect(problems(said)).toEqual([
      [2, 'of', '轮子', '“轮子”在第 3 行，那一行有问题'],
      [3, 'of', '车', '“车”在第 4 行，那一行有问题'],
      [4, 'weight', '很重', '不是数字'],
      [5, 'of', '房子', '找不到“房子”这个上级'],
    ])
    expect(counts(said)).toEqual([1, 0, 0, 4, 0])
    expect((await run(file)).written).toBe(false)
    expect(await stored()).toEqual({})
    await run(file, true)
    expect(await stored()).toEqual({ 窗: null })
  })

  it('is bad when two rows of the file bear the name', async () => {
    const said = await plan(csv(HEADER, '门,车,1', '车,,2', '车,,3'))
    expect(problems(said)[0]).toEqual([2, 'of', '车', '“车”对应多个上级，请填编号'])
    expect(counts(said)).toEqual([0, 0, 0, 3, 0])
  })

  it('names offices as they are named everywhere: by id, name or short name, in any width', async () => {
    const lines = [
      '编号,名称,简称,英文名,上级机构,类别,分管领导,次序',
      'new-desk,新区窗口,窗口,Desk,ＮＥＷ局,中心,某,902',
      'new-bureau,新设NEW局,NEW局,New Bureau,,部门,某,901',
      ',新设科室,科室,Section,new-desk,部门,某,903',
    ]
    const context = test.zone.context()
    const first = await runImport(context, offices, csv(...lines), { why: '导入测试' })
    expect(first.bad).toEqual([])
    expect(counts(first)).toEqual([3, 0, 0, 0, 2])
    const { rows } = await listRows(test.zone.store.db, offices, {
      offset: 0,
      limit: 9,
      sort: 'sort',
      filter: { sort: '901..903' },
    })
    expect(rows.map(({ parent }) => parent)).toEqual([null, 'new-bureau', 'new-desk'])
    expect(counts(await planImport(context, offices, csv(...lines)))).toEqual([0, 0, 3, 0, 0])
  })
})

it('always: what a file of parts in any order says is what is stored, and nothing of it when one is bad', async () => {
  const tree = fc
    .array(fc.nat(), { minLength: 1, maxLength: 12 })
    .map((above) =>
      above.map((one, at) => [`p${at}`, at === 0 || one % 3 === 0 ? null : `p${one % at}`] as const),
    )
  await fc.assert(
    fc.asyncProperty(
      tree.chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length })),
      fc.boolean(),
      async (rows, spoilt) => {
        await test.zone.context().transaction(({ db }) => sql`delete from exchange.parts`.execute(db))
        const lines = rows.map(([code, of]) => `${code},${of ?? ''},${spoilt && code === 'p0' ? 'x' : 1}`)
        const outcome = await run(csv(HEADER, ...lines))
        expect(outcome.written).toBe(!spoilt)
        expect(await stored()).toEqual(spoilt ? {} : Object.fromEntries(rows))
        const above = new Map<string, string | null>(rows)
        const root = (code: string): string => (above.get(code) ? root(above.get(code)!) : code)
        if (spoilt) expect(outcome.badRows).toBe(rows.filter(([code]) => root(code) === 'p0').length)
      },
    ),
    { numRuns: 30 },
  )
})

it('follows a long chain of references, and ends in a circle', () => {
  const chain = Array.from({ length: 200_000 }, (_, at) => ({ from: at + 1, to: at, bad: at === 0 }))
  expect(referring([...chain, { from: 5, to: 200_000, bad: false }])).toHaveLength(200_000)
})
