import type { Figure, FigureStatus } from '../../../kernel/figures/figure.ts'
import type { Grain } from '../../../kernel/figures/indicator.ts'
import type { ColumnKind } from '../../../kernel/store/record.ts'
import type { Text } from '../../../kernel/text.ts'
import type { ApiAnswer } from './api.ts'

/**
 * What the server answers, as the screens read it. Decimals are text: exact, never floats.
 * Types by hand only where the schema is loose: meta, catalogue, figures and rows hold whatever is declared.
 */

export type Light = 'done' | 'green' | 'yellow' | 'red' | 'grey'

export interface MetaColumn {
  readonly kind: ColumnKind
  readonly name: Text
  readonly unit?: string
  readonly help?: Text
  readonly choices?: Readonly<Record<string, Text>>
  readonly record?: string
  readonly quiet?: boolean
  readonly optional?: boolean
}

export interface MetaRecord {
  readonly id: string
  readonly name: Text
  readonly about: Text
  readonly title: string
  readonly columns: Readonly<Record<string, MetaColumn>>
}

export interface MetaSystem {
  readonly id: string
  readonly name: Text
  readonly group: string
  readonly office: string
  readonly about: Text
  readonly pages: readonly { readonly path: string; readonly name: Text }[]
  readonly records: readonly MetaRecord[]
  readonly indicators: number
}

export interface Office {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly name_en: string
  readonly parent: string | null
  readonly kind: string
  readonly leader: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly office: string
}

export interface Meta {
  readonly zone: { readonly name: Text; readonly demonstration: boolean; readonly today: string }
  readonly actor: Person
  readonly groups: Readonly<Record<string, Text>>
  readonly systems: readonly MetaSystem[]
  readonly offices: readonly Office[]
  readonly people: readonly Person[]
}

export interface IndicatorSummary {
  readonly id: string
  readonly name: Text
  readonly synonyms?: readonly string[]
  readonly unit: string
  readonly grain: Grain
  readonly nature: 'flow' | 'stock' | 'ratio'
  readonly direction: 'up' | 'down' | 'neutral'
  readonly office: string
  readonly definition: Text
  readonly source: Text
  readonly decimals: number
  readonly system: string
  readonly computed: boolean
  readonly latest: {
    readonly period: string
    readonly value: string | null
    readonly growth: string | null
    readonly status: FigureStatus
  } | null
  readonly spark: readonly { readonly month: string; readonly value: string }[]
}

export type SeriesAnswer = ApiAnswer<'/api/indicators/{id}/series'>

export type FigureAnswer = Figure & { readonly indicator?: Partial<IndicatorSummary>; readonly text?: Text }

export interface FigureRows {
  readonly record: string
  readonly total: number
  readonly sum: string
  readonly rows: readonly (Record<string, unknown> & { readonly contribution: string })[]
}

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }
export interface RowPage {
  readonly total: number
  readonly rows: readonly Row[]
  readonly sums?: Readonly<Record<string, string>>
}
