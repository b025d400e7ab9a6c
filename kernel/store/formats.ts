import { type Text, text } from '../text.ts'
import { PERSONAL } from './personal/kinds.ts'

/** Codes that a column of kind `text` may hold: written in one way, checked, and kept as they are. */
export type TextFormat = 'creditCode' | 'grid'

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
  grid: {
    format: text(
      '网格编码：区县 6 位，或再加街道、社区、单元网格各 3 位',
      'a grid code: 6 digits of the district, then 3 each of the street, the community and the cell, as far as it goes',
    ),
    normalise: (given) => given.normalize('NFKC').replace(/[\s\-‐‑–—]/g, ''),
    check: isGridCode,
  },
}

/**
 * A code of the city management grid (单元网格, GB/T 30428.1): 区县 6 digits (GB/T 2260), 街道 3, 社区 3, 网格 3. What a
 * code begins with is the code of what it lies in.
 */
export function isGridCode(value: string): boolean {
  return /^[1-9]\d{5}(?:\d{3}){0,3}$/.test(value)
}
