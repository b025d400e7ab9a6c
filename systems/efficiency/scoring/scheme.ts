import { Decimal } from '../../../kernel/figures/series.ts'
import { text } from '../../../kernel/text.ts'
import { efficiencyError } from '../errors.ts'
import type { Class, MeasureId } from '../words.ts'

/** How the firms of one group are scored and classed. Numbers are decimals as text. */
export interface Scheme {
  /** Of each indicator's weight; null: no cap. */
  readonly cap: string | null
  /** Shares of A, B and C in %; what remains is D. */
  readonly shares: readonly [a: string, b: string, c: string]
  readonly byIndustry: boolean
  /** From this tax per mu on (万元/亩) not below the class; null: no floor. */
  readonly floor: { readonly tax: string; readonly best: Class } | null
  /** Firms that are joined to another count with it and have its class. */
  readonly joint: boolean
  /** Points deducted for the first tenant and for each further one; null: none. */
  readonly rent: { readonly first: string; readonly each: string } | null
  /** Founded less than so many years before the year's end: not ranked. */
  readonly newYears: number | null
  /** Who spends neither the amount (万元) nor the share of revenue (%) on R&D is at best of this class. */
  readonly research: {
    readonly amount: string | null
    readonly share: string | null
    readonly best: Class
  } | null
  readonly measures: readonly Measure[]
}

/** One indicator of a scheme. */
export interface Measure {
  readonly measure: MeasureId
  readonly weight: string
  readonly benchmark: string
  /** What a firm without the data scores. */
  readonly missing: 'zero' | 'average'
}

/** @throws GaoxinError EFFICIENCY_WEIGHTS, EFFICIENCY_BENCHMARK, EFFICIENCY_SHARES */
export function requireSound({ measures, shares, cap }: Scheme): void {
  const total = measures.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  const unfit =
    measures.some(({ weight }) => new Decimal(weight).lte(0)) || (cap !== null && !(Number(cap) > 0))
  if (unfit || !total.equals(100))
    throw efficiencyError(
      'EFFICIENCY_WEIGHTS',
      text(
        `权重合计 ${total} 分，且各项权重和上限须大于 0`,
        `The weights add up to ${total}; each, and a cap, must be above 0`,
      ),
      { place: 'weight', value: total.toFixed() },
    )
  const low = measures.find(({ benchmark }) => new Decimal(benchmark).lte(0))
  if (low)
    throw efficiencyError(
      'EFFICIENCY_BENCHMARK',
      text('基准值不能作除数', 'A benchmark cannot be divided by'),
      { place: low.measure, value: low.benchmark },
    )
  const parts = shares.map((share) => new Decimal(share))
  const sum = parts.reduce((a, b) => a.plus(b), new Decimal(0))
  if (parts.some((share) => share.lt(0)) || sum.gt(100))
    throw efficiencyError('EFFICIENCY_SHARES', text('分档比例不成立', 'The shares of classes do not hold'), {
      place: 'share_a',
      value: shares,
    })
}
