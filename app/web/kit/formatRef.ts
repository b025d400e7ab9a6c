import type { FigureRef } from '../../../kernel/figures/figure.ts'

/** The same spelling as `kernel/figures/figure.ts`, of which the browser takes types only. */
export const formatRef = ({ indicator, aspect, period }: FigureRef): string =>
  `${indicator}${aspect === 'level' ? '' : `:${aspect}`}@${period}`
