export { touchingSql } from './adjacent.ts'
export { cellCodes } from './numbered.ts'
export { type Metres, meridianOf, planeOf } from './plane.ts'
export {
  codeOf,
  type Grid,
  neighboursOf,
  outlineOf,
  ringOf,
  type Square,
  squareAt,
  squareIn,
  squaresOf,
  squaresOfBox,
  squaresSql,
} from './squares.ts'
export { type Around, cellsAround, holdsSql } from './surveyed.ts'
