import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HydraulicsError } from '../errors.ts'
import { chicagoStorm, meanIntensity } from './storm.ts'

/** A formula for tests only: i = (18.105 + 13.90 lg P) / (t + 13.265)^0.778. */
const formula = { A1: 18.105, C: 13.9 / 18.105, b: 13.265, n: 0.778 }

describe('a design storm', () => {
  it('has the depth of the intensity formula over its duration', () => {
    expect(meanIntensity(formula, 3, 60)).toBeCloseTo(0.876, 3)
    const storm = chicagoStorm({ formula, returnPeriod: 3, duration: 120, peak: 0.4, step: 1 })
    expect(storm.depth).toBeCloseTo(66, 1)
    expect(storm.peakIntensity).toBeCloseTo(3.31, 2)
    expect(storm.steps.reduce((sum, [, intensity]) => sum + intensity / 60, 0)).toBeCloseTo(66, 1)
    expect(Math.max(...storm.steps.map(([, intensity]) => intensity / 60))).toBeLessThan(3.31)
  })

  it('rises to its peak and falls after it, for any formula, and loses no depth', () => {
    const anything = fc.record({
      formula: fc.record({
        A1: fc.double({ min: 1, max: 60, noNaN: true }),
        C: fc.double({ min: 0, max: 2, noNaN: true }),
        b: fc.double({ min: 1, max: 40, noNaN: true }),
        n: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
      }),
      returnPeriod: fc.constantFrom(1, 2, 5, 20, 50, 100),
      duration: fc.integer({ min: 10, max: 1440 }),
      peak: fc.double({ min: 0, max: 1, noNaN: true }),
      step: fc.constantFrom(1, 2, 5, 10),
    })
    fc.assert(
      fc.property(anything, (options) => {
        const { steps, depth } = chicagoStorm(options)
        const total = steps.reduce((sum, [, intensity]) => sum + (intensity * options.step) / 60, 0)
        expect(total).toBeCloseTo(depth, 6)
        expect(depth).toBeCloseTo(
          options.duration * meanIntensity(options.formula, options.returnPeriod, options.duration),
          6,
        )
        const top = options.duration * options.peak
        for (const [i, [from, intensity]] of steps.entries()) {
          const before = steps[i - 1]?.[1] ?? 0
          if (from + options.step <= top && i > 0) expect(intensity).toBeGreaterThanOrEqual(before - 1e-9)
          if (from - options.step >= top && from + options.step <= options.duration)
            expect(intensity).toBeLessThanOrEqual(before + 1e-9)
        }
      }),
    )
  })

  it('names what cannot be used', () => {
    const options = { formula, returnPeriod: 3, duration: 60, peak: 0.4 }
    expect(() => chicagoStorm({ ...options, peak: 1.2 })).toThrow(HydraulicsError)
    expect(() => chicagoStorm({ ...options, duration: 0 })).toThrow(/duration/)
  })
})
