/** Models and what was measured: calibration. */
export {
  type CalibrateOptions,
  type Calibration,
  calibrate,
  FACTORS,
  type Factor,
  type Factors,
  type Fit,
  scaledBy,
  USUAL_REACH,
} from './calibrate.ts'
export { type Goodness, goodnessOf } from './goodness.ts'
export { type Observed, readObserved } from './observed.ts'
export type { Points } from './points.ts'
