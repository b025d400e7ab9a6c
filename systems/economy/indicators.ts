import type { Indicator } from '../../kernel/figures/indicator.ts'
import { industryIndicators } from './indicators/industry.ts'
import { innovationIndicators } from './indicators/innovation.ts'
import { macroIndicators } from './indicators/macro.ts'

/** The economy's indicators, in the order in which a yearly report states them. */
export const indicators: readonly Indicator[] = [
  ...macroIndicators,
  ...industryIndicators,
  ...innovationIndicators,
]
