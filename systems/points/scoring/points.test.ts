import { describe, expect, it, test } from 'vitest'
import {
  bandsOf,
  listOf,
  placesOf,
  requireSound,
  type Subject,
  scoreAll,
  scoreOne,
  stageOf,
} from './index.ts'
import { indicator, oneStage, scheme } from './scoring.fixture.ts'

const subject = (
  id: string,
  values: readonly (string | null)[],
  revenue: string | null = '1900',
): Subject => ({
  id,
  revenue,
  values,
})
const pointsOf = (given: ReturnType<typeof scheme>, everybody: readonly Subject[], id = 'a') =>
  scoreOne(given, everybody, id)?.parts.map(({ points, reason }) => [points, reason])

describe('the worked example: 1 900 万元 of revenue, 133 of research, 3 inventions', () => {
  const example = scheme({
    indicators: [
      indicator('ratio', {
        normaliser: 'bands',
        benchmark: null,
        bands: bandsOf('0:0 3:40 5:70 8:100')!,
        weights: { growth: '10' },
      }),
      indicator('inventions', { benchmark: '5', weights: { growth: '8' } }),
    ],
  })
  it('scores 7 and 4.8, which makes 11.8, in 成长期', () => {
    const scored = scoreOne(example, [subject('a', ['7.000000', '3.000000'])], 'a')
    expect(scored).toMatchObject({ stage: 'growth', total: '11.8000' })
    expect(scored?.parts.map(({ points }) => points)).toEqual(['7.0000', '4.8000'])
  })
  it('is on 领跑榜 at rank 18 of 400, and not beyond rank 20', () => {
    expect([18, 20, 21, 40, 41, 80, 81].map((rank) => listOf(example, rank, 400))).toEqual([
      'lead',
      'lead',
      'race',
      'race',
      'advance',
      'advance',
      null,
    ])
  })
})

describe('stages', () => {
  it.each([
    ['0', 'seed'],
    ['99.99', 'seed'],
    ['100', 'start'],
    ['500', 'growth'],
    ['2000', 'expansion'],
    ['10000', 'stable'],
  ])('a revenue of %s is %s: the bound belongs to the upper stage', (revenue, stage) => {
    expect(stageOf(scheme(), revenue)).toBe(stage)
  })
  it('below the first bound, or without a revenue, nobody is scored', () => {
    expect(stageOf(scheme({ stages: [{ stage: 'growth', from: '500' }] }), '499')).toBeUndefined()
    expect(scoreOne(scheme(), [subject('a', ['1'], null)], 'a')).toBeUndefined()
  })
})

describe('what cannot be made', () => {
  const everybody = [
    subject('a', [null]),
    subject('b', ['1.000000']),
    subject('c', ['2.000000']),
    subject('d', ['3.000000']),
  ]
  it('scores 0, or the median of its stage, as the scheme says', () => {
    expect(pointsOf(oneStage([indicator('x')]), everybody)).toEqual([['0.0000', 'missing']])
    expect(pointsOf(oneStage([indicator('x')], { undefined: 'median' }), everybody)).toEqual([
      ['40.0000', 'median'],
    ])
  })
  it('where nobody of the stage has it there is no median', () => {
    expect(pointsOf(oneStage([indicator('x')], { undefined: 'median' }), [subject('a', [null])])).toEqual([
      ['0.0000', 'missing'],
    ])
  })
})

describe('normalisers', () => {
  const values = (...all: string[]) => all.map((value, i) => subject('abcdefgh'[i]!, [value]))
  test.each([
    ['cap_ratio', 'up', '2.500000', ['50.0000', 'scored']],
    ['cap_ratio', 'up', '6.000000', ['100.0000', 'capped']],
    ['cap_ratio', 'up', '-1.000000', ['0.0000', 'negative']],
    ['cap_ratio', 'down', '10.000000', ['50.0000', 'scored']],
    ['cap_ratio', 'down', '0.000000', ['100.0000', 'capped']],
    ['log_ratio', 'up', '5.000000', ['100.0000', 'capped']],
    ['log_ratio', 'up', '1.449490', ['50.0000', 'scored']],
  ] as const)('%s, %s, of %s gives %j', (normaliser, direction, value, wanted) => {
    expect(pointsOf(oneStage([indicator('x', { normaliser, direction })]), values(value))).toEqual([wanted])
  })
  test('minmax places between least and most of the stage; where all are alike nobody is behind', () => {
    const one = oneStage([indicator('x', { normaliser: 'minmax', benchmark: null })])
    expect(pointsOf(one, values('3.000000', '1.000000', '5.000000'))).toEqual([['50.0000', 'scored']])
    expect(pointsOf(one, values('3.000000', '3.000000'))).toEqual([['100.0000', 'scored']])
  })
  test('percentile is the share of peers that are no better', () => {
    const one = oneStage([indicator('x', { normaliser: 'percentile', benchmark: null })])
    expect(pointsOf(one, values('3.000000', '1.000000', '3.000000', '9.000000'))).toEqual([
      ['75.0000', 'scored'],
    ])
  })
  test('bands are half open, and nothing below the first', () => {
    const one = oneStage([indicator('x', { normaliser: 'bands', bands: bandsOf('3:40；5:70')! })])
    expect(
      ['2.999999', '3.000000', '4.999999', '5.000000'].map((x) => pointsOf(one, values(x))?.[0]?.[0]),
    ).toEqual(['0.0000', '40.0000', '40.0000', '70.0000'])
  })
  test('bands that do not rise, or are no shares, cannot be read', () => {
    expect([bandsOf('5:70 3:40'), bandsOf('0:120'), bandsOf('零')]).toEqual([undefined, undefined, undefined])
  })
})

