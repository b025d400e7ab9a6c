import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { text } from '../text.ts'
import { defineRecord, insertRows, listRows, pageOf } from './index.ts'

const things = defineRecord({
  id: 'shop.things',
  name: text('物品', 'Things'),
  about: text('试', 'Trial'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    price: { kind: 'decimal', name: text('价格', 'Price'), optional: true },
    made: { kind: 'date', name: text('日期', 'Made'), optional: true },
    kind: { kind: 'text', name: text('类别', 'Kind'), optional: true },
  },
})
const test = testZone({
  systems: [
    {
      id: 'shop',
      name: text('店', 'Shop'),
      group: 'people',
      office: 'economy',
      about: text('试', 'Trial'),
      records: [things],
      indicators: [],
    },
  ],
})
const NAMES = ['重庆', '北京', '安徽', '长沙', '上海', '张三', '张三', '赵六', 'abc', '宁波', '宁波', '义乌']
beforeAll(() =>
  test.zone.context().transaction(({ db, actor, now, newId }) =>
    insertRows(
      db,
      things,
      NAMES.map((name, index) => ({
        id: `t${String(index).padStart(2, '0')}`,
        name,
        price: index % 3 === 0 ? null : `${(index * 7) % 5}.50`,
        made: index % 4 === 0 ? null : `2024-0${1 + (index % 3)}-01`,
        kind: index % 2 ? 'a' : null,
      })),
      { actor, now: now(), newId },
    ),
  ),
)

it('stands Chinese in the order of its pinyin', async () => {
  const { rows } = await pageOf(test.zone.store.db, things, { sort: 'name', limit: 50 })
  const names = [...new Set(rows.map(({ name }) => name))]
  expect(names.filter((name) => name !== 'abc')).toEqual(
    ['安徽', '北京', '长沙', '重庆', '宁波', '上海', '义乌', '张三', '赵六'].sort(
      new Intl.Collator('zh').compare,
    ),
  )
})

it('always: pages by cursor, forth and back, are the listing in its order, rows without a value last', async () => {
  const sort = fc.constantFrom(
    undefined,
    'id',
    '-id',
    ...Object.keys(things.columns).flatMap((name) => [name, `-${name}`]),
  )
  await fc.assert(
    fc.asyncProperty(sort, fc.integer({ min: 1, max: 6 }), fc.boolean(), async (by, limit, filtered) => {
      const choice = { ...(by ? { sort: by } : {}), ...(filtered ? { filter: { kind: 'a' } } : {}) }
      const whole = (await listRows(test.zone.store.db, things, { ...choice, offset: 0, limit: 100 })).rows
      const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id)
      const forth: unknown[] = []
      let page = await pageOf(test.zone.store.db, things, { ...choice, limit })
      expect(page.previous).toBeNull()
      for (forth.push(...ids(page.rows)); page.next; forth.push(...ids(page.rows)))
        page = await pageOf(test.zone.store.db, things, { ...choice, limit, after: page.next })
      expect(forth).toEqual(ids(whole))
      const back = ids(page.rows)
      while (page.previous) {
        page = await pageOf(test.zone.store.db, things, { ...choice, limit, before: page.previous })
        back.unshift(...ids(page.rows))
      }
      expect(back).toEqual(ids(whole))
      const name = by?.replace('-', '') ?? 'id'
      const empty = whole.map((row) => row[name] === null)
      expect(empty).toEqual([...empty].sort())
    }),
    { numRuns: 60 },
  )
})

it('refuses a cursor that it did not write', async () => {
  for (const after of ['x', Buffer.from('[1,2]').toString('base64url'), ''])
    if (after)
      await expect(pageOf(test.zone.store.db, things, { limit: 1, after })).rejects.toMatchObject({
        code: 'LIST_CURSOR',
      })
})

it('a page far into a list sorted by its title comes from the index, not from a sort', async () => {
  const { rows } = await test.zone.store.db.connection().execute(async (db) => {
    const { sql } = await import('kysely')
    await sql`set enable_seqscan = off`.execute(db)
    return sql<{ 'QUERY PLAN': string }>`explain select id from shop.things
      where (name collate "zh-x-icu", id) > ('宁波', 't09') order by name collate "zh-x-icu", id limit 5`.execute(
      db,
    )
  })
  const plan = rows.map((line) => line['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index.*Scan using things_name_id_idx/)
  expect(plan).not.toMatch(/Sort/)
})
