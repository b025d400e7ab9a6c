/** What one enterprise scores, and why: the rule that the query over everybody is held equal to. Pure and exact. */
import { Decimal as Base } from '../../../kernel/figures/series.ts'
import type { Reason, Stage } from '../words.ts'
import { type Indicator, listOf, type Scheme, stageOf } from './config.ts'

/** Logarithms and quotients need more digits than a figure has. */
const Decimal = Base.clone({ precision: 80 })
type Decimal = InstanceType<typeof Decimal>

/** What is asked of one enterprise; values of indicators in their order, six decimals, null where they cannot be made. */
export interface Subject {
  readonly id: string
  /** 万元; null: nothing reported, not scored. */
  readonly revenue: string | null
  readonly values: readonly (string | null)[]
}

/** One line of the explanation. */
export interface Part {
  readonly indicator: string
  readonly value: string | null
  readonly weight: string
  /** 0..1 as it is shown, six decimals; null where it could not be made. */
  readonly normalised: string | null
  /** What the value was measured against: the benchmark, or least and most of the stage, or how many are no better. */
  readonly against: readonly string[]
  readonly points: string
  readonly reason: Reason
}

export interface Scored {
  readonly id: string
  readonly stage: Stage
  readonly parts: readonly Part[]
  readonly total: string
  /** Points of the group 技术创新 alone. */
  readonly innovation: string
}

export interface Placed extends Scored {
  readonly rank: number
  readonly ranked: number
  readonly list: string | null
}

/** Points are kept to four decimals, half up. */
const PLACES = 4
const NONE = new Decimal(0).toFixed(PLACES)

/** Scores one of a population; undefined where it has no stage. */
export function scoreOne(scheme: Scheme, everybody: readonly Subject[], id: string): Scored | undefined {
  const own = everybody.find((one) => one.id === id)
  const stage = own?.revenue == null ? undefined : stageOf(scheme, own.revenue)
  if (!own || !stage) return undefined
  const peers = everybody.filter(({ revenue }) => revenue !== null && stageOf(scheme, revenue) === stage)
  const asked = scheme.indicators
    .map((indicator, at) => ({ indicator, at }))
    .filter(({ indicator }) => indicator.weights[stage] !== undefined)
  const parts = asked.map(({ indicator, at }) => {
    const weight = indicator.weights[stage]!
    const known = peers.map(({ values }) => values[at] ?? null).filter((value) => value !== null)
    const value = own.values[at] ?? null
    if (value !== null) return partOf(indicator, weight, value, known)
    const median = scheme.undefined === 'median' && known.length > 0
    const points = median ? medianOf(known.map((one) => partOf(indicator, weight, one, known).points)) : NONE
    const reason: Reason = median ? 'median' : 'missing'
    return { indicator: indicator.id, value, weight, normalised: null, against: [], points, reason }
  })
  const sumOf = (within: (indicator: Indicator) => boolean) =>
    parts
      .reduce((sum, { points }, i) => {
        const { indicator } = asked[i]!
        if (!within(indicator)) return sum
        return indicator.counts === 'deduction' ? sum.minus(points) : sum.plus(points)
      }, new Decimal(0))
      .toFixed(PLACES)
  return {
    id,
    stage,
    parts,
    total: sumOf(() => true),
    innovation: sumOf(({ group }) => group === 'innovation'),
  }
}

/** Everybody of a population with rank and list: quadratic, for tests and small stages. */
export function scoreAll(scheme: Scheme, everybody: readonly Subject[]): Placed[] {
  const scored = everybody.flatMap(({ id }) => scoreOne(scheme, everybody, id) ?? [])
  return scored.map((one) => {
    const peers = scored.filter(({ stage }) => stage === one.stage)
    const better = peers.filter((peer) => isBetter(scheme, peer, one)).length
    const [rank, ranked] = [better + 1, peers.length]
    return { ...one, rank, ranked, list: listOf(scheme, rank, ranked) }
  })
}

function isBetter({ ties }: Scheme, a: Scored, b: Scored): boolean {
  const by = new Decimal(a.total).comparedTo(b.total)
  return by !== 0 || ties === 'all' ? by > 0 : new Decimal(a.innovation).gt(b.innovation)
}

function partOf(indicator: Indicator, weight: string, value: string, peers: readonly string[]): Part {
  const { share, of, against } = fractionOf(
    indicator,
    new Decimal(value),
    peers.map((one) => new Decimal(one)),
  )
  // One division, rounded once.
  const points = new Decimal(weight).times(share).div(of).toFixed(PLACES, Decimal.ROUND_HALF_UP)
  const isRatio = indicator.normaliser === 'cap_ratio' || indicator.normaliser === 'log_ratio'
  const reason = isRatio && Number(value) < 0 ? 'negative' : isRatio && share.gte(of) ? 'capped' : 'scored'
  return {
    indicator: indicator.id,
    value,
    weight,
    normalised: share.div(of).toFixed(6, Decimal.ROUND_HALF_UP),
    against,
    points,
    reason,
  }
}

/** `share ÷ of` is the normalised value, 0..1. */
interface Fraction {
  readonly share: Decimal
  readonly of: Decimal
  readonly against: readonly string[]
}

const ONE = new Decimal(1)
const ZERO = new Decimal(0)

function fractionOf(indicator: Indicator, x: Decimal, peers: readonly Decimal[]): Fraction {
  const { normaliser, direction, benchmark, bands } = indicator
  const up = direction === 'up'
  switch (normaliser) {
    case 'cap_ratio':
    case 'log_ratio': {
      const scale = normaliser === 'cap_ratio' ? (one: Decimal) => one : logarithm
      const [own, mark] = [scale(Decimal.max(x, 0)), scale(new Decimal(benchmark!))]
      const against = [benchmark!]
      if (x.lt(0)) return { share: ZERO, of: ONE, against }
      const [share, of] = up ? [own, mark] : [mark, own]
      return share.gte(of) ? { share: ONE, of: ONE, against } : { share, of, against }
    }
    case 'minmax': {
      const [least, most] = [Decimal.min(...peers), Decimal.max(...peers)]
      const against = [least.toFixed(6), most.toFixed(6)]
      // Where all are alike nobody is behind.
      if (least.eq(most)) return { share: ONE, of: ONE, against }
      return { share: up ? x.minus(least) : most.minus(x), of: most.minus(least), against }
    }
    case 'percentile': {
      const no = peers.filter((peer) => (up ? peer.lte(x) : peer.gte(x))).length
      return {
        share: new Decimal(no),
        of: new Decimal(peers.length),
        against: [String(no), String(peers.length)],
      }
    }
    case 'bands': {
      const band = bands.findLast(({ from }) => x.gte(from))
      return { share: new Decimal(band?.share ?? 0), of: new Decimal(100), against: band ? [band.from] : [] }
    }
  }
}

/** ln(1 + x), twenty decimals: as the database is asked for it. */
const logarithm = (x: Decimal): Decimal => x.plus(1).ln().toDecimalPlaces(20, Decimal.ROUND_HALF_UP)

/** The lower middle one, so that it is somebody's. */
function medianOf(points: readonly string[]): string {
  const sorted = points.map((one) => new Decimal(one)).sort((a, b) => a.comparedTo(b))
  return sorted[Math.ceil(sorted.length / 2) - 1]!.toFixed(PLACES)
}
