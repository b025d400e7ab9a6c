import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testVault } from '../../test/vault.ts'
import { testZone } from '../../test/zone.ts'
import { text } from '../text.ts'
import { defineRecord, insertRows, listRows, pageOf, totalsOf, updateRow } from './index.ts'
import { indexed, wordOf } from './search.ts'

const firms = defineRecord({
  id: 'market.firms',
  name: text('企业', 'Firms'),
  about: text('试', 'Trial'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    note: { kind: 'longText', name: text('备注', 'Note'), optional: true },
    month: { kind: 'month', name: text('月份', 'Month'), optional: true },
    size: { kind: 'choice', name: text('规模', 'Size'), choices: { big: text('大', 'Big') }, optional: true },
    value: { kind: 'decimal', name: text('产值', 'Value') },
    phone: { kind: 'text', name: text('电话', 'Telephone'), personal: 'mobile', optional: true },
  },
  large: true,
})
/** The same table for those who may not see the note. */
const { note: _, ...unnoted } = firms.columns
const narrowed = { ...firms, columns: unnoted as typeof firms.columns }
const test = testZone({
  systems: [
    {
      id: 'market',
      name: text('市场', 'Market'),
      group: 'people',
      office: 'economy',
      about: text('试', 'Trial'),
      records: [firms],
      indicators: [],
    },
  ],
})

/** Few characters, so that words are met: Chinese, both cases, and what patterns and paths are made of. */
const character = fc.constantFrom(...'宁波甲乙aAbB1 %_\\\'"-')
const words = (minLength: number, maxLength: number) => fc.string({ unit: character, minLength, maxLength })
let rows: { id: string; name: string; note: string | null; month: string | null }[] = []
beforeAll(async () => {
  const some = fc.record({
    name: words(1, 12),
    note: fc.option(words(0, 20)),
    month: fc.option(fc.constantFrom('2024-10', '2023-01')),
  })
  rows = fc.sample(some, { numRuns: 400, seed: 7 }).map((row, at) => ({ ...row, id: `f${at}` }))
  await test.zone.context().transaction(({ db, actor, now, newId, vault }) =>
    insertRows(
      db,
      firms,
      rows.map((row, at) => ({ ...row, value: '1.5', size: 'big', phone: at === 3 ? '13800138000' : null })),
      { actor, now: now(), newId, vault },
    ),
  )
})

/** Every row that a search finds, by its pages. */
async function found(search: string, sort?: string, record = firms): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await pageOf(test.zone.store.db, record, {
      search,
      vault: testVault,
      limit: 40,
      after,
      ...(sort ? { sort } : {}),
    })
    ids.push(...page.rows.map(({ id }) => String(id)))
    if (!page.next) return ids
    after = page.next
  }
}
const holding = (search: string, columns: readonly ('name' | 'note' | 'month')[]) => {
  const word = wordOf(search)?.toLowerCase() ?? ''
  return rows.filter((row) => columns.some((name) => row[name]?.toLowerCase().includes(word)) || word === '')
}

