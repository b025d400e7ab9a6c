import { expect, test } from 'vitest'
import { latest } from './latest.ts'

const points = (...rows: number[]) => rows.map((n, i) => ({ month: `2024-0${i + 1}`, rows: n }))

test('a month of which few have filed is being collected, not shown', () => {
  expect(latest(points(120, 121))).toEqual({ month: '2024-02', collecting: undefined })
  expect(latest(points(120, 121, 3))).toEqual({ month: '2024-02', collecting: '2024-03' })
})
test('the first month there is counts, and without rows there is none', () => {
  expect(latest(points(3)).month).toBe('2024-01')
  expect(latest([])).toEqual({ month: undefined, collecting: undefined })
})
