import type { Intensity, StormOptions } from '../../engines/hydraulics/run/index.ts'

/** Who keeps the network. */
export const DRAINAGE_OFFICE = 'construction'

/**
 * 暴雨强度公式, a sample: an older published value of the city, i = (18.105 + 13.90 lg P) / (t + 13.265)^0.778 mm/min. The formula
 * in force has to be entered.
 */
export const STORM_FORMULA: Intensity = { A1: 18.105, C: 13.9 / 18.105, b: 13.265, n: 0.778 }

/** The storm that an exported model carries, a sample: once in three years, two hours. */
export const DESIGN_STORM: StormOptions = {
  formula: STORM_FORMULA,
  returnPeriod: 3,
  duration: 120,
  peak: 0.4,
  step: 5,
}
