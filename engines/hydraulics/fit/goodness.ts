/** How well a model follows what was observed. */
export interface Goodness {
  /** Observations that were compared. */
  readonly count: number
  /** Nash and Sutcliffe's efficiency: 1 is perfect, 0 no better than the mean. */
  readonly nse: number
  /** In the unit of the series. */
  readonly rmse: number
  /** Share by which the model's peak is above (+) or below (−) the observed one. */
  readonly peakError: number
}

/**
 * @param observed at least two values that differ
 * @param simulated as many, at the same moments
 */
export function goodnessOf(observed: readonly number[], simulated: readonly number[]): Goodness {
  const count = observed.length
  const mean = observed.reduce((sum, value) => sum + value, 0) / count
  let wrong = 0
  let spread = 0
  for (const [i, value] of observed.entries()) {
    wrong += ((simulated[i] as number) - value) ** 2
    spread += (value - mean) ** 2
  }
  const peak = observed.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  const reached = simulated.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  return {
    count,
    nse: 1 - wrong / spread,
    rmse: Math.sqrt(wrong / count),
    peakError: (reached - peak) / Math.abs(peak),
  }
}
