import { expect, it } from 'vitest'
import { wholeDate } from './wholeDate.ts'

it.each([
  ['2024-11-05', '2024-11-05'],
  ['2024.11.5', '2024-11-05'],
  ['2024/1/5', '2024-01-05'],
  ['2024年11月5日', '2024-11-05'],
  ['20241105', '2024-11-05'],
  ['2024-02-30', undefined],
  ['2024-13-01', undefined],
  ['2024-11', undefined],
  ['2024-11-0', undefined],
  ['明天', undefined],
])('a day typed as %s is %s', (typed, day) => {
  expect(wholeDate('date', typed)).toBe(day)
})

it.each([
  ['2024-11', '2024-11'],
  ['2024年3月', '2024-03'],
  ['202403', '2024-03'],
  ['2024-0', undefined],
  ['2024', undefined],
])('a month typed as %s is %s', (typed, month) => {
  expect(wholeDate('month', typed)).toBe(month)
})
