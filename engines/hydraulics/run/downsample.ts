/** A series for a screen: of every bucket its lowest and highest point, in the order in which they came. */
export interface Sampled {
  /** Positions in the series. */
  readonly at: Uint32Array
  readonly values: Float32Array
}

/**
 * Not more than `points` of a series, without losing a peak: the series is cut into buckets of equal length, and of each
 * the lowest and the highest value stay. The first and the last value always stay. A value that is no number is left out.
 * @param points at least 4; a series that is not longer stays as it is
 */
export function downsample(series: ArrayLike<number>, points: number): Sampled {
  const kept: number[] = []
  const { length } = series
  if (length <= points) for (let i = 0; i < length; i++) kept.push(i)
  else {
    const buckets = Math.max(1, Math.floor((points - 2) / 2))
    kept.push(0)
    for (let bucket = 0; bucket < buckets; bucket++) {
      const from = 1 + Math.floor((bucket * (length - 2)) / buckets)
      const to = 1 + Math.floor(((bucket + 1) * (length - 2)) / buckets)
      const [low, high] = extremes(series, from, to)
      if (low >= 0) kept.push(Math.min(low, high))
      if (high !== low) kept.push(Math.max(low, high))
    }
    kept.push(length - 1)
  }
  return { at: Uint32Array.from(kept), values: Float32Array.from(kept, (i) => series[i] as number) }
}

function extremes(series: ArrayLike<number>, from: number, to: number): [low: number, high: number] {
  let low = -1
  let high = -1
  for (let i = from; i < to; i++) {
    const value = series[i] as number
    if (Number.isNaN(value)) continue
    if (low < 0 || value < (series[low] as number)) low = i
    if (high < 0 || value > (series[high] as number)) high = i
  }
  return [low, high]
}
