import type { Quantity } from '../../../kernel/series/index.ts'
import { text } from '../../../kernel/text.ts'

/** Every five minutes, as the model reports. Limits are those of what can be; a manhole's own may be narrower. */
export const STEP_SECONDS = 300
export const STEP_MS = STEP_SECONDS * 1000
const keep = { readings: 24 }

export const level: Quantity = {
  id: 'drainage.level',
  name: text('液位（井底以上）', 'Level over the bottom'),
  unit: 'm',
  every: STEP_SECONDS,
  limits: { low: 0, high: 12, rate: 0.02, stuck: 6 * 3600 },
  keep,
}
export const flow: Quantity = {
  id: 'drainage.flow',
  name: text('流量', 'Flow'),
  unit: 'm³/s',
  every: STEP_SECONDS,
  limits: { low: -20, high: 50 },
  keep,
}
/** Of the five minutes before the reading. */
export const rain: Quantity = {
  id: 'drainage.rain',
  name: text('雨量（五分钟）', 'Rain of five minutes'),
  unit: 'mm',
  every: STEP_SECONDS,
  limits: { low: 0, high: 40 },
  keep,
}
