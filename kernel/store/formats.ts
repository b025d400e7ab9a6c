import type { Text } from '../text.ts'
import { PERSONAL } from './personal/kinds.ts'

/** Codes that a column of kind `text` may hold: written in one way, checked, and kept as they are. */
export type TextFormat = 'creditCode'

export interface TextRule {
  /** What is asked for when a value does not fit. */
  readonly format: Text
  /** One way of writing for everything that means the same. */
  readonly normalise: (given: string) => string
  /** Whether a normalised value can be one. */
  readonly check: (value: string) => boolean
}

export const TEXT_FORMATS: Readonly<Record<TextFormat, TextRule>> = {
  creditCode: PERSONAL.creditCode,
}
