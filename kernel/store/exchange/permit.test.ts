import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../../test/zone.ts'
import { permitFor } from '../../access/grants.ts'
import { insertRows, listRows } from '../index.ts'
import { createTables, csv, duties, written } from './exchange.fixture.ts'
import { exportRows, inspectFile, type Plan, planImport, runImport } from './index.ts'
import { allowedBy, NOT_YOURS } from './scope.ts'

/** What an office may import: its own rows, before and after, and the columns that it is granted. */
const test = testZone()
const officer = { id: 'officer-finance', name: '财金局 经办人', role: 'officer', office: 'finance' } as const
const statistician = { ...officer, id: 'statistician', role: 'statistician' } as const
const permit = permitFor(duties, officer, 'import')!
beforeAll(() => createTables(test.zone.store.db))
let ids: Record<string, string> = {}
beforeEach(async () => {
  ids = { a: 'duty-a', b: 'duty-b' }
  await test.zone.context().transaction(async ({ db, actor, now, newId }) => {
    await sql`delete from exchange.duties`.execute(db)
    const rows = [
      { id: ids.a, code: 'a', office: 'finance', amount: 1 },
      { id: ids.b, code: 'b', office: 'economy', amount: 1, remark: '内部' },
    ]
    await insertRows(db, duties, rows, { actor, now: now(), newId })
  })
})

const plan = (file: Buffer, as: Parameters<typeof permitFor>[1] = officer) =>
  planImport(test.zone.context(as), duties, file, { permit: permitFor(duties, as, 'import')! })
const reasons = ({ bad }: Plan) => bad.map(({ row, reason }) => [row, reason.zh])
const stored = async () =>
  (await listRows(test.zone.store.db, duties, { offset: 0, limit: 9, sort: 'code' })).rows.map(
    ({ code, office, amount, remark }) => [code, office, amount, remark],
  )

describe('rows', () => {
  it('of others are, by id and by key, told of like rows that are not there', async () => {
    const byId = await plan(csv('id,编号,单位,数量', `${ids.b},b,finance,9`, 'nobody,z,finance,9'))
    expect(reasons(byId)).toEqual([
      [2, NOT_YOURS.zh],
      [3, NOT_YOURS.zh],
    ])
    const byKey = await plan(csv('编号,单位,数量', 'b,finance,9', 'c,finance,9'))
    expect(reasons(byKey)).toEqual([[2, NOT_YOURS.zh]])
    expect(byKey).toMatchObject({ new: 1, badRows: 1 })
  })

  it('may neither be made outside nor be moved there', async () => {
    const said = await plan(csv('编号,单位,数量', 'a,economy,1', 'c,economy,1', 'd,finance,1'))
    expect(reasons(said)).toEqual([
      [2, NOT_YOURS.zh],
      [3, NOT_YOURS.zh],
    ])
    expect(said).toMatchObject({ new: 1, badRows: 2 })
  })

  it('inside are written, and nothing else', async () => {
    const file = csv('编号,单位,数量', 'a,finance,5', 'b,economy,5', 'c,finance,7')
    const outcome = await runImport(test.zone.context(officer), duties, file, {
      why: '测试',
      permit,
      acceptRest: true,
    })
    expect(outcome).toMatchObject({ written: true, new: 1, changed: 1, badRows: 1 })
    expect(await stored()).toEqual([
      ['a', 'finance', 5, null],
      ['b', 'economy', 1, '内部'],
      ['c', 'finance', 7, null],
    ])
  })
})

describe('columns', () => {
  const file = csv('编号,单位,数量,批注', 'a,finance,5,改')
  it('that are not granted are refused by name, unless they are left out', async () => {
    await expect(plan(file)).rejects.toMatchObject({ code: 'IMPORT_COLUMN_REFUSED', value: '批注' })
    const [sheet] = await inspectFile(duties, file, undefined, allowedBy(permit))
    expect(sheet?.matching).toMatchObject({
      refused: ['批注'],
      columns: ['code', 'office', 'amount', undefined],
    })
    const said = await planImport(test.zone.context(officer), duties, file, {
      permit,
      chosen: { 批注: null },
    })
    expect(said).toMatchObject({ changed: 1, bad: [] })
  })

  it('that are not granted are no more filled in beside the file than they are read from it, and rows stay in reach', async () => {
    const bare = csv('编号,数量', 'a,5', 'c,2')
    const filled = (said: Record<string, string>) =>
      planImport(test.zone.context(officer), duties, bare, { permit, filled: { '': said } })
    await expect(filled({ office: 'finance', remark: '改' })).rejects.toMatchObject({
      code: 'IMPORT_COLUMN_REFUSED',
    })
    expect(reasons(await filled({ office: 'economy' }))).toEqual([
      [2, NOT_YOURS.zh],
      [3, NOT_YOURS.zh],
    ])
    // What is said comes before what the file has; the store's own columns are nobody's to fill.
    expect(await filled({ office: 'finance', amount: '9', recorded_by: 'x' })).toMatchObject({
      new: 1,
      changed: 1,
      bad: [],
    })
  })

  it('that a new row needs and the person may not fill make it impossible', async () => {
    const said = await plan(csv('编号,数量', 'a,2', 'c,2'), statistician)
    expect(said).toMatchObject({ changed: 1, badRows: 1 })
    expect(reasons(said)).toEqual([[3, '您只能更新已有的记录，不能新增']])
  })
})

it('an export shows the rows and columns of its permit, and comes back unchanged', async () => {
  const { record, where } = permitFor(duties, officer, 'export')!
  const file = await written((out) =>
    exportRows(test.zone.store.db, record, { format: 'csv', language: 'zh', where }, out),
  )
  expect(file.toString()).toContain('duty-a,a,')
  expect(file.toString()).not.toContain('内部')
  expect(file.toString()).not.toContain('duty-b')
  expect(await plan(file)).toMatchObject({ total: 1, unchanged: 1, bad: [] })
})

it('a cancelled import writes nothing', async () => {
  const ended = new AbortController()
  const running = runImport(test.zone.context(officer), duties, csv('编号,单位,数量', 'c,finance,1'), {
    why: '测试',
    permit,
    signal: ended.signal,
    onProgress: () => ended.abort(),
  })
  await expect(running).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  expect((await stored()).map(([code]) => code)).toEqual(['a', 'b'])
})
