import exceljs from 'exceljs'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKeepers, keepers, LI, WANG } from '../../../test/keepers.ts'
import { testVault } from '../../../test/vault.ts'
import { testZone } from '../../../test/zone.ts'
import { createRow, listRows } from '../index.ts'
import { reveal } from '../personal/reveal.ts'
import { csv, written } from './exchange.fixture.ts'
import { exportRows, importTemplate, type Plan, planImport, runImport } from './index.ts'
import { prepare } from './plan.ts'
import { STAGE } from './stage.ts'

const test = testZone({ systems: [] })
let wang = ''
beforeAll(() => createKeepers(test.zone.store.db))
beforeEach(async () => {
  await test.zone.context().transaction(({ db }) => sql`delete from zoo.keepers`.execute(db))
  wang = String((await createRow(test.zone.context(), keepers, WANG)).id)
})

const HEADER = '姓名,身份证号,手机,备用手机,笼舍'
const LINE_WANG = `王小明,11010519491231002x,138 1234 5678,,甲`
const LINE_LI = `李娜,440524188001010014,13987654321,,乙`
const plan = (file: Buffer) => planImport(test.zone.context(), keepers, file)
const run = (file: Buffer) => runImport(test.zone.context(), keepers, file, { why: '测试' })
const exported = (format: 'csv' | 'xlsx') =>
  written((out) =>
    exportRows(test.zone.store.db, keepers, { format, language: 'zh', vault: testVault, sort: 'cage' }, out),
  )
const counts = ({ new: added, changed, unchanged, badRows }: Plan) => [added, changed, unchanged, badRows]
const full = (id: string, column: string) => reveal(test.zone.context(), keepers, id, column, '测试')

describe('an import with personal columns', () => {
  it('is judged by the blind index and kept encrypted', async () => {
    expect(counts(await plan(csv(HEADER, LINE_WANG, LINE_LI)))).toEqual([1, 0, 1, 0])
    expect(counts(await run(csv(HEADER, LINE_WANG.replace('5678', '0000'), LINE_LI)))).toEqual([1, 1, 0, 0])
    expect(await full(wang, 'mobile')).toBe('13812340000')
    expect(await full(wang, 'id_number')).toBe(WANG.id_number)
    const { rows } = await listRows(test.zone.store.db, keepers, {
      offset: 0,
      limit: 9,
      vault: testVault,
      filter: { id_number: LI.id_number },
    })
    expect(await full(String(rows[0]?.id), 'name')).toBe('李娜')
    const all = await sql<{ all: string }>`select (select jsonb_agg(to_jsonb(k)) from zoo.keepers k)::text
      || (select jsonb_agg(to_jsonb(c)) from audit.changes c)::text as all`.execute(test.zone.store.db)
    for (const value of ['李娜', LI.id_number, '13812340000']) expect(all.rows[0]?.all).not.toContain(value)
  })

  it('stages nothing in plain', async () => {
    await test.zone.context().transaction(async (context) => {
      await prepare(context, keepers, csv(HEADER, LINE_LI), {})
      const { rows } = await sql<{ all: string }>`select jsonb_agg(to_jsonb(s))::text as all
        from ${sql.raw(STAGE)} s`.execute(context.db)
      expect(rows[0]?.all).toContain('乙')
      for (const value of Object.values(LI).filter((one) => one.length > 1))
        expect(rows[0]?.all).not.toContain(value)
    })
  })

  it('shows no value of theirs among the bad cells', async () => {
    const said = await plan(csv(HEADER, '李娜,440524188001010015,13900000,,乙', LINE_WANG, LINE_WANG))
    expect(said.bad.map(({ column, value, reason }) => [column, value, reason.zh])).toEqual([
      ['id_number', '***', '应填18 位居民身份证号码'],
      ['mobile', '***', '应填11 位手机号'],
      ['id_number', '***', '与第 4 行重复'],
      ['id_number', '***', '与第 3 行重复'],
    ])
  })
})

describe('masked values', () => {
  it.each(['csv', 'xlsx'] as const)('of an export, read in again as %s, change nothing', async (format) => {
    await run(csv(HEADER, LINE_LI))
    const file = await exported(format)
    expect(counts(await run(file))).toEqual([0, 0, 2, 0])
    expect(await full(wang, 'mobile')).toBe(WANG.mobile)
  })

  it('stay, while other columns of the row change', async () => {
    const file = Buffer.from((await exported('csv')).toString().replace(',甲', ',丁'))
    expect(counts(await run(file))).toEqual([0, 1, 0, 0])
    expect(await full(wang, 'id_number')).toBe(WANG.id_number)
  })

  it('are refused in another row, in a new one, and where nothing stands', async () => {
    const said = await plan(
      csv(
        `id,${HEADER}`,
        `${wang},李**,,138****5678,138****5678,甲`,
        `,李**,440524188001010014,139****4321,,乙`,
      ),
    )
    expect(said.bad.map(({ row, column }) => [row, column])).toEqual([
      [2, 'name'],
      [2, 'id_number'],
      [2, 'second_mobile'],
      [3, 'name'],
      [3, 'mobile'],
    ])
    expect(said.badRows).toBe(2)
  })
})

it('a template says which columns tell of a person', async () => {
  const book = new exceljs.Workbook()
  await book.xlsx.load((await importTemplate(keepers, [], 'en')) as never)
  const head = book.worksheets[0]!.getCell('B1')
  expect(head.value).toBe('*Identity number')
  expect(JSON.stringify(head.note)).toContain('kept encrypted')
})
