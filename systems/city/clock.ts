import type { Context } from '../../kernel/system.ts'

const ZONE_MS = 8 * 3600 * 1000

/** The day at Beijing of a moment, YYYY-MM-DD. */
export const dayOf = (moment: string): string =>
  new Date(Date.parse(moment) + ZONE_MS).toISOString().slice(0, 10)

/**
 * The moment in the zone, by which rows are kept. A demonstration stays on its day, whatever day it is outside: there
 * it is that day at the time of the clock.
 */
export function momentOf({ today, now }: Pick<Context, 'today' | 'now'>): string {
  const clock = now()
  if (dayOf(clock) === today) return clock
  const time = new Date(Date.parse(clock) + ZONE_MS).toISOString().slice(11, 23)
  return new Date(`${today}T${time}+08:00`).toISOString()
}

/** The same context by another clock or another person, in its transactions too. */
export const acting = (
  context: Context,
  over: Partial<Pick<Context, 'now' | 'today' | 'actor'>>,
): Context => ({
  ...context,
  ...over,
  transaction: (work, why) => context.transaction((inner) => work(acting(inner, over)), why),
})
