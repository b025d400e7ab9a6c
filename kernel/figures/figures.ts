import type { RawBuilder } from 'kysely'
import type { CatalogueEntry } from '../../engines/report/types.ts'
import type { Figure, FigureRef } from './figure.ts'
import type { Indicator } from './indicator.ts'
import type { Reach } from './reach.ts'

/** One point of an indicator's series, for charts and forecasts. */
export interface Point {
  /** YYYY-MM: a month, or the last month of a quarter or year. */
  readonly month: string
  /** The amount of that month (quarter, year) alone, exact decimal. */
  readonly value: string
  /** The same at last year's prices where the measure has them. */
  readonly comparable?: string
  readonly rows: number
}

/** The ledger of figures: the one place where numbers are asked for. */
export interface Figures {
  readonly indicators: ReadonlyMap<string, Indicator>
  /** The same, as far as a reader of reports needs it. */
  readonly catalogue: readonly CatalogueEntry[]
  /** One figure with its lineage down to row counts. Never throws for an unknown one: status `missing`. */
  figure(ref: FigureRef): Promise<Figure>
  /** Many at once, in a few queries; same order. */
  all(refs: readonly FigureRef[]): Promise<readonly Figure[]>
  /** The base series of each of these indicators, by id and oldest first, in a few queries; a ratio has none. */
  seriesOf(
    indicators: readonly string[],
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string, readonly Point[]>>
  /** The same of one indicator. */
  series(indicator: string, from: string, to: string): Promise<readonly Point[]>
  /** The record whose rows stand behind a base figure; undefined for others. */
  recordOf(ref: FigureRef): string | undefined
  /**
   * Rows behind a computed base figure, with the value each contributes in the indicator's unit.
   * @param page its `where`: the rows that the asking person may see; number and sum are of those
   */
  rows(
    ref: FigureRef,
    page: {
      readonly offset: number
      readonly limit: number
      readonly where?: RawBuilder<unknown> | undefined
    },
  ): Promise<{
    readonly record: string
    readonly total: number
    readonly sum: string
    readonly rows: readonly (Record<string, unknown> & { contribution: string })[]
  }>
  /**
   * How far each of these indicators is known, by id, in a few queries: the last month that nearly everyone has filed
   * and the one still being collected, if any; see `reach.ts`.
   */
  lastMonths(indicators: readonly string[]): Promise<ReadonlyMap<string, Reach>>
  /** The same ledger over what was known at an instant, ISO 8601. */
  asKnownOn(at: string): Figures
  /** The last collected month of one indicator, YYYY-MM; undefined without rows. */
  lastMonth(indicator: string): Promise<string | undefined>
}
