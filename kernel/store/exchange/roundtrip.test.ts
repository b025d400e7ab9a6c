import { Decimal } from 'decimal.js'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { offices } from '../../access/offices.ts'
import { peers } from '../../figures/tables.ts'
import { checkValues, insertRows, listRows, type RecordDefinition } from '../index.ts'
import { createTables, csv, things, workbook, written } from './exchange.fixture.ts'
import {
  type ExportOptions,
  exportRows,
  importTemplate,
  loadOffices,
  markFile,
  planImport,
  readTable,
  runImport,
} from './index.ts'

const test = testZone()
beforeAll(() => createTables(test.zone.store.db))

const exported = (record: RecordDefinition, options: Partial<ExportOptions> = {}) =>
  written((out) => exportRows(test.zone.store.db, record, { format: 'csv', language: 'zh', ...options }, out))
const clear = () => sql`delete from exchange.things`.execute(test.zone.store.db)
const texts = async (source: Buffer) => {
  const rows = []
  for await (const { cells } of readTable(source)) rows.push(cells)
  return rows
}

/** All that was entered. A workbook keeps a number, not how many zeros end it. */
async function contents(format: 'csv' | 'xlsx') {
  const { rows } = await listRows(test.zone.store.db, things, { offset: 0, limit: 100, sort: 'code' })
  return rows.map(({ id: _, recorded_at: __, ...row }) =>
    format === 'csv' ? row : { ...row, amount: new Decimal(String(row.amount)).toFixed() },
  )
}

const line = (most: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: most })
    .filter((words) => words.trim() !== '' && !words.includes('\0'))
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const thing = fc.record({
  code: line(20),
  name: fc.oneof(
    line(60),
    fc.constantFrom(
      '=1+1',
      "'=1",
      '-5',
      '@a',
      '&lt;b&gt;',
      '一\n二',
      'a,"b"',
      '0012',
      '1e5',
      '2024-11-15',
      '_x000A_',
    ),
  ),
  amount: fc.oneof(
    fc
      .tuple(fc.bigInt(-(10n ** 20n) + 1n, 10n ** 20n - 1n), fc.stringMatching(/^\d{1,8}$/))
      .map(([a, b]) => `${a}.${b}`),
    fc.integer().map(String),
  ),
  count: option(fc.maxSafeInteger()),
  open: fc.boolean(),
  on: option(day),
  month: option(day.map((on) => on.slice(0, 7))),
  year: option(day.map((on) => on.slice(0, 4))),
  at: option(
    fc
      .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString()),
  ),
  kind: fc.constantFrom('red', 'blue', 'dark'),
  office: option(fc.constantFrom('office', 'economy')),
  place: option(
    fc
      .tuple(fc.integer({ min: -1.8e9, max: 1.8e9 }), fc.integer({ min: -9e8, max: 9e8 }))
      .map(([east, north]) => ({ longitude: east / 1e7, latitude: north / 1e7 })),
  ),
})

describe('what goes out comes back', () => {
  it.each(['csv', 'xlsx'] as const)(
    'as %s: nothing changes, and an empty table is filled with the same',
    async (format) => {
      const context = test.zone.context()
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(thing, { selector: ({ code }) => code.trim(), minLength: 1, maxLength: 12 }),
          fc.constantFrom('zh' as const, 'en' as const),
          async (rows, language) => {
            await clear()
            const { db, actor, now, newId } = context
            const checked = rows.map((row) => checkValues(things, row))
            await insertRows(db, things, checked, { actor, now: now(), newId })
            const whole = await exported(things, { format, language })
            const withoutIds = await exported(things, {
              format,
              language,
              columns: Object.keys(things.columns),
            })
            const before = await contents(format)
            const total = rows.length
            expect(await planImport(context, things, whole)).toMatchObject({
              bad: [],
              unchanged: total,
              total,
            })
            await clear()
            const filled = await runImport(context, things, withoutIds, { why: '测试' })
            expect(filled).toMatchObject({ bad: [], new: total, written: true })
            expect(await contents(format)).toEqual(before)
          },
        ),
        { numRuns: 15 },
      )
      await clear()
    },
  )

  it.each(['economy.units', 'figures.peers', 'access.offices', 'plan.granules'])(
    'of the demonstration: %s',
    async (id) => {
      const declared = [peers, offices, ...test.zone.systems.flatMap(({ records }) => records)]
      const record = declared.find((one) => one.id === id)!
      const total = (await listRows(test.zone.store.db, record, { offset: 0, limit: 1 })).total
      for (const format of ['csv', 'xlsx'] as const)
        for (const language of ['zh', 'en'] as const) {
          const file = await exported(record, { format, language })
          const said = await planImport(test.zone.context(), record, file)
          expect(said).toMatchObject({ total, unchanged: total, bad: [] })
        }
    },
  )
})

