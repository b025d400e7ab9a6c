import type { Aspect, Bound } from '../../../engines/report/types.ts'
import { type Figure, type FigureRef, formatRef } from '../../../kernel/figures/figure.ts'
import type { Tracking } from '../standing.ts'
import { compare } from './compare.ts'

/** A stated figure as the ledger keeps it: a row of `figures.statements`. */
export interface StatedFigure {
  readonly id: string
  readonly start: number
  readonly text: string
  readonly indicator_text: string
  readonly indicator: string | null
  readonly aspect: string
  readonly period: string
  readonly value: string
  readonly unit: string | null
  readonly bound: string
}

/**
 * equal: computed from records and borne out · different: computed, and not
 * stated: no system computes it · missing: one should, and has no rows for it
 */
export type Verdict = 'equal' | 'different' | 'stated' | 'missing'

export interface VerifyRow {
  readonly id: string
  readonly start: number
  readonly text: string
  readonly indicatorText: string
  /** The figure's address, `economy.gdp:growth@2023`; null where the reader bound it to nothing. */
  readonly ref: string | null
  readonly period: string
  readonly stated: string
  readonly unit: string
  readonly bound: string
  /** Exact, in `computedUnit`; null without one. */
  readonly computed: string | null
  readonly computedUnit: string
  readonly verdict: Verdict
  /** computed − stated in the stated unit. */
  readonly by: string | null
  readonly rows: number | null
  readonly synthetic: boolean
}

export interface Score {
  readonly figures: {
    readonly total: number
    readonly computed: number
    readonly equal: number
    readonly different: number
    readonly stated: number
    readonly missing: number
  }
  readonly granules: {
    readonly total: number
    readonly measured: number
    readonly tracked: number
    readonly loose: number
  }
}

export const refOf = (
  stated: Pick<StatedFigure, 'indicator' | 'aspect' | 'period'>,
): FigureRef | undefined =>
  stated.indicator === null
    ? undefined
    : { indicator: stated.indicator, aspect: stated.aspect as Aspect, period: stated.period }

/**
 * @param figure the ledger's answer to `refOf(stated)`; undefined where there is nothing to ask for
 * @param computable whether a system computes the indicator at all
 */
export function verifyOne(stated: StatedFigure, figure: Figure | undefined, computable: boolean): VerifyRow {
  const ref = refOf(stated)
  const computed = figure?.status === 'computed' && figure.value !== null ? figure.value : null
  const unit = stated.unit ?? ''
  const outcome =
    computed === null
      ? undefined
      : compare(
          {
            value: stated.value,
            unit,
            bound: stated.bound as Bound,
            text: stated.text,
            streak: stated.aspect.endsWith('streak'),
          },
          computed,
          figure?.unit ?? unit,
        )
  return {
    id: stated.id,
    start: stated.start,
    text: stated.text,
    indicatorText: stated.indicator_text,
    ref: ref ? formatRef(ref) : null,
    period: stated.period,
    stated: stated.value,
    unit,
    bound: stated.bound,
    computed,
    computedUnit: figure?.unit ?? unit,
    verdict: outcome ? (outcome.equal ? 'equal' : 'different') : computable ? 'missing' : 'stated',
    by: outcome && !outcome.equal ? (outcome.by ?? null) : null,
    ...lineageOf(figure),
  }
}

function lineageOf(figure: Figure | undefined): { rows: number | null; synthetic: boolean } {
  const lineage = figure?.lineage
  if (!lineage || figure.status !== 'computed') return { rows: null, synthetic: false }
  if (lineage.from === 'rows') return { rows: lineage.rows, synthetic: lineage.synthetic }
  if (lineage.from === 'figures' || lineage.from === 'peers') {
    const inputs = lineage.inputs.map(lineageOf)
    return {
      rows: inputs.reduce((sum, { rows }) => sum + (rows ?? 0), 0) || null,
      synthetic: inputs.some(({ synthetic }) => synthetic) || (lineage.from === 'peers' && lineage.synthetic),
    }
  }
  return { rows: null, synthetic: false }
}

export function scoreOf(
  rows: readonly Pick<VerifyRow, 'verdict'>[],
  granules: readonly { readonly tracking: Tracking }[],
): Score {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length
  const tracking = (kind: Tracking) => granules.filter((granule) => granule.tracking === kind).length
  return {
    figures: {
      total: rows.length,
      computed: count('equal') + count('different'),
      equal: count('equal'),
      different: count('different'),
      stated: count('stated'),
      missing: count('missing'),
    },
    granules: {
      total: granules.length,
      measured: tracking('measured'),
      tracked: tracking('tracked'),
      loose: tracking('loose'),
    },
  }
}
