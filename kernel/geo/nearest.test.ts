import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { defineRecord, difference, insertRows, schemaOf } from '../store/index.ts'
import { text } from '../text.ts'
import { distance, nearestOf } from './index.ts'

const wells = defineRecord({
  id: 'nearby.wells',
  name: text('井', 'Wells'),
  about: text('测试用', 'For tests'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})
const test = testZone({ systems: [] })
beforeAll(async () => {
  await sql
    .raw(`create schema nearby; ${difference({}, schemaOf([wells])).sql.join('\n')}`)
    .execute(test.zone.store.db)
})

const degree = (low: number, high: number) =>
  fc.integer({ min: low * 1e4, max: high * 1e4 }).map((n) => n / 1e4)
// Far north, where a degree eastward is half as long: the order by degrees is not the order by metres.
const place = fc.record({ longitude: degree(121.5, 121.6), latitude: degree(60, 60.05) })

it('the nearest are those that measuring every row finds', async () => {
  const { db } = test.zone.store
  const { actor, now, newId } = test.zone.context()
  await fc.assert(
    fc.asyncProperty(
      fc.array(place, { maxLength: 40 }),
      place,
      fc.integer({ min: 1, max: 6 }),
      async (places, from, most) => {
        await sql`delete from nearby.wells`.execute(db)
        const rows = [...places, null].map((at, i) => ({ id: `w${i}`, name: `井${i % 2}`, place: at }))
        await insertRows(db, wells, rows, { actor, now: now(), newId })
        const found = await nearestOf(db, wells, 'place', from, most, { filter: { name: '井1' } })
        const expected = places
          .filter((_, i) => i % 2 === 1)
          .map((at) => distance(from, at))
          .sort((a, b) => a - b)
          .slice(0, most)
        expect(found.map(({ metres }) => metres)).toEqual(expected)
      },
    ),
    { numRuns: 40 },
  )
})
