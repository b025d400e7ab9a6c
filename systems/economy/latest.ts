/** Up to which period an indicator is to be shown: the last one that nearly everyone has filed. */

import type { Point } from '../../kernel/figures/figures.ts'

/** A month with fewer rows than this part of the month before is still being collected. */
const ENOUGH = 0.9

/**
 * @param points oldest first
 * @returns the last collected month, and the one that is still coming in, if any
 */
export function latest(points: readonly Pick<Point, 'month' | 'rows'>[]): {
  readonly month: string | undefined
  readonly collecting: string | undefined
} {
  const [last, before] = [points.at(-1), points.at(-2)]
  if (last && before && last.rows < ENOUGH * before.rows)
    return { month: before.month, collecting: last.month }
  return { month: last?.month, collecting: undefined }
}
