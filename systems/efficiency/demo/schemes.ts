/**
 * Sample schemes. Weights and benchmarks are those that 台州市黄岩区 published for 2022 (`scoring/huangyan.ts`); the zone's
 * own were not found. Shares of classes, and the scheme of tenants, are invented within what other places publish.
 */
import { HUANGYAN_2022, HUANGYAN_2022_BELOW, type Measure } from '../scoring/index.ts'
import type { Segment } from '../words.ts'

export interface SchemeDraft {
  readonly segment: Segment
  readonly shares: readonly [a: number, b: number, c: number]
  readonly measures: readonly Measure[]
}

export const SCHEMES: readonly SchemeDraft[] = [
  { segment: 'above', shares: [20, 60, 15], measures: HUANGYAN_2022 },
  { segment: 'below', shares: [10, 65, 20], measures: HUANGYAN_2022_BELOW },
  { segment: 'small', shares: [10, 65, 20], measures: HUANGYAN_2022_BELOW },
  {
    segment: 'tenant',
    shares: [10, 65, 20],
    measures: [{ measure: 'tax_electricity', weight: '100', benchmark: '0.2352', missing: 'zero' }],
  },
]
