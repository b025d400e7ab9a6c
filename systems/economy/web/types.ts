import type { Text } from '../../../kernel/text.ts'

/** One figure of the first screen, as `/api/economy/overview` sends it. */
export interface Card {
  readonly indicator: string
  readonly name: Text
  readonly unit: string
  readonly decimals: number
  readonly grain: 'month' | 'quarter' | 'year'
  readonly period: string | null
  readonly collecting: string | null
  readonly value: string | null
  readonly growth: string | null
  readonly rank: number | null
  readonly gap: string | null
  readonly streak: { readonly count: number; readonly unit: string } | null
  readonly status: 'computed' | 'stated' | 'inferred' | 'forecast' | 'missing'
  readonly synthetic: boolean
  readonly sparkline: readonly { readonly month: string; readonly value: string }[]
}
export interface Overview {
  readonly today: string
  readonly items: readonly Card[]
}
