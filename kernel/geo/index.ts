export { COORDINATES, type Coordinates, type Turn, turnFrom } from './coordinates.ts'
export { DATUMS, type Datum, datumIn, fromDatum, toDatum, turned } from './datum.ts'
export {
  boundsOf,
  type Geometry,
  geometryIn,
  linesOf,
  type Position,
  rectangle,
  ringsOf,
} from './geometry.ts'
export * from './grid/index.ts'
export { areaOf, away, distance, lengthOf } from './measure.ts'
export { type Near, nearestOf } from './nearest.ts'
export * from './network/index.ts'
export { around, contains, geometryOf } from './shape.ts'
export {
  boxOfTile,
  drawSql,
  hasPostgis,
  isLayer,
  type Keep,
  LAYERS,
  madeOf,
  type Tile,
  type TileOptions,
  tileIn,
  tileOf,
} from './tiles/index.ts'
export { turnedGeometry } from './turned.ts'
