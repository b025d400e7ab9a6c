import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type OfficeRecord, SCORE_WEIGHTS, scoreOffice } from './score.ts'

const GOOD: OfficeRecord = {
  granules: [{ light: 'green', shortfall: 0 }],
  letters: [],
  verified: 3,
  returned: 0,
  missing: 0,
}

describe('the score of an office', () => {
  it('is full when all is well, and nothing without granules', () => {
    expect(scoreOffice(GOOD)).toEqual({ total: 100, onTime: 45, progress: 25, letters: 15, quality: 15 })
    expect(scoreOffice({ ...GOOD, granules: [] })).toBeUndefined()
  })

  it('loses by red lights, shortfall, letters and returned reports', () => {
    const score = scoreOffice({
      granules: [
        { light: 'red', shortfall: 30 },
        { light: 'green', shortfall: 0 },
      ],
      letters: [
        { colour: 'red', inTime: true },
        { colour: 'yellow', inTime: false },
        { colour: 'blue', inTime: false },
      ],
      verified: 3,
      returned: 1,
      missing: 0,
    })
    expect(score).toEqual({ total: 58.8, onTime: 22.5, progress: 12.5, letters: 12.5, quality: 11.3 })
  })

  it('loses by a month that was never filed', () => {
    expect(scoreOffice({ ...GOOD, missing: 1 })?.quality).toBe(11.3)
  })

  it('stays between 0 and 100, and one more red light never helps', () => {
    const granule = fc.record({
      light: fc.constantFrom('done' as const, 'red' as const, 'yellow' as const, 'green' as const),
      shortfall: fc.double({ min: 0, max: 100, noNaN: true }),
    })
    const letter = fc.record({
      colour: fc.constantFrom('blue' as const, 'yellow' as const, 'red' as const),
      inTime: fc.boolean(),
    })
    const record = fc.record({
      granules: fc.array(granule, { minLength: 1 }),
      letters: fc.array(letter),
      verified: fc.nat(50),
      returned: fc.nat(50),
      missing: fc.nat(50),
    })
    fc.assert(
      fc.property(record, (office) => {
        const score = scoreOffice(office)!
        expect(score.total).toBeGreaterThanOrEqual(0)
        expect(score.total).toBeLessThanOrEqual(100)
        const worse = scoreOffice({
          ...office,
          granules: [...office.granules, { light: 'red', shortfall: 100 }],
        })!
        expect(worse.onTime).toBeLessThanOrEqual(score.onTime)
        expect(worse.progress).toBeLessThanOrEqual(score.progress)
      }),
    )
    expect(Object.values(SCORE_WEIGHTS).slice(0, 4)).toEqual([45, 25, 15, 15])
  })
})
