import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { createRow, historyOf, insertRows, listRows, verifyHistory } from '../index.ts'
import { createTables, csv, notes, things, workbook } from './exchange.fixture.ts'
import { type ImportOptions, inspectFile, type Plan, planImport, runImport } from './index.ts'

const test = testZone()
beforeAll(() => createTables(test.zone.store.db))
// Inside a transaction of the program, so that the history of every test stays whole.
beforeEach(() =>
  test.zone.context().transaction(async ({ db }) => {
    for (const { id } of [things, notes]) await sql`delete from ${sql.raw(id)}`.execute(db)
  }),
)

const HEADER = '编号,名称,金额（万元）,数量,是否开放,日期,类别,牵头单位'
const GOOD = [
  HEADER,
  'a,甲,"1,234.50",3,是,2024/11/15,红,',
  'b,乙,2.5,,否,,蓝,',
  'c,丙,3,,否,2024年1月2日,深蓝,',
]

const plan = (file: Buffer, options?: ImportOptions) => planImport(test.zone.context(), things, file, options)
const run = (file: Buffer, more: { acceptRest?: boolean } & ImportOptions = {}) =>
  runImport(test.zone.context(), things, file, { why: '导入测试', ...more })
const stored = async () =>
  (await listRows(test.zone.store.db, things, { offset: 0, limit: 500, sort: 'code' })).rows
