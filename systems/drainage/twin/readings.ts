import { type ReadPoint, readSeries, type SeriesName } from '../../../kernel/series/index.ts'
import type { Context } from '../../../kernel/system.ts'
import { STEP_MS } from './quantities.ts'

/**
 * The one place where two clocks meet. Devices say when they measured by the clock outside, and `kernel/series` keeps it so;
 * all else of the drainage network (runs, warnings, findings, forecasts of rain) goes by the zone's clock. In a real zone they
 * are the same. They differ by whole steps here, so that a reading of a step is one of a step by either.
 * @returns milliseconds by which the zone's clock is ahead
 */
export const aheadOf = ({ moment, now }: Pick<Context, 'moment' | 'now'>): number =>
  Math.round((Date.parse(moment()) - Date.parse(now())) / STEP_MS) * STEP_MS

/** A stretch of a series, by the zone's clock in milliseconds. */
export type Reading = Omit<ReadPoint, 'at'> & { readonly at: number }

/**
 * What a device said between two moments of the zone's clock, in so many points at most; nothing of one that never sent.
 * @param to is not included
 */
export async function readingsBetween(
  context: Pick<Context, 'db' | 'now' | 'moment'>,
  name: SeriesName,
  from: number,
  to: number,
  most: number,
): Promise<readonly Reading[]> {
  const ahead = aheadOf(context)
  const outside = (at: number) => new Date(at - ahead).toISOString()
  const { points } = await readSeries(context, name, outside(from), outside(to), most).catch(nothing)
  return points.map((point) => ({ ...point, at: Date.parse(point.at) + ahead }))
}

/** A device that never sent anything says nothing; whatever else is wrong is told. */
const nothing = (error: unknown): { readonly points: readonly ReadPoint[] } => {
  if ((error as { code?: string }).code === 'SERIES_NONE') return { points: [] }
  throw error
}
