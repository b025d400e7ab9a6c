import { describe, expect, it } from 'vitest'
import {
  deductedFor,
  evaluateAll,
  exemptionOf,
  type Firm,
  foundAgainst,
  landOf,
  merged,
  type Plot,
  type Scheme,
} from './index.ts'
import { firm as dataOf, EXAMPLE, HUANGYAN } from './scoring.fixture.ts'

const firm = (more: Partial<Firm> = {}): Firm => ({
  data: EXAMPLE,
  industry: '39',
  tenants: 0,
  foundedOn: null,
  exemption: null,
  found: [],
  ...more,
})
const plot = (kind: Plot['kind'], more: Partial<Plot>): Plot => ({
  kind,
  certified: null,
  used: null,
  floor: null,
  ratio: null,
  ...more,
})

describe('land', () => {
  it('is owned + rented in − rented out over all plots of a firm', () => {
    const plots = [
      plot('owned', { certified: '20' }),
      plot('owned', { certified: '4.5' }),
      plot('rented_in', { certified: '3' }),
      plot('rented_out', { certified: '7.25' }),
    ]
    expect(landOf(plots)).toEqual({ land: '20.25', tenants: 1 })
  })
  it('counts what is really used where that is more than certified, and not where it is less', () => {
    expect(landOf([plot('owned', { certified: '10', used: '12' })]).land).toBe('12.00')
    expect(landOf([plot('owned', { certified: '10', used: '8' })]).land).toBe('10.00')
  })
  it('of a tenant is the floor by the plot ratio: 2000 m² at 1.5 are 2 mu', () => {
    expect(landOf([plot('rented_in', { floor: '2000', ratio: '1.5' })]).land).toBe('2.00')
    expect(landOf([plot('rented_in', { floor: '2000', ratio: '0' })]).land).toBe('0.00')
  })
  it('is never below nothing', () => {
    expect(landOf([plot('rented_out', { certified: '3' })])).toEqual({ land: '0.00', tenants: 1 })
  })
})

describe('a firm with another joined to it', () => {
  const half = firm({
    data: dataOf({ land: '5', tax: '150', emissions: null }),
    tenants: 1,
    found: [{ kind: 'safety', best: 'D' }],
  })
  it('is evaluated by the sums of both, unknown only where neither knows', () => {
    const both = merged(firm({ tenants: 2 }), [half])
    expect(both.data).toMatchObject({ land: '15', tax: '450', emissions: '0.3', electricity: null })
    expect(both.tenants).toBe(3)
  })
  it('scores as one firm, not as the mean of two', () => {
    const [one] = evaluateAll(HUANGYAN, '2022', [merged(firm(), [half])])
    // 450 ÷ 15 mu are the 30 of the worked example.
    expect(one?.points[0]).toMatchObject({ value: '30.000000', points: '37.3490' })
  })
  it('bears what was found against either', () => {
    const [one] = evaluateAll(HUANGYAN, '2022', [merged(firm(), [half])])
    expect(one).toMatchObject({ class: 'D', moved: 'veto', found: [{ kind: 'safety', best: 'D' }] })
  })
})

describe('renting land out', () => {
  const [above, below] = [
    { ...HUANGYAN, rent: { first: '0', each: '5' } },
    { ...HUANGYAN, rent: { first: '10', each: '5' } },
  ]
  it.each([
    [above, 0, null],
    [above, 1, null],
    [above, 3, '10.0000'],
    [below, 1, '10.0000'],
    [below, 3, '20.0000'],
    [HUANGYAN, 3, null],
  ])('%# with %i tenants takes %s', (scheme, tenants, points) =>
    expect(deductedFor(scheme, tenants)).toBe(points),
  )
  it('comes off the score, not off an indicator', () => {
    const [one] = evaluateAll(below, '2022', [firm({ tenants: 2 })])
    expect(Number(one?.score).toFixed(2)).toBe('93.64')
    expect(one).toMatchObject({ deducted: '15.0000' })
  })
})

describe('a new firm', () => {
  const scheme = { ...HUANGYAN, newYears: 2 }
  it.each([
    ['2021-12-31', null],
    ['2022-01-01', 'new'],
    ['2023-06-30', 'new'],
    [null, null],
  ])('founded on %s: %s in 2023', (foundedOn, exemption) =>
    expect(exemptionOf(scheme, '2023', firm({ foundedOn }))).toBe(exemption),
  )
  it('is not ranked, and what is entered of a firm comes first', () => {
    const [one] = evaluateAll(scheme, '2023', [firm({ foundedOn: '2023-05-01' })])
    expect(one).toMatchObject({ class: 'N', rank: null, exemption: 'new' })
    expect(exemptionOf(scheme, '2023', firm({ foundedOn: '2023-05-01', exemption: 'moved' }))).toBe('moved')
    expect(exemptionOf(HUANGYAN, '2023', firm({ foundedOn: '2023-05-01' }))).toBeNull()
  })
})

describe('too little research', () => {
  const scheme: Scheme = { ...HUANGYAN, research: { amount: '100', share: '2', best: 'B' } }
  const spends = (research: string | null, revenue: string | null) =>
    foundAgainst(scheme, firm({ data: dataOf({ research, revenue }) })).length === 0
  it.each([
    ['100', '99999', true],
    ['99.99', '4999', true],
    ['99.99', '5000', false],
    [null, '5000', false],
    ['0', '0', false],
    ['100', null, true],
    ['99', null, false],
  ])('%s of %s passes: %s', (research, revenue, passes) => expect(spends(research, revenue)).toBe(passes))
  it('leaves at most the class of the scheme, and says so', () => {
    const [one] = evaluateAll(scheme, '2022', [firm({ data: { ...EXAMPLE, research: null } })])
    expect(one).toMatchObject({
      byRank: 'B',
      class: 'B',
      found: [{ kind: 'research', best: 'B' }],
    })
    const strict: Scheme = { ...scheme, research: { amount: '100', share: '2', best: 'C' } }
    expect(evaluateAll(strict, '2022', [firm({ data: { ...EXAMPLE, research: null } })])[0]).toMatchObject({
      class: 'C',
      moved: 'veto',
    })
  })
  it('is nobody’s where the scheme asks for none', () =>
    expect(foundAgainst(HUANGYAN, firm({ data: dataOf({}) }))).toEqual([]))
})
