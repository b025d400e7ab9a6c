import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addMonths,
  firstMonth,
  formatPeriod,
  lastMonth,
  parsePeriod,
  periodBefore,
  periodName,
  yearBefore,
  yearToDate,
} from './period.ts'

describe('the period before', () => {
  it.each([
    ['2023-01', '2022-12'],
    ['2023Q2', '2023-01..03'],
    ['2023', '2022'],
    ['2023-03-01', '2023-02-28'],
    ['2023-01..09', undefined],
  ])('%s is %s', (source, before) => {
    const found = periodBefore(parsePeriod(source)!)
    expect(found && formatPeriod(found)).toBe(before)
  })
})

describe('periods', () => {
  it.each([
    ['2023', '2023年', '2023-01', '2023-12'],
    ['2023Q3', '2023年三季度', '2023-07', '2023-09'],
    ['2023-09', '2023年9月', '2023-09', '2023-09'],
    ['2023-01..09', '2023年1—9月', '2023-01', '2023-09'],
    ['2023-09-15', '2023年9月15日', '2023-09', '2023-09'],
  ])('%s is %s, from %s to %s', (source, name, from, to) => {
    const period = parsePeriod(source)!
    expect(periodName(source, 'zh')).toBe(name)
    expect([firstMonth(period), lastMonth(period)]).toEqual([from, to])
  })

  it.each(['23', '2023-13', '2023-09..01', '2023Q5', '2023年', '2023-02-29', ''])(
    '%j is not a period',
    (source) => {
      expect(parsePeriod(source)).toBeUndefined()
    },
  )

  it('is spelled in one way only', () => {
    const months = fc.integer({ min: 1, max: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: 2099 }), months, months, (year, a, b) => {
        const period = { year, from: Math.min(a, b), to: Math.max(a, b) }
        expect(parsePeriod(formatPeriod(period))).toEqual(period)
        expect(yearBefore(period, 3).year).toBe(year - 3)
      }),
    )
  })
})

test('months count across years; a whole year is written as the year', () => {
  expect(addMonths('2024-01', -1)).toBe('2023-12')
  expect(addMonths('2024-10', -13)).toBe('2023-09')
  expect(addMonths('2023-12', 1)).toBe('2024-01')
  expect(['2024-01', '2024-10', '2023-12'].map(yearToDate)).toEqual(['2024-01', '2024-01..10', '2023'])
})
