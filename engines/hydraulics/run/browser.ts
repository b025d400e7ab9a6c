/** The door for what also runs in a browser; there `pool/web.ts` has the threads. */

export { HydraulicsError, type HydraulicsErrorCode } from '../errors.ts'
export type { FlowUnits } from '../flowUnits.ts'
export { downsample, type Sampled } from './downsample.ts'
export { joinOut, type ObjectKind, type OutHeader, readOutHeader, VARIABLES } from './out.ts'
export type { Pool } from './pool/pool.ts'
export * from './report/index.ts'
export {
  type Column,
  columnOf,
  daysOf,
  frameOf,
  joinResults,
  type Keep,
  millisOf,
  peaksOf,
  ResultStream,
  type Results,
  readResults,
  seriesOf,
} from './results.ts'
export { type Hooks, type Job, type Outcome, runModel } from './runModel.ts'
export * from './steer/index.ts'
export { chicagoStorm, type Intensity, meanIntensity, type Storm, type StormOptions } from './storm.ts'
