import { expect, it } from 'vitest'
import { insertRows } from '../../../kernel/store/index.ts'
import { testZone } from '../../../test/zone.ts'
import { checks } from '../tables/index.ts'
import { cleanStreets, dirtyCells, type Points, sheetScore, streetScore } from './cleanest.ts'

const test = testZone()
const DAYS = { from: '2031-01-01', to: '2031-02-28' }
const points = (road: number, waste: number, facade: number, green: number, facility: number): Points => ({
  road,
  waste,
  facade,
  green,
  facility,
})
const A = '330212004001001'
const B = '330212004001002'
const SHEETS = [
  { grid: A, checked_on: '2031-01-05', ...points(100, 100, 100, 100, 100) },
  { grid: A, checked_on: '2031-01-12', ...points(80, 100, 100, 100, 100) },
  { grid: A, checked_on: '2031-02-02', ...points(60, 80, 90, 70, 100) },
  { grid: B, checked_on: '2031-01-20', ...points(100, 40, 100, 100, 100) },
]

it('a check is scored by its weights, a cell by its checks, a street by its cells', () => {
  // 30, 25, 15, 15 and 15 of 100.
  expect(sheetScore(points(100, 100, 100, 100, 100))).toBe(100)
  expect(sheetScore(points(0, 100, 100, 100, 100))).toBe(70)
  expect(sheetScore(points(100, 40, 100, 100, 100))).toBe(85)
  // A is checked twice, with 100 and 94: 97; B once, with 85. The street is 91 and not the mean of three checks.
  expect(streetScore(SHEETS.filter(({ checked_on }) => checked_on < '2031-02'))).toBeCloseTo(91, 10)
  expect(streetScore([])).toBeNull()
})

it('the database counts streets by month, and cells, as the formula says', async () => {
  const { db, actor, now, newId } = test.zone.context()
  await insertRows(
    db,
    checks,
    SHEETS.map((sheet, i) => ({
      ...sheet,
      number: `T${i}`,
      street: 'meixu',
      keeper: 'city',
      note: null,
      synthetic: true,
    })),
    { actor, now: now(), newId },
  )
  const streets = await cleanStreets({ db }, DAYS)
  const of = (month: string | null) => streets.find((row) => row.month === month)
  expect(streets).toHaveLength(3)
  expect(of('2031-01')).toMatchObject({ street: 'meixu', checks: 3, cells: 2 })
  expect(of('2031-01')?.score).toBeCloseTo(91, 10)
  expect(of(null)?.score).toBeCloseTo(streetScore(SHEETS) as number, 10)
  expect(of('2031-02')?.score).toBeCloseTo(sheetScore(SHEETS[2] as Points), 10)
  expect(await dirtyCells({ db }, DAYS, 10)).toMatchObject([
    { grid: B, score: 85, checks: 1, worst: 'waste' },
    { grid: A, checks: 3, worst: 'road' },
  ])
})