describe('a search in a large list', () => {
  const looked = fc.oneof(
    words(0, 5),
    fc.nat(399).chain((at) => {
      const { name, note } = rows[at] ?? { name: 'x', note: '' }
      const of = name + (note ?? '')
      return fc.tuple(fc.nat(of.length), fc.nat(6)).map(([from, length]) => of.slice(from, from + length))
    }),
  )
  const sorts = fc.constantFrom(undefined, 'name', '-name', 'size', 'value', '-month')

  it('always: finds through its index, along an order or by sorting, the rows that have the word', async () => {
    await fc.assert(
      fc.asyncProperty(looked, sorts, async (search, sort) => {
        const meant = holding(search, ['name', 'note', 'month']).map(({ id }) => id)
        const ids = await found(search, sort)
        expect(ids.toSorted()).toEqual(meant.toSorted())
        expect((await totalsOf(test.zone.store.db, firms, { search })).total).toBe(meant.length)
        if (sort !== undefined) return
        expect(ids).toEqual(ids.toSorted())
      }),
      { numRuns: 300 },
    )
  })

  it('always: the index leads to every row that has the word', async () => {
    await fc.assert(
      fc.asyncProperty(looked, async (search) => {
        const word = wordOf(search)
        const condition = word && indexed(firms, word)
        fc.pre(condition !== undefined && condition !== '')
        const led = await test.zone.store.db.connection().execute(async (db) => {
          await sql`set enable_seqscan = off`.execute(db)
          const { rows: all } = await sql<{
            id: string
          }>`select id from market.firms where ${condition}`.execute(db)
          await sql`reset enable_seqscan`.execute(db)
          return new Set(all.map(({ id }) => id))
        })
        for (const { id } of holding(search, ['name', 'note', 'month'])) expect(led).toContain(id)
      }),
      { numRuns: 100 },
    )
  })

  it('asks the index for a word that few rows have', async () => {
    const plan = await test.zone.store.db.connection().execute(async (db) => {
      await sql`set enable_seqscan = off`.execute(db)
      const { rows: lines } = await sql<{ 'QUERY PLAN': string }>`explain select id from market.firms
        where ${indexed(firms, '宁波甲')}`.execute(db)
      await sql`reset enable_seqscan`.execute(db)
      return lines.map((line) => line['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('firms_bigrams_idx')
  })

  it('does not find by a column that may not be seen, though the index has it', async () => {
    for (const search of ['宁波', '甲', 'ab', '波甲乙'])
      expect((await found(search, 'name', narrowed)).toSorted()).toEqual(
        holding(search, ['name', 'month'])
          .map(({ id }) => id)
          .toSorted(),
      )
    const secret = rows.find(
      ({ note, name }) => note && note.length > 8 && holding(note, ['name']).length === 0 && name,
    )!
    expect(await found(secret.note!, undefined, firms)).toContain(secret.id)
    expect(await found(secret.note!, undefined, narrowed)).toEqual([])
    expect((await totalsOf(test.zone.store.db, narrowed, { search: secret.note! })).total).toBe(0)
  })

  it('looks into nothing that tells of a person, and not into ids and codes that nobody reads', async () => {
    for (const search of ['13800138000', 'f399', 'big']) expect(await found(search)).toEqual([])
    const { rows: indexes } = await sql<{ definition: string }>`select indexdef as definition from pg_indexes
      where tablename = 'firms' and indexdef like '%gin%'`.execute(test.zone.store.db)
    expect(indexes).toHaveLength(1)
    expect(indexes[0]?.definition).not.toContain('phone')
  })

  it('finds in the past what stood there then', async () => {
    const before = new Date(Date.now() - 1).toISOString()
    await updateRow(test.zone.context(), firms, 'f0', { name: '从前没有的名称' })
    expect(await found('从前没有')).toEqual(['f0'])
    const then = { search: '从前没有', knownOn: before }
    const past = await listRows(test.zone.store.db, firms, { ...then, offset: 0, limit: 9 })
    expect([past.total, past.rows]).toEqual([0, []])
    await updateRow(test.zone.context(), firms, 'f0', { name: rows[0]!.name })
  })

  it('counts ten thousand rows and says that there are more', async () => {
    await test.zone.context().transaction(({ db, actor, now, newId, vault }) =>
      insertRows(
        db,
        firms,
        Array.from({ length: 10_050 }, (_, at) => ({
          id: `many${at}`,
          name: `丙丁${at}`,
          // Words whose rows stand together, at the far end of an order.
          note: at % 100 > 90 ? '戊己' : null,
          month: at % 3 === 0 ? null : at % 100 > 90 ? '2024-12' : '2024-01',
          size: at % 100 > 95 ? null : 'big',
          value: String(at % 100),
        })),
        { actor, now: now(), newId, vault },
      ),
    )
    const { db } = test.zone.store
    expect(await totalsOf(db, firms, { search: '丙丁' })).toEqual({ total: 10_000, atLeast: true, sums: {} })
    const some = await totalsOf(db, firms, { search: '丙丁100' })
    expect(some).toEqual({ total: 61, sums: { value: '1270' } })
    expect((await totalsOf(db, firms, {})).total).toBe(10_450)
  })

  it('always: is in the order of the list, also where the rows that have the word stand far into it', async () => {
    const { db } = test.zone.store
    const orders = fc.constantFrom(
      ...Object.keys(firms.columns).flatMap((name) => [name, `-${name}`]),
      'id',
      '-id',
    )
    const common = fc.constantFrom('戊己', '丁9', '丙丁', '丁', '丙丁1')
    await fc.assert(
      fc.asyncProperty(orders, common, fc.integer({ min: 1, max: 9 }), async (sort, search, limit) => {
        const all = await pageOf(db, firms, { sort, limit: 20_000, vault: testVault })
        const meant = all.rows.filter(({ name, note }) => `${name}\n${note}`.includes(search))
        const ids = (page: typeof all) => page.rows.map(({ id }) => id)
        const expected = ids({ ...all, rows: meant })
        const ask = (place: object) => pageOf(db, firms, { sort, search, limit, vault: testVault, ...place })
        const first = await ask({})
        const second = await ask({ after: first.next ?? '' })
        expect([...ids(first), ...ids(second)]).toEqual(expected.slice(0, 2 * limit))
        expect(ids(await ask({ before: second.previous ?? '' }))).toEqual(ids(first))
        // Across the border between rows with a value and those without.
        const border = meant.findIndex((row) => row[sort.replace('-', '')] === null)
        if (border < 2) return
        const before = await ask({ offset: border - 2 })
        expect(ids(await ask({ after: before.next ?? '' }))).toEqual(
          expected.slice(border - 2 + limit, border - 2 + 2 * limit),
        )
      }),
      { numRuns: 60 },
    )
  })
})
