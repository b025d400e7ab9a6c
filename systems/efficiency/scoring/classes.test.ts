import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify } from './index.ts'
import { candidate, HUANGYAN } from './scoring.fixture.ts'

const classes = (scores: readonly string[], scheme = HUANGYAN) =>
  classify(
    scheme,
    scores.map((score) => candidate(score)),
  ).map((one) => one.class)

describe('classes', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => String(200 - i))

  it('follow the shares: of twenty firms 4 A, 12 B, 3 C, 1 D', () => {
    expect(classes(twenty).join('')).toBe(`${'A'.repeat(4)}${'B'.repeat(12)}CCCD`)
  })

  it('of equal scores at a cut are the same: the better one', () => {
    const tied = twenty.map((score, i) => (i === 4 || i === 5 ? twenty[3]! : score))
    expect(classes(tied).join('')).toBe(`${'A'.repeat(6)}${'B'.repeat(10)}CCCD`)
  })

  it('equal scores written differently are equal', () => {
    const found = classify(HUANGYAN, [candidate('10.5000'), candidate('10.5')])
    expect(found.map(({ rank }) => rank)).toEqual([1, 1])
  })

  it('an exempt firm has class N and takes nobody’s place', () => {
    const found = classify(HUANGYAN, [
      candidate('999', { exempt: true }),
      ...twenty.map((score) => candidate(score)),
    ])
    expect(found[0]).toEqual({ class: 'N', rank: null, ranked: 20, byRank: null, moved: null })
    expect(found.slice(1).map((one) => one.class)).toEqual(classes(twenty))
  })

  it('by industry, where the scheme says so, each industry has its own places', () => {
    const firms = ['26', '39'].flatMap((industry) =>
      twenty.map((score, i) => candidate(industry === '26' ? score : String(20 - i), { industry })),
    )
    const found = classify({ ...HUANGYAN, byIndustry: true }, firms)
    expect(found.filter((one) => one.class === 'A')).toHaveLength(8)
    expect(found[20]).toMatchObject({ rank: 1, ranked: 20, class: 'A' })
    expect(classify(HUANGYAN, firms)[20]).toMatchObject({ rank: 21, ranked: 40, class: 'B' })
  })

  it('a veto leaves at most its class, the strictest counts, and it raises nobody', () => {
    const firms = twenty.map((score) => candidate(score, { vetoes: ['B', 'C'] }))
    expect(
      classify(HUANGYAN, firms)
        .map((one) => one.class)
        .join(''),
    ).toBe(`${'C'.repeat(19)}D`)
    expect(classify(HUANGYAN, firms)[0]).toMatchObject({ byRank: 'A', moved: 'veto' })
    expect(classify(HUANGYAN, firms)[17]).toMatchObject({ byRank: 'C', moved: null })
  })

  it('the floor raises whoever reaches it, and excuses no veto', () => {
    const scheme = { ...HUANGYAN, floor: { tax: '50', best: 'B' } as const }
    const last = (more: Parameters<typeof candidate>[1]) =>
      classify(scheme, [...twenty.map((score) => candidate(score)), candidate('0', more)]).at(-1)
    expect(last({ taxPerMu: '49.99' })).toMatchObject({ class: 'D', moved: null })
    expect(last({ taxPerMu: '50' })).toMatchObject({ class: 'B', byRank: 'D', moved: 'floor' })
    expect(last({ taxPerMu: null })).toMatchObject({ class: 'D' })
    expect(last({ taxPerMu: '50', vetoes: ['D'] })).toMatchObject({ class: 'D', moved: 'veto' })
  })

  it('of nobody are none', () => expect(classify(HUANGYAN, [])).toEqual([]))
})

describe('always', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { minLength: 1, maxLength: 60 })
  const ORDER = 'ABCD'

  it('who scores no less stands in no worse class, and equal scores in the same', () =>
    fc.assert(
      fc.property(scores, (scores) => {
        const found = classes(scores)
        for (const [i, one] of scores.entries())
          for (const [k, other] of scores.entries())
            if (Number(one) >= Number(other))
              expect(ORDER.indexOf(found[i]!)).toBeLessThanOrEqual(ORDER.indexOf(found[k]!))
      }),
    ))

  it('without equal scores every class has its share, to the nearest firm', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 200 }),
        fc.tuple(fc.nat(40), fc.nat(40), fc.nat(20)),
        (scores, shares) => {
          const scheme = { ...HUANGYAN, shares: shares.map(String) as [string, string, string] }
          const found = classes(scores.map(String), scheme)
          let share = 0
          for (const [at, own] of shares.entries()) {
            share += own
            const within = found.filter((one) => ORDER.indexOf(one) <= at).length
            expect(within).toBe(Math.floor((share * scores.length) / 100 + 0.5))
          }
        },
      ),
    ))

  it('any order-keeping change of scores leaves all classes as they are', () =>
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 9 }), fc.nat(1000), (scores, times, plus) => {
        expect(classes(scores.map((score) => String(Number(score) * times + plus)))).toEqual(classes(scores))
      }),
    ))
})
