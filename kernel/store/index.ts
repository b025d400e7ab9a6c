export { Announcements, CHANGES, openTeller, type Teller } from './announce.ts'
export { type Box, boxOf } from './box.ts'
export { createRow, notFound, type Referring, removeRow, updateRow } from './changes.ts'
export { checkValues, valuesError } from './check.ts'
export { BinaryRows, binaryArray, copyIn } from './copied.ts'
export { batchesOf } from './cursor.ts'
export { type Database, openStore, type Store, type StoreOptions } from './database.ts'
export { difference, type Schema, schemaOf, tableName } from './ddl.ts'
export { FAULT_POINTS, type FaultPoint, faultPoint } from './fault.ts'
export * from './history/index.ts'
export { LOCKS } from './locks.ts'
export { type MapPoint, mapOf, placedOf } from './map.ts'
export { type MigrationSource, migrate } from './migrate.ts'
export type { Target, TargetOf } from './order.ts'
export { type Listing, type ListOptions, listRows, type Page, pageOf, totalsOf } from './page.ts'
export * from './personal/index.ts'
export { METRES_A_DEGREE, type Place, placeColumns } from './place.ts'
export { PLANNED_ONCE } from './plannedOnce.ts'
export {
  allColumns,
  type Column,
  type Columns,
  defineRecord,
  type RecordDefinition,
  type Row,
} from './record.ts'
export {
  type Choice,
  getRow,
  insertRows,
  type NewRow,
  type Origin,
} from './rows.ts'
export { type ColumnProblem, problemsOf } from './schema.ts'
export { readSettings, setClock, writeMissingSetting, writeSettings } from './settings.ts'
export { together } from './together.ts'
