/** Rows of a record from and to files: templates, import with a rehearsal, files given back marked, export. */

export { type Answer, converter, type Find, type Finders } from './cells.ts'
export {
  type Chosen,
  findHeader,
  headerNames,
  type Matching,
  matchColumns,
  type Sureness,
} from './columns.ts'
export { guarded } from './csv.ts'
export { type ExportedTable, type ExportOptions, exportRows, exportTable } from './export.ts'
export type { Filled } from './filled.ts'
export { loadOffices, type Office, recordOf } from './lookups.ts'
export { markFile } from './marked.ts'
export { type Plan, planImport } from './plan.ts'
export type { FileKind } from './read.ts'
export { type Cell, type FileRow, kindOf, readTable } from './read.ts'
export { exchangeRecords, exports, type ImportRow, imports, whyOf } from './records.ts'
export { inspectFile, keyOf, type SheetRead, type SheetSeen } from './rows.ts'
export { type Outcome, type RunOptions, runImport } from './run.ts'
export { allowedBy } from './scope.ts'
export { type BadCell, HIDDEN, type ImportOptions } from './stage.ts'
export { csvTemplate, importTemplate } from './template.ts'
export { openBytes, openZip, type Source, type Zip } from './zip.ts'
