export { type CheckExpression, checkProcess } from './model/check.ts'
export { called, type Reading, readProcesses } from './model/read.ts'
export type {
  Element,
  EventDefinition,
  EventType,
  Flow,
  Kind,
  Loop,
  Problem,
  ProblemCode,
  Process,
} from './model/types.ts'
export * from './run/index.ts'
