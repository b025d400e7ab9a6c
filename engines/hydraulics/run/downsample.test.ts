import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downsample } from './downsample.ts'

const series = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 500 })

describe('a series for a screen', () => {
  it('keeps the highest and lowest value, the ends and the order, in no more points than asked for', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 4, max: 80 }), (values, points) => {
        const { at, values: kept } = downsample(values, points)
        expect(at.length).toBeLessThanOrEqual(Math.max(points, 1))
        expect([...at]).toEqual([...new Set(at)].sort((a, b) => a - b))
        expect([...kept]).toEqual([...at].map((i) => values[i]))
        expect(Math.max(...kept)).toBe(Math.max(...values))
        expect(Math.min(...kept)).toBe(Math.min(...values))
        expect([at[0], at.at(-1)]).toEqual([0, values.length - 1])
      }),
    )
  })

  it('leaves out what is no number', () => {
    const values = Float32Array.from({ length: 100 }, (_, i) => (i === 50 ? 9 : i === 10 ? Number.NaN : 0))
    const { values: kept } = downsample(values, 12)
    expect(Math.max(...kept)).toBe(9)
  })
})
