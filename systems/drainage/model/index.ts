export { type BuiltModel, type ModelOptions, modelOf } from './build.ts'
export { type Imported, importModel } from './import.ts'
export {
  type NetworkCatchment,
  type NetworkLink,
  type NetworkNode,
  type NetworkRows,
  readNetwork,
} from './rows.ts'
