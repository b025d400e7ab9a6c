import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { FLAGS } from './flags.ts'
import {
  beginSeries,
  disagreements,
  flagsOf,
  LEVEL,
  RAIN,
  readingsKept,
  rulesOf,
  trial,
} from './series.fixture.ts'
import { reflag, writeReadings } from './write.ts'

const test = testZone({ systems: [trial] })
const db = () => test.zone.store.db

/** Across the end of a minute, an hour, a day, a month and a year at Beijing. */
const TURN = Date.parse('2026-01-01T00:00:00+08:00')
/** Quarters add up exactly, in whatever order. */
const reading = fc.record({
  at: fc.oneof(
    fc.integer({ min: -400, max: 400 }).map((seconds) => TURN + seconds * 1000),
    fc.integer({ min: -60, max: 60 }).map((half) => TURN + half * 1_800_000),
  ),
  // Often the same, so that some are stuck.
  value: fc.oneof(
    { weight: 8, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.integer({ min: -2, max: 24 }).map((quarters) => quarters / 4) },
  ),
})
const batch = fc.record({
  points: fc.array(reading, { minLength: 1, maxLength: 40 }),
  // Another program wrote before it, so that what is known of the series is read anew.
  isStrange: fc.boolean(),
})
const batches = fc.array(batch, { minLength: 1, maxLength: 6 })
const writeElsewhere = () => sql`update series.newest set batch = gen_random_uuid()`.execute(db())

let count = 0
const fresh = async () => ({
  level: await beginSeries(test.zone.context(), `property-${count}`, LEVEL),
  rain: await beginSeries(test.zone.context(), `property-rain-${count++}`, RAIN),
})

it('whatever the order, the doubles and the batches, readings are kept once, with flags and roll-ups that are theirs', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (given) => {
      const { level, rain } = await fresh()
      const first = new Map<number, number>()
      let written = { kept: 0, doubled: 0 }
      for (const { points, isStrange } of given) {
        if (isStrange) await writeElsewhere()
        for (const { at, value } of points) if (!first.has(at)) first.set(at, value)
        const { kept, doubled } = await writeReadings(
          db(),
          new Map([
            [level, points],
            [rain, points],
          ]),
        )
        written = { kept: written.kept + kept, doubled: written.doubled + doubled }
      }
      const sent = given.flatMap(({ points }) => points).length
      expect(written).toEqual({ kept: 2 * first.size, doubled: 2 * (sent - first.size) })
      const expected = [...first].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at)
      for (const [series, quantity] of [
        [level, LEVEL],
        [rain, RAIN],
      ] as const) {
        const kept = await readingsKept(db(), series)
        expect(kept.map(({ at, value }) => ({ at, value }))).toEqual(expected)
        expect(kept.map(({ flags }) => flags)).toEqual(flagsOf(rulesOf(quantity), expected))
      }
    }),
    { numRuns: 40 },
  )
  expect(await disagreements(db())).toEqual([])
})

