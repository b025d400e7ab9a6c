import type { Figure } from '../../../kernel/figures/figure.ts'
import type { Text } from '../../../kernel/text.ts'
import type { ApiAnswer } from './api.ts'

/** What the server answers, as the screens read it. Decimals are text: exact, never floats. */
export type Meta = ApiAnswer<'/api/meta'>
export type MetaSystem = Meta['systems'][number]
export type MetaRecord = MetaSystem['records'][number]
export type MetaColumn = MetaRecord['columns'][string]
export type Office = Meta['offices'][number]
export type Person = Meta['people'][number]

export type IndicatorSummary = ApiAnswer<'/api/indicators'>[number]
export type SeriesAnswer = ApiAnswer<'/api/indicators/{id}/series'>

export type Light = 'done' | 'green' | 'yellow' | 'red' | 'grey'

/** By hand: a figure holds figures, which the generated types cannot say. */
export type FigureAnswer = Figure & { readonly indicator?: Partial<IndicatorSummary>; readonly text?: Text }

/** A row of any record; its columns are those that `meta` declares. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }
export interface RowPage {
  readonly total: number
  /** There are more than `total`: a search in a large list is not counted to its end, nor summed. */
  readonly atLeast?: boolean
  readonly rows: readonly Row[]
  readonly sums?: Readonly<Record<string, string>>
  /** Cursors of the pages around. */
  readonly next?: string | null
  readonly previous?: string | null
}
/** What is true of a whole listing; asked for apart from its pages. */
export type RowTotals = Required<Pick<RowPage, 'total' | 'sums'>> & Pick<RowPage, 'atLeast'>
