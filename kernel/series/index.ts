export type { Sender, Sent } from './accept.ts'
export type { Point } from './append.ts'
export { enterQuantities, quantitiesOf } from './declare.ts'
export { enterReadings } from './enter.ts'
export { noReading, type SeriesName } from './find.ts'
export {
  exportReadings,
  type FlaggedReadings,
  flaggedIn,
  READINGS_TABLE,
  readingColumns,
  spanOf,
} from './flagged.ts'
export { FLAGS, type Flag, isGood, namesOf } from './flags.ts'
export { Intake, type Outcome, READINGS } from './intake.ts'
export { type KeptQuantity, keptReadings, sweepReadings } from './keep.ts'
export { deviceByKey, issueKey, revokeKeys } from './keys.ts'
export { changeLimits, limitsOf, mayDevice, requireDevice, type SeriesLimits } from './limits.ts'
export { type AfterSeries, type AskedSeries, listSeries, namedSeries, type SeriesLine } from './list.ts'
export { type Read, readingsIn, readingsOf, slicesOf, TOPIC } from './parse.ts'
export type { Limits, Quantity } from './quantity.ts'
export {
  type Gap,
  gapsOf,
  type Latest,
  latestOf,
  type ReadPoint,
  type ReadSeries,
  readSeries,
} from './read.ts'
export { REFUSALS, type Refusal, type RefusedCount, refusedSince } from './refuse.ts'
export { type DeviceRow, devices, seriesRecords } from './tables.ts'
export { reflag, type Written, writeReadings } from './write.ts'
