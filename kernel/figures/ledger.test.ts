import { Kysely, PostgresDialect, sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testZone } from '../../test/zone.ts'
import type { Database } from '../store/database.ts'
import { text } from '../text.ts'
import type { Figures } from './figures.ts'
import type { Indicator, Measure } from './indicator.ts'
import { createFigures } from './ledger.ts'

const test = testZone()

const declare = (id: string, measure: Measure, more: Partial<Indicator> = {}): Indicator => ({
  id,
  name: text(id, id),
  unit: '人次',
  grain: 'month',
  nature: 'flow',
  direction: 'up',
  office: 'economy',
  definition: text('', ''),
  source: text('', ''),
  decimals: 0,
  measure,
  ...more,
})
const ROWS = { record: 'zoo.rows', period: 'month' } as const
const summed = (item: string, scale = '1'): Measure => ({
  by: 'sum',
  ...ROWS,
  value: 'value',
  where: { item },
  scale,
})
const counted = (item: string): Measure => ({ by: 'count', ...ROWS, where: { item } })

const indicators = [
  declare('zoo.visits', summed('visits')),
  declare('zoo.visits-in-tens', summed('visits', '0.1')),
  declare('zoo.keepers', summed('keepers')),
  declare('zoo.species', summed('species'), { grain: 'year', streak: { growthAtLeast: '20' } }),
  declare('zoo.births', counted('births')),
  declare('zoo.stock', counted('stock'), { nature: 'stock' }),
  declare('zoo.arrivals', { by: 'count', record: 'zoo.animals', where: {}, period: 'came', dated: true }),
  declare('zoo.owls-arrived', {
    by: 'count',
    record: 'zoo.animals',
    where: { item: 'owl' },
    period: 'came',
    dated: true,
  }),
  declare(
    'zoo.owls',
    { by: 'standing', record: 'zoo.animals', where: { item: 'owl' }, period: 'came', until: 'went' },
    { nature: 'stock' },
  ),
  declare(
    'zoo.cats-at-year-end',
    { by: 'standing', record: 'zoo.animals', where: { item: 'cat' }, period: 'came', until: 'went' },
    { nature: 'stock', grain: 'year' },
  ),
  declare('zoo.food-paid', {
    by: 'sum',
    record: 'zoo.bills',
    value: 'amount',
    where: {},
    period: 'paid',
    scale: '1',
    kept: 'filed',
  }),
  declare('zoo.per-keeper', { by: 'ratio', numerator: 'zoo.visits', denominator: 'zoo.keepers', scale: '1' }),
]

let figures: Figures
let queries = 0

beforeAll(async () => {
  const { pool } = test.zone.store
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }), log: () => void queries++ })
  await sql`create schema zoo`.execute(db)
  await sql`create table zoo.rows (item text, month text, value numeric, synthetic boolean)`.execute(db)
  await sql`create table zoo.animals (id text, item text, month text, came date, went date, synthetic boolean)`.execute(
    db,
  )
  await sql`create table zoo.bills (id text, amount numeric, filed date, paid text, synthetic boolean)`.execute(
    db,
  )
  figures = createFigures(db, indicators, '本区')
})
beforeEach(() => sql`truncate zoo.rows, zoo.animals, zoo.bills`.execute(test.zone.store.db))

/** Files so many rows of one each. */
const file = (item: string, month: string, rows: number) =>
  sql`insert into zoo.rows select ${item}, ${month}, 1, true from generate_series(1, ${rows})`.execute(
    test.zone.store.db,
  )

describe('the last month', () => {
  it('is the last collected one, however early one unit files the next', async () => {
    await file('visits', '2023-12', 10)
    await file('visits', '2024-01', 10)
    await file('visits', '2024-02', 1)
    expect(await figures.lastMonth('zoo.visits')).toBe('2024-01')
    expect((await figures.lastMonths(['zoo.visits'])).get('zoo.visits')).toEqual({
      month: '2024-01',
      collecting: '2024-02',
    })
  })

  it('of a count is the last one with rows, however few', async () => {
    await file('births', '2024-01', 10)
    await file('births', '2024-02', 1)
    expect(await figures.lastMonth('zoo.births')).toBe('2024-02')
    await file('stock', '2024-01', 10)
    await file('stock', '2024-02', 1)
    expect(await figures.lastMonth('zoo.stock')).toBe('2024-02')
  })

  it('of a count of events is the last one for which its record is kept', async () => {
    await file('births', '2024-01', 10)
    await file('visits', '2024-03', 1)
    expect(await figures.lastMonth('zoo.births')).toBe('2024-03')
  })

  it('of a ratio is the last one that all its inputs know', async () => {
    await file('visits', '2024-01', 10)
    await file('visits', '2024-02', 10)
    expect(await figures.lastMonth('zoo.per-keeper')).toBeUndefined()
    await file('keepers', '2024-01', 2)
    expect(await figures.lastMonth('zoo.per-keeper')).toBe('2024-01')
  })

  it('is none without rows or in no catalogue', async () => {
    expect(await figures.lastMonth('zoo.visits')).toBeUndefined()
    expect(await figures.lastMonth('zoo.unknown')).toBeUndefined()
  })
})

