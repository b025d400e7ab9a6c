export { advance, type Moment, type Stretch, startOf } from './advance.ts'
export { correctState, type Observed } from './correct.ts'
export {
  type LinkState,
  type NodeState,
  readHotStart,
  type State,
  type SubcatchmentState,
  writeHotStart,
} from './hotStart.ts'
export { type Shape, shapeOf } from './shape.ts'
export { type Changes, type NotCarried, notCarried, type Series, stretchOf } from './stretch.ts'
