/** What each firm scores on each indicator of its scheme. Pure, exact, the same for one firm and for thousands. */
import { Decimal } from '../../../kernel/figures/series.ts'
import { type Input, MEASURES, type MeasureId } from '../words.ts'
import type { Measure, Scheme } from './scheme.ts'

/** Decimals as text; null where nothing is known. */
export type Data = Readonly<Record<Input, string | null>>

/** How the points came about. */
export type Reason =
  /** value ÷ benchmark × weight */
  | 'scored'
  /** the same, more than the cap allows */
  | 'capped'
  /** nothing to score, or nothing to divide by: 0 points */
  | 'missing'
  /** less than nothing: 0 points */
  | 'negative'
  /** no data, and the scheme gives the average of those that have */
  | 'average'

/** One line of the explanation of a score. */
export interface Points {
  readonly measure: MeasureId
  /** In the unit of the indicator, six decimals; null where it cannot be made. */
  readonly value: string | null
  readonly benchmark: string
  readonly weight: string
  readonly points: string
  readonly reason: Reason
}

export interface Scored {
  /** The sum of the points as shown, so that an explanation adds up. */
  readonly score: string
  readonly points: readonly Points[]
}

/** Points are kept to four decimals, half up. */
const PLACES = 4

/**
 * Scores the firms of one group, in their order. An average is that of the points of those firms of the group that have
 * the data; where none has, it is 0.
 */
export function scoreAll(scheme: Scheme, group: readonly Data[]): Scored[] {
  const columns = scheme.measures.map((measure) => {
    const own = group.map((data) => pointsOf(measure, scheme.cap, data))
    return measure.missing === 'average' ? averaged(own) : own
  })
  return group.map((_, at) => {
    const points = columns.map((column) => column[at]!)
    const score = points.reduce((sum, { points }) => sum.plus(points), new Decimal(0))
    return { score: score.toFixed(PLACES), points }
  })
}

function pointsOf({ measure, weight, benchmark }: Measure, cap: string | null, data: Data): Points {
  const [of, over] = MEASURES[measure].over
  const [numerator, denominator] = [data[of], data[over]]
  const line = { measure, weight, benchmark }
  const none = new Decimal(0).toFixed(PLACES)
  // Nothing can be made per mu of no land, and whoever reports no denominator has not reported.
  if (numerator === null || denominator === null || !new Decimal(denominator).gt(0))
    return { ...line, value: null, points: none, reason: 'missing' }
  const exact = new Decimal(numerator).div(denominator)
  // A value that rounds to nothing has no sign.
  const value = exact.toDecimalPlaces(6).plus(0).toFixed(6)
  if (exact.lt(0)) return { ...line, value, points: none, reason: 'negative' }
  // One division, rounded once.
  const points = new Decimal(numerator).times(weight).div(new Decimal(denominator).times(benchmark))
  const most = cap === null ? undefined : new Decimal(weight).times(cap)
  if (most?.lt(points)) return { ...line, value, points: most.toFixed(PLACES), reason: 'capped' }
  return { ...line, value, points: points.toFixed(PLACES), reason: 'scored' }
}

function averaged(column: readonly Points[]): Points[] {
  const known = column.filter(({ reason }) => reason !== 'missing')
  const sum = known.reduce((total, { points }) => total.plus(points), new Decimal(0))
  const average = sum.div(Math.max(1, known.length)).toFixed(PLACES)
  return column.map((line) =>
    line.reason === 'missing' ? { ...line, points: average, reason: 'average' } : line,
  )
}
