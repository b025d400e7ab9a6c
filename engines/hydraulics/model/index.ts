/** EPA SWMM 5.2 models: read, checked, edited, built and written. Pure; runs in the browser as well. */

export { HydraulicsError } from '../errors.ts'
export { type FlowUnits, isMetric } from '../flowUnits.ts'
export {
  buildModel,
  metresBetween,
  type Register,
  type RegisterCatchment,
  type RegisterCurve,
  type RegisterGage,
  type RegisterLink,
  type RegisterRun,
} from './build.ts'
export type { Files } from './check/files/index.ts'
export { checkModel } from './check/index.ts'
export { dayOf, secondsOf } from './dates.ts'
export { setGate } from './edit/gate.ts'
export { addRows, mapRows, setCells } from './edit/rows.ts'
export { splitConduit } from './edit/split.ts'
export { addLink, addNode, addStorage, type NewStorage, removeLink, removeNode } from './edit/things.ts'
export { done, redone, type Timeline, timelineOf, undone } from './edit/timeline.ts'
export {
  type CatchmentValues,
  type GageRain,
  scaleColumn,
  setCatchment,
  setCrossSection,
  setGage,
  setInflow,
  setOptions,
  setRoughness,
  setSeries,
} from './edit/values.ts'
export type { CrossSection, NewLink, NewNode, Series, Shape } from './elements.ts'
export { type Feature, type FeatureCollection, geojsonOf } from './geojson.ts'
export {
  type Catchment,
  flowUnitsOf,
  type Link,
  type Network,
  type Node,
  networkOf,
  type Point,
  unitOf,
} from './network.ts'
export {
  byPlace,
  PROBLEM_CODES,
  type Problem,
  type ProblemCode,
  sayProblem,
} from './problems.ts'
export { optionOf, readModel, rowsOf, writeModel } from './read.ts'
export { SECTIONS, type SectionKey } from './sections/index.ts'
export type { Line, Model, Part, Row, Thing, Words } from './types.ts'
