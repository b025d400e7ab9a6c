import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/access/actor.ts'
import { historyOf, insertRows, updateRow } from '../../../kernel/store/index.ts'
import { creditCheck, organisationCheck } from '../../../kernel/store/personal/index.ts'
import { testZone } from '../../../test/zone.ts'
import { parks } from '../parks.ts'
import { enterprises, facts, type honours } from '../tables.ts'
import { distinctions, setApart, undoApart } from './apart.ts'
import { candidatesOf } from './duplicates.ts'
import { merge, undoMerge } from './merge.ts'
import { lockBoth, planOf, pointingOf } from './plan.ts'

const test = testZone()
const OFFICER: Actor = { id: 'o', name: '', role: 'officer', office: 'services' }
const as = (actor: Actor = OFFICER) => test.zone.context(actor)

let count = 0
let a = ''
let b = ''

/** Two firms of nobody else's, in which only the tests put anything. */
beforeEach(async () => {
  const two = ['甲', '乙'].map(() => {
    const no = String(++count).padStart(7, '0')
    const code = `91330201Q${no}${organisationCheck(`Q${no}`)}`
    return { id: `merge-${count}`, code: `${code}${creditCheck(code)}` }
  })
  a = two[0]!.id
  b = two[1]!.id
  await enter(
    enterprises,
    two.map((row, i) => ({
      ...row,
      name: `甬新合并${count}${i === 0 ? '有限公司' : ' 有限责任公司'}`,
      kind: 'enterprise',
      sector: 'C',
      scale: i === 1,
      registered_on: '2015-01-01',
      keeper: 'services',
      address: i === 0 ? null : '示例路 1 号',
    })),
  )
})

const enter = (
  record: typeof enterprises | typeof facts | typeof honours | typeof parks,
  rows: readonly object[],
) =>
  as().transaction(async ({ db, actor, now, newId, vault }) =>
    insertRows(db, record as typeof enterprises, rows as never, { actor, now: now(), newId, vault }),
  )
const fact = (enterprise: string, year: string, value: string, item = 'revenue') => ({
  id: `${enterprise}-${item}-${year}`,
  enterprise,
  year,
  item,
  value,
  unit: 'wan',
  source: '示例',
  keeper: 'economy',
})
const factsOf = async (enterprise: string) =>
  (
    await sql<{ id: string; value: string }>`select id, value::text from enterprises.facts
      where enterprise = ${enterprise} order by id`.execute(test.zone.store.db)
  ).rows
const rowOf = async (id: string) =>
  (
    await sql<
      Record<string, unknown>
    >`select name, scale, address, parent, park, merged_into, cancelled_on::text
      from enterprises.enterprises where id = ${id}`.execute(test.zone.store.db)
  ).rows[0]
const plan = () => as().transaction(async (context) => planOf(context, await lockBoth(context, a, b)))
const asked = { why: '同一家，重复登记', take: [], keep: {} }

