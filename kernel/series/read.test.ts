import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import { keptReadings, sweepReadings } from './keep.ts'
import { gapsOf, latestOf, readSeries } from './read.ts'
import { beginSeries, disagreements, LEVEL, RAIN, trial } from './series.fixture.ts'
import { writeReadings } from './write.ts'

const test = testZone({ systems: [trial] })
const NOW = '2026-03-20T12:00:00+08:00'
const context = () => test.zone.context().with({ now: () => NOW })
const iso = (at: number) => new Date(at).toISOString()

const START = Date.parse('2026-03-10T00:00:00+08:00')
const HOURS = 30
const level = { device: 'weir', quantity: LEVEL.id }
/** A second of flood in the night, and a second at which the channel is dry. */
const PEAK = START + 13_517_000
const LOW = START + 90_001_000
const points = Array.from({ length: HOURS * 3600 }, (_, second) => {
  const at = START + second * 1000
  return { at, value: at === PEAK ? 4.9 : at === LOW ? 0.01 : 1 + (second % 100) / 100 }
})
beforeAll(async () => {
  const id = await beginSeries(test.zone.context(), 'weir', LEVEL)
  const rain = await beginSeries(test.zone.context(), 'gauge', RAIN)
  await writeReadings(
    test.zone.store.db,
    new Map([
      // An hour is missing.
      [id, points.filter(({ at }) => at < START + 40_000_000 || at >= START + 43_600_000)],
      [rain, [{ at: Date.parse(NOW) - 60_000, value: 2 }]],
    ]),
  )
})

describe('a series is read', () => {
  it('reading by reading where that fits', async () => {
    const read = await readSeries(context(), level, iso(START), iso(START + 60_000), 100)
    expect(read).toMatchObject({ source: 'readings', width: 0 })
    expect(read.points.map(({ at, last }) => [Date.parse(at), last])).toEqual(
      points.slice(0, 60).map(({ at, value }) => [at, value]),
    )
  })

  it.each([
    [1, '1d'],
    [7, '1h'],
    [30, '1h'],
    [31, '1min'],
    [500, '1min'],
    [1800, '1min'],
    [1801, 'readings'],
    [5000, 'readings'],
  ] as const)('in %i points at most, from %s, without losing a peak or a reading', async (most, source) => {
    const end = START + HOURS * 3_600_000
    const read = await readSeries(context(), level, iso(START), iso(end), most)
    expect(read.source).toBe(source)
    expect(read.points.length).toBeLessThanOrEqual(source === '1d' ? 2 : most)
    expect(Math.max(...read.points.map(({ max }) => max))).toBe(4.9)
    expect(Math.min(...read.points.map(({ min }) => min))).toBe(0.01)
    expect(read.points.reduce((sum, { count }) => sum + count, 0)).toBe((HOURS - 1) * 3600)
    const around = read.points.find(({ max }) => max === 4.9)
    expect(PEAK - Date.parse(around?.at ?? '')).toBeLessThan(read.width * 1000)
    for (const { min, mean, max, count, good } of read.points) {
      expect(min <= mean && mean <= max).toBe(true)
      expect(good).toBeLessThanOrEqual(count)
    }
  })

  it('not at all where nothing is known of it, or the range is none', async () => {
    const ask = (device: string, from: number, most: number) =>
      readSeries(context(), { device, quantity: LEVEL.id }, iso(from), iso(START), most)
    await expect(ask('nobody', START - 1, 10)).rejects.toMatchObject({ code: 'SERIES_NONE', status: 404 })
    await expect(ask('weir', START, 10)).rejects.toMatchObject({ code: 'SERIES_RANGE' })
    await expect(ask('weir', START - 1, 0)).rejects.toMatchObject({ code: 'SERIES_RANGE' })
  })
})

it('gaps are told by what lies on both sides of them', async () => {
  const gaps = await gapsOf(context(), level, iso(START), iso(START + HOURS * 3_600_000))
  expect(gaps).toEqual([{ from: iso(START + 39_999_000), to: iso(START + 43_600_000) }])
})

it('the newest readings of many devices come in one query, with who is silent', async () => {
  const last = START + HOURS * 3_600_000 - 1000
  expect(await latestOf(context(), ['weir', 'gauge', 'nobody'])).toEqual([
    {
      device: 'gauge',
      quantity: RAIN.id,
      at: iso(Date.parse(NOW) - 60_000),
      value: 2,
      flags: [],
      silent: false,
    },
    { ...level, at: iso(last), value: points.at(-1)?.value, flags: [], silent: true },
  ])
})

it('months past their keeping go, each quantity by its own, and their roll-ups stay', async () => {
  const { db } = test.zone.store
  const old = await beginSeries(test.zone.context(), 'old', LEVEL)
  const rain = await beginSeries(test.zone.context(), 'old-gauge', RAIN)
  const at = Date.parse('2024-11-05T10:00:00+08:00')
  const flood = Array.from({ length: 7200 }, (_, second) => ({
    at: at + second * 1000,
    value: 1 + second / 7200,
  }))
  await writeReadings(
    db,
    new Map([
      [old, flood],
      [rain, flood],
    ]),
  )
  // A reading more, which its head is behind when the month goes.
  await writeReadings(db, new Map([[old, [{ at: at + 7_200_000, value: 9 }]]]))
  await writeReadings(db, new Map([[old, [{ at: at + 7_201_000, value: 2 }]]]))
  expect(await keptReadings(db)).toMatchObject([
    { quantity: LEVEL.id, table: 'minutes', months: 60, since: '2024-11' },
    { quantity: LEVEL.id, table: 'readings', months: 24, since: '2024-11' },
    { quantity: RAIN.id, table: 'readings', months: 12, since: '2024-11' },
  ])
  // Rain is kept for twelve months, levels for twenty-four.
  expect(await sweepReadings(context())).toEqual(['readings_2_202411'])
  const late = { db, now: () => '2026-12-01T00:00:00+08:00' }
  expect(await sweepReadings(late)).toEqual(['readings_1_202411'])
  expect(await sweepReadings(late)).toEqual([])
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from series.readings where series = ${old}`.execute(db)
  expect(rows).toEqual([{ n: 0 }])
  const { rows: hours } = await sql<object>`select count, max, last from series.all_hours
    where series = ${old} order by at`.execute(db)
  expect(hours.at(-1)).toEqual({ count: 2, max: 9, last: 2 })
  expect(await latestOf(late, ['old'])).toMatchObject([{ at: iso(at + 7_201_000), value: 2 }])
  const read = await readSeries(
    late,
    { device: 'old', quantity: LEVEL.id },
    iso(at),
    iso(at + 7_200_000),
    7200,
  )
  expect(read.source).toBe('1min')
  expect(Math.max(...read.points.map(({ max }) => max))).toBe(flood.at(-1)?.value)
  expect((await disagreements(db)).length).toBeGreaterThan(0)
})
