export { type Direction, type Reach, reachedFrom, reachOf, stepsFrom } from './network.ts'
export { type Part, type Parts, partsOf } from './parts.ts'
export { pathBetween } from './path.ts'
export type { Path } from './shortest.ts'
