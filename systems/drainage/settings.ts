import type { Intensity, StormOptions } from '../../engines/hydraulics/run/browser.ts'
import { type Text, text } from '../../kernel/text.ts'

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

/** From which depth of standing water on a warning has which level, m. A sample: the zone's own plan has to be entered. */
export const WATER_LEVELS = { blue: 0.05, yellow: 0.15, orange: 0.27, red: 0.4 } as const
export type WaterLevel = keyof typeof WATER_LEVELS

/** How the twin works, samples until they are fitted to the zone's own sensors. */
export const TWIN = {
  /** How far a state moves toward a sensor: half of what the two differ by, since both are in doubt. */
  gain: 0.5,
  /** m along the pipes over which a correction falls to 1/e. */
  reach: 150,
  /** Less than this share of a correction is none. */
  least: 0.1,
  /** m; a sensor further than this from the model is not believed. */
  gate: 1.5,
  hours: 6,
  /** What the rain forecast is multiplied by, side by side. */
  rains: [0.8, 1, 1.2],
  /** Minutes ahead by which forecasts are set beside what sensors later said. */
  leads: [30, 60, 120, 180],
  /** A warning is given where so large a share of them reach its level. */
  sure: 0.6,
} as const

/** Warnings so near to each other, m, are answered by the same people. A sample. */
export const WARNING_SITE = 200

/** Who and what goes out for a warning of that level, a sample of an emergency plan; without an entry nobody does. */
export const WARNING_PLAN: Partial<
  Readonly<Record<WaterLevel, { readonly people: number; readonly pumps: number; readonly closure: Text }>>
> = {
  yellow: { people: 2, pumps: 0, closure: text('现场值守，设警示牌', 'watch on site, set up signs') },
  orange: { people: 4, pumps: 1, closure: text('封闭积水车道', 'close the lane under water') },
  red: { people: 8, pumps: 2, closure: text('封闭道路并绕行', 'close the road, lead traffic round') },
}