describe('lists', () => {
  const totals = (...all: string[]) => all.map((value, i) => subject(`s${i}`, [value]))
  it('all who tie at the cut are on it, or innovation points tell them apart', () => {
    const everybody = [...Array(20)].map((_, i) =>
      subject(
        `s${i}`,
        i < 2
          ? ['4.000000', i ? '5.000000' : '0.000000', i ? '0.000000' : '5.000000']
          : ['0.000000', '0.000000', '0.000000'],
      ),
    )
    const indicators = [
      indicator('x', { weights: { growth: '40' } }),
      indicator('y', { weights: { growth: '30' } }),
      indicator('z', { weights: { growth: '30' }, group: 'growth' }),
    ]
    const lists = (ties: 'all' | 'innovation') =>
      scoreAll(oneStage(indicators, { ties }), everybody)
        .slice(0, 3)
        .map(({ rank, list }) => [rank, list])
    expect(lists('all')).toEqual([
      [1, 'lead'],
      [1, 'lead'],
      [3, 'advance'],
    ])
    expect(lists('innovation')).toEqual([
      [2, 'race'],
      [1, 'lead'],
      [3, 'advance'],
    ])
  })
  it('of a small stage have their places rounded up, or none', () => {
    expect(placesOf(scheme(), 19).map(({ last }) => last)).toEqual([1, 2, 4])
    expect(placesOf(scheme({ small: { below: 20, rule: 'none' } }), 19).map(({ last }) => last)).toEqual([
      0, 0, 0,
    ])
    expect(placesOf(scheme(), 39).map(({ last }) => last)).toEqual([1, 3, 7])
  })
  it('bonuses come on top and deductions off', () => {
    const one = oneStage([
      indicator('x'),
      indicator('more', { counts: 'bonus', weights: { growth: '10' } }),
      indicator('less', { counts: 'deduction', weights: { growth: '20' } }),
    ])
    expect(scoreOne(one, [subject('a', ['5.000000', '5.000000', '2.500000'])], 'a')?.total).toBe('100.0000')
    expect(scoreAll(one, totals('1.000000'))).toHaveLength(1)
  })
})

describe('a scheme is refused', () => {
  it.each([
    ['POINTS_WEIGHTS', oneMinus({ weights: { growth: '99' } })],
    ['POINTS_BENCHMARK', oneMinus({ benchmark: '0' })],
    ['POINTS_BENCHMARK', oneMinus({ normaliser: 'bands' })],
    [
      'POINTS_STAGES',
      scheme({
        stages: [
          { stage: 'growth', from: '5' },
          { stage: 'stable', from: '5' },
        ],
      }),
    ],
    [
      'POINTS_SHARES',
      scheme({ stages: [{ stage: 'growth', from: '0' }], shares: [{ list: 'lead', share: '101' }] }),
    ],
    [
      'POINTS_WEIGHTS',
      scheme({
        stages: [{ stage: 'growth', from: '0' }],
        indicators: [
          indicator('x', { weights: { growth: '110' } }),
          indicator('y', { weights: { growth: '-10' } }),
        ],
      }),
    ],
  ])('%s', (code, given) => {
    expect(() => requireSound(given)).toThrow(expect.objectContaining({ code }))
  })
  function oneMinus(more: Parameters<typeof indicator>[1]) {
    return scheme({ stages: [{ stage: 'growth', from: '0' }], indicators: [indicator('x', more)] })
  }
})
