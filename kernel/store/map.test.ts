import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { text } from '../text.ts'
import { difference, schemaOf } from './ddl.ts'
import {
  type Box,
  createRow,
  defineRecord,
  historyOf,
  insertRows,
  listRows,
  type Place,
  updateRow,
} from './index.ts'
import { cellOf, MOST_POINTS, mapOf, placedOf } from './map.ts'

const spots = defineRecord({
  id: 'mapped.spots',
  name: text('点位', 'Spots'),
  about: text('测试用', 'For tests'),
  title: 'name',
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
  },
})

const test = testZone()
beforeAll(async () => {
  const { db } = test.zone.store
  await sql`create schema mapped`.execute(db)
  for (const statement of difference({}, schemaOf([spots])).sql) await sql.raw(statement).execute(db)
  await sql`select audit.watch('mapped.spots')`.execute(db)
})
beforeEach(() => sql`delete from mapped.spots`.execute(test.zone.store.db))

type Spot = {
  readonly name: string
  readonly place: Place | null
}

async function keep(made: readonly Spot[]): Promise<void> {
  const { db, actor, now, newId } = test.zone.context()
  await insertRows(db, spots, [...made], { actor, now: now(), newId })
}
const onMap = (box: Box, choice = {}) => mapOf(test.zone.store.db, spots, 'place', box, choice)
const inside = ([west, south, east, north]: Box, { longitude, latitude }: Place) =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

/** Points close enough together that many fall on the edges of boxes. */
const degree = fc.integer({ min: -40, max: 40 }).map((n) => n / 8)
const place = fc.record({ longitude: degree, latitude: degree })
const spot = fc.record({
  name: fc.constantFrom('甲', '乙', '丙'),
  place: fc.option(place, { nil: null, freq: 5 }),
})
const box = fc
  .tuple(place, place)
  .map(
    ([a, b]): Box => [
      Math.min(a.longitude, b.longitude),
      Math.min(a.latitude, b.latitude),
      Math.max(a.longitude, b.longitude),
      Math.max(a.latitude, b.latitude),
    ],
  )

