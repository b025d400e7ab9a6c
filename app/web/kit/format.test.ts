import { describe, expect, test } from 'vitest'
import { formatGrowth, formatNumber, formatPeriod, headlineDecimals, plainNumber } from './format.ts'

describe('numbers are rounded from their digits', () => {
  test.each([
    ['391.0342', 0, '391'],
    ['2675.6319', 1, '2,675.6'],
    ['0.1234567890123456789', 12, '0.123456789012'],
    ['99999999999999999.95', 1, '100,000,000,000,000,000.0'],
    [null, 1, '—'],
  ])('%s with %i decimals is %s', (value, decimals, shown) => {
    expect(formatNumber(value, decimals)).toBe(shown)
  })

  test('running text has no thousands separator and no needless zeros', () => {
    expect(plainNumber('2675.600')).toBe('2675.6')
  })
})

test('growth carries an arrow instead of a sign', () => {
  expect(formatGrowth('6.0200001')).toBe('▲ 6.0%')
  expect(formatGrowth('-1.24', ' 个百分点')).toBe('▼ 1.2 个百分点')
  expect(formatGrowth('-1.24', 'points')).toBe('▼ 1.2 points')
  expect(formatGrowth('0.01')).toBe('— 0.0%')
})

test.each([
  ['2023', '2023年', '2023'],
  ['2023Q1', '2023年一季度', 'Q1 2023'],
  ['2023-09', '2023年9月', '2023-09'],
  ['2023-01..09', '2023年1—9月', 'Jan–Sep 2023'],
])('%s is said as %s and %s', (period, zh, en) => {
  expect(formatPeriod(period, 'zh')).toBe(zh)
  expect(formatPeriod(period, 'en')).toBe(en)
})

test.each([
  ['391.03', 0, 1],
  ['208', 0, 0],
  ['14.73', 2, 2],
])('%s declared with %i decimals is a headline with %i', (value, declared, shown) => {
  expect(headlineDecimals(value, declared)).toBe(shown)
})
