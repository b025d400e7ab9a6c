import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totals } from './demo/months.ts'
import { type Amount, forecastYear } from './forecast.ts'

/** Years of twelve months each, the last cut short by what `through` hides. */
const series = (years: readonly (readonly number[])[], first = 2020): Amount[] =>
  years.flatMap((months, y) =>
    months.map((value, m) => ({ month: `${first + y}-${String(m + 1).padStart(2, '0')}`, value })),
  )
const flat = (value: number): number[] => Array(12).fill(value)

describe('examples', () => {
  test('a year that always grows by a tenth goes on doing so, with nothing in doubt', () => {
    const found = forecastYear(series([flat(100), flat(110), flat(121), flat(133.1)]), '2023-06')!
    expect(found.value).toBeCloseTo(12 * 133.1)
    expect(found.high - found.low).toBeCloseTo(0)
    expect(found.backtest.years).toEqual([2021, 2022])
  })
  test('what is already there is the least that the year can bring', () => {
    const found = forecastYear(series([flat(1), flat(9), flat(2), flat(10)]), '2023-11')!
    expect(found.low).toBeGreaterThanOrEqual(110)
  })
  test('one whole year before is too little to test a method on', () => {
    expect(forecastYear(series([flat(1), flat(1)]), '2021-06')).toBeUndefined()
  })
  test('a gap in this year makes no forecast rather than a wrong one', () => {
    const gap = series([flat(1), flat(1), flat(1)]).filter(({ month }) => month !== '2022-02')
    expect(forecastYear(gap, '2022-06')).toBeUndefined()
  })
  test('on the demonstration zone, 2023 seen from June lies within the interval for most indicators', () => {
    const held = Object.entries(totals(2023)).flatMap(([id, months]) => {
      const periods = months.length > 30 ? 12 : months.length > 10 ? 4 : undefined
      if (!periods) return []
      const found = forecastYear(months, '2023-06', periods)!
      const actual = forecastYear(months, '2023-12', periods)!
      expect(Math.abs(found.value / actual.value - 1), id).toBeLessThan(0.15)
      return [found.low <= actual.value && actual.value <= found.high]
    })
    expect(held.filter(Boolean).length / held.length).toBeGreaterThan(0.6)
  })
})

const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true })
const year = fc.array(amount, { minLength: 12, maxLength: 12 })
const years = fc.array(year, { minLength: 3, maxLength: 6 })
const month = fc.integer({ min: 1, max: 12 })
const through = (count: number, m: number) => `${2020 + count - 1}-${String(m).padStart(2, '0')}`

describe('always', () => {
  test('in other units the forecast is the same forecast', () => {
    // Powers of two scale floating point exactly, so equality can be strict.
    fc.assert(
      fc.property(years, month, fc.integer({ min: -8, max: 8 }), (data, m, power) => {
        const factor = 2 ** power
        const one = forecastYear(series(data), through(data.length, m))!
        const other = forecastYear(
          series(data.map((values) => values.map((value) => value * factor))),
          through(data.length, m),
        )!
        expect(other).toEqual({
          ...one,
          value: one.value * factor,
          low: one.low * factor,
          high: one.high * factor,
        })
      }),
    )
  })
  test('a year that is over is not foreseen but added up', () => {
    fc.assert(
      fc.property(years, (data) => {
        const found = forecastYear(series(data), through(data.length, 12))!
        expect(found.value).toBe(data.at(-1)!.reduce((a, b) => a + b, 0))
        expect([found.low, found.high, found.method]).toEqual([found.value, found.value, 'actual'])
      }),
    )
  })
  test('the interval holds the forecast, and months to come change nothing', () => {
    fc.assert(
      fc.property(years, month, (data, m) => {
        const found = forecastYear(series(data), through(data.length, m))!
        expect(found.low).toBeLessThanOrEqual(found.value)
        expect(found.high).toBeGreaterThanOrEqual(found.value)
        const hidden = series(data).filter((entry) => entry.month <= through(data.length, m))
        expect(forecastYear(hidden, through(data.length, m))).toEqual(found)
      }),
    )
  })
})
