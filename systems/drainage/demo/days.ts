/** The ten days before the demonstration begins, as its network had them: rain, people, and groundwater after rain. */
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Midnight of the zone, ten days before the demonstration begins; until the hour at which it does. */
export const BEGINS = Date.parse('2024-11-05T00:00:00+08:00')
export const DAYS_HOURS = 10 * 24 + 9

/** Hours since the beginning at which it rains, how long, and how many mm. */
export const RAINS = [
  { begins: 3 * 24 + 14, lasts: 4, mm: 22 },
  { begins: 6 * 24 + 19, lasts: 3, mm: 14 },
] as const

/** What falls in so many hours before a moment, mm. */
export const rainAt = (hours: number, before: number): number =>
  RAINS.reduce(
    (sum, { begins, lasts, mm }) =>
      hours > begins && hours <= begins + lasts ? sum + (mm * before) / lasts : sum,
    0,
  )

/** Groundwater that comes in for days after rain, 0 to about 1. */
export const seeping = (hours: number): number =>
  RAINS.reduce(
    (sum, { begins, lasts, mm }) =>
      hours > begins + lasts ? sum + (mm / 22) * Math.exp(-(hours - begins - lasts) / 36) : sum,
    0,
  )

/** How sewage swings over a day, mean about 1. @param local milliseconds since a midnight of the zone */
export const people = (local: number): number => {
  const hour = (local % DAY) / HOUR
  return (
    1 + 0.45 * Math.sin((Math.PI * (hour - 5)) / 8) * (hour > 5 && hour < 21 ? 1 : 0) - (hour < 5 ? 0.4 : 0)
  )
}