describe('two rows that are one enterprise', () => {
  it('are found by what they share, with why, among rows of one’s own office only', async () => {
    const { rows } = await candidatesOf(as(), { offset: 0, limit: 200 })
    expect(rows.find((pair) => pair.a === [a, b].sort()[0] && pair.b === [a, b].sort()[1])?.whys).toEqual([
      'name',
    ])
    expect(await candidatesOf(as({ ...OFFICER, office: 'science' }), { offset: 0, limit: 10 })).toEqual({
      total: 0,
      rows: [],
    })
  })

  it('are not shown once they were found not to be the same, nor merged, until that is taken back', async () => {
    const shown = async () =>
      (await candidatesOf(as(), { offset: 0, limit: 200 })).rows.some(
        (pair) => [pair.a, pair.b].includes(a) && [pair.a, pair.b].includes(b),
      )
    expect(await shown()).toBe(true)
    const why = '同名，地址和股东不同'
    const science = as({ ...OFFICER, office: 'science' })
    await expect(setApart(science, { a, b, why })).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
    // Whichever is named first.
    const { id } = await setApart(as(), { a: b, b: a, why })
    expect(await shown()).toBe(false)
    await expect(setApart(as(), { a, b, why })).rejects.toMatchObject({ code: 'MERGE_APART' })
    await expect(merge(as(), { ...asked, survivor: a, merged: b })).rejects.toMatchObject({
      code: 'MERGE_APART',
    })
    await expect(undoApart(science, id, '撤')).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
    await undoApart(as(), id, '查到是同一家')
    expect(await shown()).toBe(true)
    await expect(undoApart(as(), id, '再撤')).rejects.toMatchObject({ code: 'MERGE_UNDONE' })
    expect(
      (await historyOf(test.zone.store.db, distinctions, id)).map(({ actor, why }) => [actor, why]),
    ).toEqual([
      ['o', '撤销非同一家认定：查到是同一家'],
      ['o', `认定不是同一家：${why}`],
    ])
  })

  it('are not suspected for what many share', async () => {
    const { rows } = await sql<{ id: string }>`select id from enterprises.enterprises
      where merged_into is null and keeper = 'services' and id not like 'merge-%' limit 21`.execute(
      test.zone.store.db,
    )
    const ids = rows.map(({ id }) => id)
    const alike = async (count: number) => {
      await sql`update enterprises.enterprises set name = '同名示例' || case when id = any(${ids.slice(0, count)}::text[])
        then '' else id end where id = any(${ids}::text[])`.execute(test.zone.store.db)
      const found = await candidatesOf(as(), { offset: 0, limit: 1000 })
      return found.rows.filter(
        ({ a, b, whys }) => ids.includes(a) && ids.includes(b) && whys.includes('name'),
      ).length
    }
    expect(await alike(20)).toBe(190)
    expect(await alike(21)).toBe(0)
  })

  it('become one: all that referred to the one refers to the other, which keeps what was chosen', async () => {
    await enter(facts, [fact(a, '2021', '1'), fact(b, '2022', '2')])
    await sql`update enterprises.enterprises set parent = ${b} where id = ${a}`.execute(test.zone.store.db)
    const { id } = await merge(as(), { ...asked, survivor: a, merged: b, take: ['address', 'scale'] })
    expect((await factsOf(a)).map(({ value }) => Number(value))).toEqual([1, 2])
    expect(await factsOf(b)).toEqual([])
    expect(await rowOf(a)).toMatchObject({
      scale: true,
      address: '示例路 1 号',
      parent: null,
      merged_into: null,
    })
    expect(await rowOf(b)).toMatchObject({ merged_into: a, cancelled_on: '2024-11-15' })
    const [last] = await historyOf(test.zone.store.db, facts, `${b}-revenue-2022`)
    expect(last).toMatchObject({ actor: 'o', why: `合并企业：${asked.why}` })
    await undoMerge(as(), id, '其实是两家')
    expect((await factsOf(b)).map(({ value }) => Number(value))).toEqual([2])
    expect(await rowOf(a)).toMatchObject({ scale: false, address: null })
    expect(await rowOf(b)).toMatchObject({ merged_into: null, cancelled_on: null })
    await expect(undoMerge(as(), id, '再撤')).rejects.toMatchObject({ code: 'MERGE_UNDONE' })
  })

  it('take the parks that they run with them, and come back to them', async () => {
    const operatorOf = async () =>
      (
        await sql<{
          operator: string
        }>`select operator from enterprises.parks where id = ${`park-of-${b}`}`.execute(test.zone.store.db)
      ).rows[0]?.operator
    await enter(parks, [
      { id: `park-of-${b}`, name: `合并园${b}`, kind: 'park', operator: b, keeper: 'services' },
    ])
    await sql`update enterprises.enterprises set park = ${`park-of-${b}`} where id = ${b}`.execute(
      test.zone.store.db,
    )
    const { id } = await merge(as(), { ...asked, survivor: a, merged: b, take: ['park'] })
    expect([await operatorOf(), (await rowOf(a))?.park]).toEqual([a, `park-of-${b}`])
    await undoMerge(as(), id, '其实是两家')
    expect([await operatorOf(), (await rowOf(a))?.park]).toEqual([b, null])
  })

  it('are followed by what knows them by their codes: reporting units, and accounts that act for them', async () => {
    const { db } = test.zone.store
    const codeOf = async (id: string) =>
      (await sql<{ code: string }>`select code from enterprises.enterprises where id = ${id}`.execute(db))
        .rows[0]!.code
    const [kept, gone] = [await codeOf(a), await codeOf(b)]
    const known = async () => {
      const { rows } = await sql<{ unit: string; account: string }>`
        select (select enterprise from economy.units where id = ${`unit-of-${b}`}) as unit,
          (select enterprise from access.accounts where id = ${`account-of-${b}`}) as account`.execute(db)
      return [rows[0]!.unit, rows[0]!.account]
    }
    await as().transaction(async ({ db }) => {
      await sql`insert into economy.units (id, code, name, enterprise, kind, sector, street, since, synthetic, recorded_at, recorded_by)
        values (${`unit-of-${b}`}, ${`unit-of-${b}`}, '甬新', ${gone}, 'trade', 'F', 'meixu', '2022-01', true, now(), 'x')`.execute(
        db,
      )
      await sql`insert into access.accounts (id, login, display, kind, enterprise, state, created, synthetic, recorded_at, recorded_by)
        values (${`account-of-${b}`}, ${`account-of-${b}`}, '甬新', 'enterprise', ${gone}, 'active', now(), true, now(), 'x')`.execute(
        db,
      )
    })
    const { id } = await merge(as(), { ...asked, survivor: a, merged: b })
    expect(await known()).toEqual([kept, kept])
    await undoMerge(as(), id, '其实是两家')
    expect(await known()).toEqual([gone, gone])
  })

  it('with the same fact in the same year are merged when it is decided whose counts, and both rows stay', async () => {
    await enter(facts, [
      fact(a, '2022', '1'),
      fact(b, '2022', '2'),
      fact(a, '2023', '7'),
      fact(b, '2023', '7'),
    ])
    const { collisions } = await plan()
    expect(collisions.map(({ same }) => same)).toEqual([false, true])
    const refused = merge(as(), { ...asked, survivor: a, merged: b })
    await expect(refused).rejects.toMatchObject({ code: 'MERGE_UNDECIDED' })
    expect(await rowOf(b)).toMatchObject({ merged_into: null })
    const { id } = await merge(as(), {
      ...asked,
      survivor: a,
      merged: b,
      keep: { [collisions[0]!.key]: 'merged' },
    })
    expect((await factsOf(a)).map(({ value }) => Number(value))).toEqual([7, 2])
    expect((await factsOf(b)).map(({ value }) => Number(value))).toEqual([1, 7])
    await undoMerge(as(), id, '看错了')
    expect((await factsOf(a)).map(({ value }) => Number(value))).toEqual([1, 7])
    expect((await factsOf(b)).map(({ value }) => Number(value))).toEqual([2, 7])
  })

  it('each with a row of which one enterprise may have only one are not merged, and the record is named', async () => {
    const { db } = test.zone.store
    await enter(facts, [fact(a, '2023', '1', 'tax'), fact(b, '2022', '2', 'tax')])
    await sql`create unique index facts_trial on enterprises.facts (enterprise) where enterprise in (${sql.lit(a)}, ${sql.lit(b)})`.execute(
      db,
    )
    try {
      await expect(merge(as(), { ...asked, survivor: a, merged: b })).rejects.toMatchObject({
        code: 'MERGE_TWICE',
        place: facts.id,
        value: 'facts_trial',
      })
      expect(await factsOf(b)).toHaveLength(1)
    } finally {
      await sql`drop index enterprises.facts_trial`.execute(db)
    }
  })

  it('are not parted again once somebody changed what was moved, which is said by name', async () => {
    await enter(facts, [fact(b, '2022', '2')])
    const { id } = await merge(as(), { ...asked, survivor: a, merged: b })
    await updateRow(test.zone.context(), facts, `${b}-revenue-2022`, { value: '3' })
    await expect(undoMerge(as(), id, '撤')).rejects.toMatchObject({
      code: 'MERGE_TOUCHED',
      value: `enterprises.facts:${b}-revenue-2022`,
    })
    expect(await rowOf(b)).toMatchObject({ merged_into: a })
  })

  it('are refused to others, to themselves, twice, and for columns that are not taken', async () => {
    const two = { ...asked, survivor: a, merged: b }
    for (const actor of [
      { ...OFFICER, office: 'science' },
      { ...OFFICER, role: 'leader' as const },
    ])
      await expect(merge(as(actor), two)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' })
    await expect(merge(as(), { ...two, merged: a })).rejects.toMatchObject({ code: 'MERGE_SAME' })
    for (const column of ['code', 'mobile', 'merged_into', 'id', 'toString'])
      await expect(merge(as(), { ...two, take: [column] })).rejects.toMatchObject({ code: 'MERGE_TAKE' })
    await merge(as(), two)
    await expect(merge(as(), two)).rejects.toMatchObject({ code: 'MERGE_DONE' })
  })

  it('moves whatever any system declares to refer to the register', () => {
    const pointing = pointingOf(as()).map(({ record, column }) => `${record.id}.${column}`)
    expect(pointing).toEqual(
      expect.arrayContaining([
        'enterprises.facts.enterprise',
        'enterprises.honours.enterprise',
        'enterprises.enterprises.parent',
        'enterprises.parks.operator',
        // Known by its code.
        'economy.units.enterprise',
        'efficiency.firms.credit_code',
        'policy.claims.credit_code',
        'access.accounts.enterprise',
      ]),
    )
    expect(pointing).not.toContain('enterprises.enterprises.code')
    expect(pointing.filter((each) => /^enterprises\.(merges|distinctions)/.test(each))).toEqual([])
  })
})

it('no fact is lost or doubled, whatever stands on both sides and whatever is decided; undone, all is as it was', async () => {
  const side = fc.dictionary(
    fc.constantFrom('2019', '2020', '2021', '2022', '2023'),
    fc.integer({ min: 1, max: 3 }),
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      side,
      side,
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      async (left, right, sides) => {
        const items = [
          'revenue',
          'sales',
          'research',
          'tax',
          'assets',
          'debt',
          'cost',
          'staff',
          'land',
          'energy',
          'net-assets',
          'main-revenue',
        ]
        const item = items[run++ % items.length]!
        await sql`delete from enterprises.facts where enterprise in (${a}, ${b})`.execute(test.zone.store.db)
        const rows = [
          ...Object.entries(left).map(([year, value]) => fact(a, year, String(value), item)),
          ...Object.entries(right).map(([year, value]) => fact(b, year, String(value), item)),
        ]
        await enter(facts, rows)
        const before = [await factsOf(a), await factsOf(b)]
        const { collisions } = await plan()
        const keep = Object.fromEntries(
          collisions.map(({ key }, i) => [key, sides[i] ? ('merged' as const) : ('survivor' as const)]),
        )
        const { id } = await merge(as(), { ...asked, survivor: a, merged: b, keep })
        const after = [await factsOf(a), await factsOf(b)]
        const ids = (lists: readonly (readonly { id: string }[])[]) =>
          lists
            .flat()
            .map((row) => row.id)
            .sort()
        expect(ids(after)).toEqual(ids(before))
        // The survivor has one of every year that either had.
        expect(after[0]).toHaveLength(new Set([...Object.keys(left), ...Object.keys(right)]).size)
        expect(after[1]).toHaveLength(collisions.length)
        await undoMerge(as(), id, '撤')
        expect([await factsOf(a), await factsOf(b)]).toEqual(before)
      },
    ),
    { numRuns: 15 },
  )
})
