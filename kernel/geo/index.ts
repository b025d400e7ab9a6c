export { DATUMS, type Datum, datumIn, fromDatum, toDatum, turned } from './datum.ts'
export { areaOf, away, distance, lengthOf } from './measure.ts'
export { type Near, nearestOf } from './nearest.ts'
export {
  around,
  boundsOf,
  contains,
  type Geometry,
  geometryOf,
  linesOf,
  type Position,
  ringsOf,
} from './shape.ts'
