import type { Text } from '../text.ts'
import { peers, statements } from './tables.ts'

/** The smallest period for which the figure exists. */
export type Grain = 'day' | 'month' | 'quarter' | 'year'

/** Every how many months an entry of a grain ends. */
export const EVERY: Readonly<Record<Grain, number>> = { day: 1, month: 1, quarter: 3, year: 12 }

/** Values that columns hold in the rows that count; '' for one that they leave empty. */
export type Where = Readonly<Record<string, string>>

/**
 * How an indicator's base series comes from records. SQL sums or counts rows by period; everything else
 * (cumulation, growth, rank, gap, streak, share) is arithmetic over such series, see `series.ts`.
 */
export type Measure =
  | {
      readonly by: 'sum'
      /** `system.record` */
      readonly record: string
      readonly value: string
      /** The same amount at the prices of the year before; growth is then at comparable prices (按可比价格计算). */
      readonly comparable?: string
      readonly where: Where
      /** The column holding the period, `YYYY-MM` (for a quarter or a year: its last month) or, by day, `YYYY-MM-DD`. */
      readonly period: string
      /** What one unit of the column is in the indicator's unit: '0.0001' for 万元 rows of a 亿元 indicator. */
      readonly scale: string
      /**
       * The rows are events, such as payments, and not the returns of a panel: a month without any is a zero, as of a flow
       * that is counted. The record is known to be kept from the first day in this column, of kind `date` (a claim is
       * filed before the first one is paid), until the month of its last row.
       */
      readonly kept?: string
    }
  | {
      /**
       * The number of rows. Of a flow, a month without rows is a zero and not a gap, once the record as a whole has
       * rows of that month or of a later one (whatever their `where`): somebody has kept it until then. Before the
       * record's first row and after its last one nothing is known. A stock is counted from what was listed at a
       * month's end; a month without a list is not known.
       */
      readonly by: 'count'
      readonly record: string
      readonly where: Where
      readonly period: string
      /** The period column is of kind `date`: its rows are counted by the months that its days lie in. */
      readonly dated?: true
    }
  | {
      /**
       * The number of rows that hold at a month's end: from the day in `period` until the one in `until`, the first that
       * they no longer hold; without one for good. Both columns are of kind `date`. It is known from the record's first
       * month to the last in which a row of it began, as of a flow that is counted.
       */
      readonly by: 'standing'
      readonly record: string
      readonly where: Where
      readonly period: string
      readonly until: string
    }
  | {
      /** numerator ÷ denominator × scale, each an indicator id. */
      readonly by: 'ratio'
      readonly numerator: string
      readonly denominator: string
      readonly scale: string
    }

export interface Indicator {
  /** `system.name`, words joined by hyphens: `economy.fixed-asset-investment`. */
  readonly id: string
  readonly name: Text
  /** Other names under which reports state it. */
  readonly synonyms?: readonly string[]
  readonly unit: string
  readonly grain: Grain
  /** A flow adds up over a year (1—N月 cumulative); a stock is what stands at the period's end. */
  readonly nature: 'flow' | 'stock' | 'ratio'
  /** Which way is better; ranks follow it, of the level and of its growth. Neutral is ranked from the largest down. */
  readonly direction: 'up' | 'down' | 'neutral'
  /** The office that answers for it, by id. */
  readonly office: string
  readonly definition: Text
  /** Standard, form or decision that defines it. */
  readonly source: Text
  /** Absent: no system computes it yet; it can only be stated. */
  readonly measure?: Measure
  /** What counts towards its `growth.streak`: consecutive years in which growth, in %, is at least this. */
  readonly streak?: { readonly growthAtLeast: string }
  /** Decimals that its published value carries. */
  readonly decimals: number
}

export function defineIndicators<const I extends readonly Indicator[]>(indicators: I): I {
  return indicators
}

/** Records whose rows decide figures: those that indicators are measured from, and what is stated of this place and others. */
export const recordsRead = (indicators: readonly Indicator[]): ReadonlySet<string> =>
  new Set([
    ...indicators.flatMap(({ measure }) => (measure && 'record' in measure ? [measure.record] : [])),
    peers.id,
    statements.id,
  ])
