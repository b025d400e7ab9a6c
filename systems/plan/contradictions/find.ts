import { type Text, text } from '../../../kernel/text.ts'
import { type Claim, LOOKS_BACK } from './claims.ts'
import {
  averageGrowth,
  disjoint,
  growthBetween,
  type Interval,
  impliedBase,
  showInterval,
  widen,
} from './interval.ts'

/**
 * same: one year, two values · base: level and growth imply another base than the one stated ·
 * average: from A to B is another yearly growth than the one stated · bridge: two levels two years apart and the
 * growth of the second leave a growth for the year between that its neighbours make unlikely (a suspicion).
 */
export interface Contradiction {
  readonly kind: 'same' | 'base' | 'average' | 'bridge'
  readonly indicator: string
  /** The year in dispute. */
  readonly year: number
  readonly claims: readonly Claim[]
  /** What one side says or implies, and the other. */
  readonly one: string
  readonly other: string
  readonly hint: Text
}

/** Percentage points by which the year between may leave the growth of its neighbours. */
const UNLIKELY = 3

const HINTS = {
  same: text(
    '统计修订、口径调整或笔误，请核对两份报告',
    'Revised statistics, another definition or a slip: compare both reports',
  ),
  base: text(
    '增速多按可比价格计算而总量按现价；或上年数经普查修订',
    'Growth is mostly at comparable prices and levels at current ones; or last year was revised after a census',
  ),
  average: text(
    '年均增速按可比价格，首尾总量按现价',
    'The average growth is at comparable prices, both levels at current ones',
  ),
  bridge: text(
    '现价与可比价之差（价格上涨），或前一数经普查上修',
    'Current against comparable prices (inflation), or the earlier level was revised upwards',
  ),
} as const

/** Pure: all claims of all reports in, what does not go together out, in order of indicator and year. */
export function findContradictions(claims: readonly Claim[]): readonly Contradiction[] {
  const indicators = [...new Set(claims.map(({ indicator }) => indicator))].sort()
  return indicators.flatMap((indicator) => {
    const mine = claims.filter((claim) => claim.indicator === indicator)
    return [...same(mine), ...bases(mine), ...averages(mine), ...bridges(mine)].sort(
      (a, b) => a.year - b.year,
    )
  })
}

const decimals = (unit: string) => (unit === '%' ? 1 : 0)
const show = (value: Interval, unit: string) => `${showInterval(value, decimals(unit))}${unit}`

function same(claims: readonly Claim[]): Contradiction[] {
  return pairs(claims).flatMap(([a, b]) =>
    a.aspect === b.aspect &&
    a.aspect !== 'average' &&
    a.year === b.year &&
    // 增长8.4%和8% in one sentence are two things.
    (a.report !== b.report || a.clause !== b.clause) &&
    disjoint(a.value, b.value)
      ? [finding('same', a.year, [a, b], show(a.value, a.unit), show(b.value, b.unit))]
      : [],
  )
}

/** The base that the level and the growth of one report and year imply. */
function implied(claims: readonly Claim[]): { year: number; value: Interval; claims: readonly Claim[] }[] {
  return claims
    .filter(({ aspect }) => aspect === 'level')
    .flatMap((level) => {
      const growth = claims.find(
        (claim) => claim.aspect === 'growth' && claim.report === level.report && claim.year === level.year,
      )
      const value = growth && impliedBase(level.value, growth.value)
      return value ? [{ year: level.year - 1, value, claims: [level, growth] }] : []
    })
}

function bases(claims: readonly Claim[]): Contradiction[] {
  return implied(claims).flatMap((base) =>
    claims
      .filter(
        (claim) => claim.aspect === 'level' && claim.year === base.year && disjoint(claim.value, base.value),
      )
      .map((stated) =>
        finding(
          'base',
          base.year,
          [stated, ...base.claims],
          show(stated.value, stated.unit),
          `推算 ${show(base.value, stated.unit)}`,
        ),
      ),
  )
}

function averages(claims: readonly Claim[]): Contradiction[] {
  return claims
    .filter(({ aspect }) => aspect === 'average')
    .flatMap((average) => {
      const [from, to] = [average.year - LOOKS_BACK, average.year].map((year) =>
        claims.find(
          (claim) => claim.aspect === 'level' && claim.year === year && claim.report === average.report,
        ),
      )
      if (!from || !to) return []
      const made = averageGrowth(from.value, to.value, LOOKS_BACK)
      return disjoint(made, average.value)
        ? [
            finding(
              'average',
              average.year,
              [from, to, average],
              `年均 ${show(average.value, '%')}`,
              `首尾推算 ${show(made, '%')}`,
            ),
          ]
        : []
    })
}

function bridges(claims: readonly Claim[]): Contradiction[] {
  return implied(claims).flatMap((base) => {
    const before = claims.find((claim) => claim.aspect === 'level' && claim.year === base.year - 1)
    const stated = claims.some((claim) => claim.aspect === 'level' && claim.year === base.year)
    const neighbours = claims.filter(
      ({ aspect, year }) => aspect === 'growth' && Math.abs(year - base.year) === 1,
    )
    if (!before || stated || neighbours.length === 0) return []
    const made = growthBetween(before.value, base.value)
    const likely = neighbours.map(({ value }) => widen(value, UNLIKELY)).reduce(hull)
    return disjoint(made, likely)
      ? [
          finding(
            'bridge',
            base.year,
            [before, ...base.claims, ...neighbours.filter((claim) => !base.claims.includes(claim))],
            `推算增速 ${show(made, '%')}`,
            `前后年增速 ${show(neighbours.map(({ value }) => value).reduce(hull), '%')}`,
          ),
        ]
      : []
  })
}

const hull = (a: Interval, b: Interval): Interval => ({
  low: a.low === null || b.low === null ? null : a.low.lt(b.low) ? a.low : b.low,
  high: a.high === null || b.high === null ? null : a.high.gt(b.high) ? a.high : b.high,
})

const finding = (
  kind: Contradiction['kind'],
  year: number,
  claims: readonly Claim[],
  one: string,
  other: string,
): Contradiction => ({ kind, indicator: claims[0]!.indicator, year, claims, one, other, hint: HINTS[kind] })

function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((a, index) => list.slice(index + 1).map((b) => [a, b] as const))
}
