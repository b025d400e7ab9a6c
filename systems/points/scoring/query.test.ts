import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore, type Store } from '../../../kernel/store/index.ts'
import { testDatabase } from '../../../test/zone.ts'
import { bandsOf, type Placed, type Scheme, type Subject, scoreAll, scoredQuery } from './index.ts'
import { indicator, scheme } from './scoring.fixture.ts'

const database = testDatabase()
let store: Store
beforeAll(async () => {
  store = await openStore({ url: database.url, folder: '' })
})
afterAll(() => store.close())

const subjectsOf = (everybody: readonly Subject[]) => sql`
  select id, id as code, id as name, revenue, case when id < 's5' then 'C' end as sector,
    array(select x::numeric from jsonb_array_elements_text("values") with ordinality e (x, n) order by n) as v
  from jsonb_to_recordset(${JSON.stringify(everybody)}::jsonb) as s (id text, revenue numeric, "values" jsonb)`

async function inDatabase(given: Scheme, everybody: readonly Subject[]) {
  const { rows } = await sql<Placed & { sector_rank: string | null }>`
    select id, stage, parts, total::text, innovation::text, rank::int, ranked::int, list, sector_rank
    from (${scoredQuery(given, subjectsOf(everybody))}) q order by id`.execute(store.db)
  return rows
}

const number = (least: number, most: number) =>
  fc.integer({ min: least * 1e6, max: most * 1e6 }).map((whole) => (whole / 1e6).toFixed(6))
const value = fc.option(fc.oneof(number(-20, 40), fc.constantFrom('0.000000', '5.000000', '3.000000')), {
  nil: null,
})
const everybody = fc
  .array(
    fc.tuple(
      fc.option(fc.constantFrom('0', '99.5', '100', '500', '1900', '12000'), { nil: null }),
      fc.array(value, { minLength: 7, maxLength: 7 }),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((rows) => rows.map(([revenue, values], i) => ({ id: `s${i}`, revenue, values })))

const weights = (weight: string) => ({
  seed: weight,
  start: weight,
  growth: weight,
  expansion: weight,
  stable: weight,
})
const given = fc
  .record({
    ties: fc.constantFrom('all', 'innovation'),
    undefined: fc.constantFrom('zero', 'median'),
    rule: fc.constantFrom('ceil', 'none'),
    direction: fc.constantFrom('up', 'down'),
    benchmark: number(1, 30),
    weight: fc.constantFrom('7', '12.5', '3.333'),
  })
  .map(({ rule, direction, benchmark, weight, ...rest }) =>
    scheme({
      ...rest,
      small: { below: 10, rule },
      indicators: [
        indicator('a', { direction, benchmark, weights: weights(weight) }),
        indicator('b', { direction, benchmark, normaliser: 'log_ratio', weights: weights('9') }),
        indicator('c', {
          direction,
          normaliser: 'minmax',
          benchmark: null,
          weights: weights(weight),
          group: 'growth',
        }),
        indicator('d', { direction, normaliser: 'percentile', benchmark: null, weights: weights('10') }),
        indicator('e', {
          normaliser: 'bands',
          benchmark: null,
          bands: bandsOf('-2:10 0:25 5:100')!,
          weights: weights('8'),
        }),
        indicator('f', { benchmark, counts: 'bonus', weights: { growth: '4' }, group: 'auxiliary' }),
        indicator('g', { benchmark, counts: 'deduction', weights: weights('2') }),
      ],
    } as Partial<Scheme>),
  )

it('the query says of everybody, to the last digit and reason, what the rule says of each', async () => {
  await fc.assert(
    fc.asyncProperty(given, everybody, async (wanted, all) => {
      const byRule = scoreAll(wanted, all).sort((a, b) => (a.id < b.id ? -1 : 1))
      const byQuery = await inDatabase(wanted, all)
      expect(byQuery.map(({ sector_rank: _, ...row }) => row)).toEqual(byRule)
    }),
    { numRuns: 120 },
  )
})

it('ranks within a sector too, and nobody who has none', async () => {
  const rows = await inDatabase(
    scheme({ indicators: [indicator('a', { weights: weights('100') })] }),
    ['1', '2', '3', '4', '5', '6', '7'].map((x, i) => ({
      id: `s${i}`,
      revenue: '600',
      values: [`${x}.000000`],
    })),
  )
  expect(rows.map(({ sector_rank }) => sector_rank && Number(sector_rank))).toEqual([
    5,
    4,
    3,
    2,
    1,
    null,
    null,
  ])
})
