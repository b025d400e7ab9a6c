import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal, growthOf, impliedBase, rankOf, streakOf } from './series.ts'

const total = (value: number) => ({
  value: new Decimal(value),
  comparable: new Decimal(value),
  rows: 1,
  synthetic: false,
})
const amount = fc.integer({ min: 1, max: 10_000_000 })

describe('growth', () => {
  it('is at comparable prices where the series has them', () => {
    const now = { ...total(391), comparable: new Decimal('392.2') }
    expect(growthOf(now, total(370))?.toFixed(1)).toBe('6.0')
  })

  it('of nothing is not a number that anyone could state', () => {
    expect(growthOf(total(5), total(0))).toBeUndefined()
  })

  it('and level together give back the base', () => {
    fc.assert(
      fc.property(amount, amount, (now, before) => {
        const growth = growthOf(total(now), total(before))!
        expect(impliedBase(new Decimal(now), growth).toFixed(8)).toBe(new Decimal(before).toFixed(8))
      }),
    )
  })
})

describe('rank', () => {
  it('gives equals one place and leaves the next one out', () => {
    const others = [9, 7, 7, 3].map((value) => new Decimal(value))
    expect([9, 8, 7, 5].map((own) => rankOf(new Decimal(own), others, 'up'))).toEqual([1, 2, 2, 4])
  })

  it('one is the smallest where down is better, the largest where neither is', () => {
    const others = [9, 7, 7, 3].map((value) => new Decimal(value))
    const ranks = (direction: 'down' | 'neutral') =>
      [9, 7, 2].map((own) => rankOf(new Decimal(own), others, direction))
    expect(ranks('down')).toEqual([4, 2, 1])
    expect(ranks('neutral')).toEqual([1, 2, 5])
  })

  it('never gets worse when the own value rises', () => {
    fc.assert(
      fc.property(fc.array(amount), amount, amount, (others, own, more) => {
        const list = others.map((value) => new Decimal(value))
        expect(rankOf(new Decimal(own + more), list, 'up')).toBeLessThanOrEqual(
          rankOf(new Decimal(own), list, 'up'),
        )
      }),
    )
  })
})

it('a streak ends at the first entry that does not hold or is not known', () => {
  expect(streakOf([true, true, false, true])).toBe(2)
  expect(streakOf([undefined, true])).toBe(0)
  expect(streakOf([true, true])).toBe(2)
})
