/** Models and what was measured: calibration, dry-weather flow, rain of gauges and radar. */
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
export { type DryWeather, type DryWeatherOptions, fitDryWeather, setDryWeather } from './dryWeather.ts'
export { setGaugeRain } from './gaugeRain.ts'
export { type Goodness, goodnessOf } from './goodness.ts'
export { type Observed, readObserved } from './observed.ts'
export type { Points } from './points.ts'
export {
  type Frame,
  type Grid,
  type RadarRain,
  rainOfFrames,
  readGrid,
  setRadarRain,
  weightsOf,
} from './radar.ts'
export { type RainTable, readRain } from './rainTable.ts'
