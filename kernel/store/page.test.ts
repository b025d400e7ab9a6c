import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { offices } from '../access/offices.ts'
import { text } from '../text.ts'
import { defineRecord, insertRows, listRows, pageOf, updateRow } from './index.ts'

const makers = defineRecord({
  id: 'shop.makers',
  name: text('厂家', 'Makers'),
  about: text('试', 'Trial'),
  title: 'name',
  columns: { name: { kind: 'text', name: text('名称', 'Name') } },
})
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
    size: {
      kind: 'choice',
      name: text('大小', 'Size'),
      choices: { small: text('小', 'Small'), large: text('大', 'Large'), "it's": text('它', 'It') },
      optional: true,
    },
    maker: { kind: 'reference', name: text('厂家', 'Maker'), record: 'shop.makers', optional: true },
    office: { kind: 'office', name: text('单位', 'Office'), optional: true },
  },
  large: true,
})
/** What everybody may see of what things refer to. */
const target = (id: string) => (id === makers.id ? { record: makers, where: undefined } : undefined)
const test = testZone({
  systems: [
    {
      id: 'shop',
      name: text('店', 'Shop'),
      group: 'people',
      office: 'economy',
      about: text('试', 'Trial'),
      records: [things, makers],
      indicators: [],
    },
  ],
})
const NAMES = ['重庆', '北京', '安徽', '长沙', '上海', '张三', '张三', '赵六', 'abc', '宁波', '宁波', '义乌']
/** In the order of their ids these stand otherwise than in that of their names. */
const MAKERS = { m1: '周记', m2: '安记', m3: '宁记', m4: '宁记' }
const SIZES = ['large', "it's", 'small', null, 'gone']
const OFFICES = ['z-first', 'a-second', null, 'nowhere']
beforeAll(() =>
  test.zone.context().transaction(async ({ db, actor, now, newId }) => {
    const origin = { actor, now: now(), newId }
    await insertRows(
      db,
      offices,
      OFFICES.slice(0, 2).map((id, sort) => ({
        id,
        name: `甲${id}`,
        short: id,
        name_en: id,
        kind: 'department',
        leader: '某',
        sort: 900 + sort,
      })),
      origin,
    )
    await insertRows(
      db,
      makers,
      Object.entries(MAKERS).map(([id, name]) => ({ id, name })),
      origin,
    )
    await insertRows(
      db,
      things,
      NAMES.map((name, index) => ({
        id: `t${String(index).padStart(2, '0')}`,
        name,
        price: index % 3 === 0 ? null : `${(index * 7) % 5}.50`,
        made: index % 4 === 0 ? null : `2024-0${1 + (index % 3)}-01`,
        kind: index % 2 ? 'a' : null,
        size: SIZES[index % 5],
        maker: [null, 'm1', 'm2', 'm3', 'm4', 'nobody'][(index * 5) % 6],
        office: OFFICES[index % 4],
      })),
      origin,
    )
  }),
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
      const choice = { target, ...(by ? { sort: by } : {}), ...(filtered ? { filter: { kind: 'a' } } : {}) }
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
      const nameless = [null, 'gone', 'nobody', 'nowhere']
      const empty = whole.map((row) => nameless.includes(row[name] as string | null))
      expect(empty).toEqual([...empty].sort())
    }),
    { numRuns: 60 },
  )
})

const sorted = async (sort: string, more: Partial<Parameters<typeof pageOf>[2]> = {}) => {
  const { rows } = await pageOf(test.zone.store.db, things, { sort, limit: 50, target, ...more })
  return rows.map((row) => row[sort.replace('-', '')])
}
/** Neighbours that are the same told once. */
const runs = (values: readonly unknown[]) =>
  values.filter((value, at) => at === 0 || value !== values[at - 1])

it('sorts by what is read: choices as declared, offices as registered, references by title', async () => {
  const known = (values: readonly unknown[]) => values.filter((value) => value !== null && value !== 'gone')
  expect(runs(known(await sorted('size')))).toEqual(['small', 'large', "it's"])
  expect(runs(known(await sorted('-size')))).toEqual(["it's", 'large', 'small'])
  expect(runs(await sorted('office')).slice(0, 2)).toEqual(['z-first', 'a-second'])
  const names = (await sorted('maker')).map((id) => MAKERS[id as keyof typeof MAKERS])
  expect(runs(names.filter(Boolean))).toEqual(['安记', '宁记', '周记'])
  expect(names.findIndex((name) => !name)).toBe(8)
})

it('does not tell by the order what a person may not read of the row referred to', async () => {
  const ids = ['m1', 'm2', 'm3', 'm4', 'nobody']
  const seen = (values: readonly unknown[]) => runs(values.filter((value) => value !== null))
  expect(seen(await sorted('maker', { target: () => undefined }))).toEqual(ids)
  const untitled = { ...makers, columns: {}, title: 'id' }
  expect(seen(await sorted('maker', { target: () => ({ record: untitled, where: undefined }) }))).toEqual(ids)
  const one = sql`id = 'm1'`
  const order = await sorted('maker', { target: () => ({ record: makers, where: one }) })
  expect(order.slice(0, 2)).toEqual(['m1', 'm1'])
  // The rest stands by the ids of its own rows, as rows without a value do: m2 before and after m4.
  const rest = order.slice(2).filter((value) => value !== null)
  expect(runs(rest).length).toBeGreaterThan(new Set(rest).size)
})

it('sorts a look into the past by the titles of then', async () => {
  const before = new Date(Date.now() - 1).toISOString()
  const context = test.zone.context()
  await updateRow(context, makers, 'm2', { name: '郑记' })
  expect((await sorted('maker'))[0]).not.toBe('m2')
  const then = await sorted('maker', { knownOn: before })
  expect(then.slice(0, 2)).toEqual(['m2', 'm2'])
  await updateRow(context, makers, 'm2', { name: '安记' })
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
