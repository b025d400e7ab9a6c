import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion.ts'

test('largest remainders take what is left over', () => {
  expect([...apportion(10, [1, 1, 1])]).toEqual([4, 3, 3])
  expect([...apportion(100, [0.6, 0.25, 0.15])]).toEqual([60, 25, 15])
  expect([...apportion(-7, [1, 0, 1])]).toEqual([-4, -0, -3])
})

test('nobody to take a share is an error', () => {
  expect(() => apportion(1, [0, 0])).toThrow(RangeError)
})

test('parts are whole, add up exactly, and stay within one of the exact share', () => {
  const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e13 }),
      fc.array(weight, { minLength: 1, maxLength: 200 }),
      (total, weights) => {
        const parts = [...apportion(total, weights)]
        const sum = weights.reduce((a, b) => a + b, 0)
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
        for (const [i, part] of parts.entries()) {
          expect(Number.isInteger(part)).toBe(true)
          expect(Math.abs(part - (total * weights[i]!) / sum)).toBeLessThanOrEqual(1.01)
        }
      },
    ),
  )
})
