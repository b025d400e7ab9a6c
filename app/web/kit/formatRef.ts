import type { Aspect } from '../../../engines/report/types.ts'
import type { FigureRef } from '../../../kernel/figures/figure.ts'

/** The same spelling as `kernel/figures/figure.ts`, of which the browser takes types only. */
export const formatRef = ({ indicator, aspect, period }: FigureRef): string =>
  `${indicator}${aspect === 'level' ? '' : `:${aspect}`}@${period}`

/** The address that the server sent, taken apart. */
export function parseRef(source: string): FigureRef {
  const [name = '', period = ''] = source.split('@')
  const [indicator = '', aspect = 'level'] = name.split(':')
  return { indicator, aspect: aspect as Aspect, period }
}