describe('a sum of events', () => {
  const bill = (filed: string, amount: string | null, paid: string | null) =>
    sql`insert into zoo.bills values ('', ${amount}, ${filed}, ${paid}, true)`.execute(test.zone.store.db)
  const paid = async (period: string) => {
    const { value, status } = await figures.figure({ indicator: 'zoo.food-paid', aspect: 'level', period })
    return status === 'computed' ? value : status
  }

  it('is zero in a month without any, from the day on which its record is kept to its last event', async () => {
    expect(await paid('2023')).toBe('missing')
    await bill('2022-12-30', '5', '2023-03')
    await bill('2023-04-02', '7', '2023-12')
    await bill('2023-12-20', null, null)
    expect([await paid('2023-02'), await paid('2023')]).toEqual(['0', '12'])
    // Nobody kept it before, and nobody knows yet what comes after.
    expect([await paid('2022'), await paid('2024-01')]).toEqual(['missing', 'missing'])
    expect(await figures.lastMonth('zoo.food-paid')).toBe('2023-12')
  })

  it('reaches as far as its last event, however few there are', async () => {
    for (const _ of [1, 2, 3, 4]) await bill('2023-01-01', '1', '2023-01')
    await bill('2023-01-01', '1', '2023-02')
    expect(await figures.lastMonth('zoo.food-paid')).toBe('2023-02')
  })

  it('of which nothing happened yet is not known', async () => {
    await bill('2023-01-01', null, null)
    expect(await paid('2023-01')).toBe('missing')
  })
})

describe('many indicators', () => {
  it('are asked for in one query for each group that shares table and columns', async () => {
    await file('visits', '2024-01', 10)
    await file('keepers', '2024-02', 2)
    queries = 0
    const reaches = await figures.lastMonths(['zoo.visits', 'zoo.keepers', 'zoo.per-keeper', 'zoo.unknown'])
    expect(queries).toBe(1)
    expect([...reaches].map(([id, { month }]) => [id, month])).toEqual([
      ['zoo.visits', '2024-01'],
      ['zoo.keepers', '2024-02'],
      ['zoo.per-keeper', '2024-01'],
      ['zoo.unknown', undefined],
    ])
    queries = 0
    const series = await figures.seriesOf(
      ['zoo.visits', 'zoo.keepers', 'zoo.per-keeper'],
      '2024-01',
      '2024-12',
    )
    expect(queries).toBe(1)
    expect([...series].map(([id, points]) => [id, points.map(({ month, value }) => [month, value])])).toEqual(
      [
        ['zoo.visits', [['2024-01', '10']]],
        ['zoo.keepers', [['2024-02', '2']]],
        ['zoo.per-keeper', []],
      ],
    )
  })

  it('may stand on the same rows', async () => {
    await file('visits', '2024-01', 10)
    const both = ['zoo.visits', 'zoo.visits-in-tens']
    const found = await figures.all(
      both.map((indicator) => ({ indicator, aspect: 'level', period: '2024-01' })),
    )
    expect(found.map(({ value }) => value)).toEqual(['10', '1'])
    const reaches = await figures.lastMonths(both)
    expect(both.map((id) => reaches.get(id)?.month)).toEqual(['2024-01', '2024-01'])
  })
})

it('a streak of years is counted as far back as rows go', async () => {
  for (let year = 2014; year <= 2023; year++) await file('species', `${year}-12`, 2 ** (year - 2014))
  const [streak, level] = await figures.all([
    { indicator: 'zoo.species', aspect: 'growth.streak', period: '2023' },
    { indicator: 'zoo.species', aspect: 'level', period: '2023' },
  ])
  expect([streak?.value, level?.value]).toEqual(['9', '512'])
})

