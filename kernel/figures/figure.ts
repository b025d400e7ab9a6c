import type { Aspect } from '../../engines/report/types.ts'
import type { Text } from '../text.ts'

/** Where a number comes from; shown beside every number. */
export type FigureStatus =
  | 'computed' // from rows
  | 'stated' // a report says so, no rows
  | 'inferred' // follows from stated figures (level ÷ (1 + growth))
  | 'forecast' // the year is not over
  | 'missing'

/** The address of a figure, in text `economy.gdp:growth@2023`; the aspect `level` may be left out. */
export interface FigureRef {
  readonly indicator: string
  readonly aspect: Aspect
  /** See `period.ts`: `2023`, `2023Q1`, `2023-09`, `2023-01..09`. */
  readonly period: string
}

/** How a figure came about: a formula over other figures, or the sum or count of rows. */
export type Lineage =
  | { readonly from: 'figures'; readonly formula: Text; readonly inputs: readonly Figure[] }
  | {
      readonly from: 'rows'
      readonly formula: Text
      readonly record: string
      readonly rows: number
      readonly synthetic: boolean
    }
  | {
      readonly from: 'peers'
      readonly formula: Text
      readonly peers: readonly { readonly place: string; readonly value: string; readonly own: boolean }[]
      readonly synthetic: boolean
      readonly inputs: readonly Figure[]
    }
  | {
      readonly from: 'statement'
      readonly report: string
      readonly start: number
      readonly end: number
      readonly text: string
    }
  | { readonly from: 'nothing'; readonly reason: Text }

export interface Figure {
  readonly ref: FigureRef
  /** Exact decimal as text, not rounded; null when missing. */
  readonly value: string | null
  readonly unit: string
  readonly status: FigureStatus
  readonly lineage: Lineage
  /** Forecast interval, exact decimals. */
  readonly interval?: { readonly low: string; readonly high: string; readonly level: number }
}

const REF = /^([a-z][a-z0-9-]*\.[a-z0-9.-]+?)(?::([a-z.]+))?@(.+)$/

export const formatRef = ({ indicator, aspect, period }: FigureRef): string =>
  `${indicator}${aspect === 'level' ? '' : `:${aspect}`}@${period}`

/** @returns undefined when the text is not a figure's address. */
export function parseRef(source: string): FigureRef | undefined {
  const match = REF.exec(source)
  if (!match?.[1] || !match[3]) return undefined
  return { indicator: match[1], aspect: (match[2] ?? 'level') as Aspect, period: match[3] }
}
