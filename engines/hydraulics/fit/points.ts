/** Values by their moments, as `Date.UTC` counts: a model's clock is read as UTC. Rising. */
export type Points = readonly (readonly [at: number, value: number])[]

/** Milliseconds of `2025-07-01 08:05[:00]`, with a T for the blank, or with an offset; NaN where it is none. */
export function momentOf(word: string): number {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      word.trim(),
    )
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second = '00', offset] = match
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset ?? 'Z'}`)
}

/** What usually lies between two points: the median distance; NaN of fewer than two. */
export function stepOf(points: Points): number {
  const steps = points.slice(1).map(([at], i) => at - (points[i] as readonly [number, number])[0])
  steps.sort((a, b) => a - b)
  return steps[steps.length >> 1] ?? Number.NaN
}