describe('a month without rows', () => {
  beforeEach(async () => {
    await file('births', '2023-05', 2)
    await file('stock', '2023-05', 2)
    await file('visits', '2023-01', 1)
    await file('visits', '2024-03', 1)
  })
  const level = async (indicator: string, period: string) =>
    (await figures.figure({ indicator, aspect: 'level', period })).value

  it('is a zero of a count, from the first to the last month of its record', async () => {
    expect(await level('zoo.births', '2023')).toBe('2')
    expect(await level('zoo.births', '2024-01..03')).toBe('0')
    expect(await level('zoo.births', '2024')).toBeNull()
    expect(await level('zoo.births', '2022')).toBeNull()
  })

  it('is the same zero whatever is asked for beside it', async () => {
    const refs = ['2023-12', '2024-03', '2024-04'].map(
      (period) => ({ indicator: 'zoo.births', aspect: 'level', period }) as const,
    )
    const alone = await Promise.all(refs.map((ref) => figures.figure(ref)))
    expect(alone.map(({ value }) => value)).toEqual(['0', '0', null])
    expect(await figures.all(refs)).toEqual(alone)
  })

  it('stands in the series with no rows behind it', async () => {
    const points = await figures.series('zoo.births', '2023-04', '2023-06')
    expect(points.map(({ month, value, rows }) => [month, value, rows])).toEqual([
      ['2023-04', '0', 0],
      ['2023-05', '2', 2],
      ['2023-06', '0', 0],
    ])
  })

  it('stays unknown where rows are returns, or list what stands at its end', async () => {
    expect(await level('zoo.visits', '2023-02')).toBeNull()
    expect(await level('zoo.stock', '2023-06')).toBeNull()
  })
})

describe('rows that began on a day', () => {
  const lives = (id: string, item: string, came: string | null, went: string | null = null) =>
    sql`insert into zoo.animals values (${id}, ${item}, 'no month', ${came}::date, ${went}::date, false)`.execute(
      test.zone.store.db,
    )
  beforeEach(async () => {
    await lives('a', 'owl', '2023-01-01', '2024-01-01')
    await lives('b', 'owl', '2023-03-31', '2023-05-31')
    await lives('c', 'owl', '2023-04-01')
    await lives('d', 'cat', '2022-11-20', '2025-01-01')
    await lives('e', 'cat', '2024-02-29')
    await lives('f', 'owl', null)
  })
  const value = async (indicator: string, period: string) =>
    (await figures.figure({ indicator, aspect: 'level', period })).value

  it('count in their months, the first and the last day among them', async () => {
    const points = await figures.series('zoo.arrivals', '2023-01', '2023-04')
    expect(points.map(({ month, value }) => [month, value])).toEqual([
      ['2023-01', '1'],
      ['2023-02', '0'],
      ['2023-03', '1'],
      ['2023-04', '1'],
    ])
    expect(await value('zoo.arrivals', '2023')).toBe('3')
    expect(await value('zoo.owls-arrived', '2023-01..03')).toBe('2')
    expect(await value('zoo.arrivals', '2024')).toBeNull()
    expect(await figures.lastMonth('zoo.owls-arrived')).toBe('2024-02')
  })

  it('stand until the day on which they end, which is no longer one of theirs', async () => {
    const points = await figures.series('zoo.owls', '2022-12', '2024-12')
    expect(points.map(({ month, value }) => [month, value]).slice(0, 7)).toEqual([
      ['2022-12', '0'],
      ['2023-01', '1'],
      ['2023-02', '1'],
      ['2023-03', '2'],
      ['2023-04', '3'],
      ['2023-05', '2'],
      ['2023-06', '2'],
    ])
    // Nobody has entered anything of the months after.
    expect(points.at(-1)).toMatchObject({ month: '2024-02', value: '1' })
    expect(await value('zoo.owls', '2023')).toBe('2')
    expect(await value('zoo.owls', '2024')).toBeNull()
    expect(await value('zoo.cats-at-year-end', '2023')).toBe('1')
    expect(await value('zoo.cats-at-year-end', '2023-06')).toBeNull()
  })

  it('are the same rows that are shown behind the number', async () => {
    for (const [indicator, period, ids] of [
      ['zoo.owls', '2023', ['a', 'c']],
      ['zoo.owls', '2023-05', ['a', 'c']],
      ['zoo.owls-arrived', '2023-01..03', ['a', 'b']],
    ] as const) {
      const found = await figures.rows({ indicator, aspect: 'level', period }, { offset: 0, limit: 10 })
      expect(found.rows.map(({ id }) => id)).toEqual(ids)
      expect(found.sum).toBe(await value(indicator, period))
    }
  })
})
