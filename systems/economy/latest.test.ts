import { expect, test } from 'vitest'
import { latest, monthsBefore, upTo } from './latest.ts'

const points = (...rows: number[]) => rows.map((n, i) => ({ month: `2024-0${i + 1}`, rows: n }))

test('a month of which few have filed is being collected, not shown', () => {
  expect(latest(points(120, 121))).toEqual({ month: '2024-02', collecting: undefined })
  expect(latest(points(120, 121, 3))).toEqual({ month: '2024-02', collecting: '2024-03' })
})
test('the first month there is counts, and without rows there is none', () => {
  expect(latest(points(3)).month).toBe('2024-01')
  expect(latest([])).toEqual({ month: undefined, collecting: undefined })
})
test('months before cross years; a whole year is written as the year', () => {
  expect(monthsBefore('2024-01', 1)).toBe('2023-12')
  expect(monthsBefore('2024-10', 13)).toBe('2023-09')
  expect([upTo('2024-01'), upTo('2024-10'), upTo('2023-12')]).toEqual(['2024-01', '2024-01..10', '2023'])
})