const counts = ({ total, new: added, changed, unchanged, badRows }: Plan) => [
  total,
  added,
  changed,
  unchanged,
  badRows,
]
const problems = ({ bad }: Plan) => bad.map(({ row, column, reason }) => [row, column, reason.zh])
const lastChange = async () =>
  (
    await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from audit.changes`.execute(
      test.zone.store.db,
    )
  ).rows[0]!.seq

describe('a rehearsal', () => {
  it('says what would happen and writes nothing', async () => {
    const before = await lastChange()
    const said = await plan(csv(...GOOD))
    expect(counts(said)).toEqual([3, 3, 0, 0, 0])
    expect(said.sheets).toMatchObject([{ header: 1, matching: { unmatched: [] } }])
    expect(await stored()).toEqual([])
    expect(await lastChange()).toBe(before)
  })

  it('names sheet, row, column, value and reason of every bad cell', async () => {
    const file = await workbook({
      物件: [
        ['物件登记表'],
        HEADER.split(','),
        ['a', '甲', '多', 1.5, '是', null, '绿', '气象局'],
        ['', '乙', 1, null, '否'],
      ],
    })
    const said = await plan(file)
    expect(counts(said)).toEqual([2, 0, 0, 0, 2])
    expect(said.bad[0]).toEqual({
      sheet: '物件',
      row: 3,
      column: 'amount',
      header: '金额（万元）',
      at: 2,
      value: '多',
      reason: { zh: '不是数字', en: 'Not a number' },
    })
    expect(problems(said).slice(1)).toEqual([
      [3, 'count', '应填整数'],
      [3, 'kind', '不在选项之内：红、蓝、深蓝'],
      [3, 'office', '找不到“气象局”这个机构'],
      [4, 'code', '“编号”必填'],
      [4, 'kind', '“类别”必填'],
    ])
  })

  it('finds rows that stand twice, in one sheet or in two', async () => {
    const one = ['a', '甲', 1, null, '否', null, '红']
    const said = await plan(
      await workbook({
        上: [HEADER.split(','), one, ['b', ...one.slice(1)]],
        下: [HEADER.split(','), one],
        说明: [['无']],
      }),
    )
    expect(problems(said)).toEqual([
      [2, 'code', '与“下”第 2 行重复'],
      [2, 'code', '与“上”第 2 行重复'],
    ])
    expect(said.skipped).toEqual(['说明'])
    expect(counts(said)).toEqual([3, 1, 0, 0, 2])
  })

  it('refuses a file without a header or without the key, and takes the person’s word for a column', async () => {
    await expect(plan(csv('甲,乙', '1,2'))).rejects.toMatchObject({ code: 'IMPORT_NO_HEADER' })
    await expect(plan(csv('名称,金额', '甲,2'))).rejects.toMatchObject({
      code: 'IMPORT_NO_KEY',
      value: ['code'],
    })
    const file = csv(...GOOD.map((line) => line.replace('编号', '序')))
    expect((await inspectFile(things, file))[0]?.matching.unmatched).toEqual(['序'])
    expect(counts(await plan(file, { chosen: { 序: 'code' } }))).toEqual([3, 3, 0, 0, 0])
  })

  it('refuses new rows without the required columns, but lets known ones be filled in part', async () => {
    await run(csv(...GOOD))
    const said = await plan(csv('编号,数量', 'a,4', 'z,5'))
    expect(counts(said)).toEqual([2, 0, 1, 0, 1])
    expect(problems(said)).toEqual([[3, 'code', '新增的行缺少必填栏目：名称、金额、是否开放、类别']])
  })
})

describe('the write', () => {
  it('keeps who, when and why of every row, and the same file twice changes nothing', async () => {
    const steps: string[] = []
    const first = await run(csv(...GOOD), {
      onProgress: ({ step, done }) => steps.push(`${step.en} ${done}`),
    })
    expect(first).toMatchObject({ written: true, new: 3 })
    expect(steps).toEqual(['Reading the file 3', 'Comparing 3', 'Writing 3'])
    const rows = await stored()
    expect(rows[0]).toMatchObject({
      code: 'a',
      amount: '1234.50',
      count: 3,
      open: true,
      on: '2024-11-15',
      kind: 'red',
      synthetic: false,
    })
    const before = await lastChange()
    expect(counts(await run(csv(...GOOD)))).toEqual([3, 0, 0, 3, 0])
    expect(await lastChange()).toBe(before)

    const again = await run(csv(...GOOD.map((line) => line.replace('b,乙,2.5', 'b,乙,2.75'))))
    expect(counts(again)).toEqual([3, 0, 1, 2, 0])
    const after = await stored()
    expect(after.map(({ amount }) => amount)).toEqual(['1234.50', '2.75', '3'])
    expect(after[0]).toEqual(rows[0])
    const [version] = await historyOf(test.zone.store.db, things, String(after[1]!.id))
    expect(version).toMatchObject({ why: '导入测试', before: { amount: 2.5 }, after: { amount: 2.75 } })
  })

  it('of a bad file writes nothing, unless the rest is accepted', async () => {
    const file = csv(...GOOD, 'd,丁,无数,,否,,红,')
    const before = await lastChange()
    expect(await run(file)).toMatchObject({ written: false, new: 3, badRows: 1 })
    expect(await stored()).toEqual([])
    expect(await lastChange()).toBe(before)
    expect(await run(file, { acceptRest: true })).toMatchObject({ written: true, new: 3, badRows: 1 })
    expect((await stored()).map(({ code }) => code)).toEqual(['a', 'b', 'c'])
  })

  it('finds rows by id, lets their key change, and refuses a key that another row has', async () => {
    await run(csv(...GOOD))
    const [a, b] = (await stored()) as { id: string }[]
    const said = await plan(csv('编号 [id],编号', `${a!.id},b`, `${b!.id},x`, 'nobody,y'))
    expect(problems(said)).toEqual([
      [2, 'code', '已有另一条记录与此相同'],
      [4, 'id', '没有这个编号的记录；新增的行请把编号留空'],
    ])
    expect(await run(csv('编号 [id],编号', `${a!.id},aa`))).toMatchObject({ written: true, changed: 1 })
    expect((await stored()).map(({ code }) => code)).toEqual(['aa', 'b', 'c'])
    expect(problems(await plan(csv('id,编号', `${a!.id},`)))).toEqual([[2, 'code', '“编号”必填']])
  })

  it('clears what an empty cell of an optional column clears, and leaves columns alone that the file has not', async () => {
    await run(csv(...GOOD))
    expect(counts(await run(csv('编号,数量', 'a,')))).toEqual([1, 0, 1, 0, 0])
    expect((await stored())[0]).toMatchObject({ count: null, on: '2024-11-15', name: '甲' })
  })

  it('finds references and offices by their names', async () => {
    const { db } = test.zone.store
    const unit = (
      await sql<{ id: string; code: string }>`select id, code from economy.units limit 1`.execute(db)
    ).rows[0]!
    const office = (
      await sql<{ id: string; name: string }>`select id, name from access.offices limit 1`.execute(db)
    ).rows[0]!
    const file = csv(
      '编号,名称,金额,是否开放,类别,单位,牵头单位',
      `a,甲,1,否,红,${unit.code},${office.name}`,
      `b,乙,1,否,红,${unit.id},`,
    )
    expect(await run(file)).toMatchObject({ written: true })
    expect(await stored()).toMatchObject([
      { unit: unit.id, office: office.id },
      { unit: unit.id, office: null },
    ])
    expect(problems(await plan(csv('编号,单位', 'a,无此')))).toEqual([[2, 'unit', '找不到“无此”这个单位']])
  })

  it('of a record without a key adds no row twice', async () => {
    const context = test.zone.context()
    const file = csv('内容,日期', '甲,', '乙,2024-11-15')
    const once = () => runImport(context, notes, file, { why: '测试' })
    expect(counts(await once())).toEqual([2, 2, 0, 0, 0])
    expect(counts(await once())).toEqual([2, 0, 0, 2, 0])
    const twice = await planImport(context, notes, csv('内容,日期', '丙,', '丙,'))
    expect(problems(twice)).toEqual([
      [2, 'words', '与第 3 行重复'],
      [3, 'words', '与第 2 行重复'],
    ])
  })

  it('tells rows apart by their places, and a moved one from one that stays', async () => {
    const context = test.zone.context()
    const run = (table: typeof notes | typeof things, ...lines: string[]) =>
      runImport(context, table as typeof things, csv(...lines), { why: '测试' })
    const file = ['内容,位置', '甲,"121.55, 29.88"', '甲,"121.5500001, 29.88"', '乙,']
    expect(counts(await run(notes, ...file))).toEqual([3, 3, 0, 0, 0])
    expect(counts(await run(notes, ...file))).toEqual([3, 0, 0, 3, 0])
    expect(problems(await planImport(context, notes, csv(file[0]!, file[1]!, file[1]!)))).toHaveLength(2)
    const line = (place: string) => `a,甲,1,是,红,"${place}"`
    const head = '编号,名称,金额,是否开放,类别,位置'
    expect(counts(await run(things, head, line('121.55, 29.88')))).toEqual([1, 1, 0, 0, 0])
    expect(counts(await run(things, head, line('（121.5500，29.8800）')))).toEqual([1, 0, 0, 1, 0])
    expect(counts(await run(things, head, line('121.5500001, 29.88')))).toEqual([1, 0, 1, 0, 0])
    expect(counts(await run(things, head, line('')))).toEqual([1, 0, 1, 0, 0])
    expect(problems(await planImport(context, things, csv(head, line('29.88, 121.55'))))).toMatchObject([
      [2, 'place', expect.stringContaining('纬度写在了前面')],
    ])
  })

  it('gives way to nobody: what was entered meanwhile is judged as it is when the file is written', async () => {
    await createRow(test.zone.context(), things, {
      code: 'a',
      name: '早',
      amount: '1',
      open: true,
      kind: 'red',
    })
    expect(counts(await run(csv(...GOOD)))).toEqual([3, 2, 1, 0, 0])
  })

  it('of many rows goes in batches, and the chain over the changes holds', async () => {
    const lines = (amount: number) =>
      csv(HEADER, ...Array.from({ length: 5000 }, (_, i) => `n${i},名${i},${amount},,否,,红,`))
    expect(counts(await run(lines(1)))).toEqual([5000, 5000, 0, 0, 0])
    expect(counts(await run(lines(2)))).toEqual([5000, 0, 5000, 0, 0])
    expect(counts(await run(lines(2)))).toEqual([5000, 0, 0, 5000, 0])
    const sum = await listRows(test.zone.store.db, things, { offset: 0, limit: 1 })
    expect(sum).toMatchObject({ total: 5000, sums: { amount: '10000' } })
    const { findings } = await verifyHistory(test.zone.store.db, [things.id])
    expect(findings.filter(({ record }) => record === things.id)).toEqual([])
  })

  it('leaves alone a text that differs only in what no file can carry', async () => {
    const { actor, now, newId, db } = test.zone.context()
    await insertRows(
      db,
      things,
      [{ code: 'a', name: '一\r\n二\u0007 ', amount: '1.50', open: false, kind: 'red' }],
      { actor, now: now(), newId },
    )
    expect(counts(await plan(csv('编号,名称,金额', 'a,"一\n二",1.5')))).toEqual([1, 0, 0, 1, 0])
  })
})