it('where a series stands is its head and the few readings after it, which no other reading comes between', async () => {
  const { level, rain } = await fresh()
  // Across minutes, and the turn of an hour, a day and a month.
  const points = Array.from({ length: 200 }, (_, index) => ({
    at: TURN - 700_000 + index * 7000,
    value: index % 60 < 50 ? index / 4 : 3,
  }))
  const behind = new Set<number>()
  for (const [index, point] of points.entries()) {
    // In the second half one in ten comes after the next three.
    const place = index < 120 ? 1 : index % 10
    const sent = place === 0 ? [] : place === 3 ? [point, points[index - 3] ?? point] : [point]
    if (sent.length > 0)
      await writeReadings(
        db(),
        new Map([
          [level, sent],
          [rain, sent],
        ]),
      )
    if (index % 20 === 19) await writeElsewhere()
    if (index % 9 === 0) expect(await disagreements(db())).toEqual([])
    const { rows } = await sql<{ behind: number }>`select behind from series.standing
      where series in (${level}, ${rain})`.execute(db())
    for (const row of rows) behind.add(row.behind)
  }
  // Both happened: heads left as they were while minutes closed, and heads written anew before too much was behind.
  expect(Math.max(...behind)).toBeGreaterThan(25)
  expect(Math.max(...behind)).toBeLessThan(30)
  expect(await disagreements(db())).toEqual([])
  const kept = await readingsKept(db(), level)
  expect(kept.map(({ flags }) => flags)).toEqual(flagsOf(rulesOf(LEVEL), points))
  await sql`select series.settle(number, 'infinity') from series.quantities`.execute(db())
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from series.standing where behind > 0`.execute(db())
  expect(rows).toEqual([{ n: 0 }])
  expect(await disagreements(db())).toEqual([])
})

it('any values add up within the arithmetic of doubles', async () => {
  const { level } = await fresh()
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 7_200_000 }).map((ms) => TURN + ms),
          value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        }),
        { minLength: 1, maxLength: 200 },
      ),
      async (points) => {
        await writeReadings(db(), new Map([[level, points]]))
      },
    ),
    { numRuns: 20 },
  )
  expect(await disagreements(db(), 1e-6)).toEqual([])
})

it('limits that are corrected judge a past period anew, with its roll-ups', async () => {
  const { level } = await fresh()
  const points = Array.from({ length: 7200 }, (_, second) => ({
    at: TURN + second * 1000,
    value: 2 + (second % 8) / 4,
  }))
  await writeReadings(db(), new Map([[level, points]]))
  const flagged = async () => (await readingsKept(db(), level)).filter(({ flags }) => flags > 0)
  const before = await flagged()
  await sql`update series.series set high = 3 where id = ${level}`.execute(db())
  const hour = TURN + 3_600_000
  const changed = await reflag(db(), [level], hour, hour + 3_600_000)
  // Values 3.25, 3.5 and 3.75 are three in eight.
  const after = await flagged()
  expect(changed).toBe((3600 * 3) / 8)
  expect(after.filter(({ flags }) => flags & FLAGS.range.bit).every(({ at }) => at >= hour)).toBe(true)
  expect(after.filter(({ flags }) => flags & FLAGS.range.bit)).toHaveLength(changed)
  expect(before.some(({ flags }) => flags & FLAGS.range.bit)).toBe(false)
  expect(await disagreements(db(), 1e-6)).toEqual([])
  await sql`update series.series set high = null where id = ${level}`.execute(db())
  expect(await reflag(db(), [level], TURN, hour + 3_600_000)).toBe(changed)
  expect(await flagged()).toEqual(before)
})

it('two programs that write at once write one after the other', async () => {
  const { level } = await fresh()
  const points = Array.from({ length: 600 }, (_, second) => ({ at: TURN + second * 1000, value: 1 }))
  const written = await Promise.all(
    Array.from({ length: 6 }, (_, part) =>
      writeReadings(db(), new Map([[level, points.filter((_point, index) => index % 3 === part % 3)]])),
    ),
  )
  expect(written.reduce((sum, { kept }) => sum + kept, 0)).toBe(600)
  expect((await readingsKept(db(), level)).map(({ flags }) => flags)).toEqual(flagsOf(rulesOf(LEVEL), points))
  expect(await disagreements(db(), 1e-6)).toEqual([])
})

it('what fails half-way, and what another program wrote meanwhile, is not taken for where a series stands', async () => {
  const { level } = await fresh()
  const at = (second: number) => [{ at: TURN + second * 1000, value: 1 }]
  await writeReadings(db(), new Map([[level, at(0)]]))
  // The rows are there when the transaction is given up.
  const given = db()
    .transaction()
    .execute(async (transaction) => {
      await writeReadings(transaction, new Map([[level, at(100)]]))
      throw new Error('given up')
    })
  await expect(given).rejects.toThrow('given up')
  expect(await writeReadings(db(), new Map([[level, at(50)]]))).toEqual({ kept: 1, doubled: 0, late: 0 })
  // As another program would leave it.
  await sql`update series.heads set at = at + interval '2 minutes' where series = ${level}`.execute(db())
  await writeElsewhere()
  expect(await writeReadings(db(), new Map([[level, at(80)]]))).toMatchObject({ late: 1 })
})

it('what another program writes to other series is no reason to read these again', async () => {
  const { level } = await fresh()
  await sql`select nextval(pg_get_serial_sequence('series.series', 'id')) from generate_series(1, 128)`.execute(
    db(),
  )
  const { level: far } = await fresh()
  const at = (second: number) => [{ at: TURN + second * 1000, value: 1 }]
  await writeReadings(
    db(),
    new Map([
      [level, at(0)],
      [far, at(0)],
    ]),
  )
  await sql`update series.newest set batch = gen_random_uuid() where block = ${far} / 128`.execute(db())
  // Whoever reads where they stand finds them later than they are.
  await sql`update series.heads set at = at + interval '2 minutes' where series in (${level}, ${far})`.execute(
    db(),
  )
  expect(await writeReadings(db(), new Map([[far, at(80)]]))).toMatchObject({ late: 1 })
  expect(await writeReadings(db(), new Map([[level, at(80)]]))).toMatchObject({ late: 0 })
})