describe('an export', () => {
  it('shows what the list shows: filter, search, sort, columns', async () => {
    const filter = { indicator: 'economy.gdp', aspect: 'growth', period: '2023' }
    const file = await exported(peers, { filter, sort: '-value', columns: ['place', 'aspect', 'value'] })
    expect(file.subarray(0, 3)).toEqual(Buffer.from('efbbbf', 'hex'))
    const { rows, total } = await listRows(test.zone.store.db, peers, {
      filter,
      sort: '-value',
      offset: 0,
      limit: 500,
    })
    expect(await texts(file)).toEqual([
      ['地区', '口径', '数值'],
      ...rows.map((row) => [row.place, '增速', row.value]),
    ])
    const english = await texts(await exported(peers, { filter, language: 'en', format: 'xlsx' }))
    expect(english[0]).toContain('Place')
    expect(english).toHaveLength(total + 1)
    expect(await texts(await exported(peers, { search: '没有这样的地方' }))).toHaveLength(1)
  })

  it('keeps exact numbers in a workbook, and lets no text run as a formula', async () => {
    await clear()
    const { db, actor, now, newId } = test.zone.context()
    const base = { name: '=HYPERLINK("x")', open: true, kind: 'red' }
    await insertRows(
      db,
      things,
      [
        { ...base, code: 'a', amount: '12345678901234567890.12345678' },
        { ...base, code: 'b', amount: '0.10' },
        { ...base, code: 'c', amount: '1', name: '＝1+1' },
      ],
      { actor, now: now(), newId },
    )
    const columns = ['code', 'name', 'amount']
    expect((await texts(await exported(things, { format: 'xlsx', columns, sort: 'code' }))).slice(1)).toEqual(
      [
        ['a', '=HYPERLINK("x")', '12345678901234567890.12345678'],
        ['b', '=HYPERLINK("x")', { number: '0.1' }],
        ['c', '＝1+1', { number: '1' }],
      ],
    )
    const plain = (await exported(things, { columns, sort: 'code' })).toString()
    expect(plain).toContain(`a,"'=HYPERLINK(""x"")",123`)
    expect(plain).toContain(`c,'＝1+1,1`)
    await clear()
  })
})

describe('a template', () => {
  it('has the names with units and marks, help, drop-downs and formats, and reads as an empty file', async () => {
    const bytes = await importTemplate(things, await loadOffices(test.zone.store.db))
    const book = new exceljs.Workbook()
    await book.xlsx.load(bytes as never)
    const sheet = book.worksheets[0]!
    expect(sheet.name).toBe('物件')
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      ...[
        '*编号',
        '*名称',
        '*金额（万元）',
        '数量',
        '*是否开放',
        '日期',
        '报告期',
        '年度',
        '时刻',
        '*类别',
        '单位',
        '牵头单位',
        '位置',
      ],
    ])
    expect(JSON.stringify(sheet.getCell('B1').note)).toContain('全称')
    expect(sheet.getCell('F5').numFmt).toBe('yyyy-mm-dd')
    expect(sheet.getCell('E2').dataValidation).toMatchObject({ type: 'list' })
    const hidden = book.getWorksheet('_gaoxin')!
    expect(hidden.state).toBe('veryHidden')
    expect(hidden.getCell('A1').value).toBe('exchange.things')
    expect(hidden.getCell('J3').value).toBe('红')
    sheet.getRow(2).values = [
      't1',
      '甲',
      12.5,
      3,
      '是',
      new Date('2024-11-15T00:00:00Z'),
      '2024-11',
      '2024',
      null,
      '深蓝',
    ]
    const filled = Buffer.from(await book.xlsx.writeBuffer())
    const said = await planImport(test.zone.context(), things, filled)
    expect(said).toMatchObject({ total: 1, new: 1, bad: [], skipped: [] })
  })

  it('of a record without a key asks for the id', async () => {
    const rows = await texts(Buffer.from(await importTemplate(offices, [])))
    expect(rows[0]?.[0]).toBe('*编号')
  })
})

describe('a file given back', () => {
  const lines = [
    ['编号', '名称', '金额', '是否开放', '类别'],
    ['a', '甲', '多', '是', '绿'],
    ['b', '乙', 1, '否', '红'],
    ['c', '丙', 2, '否'],
  ]
  it.each([
    ['csv', 'zh', '问题清单', ['不是数字', '必填']],
    ['xlsx', 'zh', '问题清单', ['不是数字', '必填']],
    ['csv', 'en', 'Problems found', ['Not a number', 'required']],
    ['xlsx', 'en', 'Problems found', ['Not a number', 'required']],
  ] as const)(
    'from %s, in %s, has the bad cells marked and listed, and can be read in when mended',
    async (format, language, list, [notNumber, required]) => {
      const context = test.zone.context()
      const file = format === 'csv' ? csv(...lines.map((cells) => cells.join(','))) : await workbook(lines)
      const { bad } = await planImport(context, things, file)
      expect(bad.map(({ row, at }) => [row, at])).toEqual([
        [2, 2],
        [2, 4],
        [4, 4],
      ])
      const book = new exceljs.Workbook()
      await book.xlsx.load((await written((out) => markFile(file, bad, out, language))) as never)
      const sheet = book.worksheets[0]!
      expect(sheet.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
      expect(JSON.stringify(sheet.getCell('C2').note)).toContain(notNumber)
      expect(JSON.stringify(sheet.getCell('E4').note)).toContain(required)
      expect(sheet.getCell('C3').fill).toBeUndefined()
      const listed = book.getWorksheet(list)!
      expect(listed.rowCount).toBe(4)
      expect(listed.getRow(2).values).toEqual([undefined, sheet.name, 2, '金额', '多', notNumber])
      sheet.getCell('C2').value = 5
      sheet.getCell('E2').value = '红'
      sheet.getCell('E4').value = '蓝'
      const mended = await planImport(context, things, Buffer.from(await book.xlsx.writeBuffer()))
      expect(mended).toMatchObject({ total: 3, new: 3, bad: [], skipped: [] })
    },
  )
})
