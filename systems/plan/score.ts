/**
 * Scoring of offices: 100 points, four parts. The weights and the formula are a sample that a zone replaces by its
 * own assessment rules; no national or provincial rule is claimed.
 *
 *   on time   45  ×  share of granules that are not red
 *   progress  25  ×  (1 − mean shortfall against plan ÷ `fullShortfall` points, at least 0)
 *   letters   15  −  deduction a letter by colour (halved when answered in time)
 *   quality   15  ×  share of verified reports among those that were checked or never filed (none: full)
 */
export interface ScoreWeights {
  readonly onTime: number
  readonly progress: number
  readonly letters: number
  readonly quality: number
  /** Mean shortfall, in percentage points, at which the progress part reaches 0. */
  readonly fullShortfall: number
  readonly deduction: Readonly<Record<'blue' | 'yellow' | 'red', number>>
}

export const SCORE_WEIGHTS: ScoreWeights = {
  onTime: 45,
  progress: 25,
  letters: 15,
  quality: 15,
  fullShortfall: 30,
  deduction: { blue: 0, yellow: 1, red: 3 },
}

export interface OfficeRecord {
  /** A granule each: its light and how far it is behind plan (percentage points, 0 when not behind). */
  readonly granules: readonly {
    readonly light: 'done' | 'red' | 'yellow' | 'green'
    readonly shortfall: number
  }[]
  readonly letters: readonly { readonly colour: 'blue' | 'yellow' | 'red'; readonly inTime: boolean }[]
  readonly verified: number
  readonly returned: number
  /** Months whose report is due and was never filed. */
  readonly missing: number
}

export interface OfficeScore {
  readonly total: number
  readonly onTime: number
  readonly progress: number
  readonly letters: number
  readonly quality: number
}

const round = (value: number) => Math.round(value * 10) / 10
const clamp = (value: number, top: number) => Math.min(top, Math.max(0, value))

/** @returns points by part, one decimal; undefined for an office without granules. */
export function scoreOffice(
  record: OfficeRecord,
  weights: ScoreWeights = SCORE_WEIGHTS,
): OfficeScore | undefined {
  const count = record.granules.length
  if (count === 0) return undefined
  const red = record.granules.filter(({ light }) => light === 'red').length
  const shortfall = record.granules.reduce((sum, granule) => sum + Math.max(0, granule.shortfall), 0) / count
  const deducted = record.letters.reduce(
    (sum, { colour, inTime }) => sum + weights.deduction[colour] * (inTime ? 0.5 : 1),
    0,
  )
  const checked = record.verified + record.returned + record.missing
  const onTime = round(weights.onTime * (1 - red / count))
  const progress = round(weights.progress * clamp(1 - shortfall / weights.fullShortfall, 1))
  const letters = round(clamp(weights.letters - deducted, weights.letters))
  const quality = round(weights.quality * (checked === 0 ? 1 : record.verified / checked))
  return { total: round(onTime + progress + letters + quality), onTime, progress, letters, quality }
}
