import { expect, test } from 'vitest'
import { reachOf } from './reach.ts'

const months = (...rows: number[]) => rows.map((n, i) => ({ month: `2024-0${i + 1}`, rows: n }))

test('a month of which few have filed is being collected, not the latest', () => {
  expect(reachOf(months(120, 121), 'sum')).toEqual({ month: '2024-02', collecting: undefined })
  expect(reachOf(months(120, 121, 3), 'sum')).toEqual({ month: '2024-02', collecting: '2024-03' })
  expect(reachOf(months(100, 90), 'sum').month).toBe('2024-02')
})

test('one early return does not hide that the month before it is still coming in', () => {
  expect(reachOf(months(120, 60, 1), 'sum')).toEqual({ month: '2024-01', collecting: '2024-03' })
})

test('a panel that really shrinks is not followed far back', () => {
  expect(reachOf(months(100, 80, 60, 40, 20, 10), 'sum').month).toBe('2024-03')
})

test('the rows of a count are the matter itself: few of them are few, not incomplete', () => {
  expect(reachOf(months(9, 1), 'count')).toEqual({ month: '2024-02', collecting: undefined })
})

test('the first month there is counts, and without rows there is none', () => {
  expect(reachOf(months(3), 'sum').month).toBe('2024-01')
  expect(reachOf([], 'sum')).toEqual({ month: undefined, collecting: undefined })
})
