import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requireSound, scoreAll } from './index.ts'
import { EXAMPLE, firm, HUANGYAN } from './scoring.fixture.ts'

const score = (data: ReturnType<typeof firm>, scheme = HUANGYAN) => scoreAll(scheme, [data])[0]!
const line = (scored: ReturnType<typeof score>, measure: string) =>
  scored.points.find((points) => points.measure === measure)!

describe('by the formula of 黄岩区, 2022', () => {
  it('the worked example scores 108.64 without a cap', () => {
    const scored = score(EXAMPLE)
    expect(Number(scored.score).toFixed(2)).toBe('108.64')
    expect(scored.points.map(({ points }) => points)).toEqual([
      '37.3490',
      '22.0329',
      '14.8478',
      '10.1424',
      '11.0254',
      '13.2450',
    ])
  })

  it('and 94.85 where no indicator gives more than its weight', () => {
    const scored = score(EXAMPLE, { ...HUANGYAN, cap: '1.0' })
    expect(Number(scored.score).toFixed(2)).toBe('94.85')
    expect(scored.points.map(({ reason }) => reason)).toEqual([
      'capped',
      'capped',
      'scored',
      'capped',
      'capped',
      'capped',
    ])
  })

  it('every point is explained by value, benchmark and weight', () => {
    expect(line(score(EXAMPLE), 'value_energy')).toEqual({
      measure: 'value_energy',
      value: '2.000000',
      benchmark: '2.694',
      weight: '20',
      points: '14.8478',
      reason: 'scored',
    })
  })

  it('a firm without emission data gets the average of those that have them', () => {
    const other = { ...EXAMPLE, emissions: '0.6' }
    const [first, second, without, none] = scoreAll(HUANGYAN, [
      EXAMPLE,
      other,
      { ...EXAMPLE, emissions: null },
      { ...EXAMPLE, emissions: '0' },
    ])
    expect(line(first!, 'value_emissions').points).toBe('10.1424')
    expect(line(second!, 'value_emissions').points).toBe('5.0712')
    for (const one of [without, none])
      expect(line(one!, 'value_emissions')).toMatchObject({
        value: null,
        points: '7.6068',
        reason: 'average',
      })
  })

  it('where nobody has emission data, the average is 0', () => {
    expect(line(score({ ...EXAMPLE, emissions: null }), 'value_emissions').points).toBe('0.0000')
  })

  it('negative value added scores 0 wherever it is divided, and takes nothing from the rest', () => {
    const scored = score({ ...EXAMPLE, value_added: '-1500' })
    expect(scored.points.map(({ reason }) => reason)).toEqual([
      'scored',
      'negative',
      'negative',
      'negative',
      'negative',
      'scored',
    ])
    expect(Number(scored.score)).toBeCloseTo(37.349 + 13.245, 3)
  })

  it('no land, no staff, no research report: 0 points, said as missing', () => {
    const scored = score({ ...EXAMPLE, land: '0', staff: '0', research: null })
    for (const measure of ['tax_land', 'value_land', 'value_staff', 'research_revenue'])
      expect(line(scored, measure)).toMatchObject({ value: null, points: '0.0000', reason: 'missing' })
  })
})

describe('always', () => {
  const amount = fc.option(fc.integer({ min: -1_000, max: 1_000_000 }).map(String))
  const data = fc
    .record({
      land: amount,
      tax: amount,
      value_added: amount,
      energy: amount,
      emissions: amount,
      staff: amount,
      research: amount,
      revenue: amount,
    })
    .map(firm)
  const group = fc.array(data, { minLength: 1, maxLength: 12 })
  const cap = fc.constantFrom(null, '1', '1.5', '2')

  it('the points add up to the score, none is negative, none is over the cap', () =>
    fc.assert(
      fc.property(group, cap, (firms, cap) => {
        for (const { score, points } of scoreAll({ ...HUANGYAN, cap }, firms)) {
          const sum = points.reduce((total, { points }) => total + Math.round(Number(points) * 1e4), 0)
          expect(Math.round(Number(score) * 1e4)).toBe(sum)
          for (const { points: own, weight } of points) {
            expect(Number(own)).toBeGreaterThanOrEqual(0)
            if (cap) expect(Number(own)).toBeLessThanOrEqual(Number(weight) * Number(cap))
          }
        }
      }),
    ))

  it('more tax never scores less', () =>
    fc.assert(
      fc.property(data, cap, fc.nat(100_000), (one, cap, more) => {
        const scheme = { ...HUANGYAN, cap }
        const richer = { ...one, tax: one.tax === null ? null : String(Number(one.tax) + more) }
        expect(Number(score(richer, scheme).score)).toBeGreaterThanOrEqual(Number(score(one, scheme).score))
      }),
    ))

  it('the same amounts counted in another currency and benchmark score the same', () =>
    fc.assert(
      fc.property(data, (one) => {
        const tenfold = { ...one, tax: one.tax === null ? null : `${one.tax}0` }
        const measures = HUANGYAN.measures.map((measure) =>
          measure.measure === 'tax_land' ? { ...measure, benchmark: '240.97' } : measure,
        )
        expect(score(tenfold, { ...HUANGYAN, measures }).score).toBe(score(one).score)
      }),
    ))

  it('the order in which firms come changes no score', () =>
    fc.assert(
      fc.property(group, (firms) => {
        const backwards = scoreAll(HUANGYAN, [...firms].reverse()).reverse()
        expect(backwards).toEqual(scoreAll(HUANGYAN, firms))
      }),
    ))
})

describe('a scheme is refused', () => {
  const [first, ...rest] = HUANGYAN.measures
  it.each([
    ['EFFICIENCY_WEIGHTS', { measures: rest }],
    ['EFFICIENCY_WEIGHTS', { measures: [{ ...first!, weight: '0' }, ...rest] }],
    ['EFFICIENCY_WEIGHTS', { cap: '0' }],
    ['EFFICIENCY_BENCHMARK', { measures: [{ ...first!, benchmark: '0' }, ...rest] }],
    ['EFFICIENCY_SHARES', { shares: ['50', '40', '20'] as const }],
    ['EFFICIENCY_SHARES', { shares: ['-5', '40', '20'] as const }],
  ])('%s: %j', (code, wrong) => {
    expect(() => requireSound({ ...HUANGYAN, ...wrong })).toThrow(expect.objectContaining({ code }))
  })
  it('but not that of 黄岩区', () => expect(() => requireSound(HUANGYAN)).not.toThrow())
})