describe('the rows of a box', () => {
  it('are those that JavaScript finds in it, and the totals those of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(spot, { maxLength: 60 }),
        box,
        fc.constantFrom(undefined, '甲', '乙'),
        async (made, edges, name) => {
          await sql`delete from mapped.spots`.execute(test.zone.store.db)
          await keep(made)
          const choice = name ? { filter: { name } } : {}
          const meant = made.filter((one) => !name || one.name === name)
          const { count, points, clusters } = await onMap(edges, choice)
          const told = points.map(({ label, longitude, latitude }) => `${label} ${longitude} ${latitude}`)
          const expected = meant.flatMap(({ name: label, place: at }) =>
            at && inside(edges, at) ? [`${label} ${at.longitude} ${at.latitude}`] : [],
          )
          expect(told.sort()).toEqual(expected.sort())
          expect([count, clusters]).toEqual([expected.length, []])
          const filtered = { filter: { ...choice.filter, place: edges.join(',') }, offset: 0, limit: 1 }
          expect((await listRows(test.zone.store.db, spots, filtered)).total).toBe(expected.length)
          const { placed, without, extent } = await placedOf(test.zone.store.db, spots, 'place', choice)
          const places = meant.flatMap(({ place: at }) => (at ? [at] : []))
          expect([placed, without]).toEqual([places.length, meant.length - places.length])
          expect(extent).toEqual(
            places.length === 0
              ? null
              : [
                  Math.min(...places.map(({ longitude }) => longitude)),
                  Math.min(...places.map(({ latitude }) => latitude)),
                  Math.max(...places.map(({ longitude }) => longitude)),
                  Math.max(...places.map(({ latitude }) => latitude)),
                ],
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each([
    ['some thousand', MOST_POINTS + 501],
    ['so many that the index is left aside', 26_000],
  ])(
    'are cells where there are %s: their counts sum to the list, each centre lies in its cell',
    async (_, rows) => {
      await sql`insert into mapped.spots (id, name, place, synthetic, recorded_at, recorded_by)
      select 's' || n, 'S' || n % 9, point((n * 7919 % 10007) / 10007.0, (n::bigint * 104729 % 10009) / 10009.0), false, now(), 'test'
      from generate_series(1, ${rows}) n`.execute(test.zone.store.db)
      // One apart from all others stays itself; one is nowhere.
      await keep([
        { name: '孤', place: { longitude: 1.5, latitude: 1.5 } },
        { name: '无', place: null },
      ])
      const corner = fc.integer({ min: 0, max: 6 }).map((n) => n / 64)
      await fc.assert(
        fc.asyncProperty(corner, corner, fc.constantFrom(undefined, 'S3|孤'), async (west, south, name) => {
          const edges: Box = [west, south, 2, 2]
          const choice = name ? { filter: { name } } : {}
          const { count, points, clusters } = await onMap(edges, choice)
          const filter = { ...choice.filter, place: edges.join(',') }
          const { total } = await listRows(test.zone.store.db, spots, { filter, offset: 0, limit: 1 })
          expect(count).toBe(total)
          expect(clusters.reduce((sum, one) => sum + one.count, points.length)).toBe(total)
          expect(points.map(({ label }) => label)).toContain('孤')
          if (total <= MOST_POINTS) {
            expect(clusters).toEqual([])
            return
          }
          const side = cellOf(edges)
          const cells = clusters.map(({ longitude, latitude }) =>
            [longitude, latitude].map((at) => Math.floor(at / side)).join(),
          )
          expect(new Set(cells).size).toBe(cells.length)
          for (const cluster of clusters) expect(inside(edges, cluster)).toBe(true)
        }),
        { numRuns: 12 },
      )
    },
  )

  it('are as the rights of the asking person and the day of knowledge have it', async () => {
    await keep([
      { name: '甲', place: { longitude: 1, latitude: 1 } },
      { name: '乙', place: { longitude: 1, latitude: 1 } },
    ])
    const world: Box = [-180, -90, 180, 90]
    expect((await onMap(world, { where: sql`name = '乙'` })).points.map(({ label }) => label)).toEqual(['乙'])
    expect(await onMap(world, { knownOn: '2000-01-01T00:00:00Z' })).toEqual({
      count: 0,
      points: [],
      clusters: [],
    })
  })

  it('are found by the index', async () => {
    await sql`insert into mapped.spots (id, name, place, synthetic, recorded_at, recorded_by)
      select 'i' || n, 'I' || n, point(n % 1000 / 10.0, n / 1000 / 10.0), false, now(), 'test'
      from generate_series(1, 20000) n`.execute(test.zone.store.db)
    await sql`analyze mapped.spots`.execute(test.zone.store.db)
    const { rows } = await sql<Record<string, string>>`explain select id, place, name from mapped.spots
      where place <@ box(point(5, 0), point(5.2, 0.2)) limit ${MOST_POINTS + 1}`.execute(test.zone.store.db)
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('spots_place_idx')
  })
})

describe('a row with a place', () => {
  it('is written, moved, kept in history and known as it was', async () => {
    const context = test.zone.context()
    const here = { longitude: 121.5512345, latitude: 29.88 }
    const there = { longitude: -0.5, latitude: -90 }
    const made = await createRow(context, spots, { name: '动', place: here })
    expect(made.place).toEqual(here)
    const id = String(made.id)
    expect((await updateRow(context, spots, id, { place: there })).place).toEqual(there)
    expect((await updateRow(context, spots, id, { place: null })).place).toBeNull()
    const changes = await historyOf(context.db, spots, id)
    const { rows } = await listRows(context.db, spots, {
      knownOn: changes[1]!.at,
      offset: 0,
      limit: 5,
      filter: { place: '-1,-90,0,-89' },
    })
    expect(rows).toMatchObject([{ id, place: there }])
    const nowhere = { offset: 0, limit: 5, filter: { place: 'none' } }
    expect((await listRows(context.db, spots, nowhere)).rows).toMatchObject([{ id }])
  })

  it('is in no box that is none', async () => {
    const asked = listRows(test.zone.store.db, spots, { offset: 0, limit: 5, filter: { place: '1..2' } })
    await expect(asked).rejects.toMatchObject({ code: 'PLACE_BOX' })
  })
})
