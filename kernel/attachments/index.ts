/** Files kept with rows: told by their content, searched for macros, kept once, handed out by the rights to the row. */

export { type Attachments, openAttachments } from './attachments.ts'
export { enterMadeFiles, type MadeFile } from './enter.ts'
export { addFile, claimFile, fileOf, filesByRow, filesOf, type Owner, openFile, removeFile } from './files.ts'
export { type Limits, readLimits } from './limits.ts'
export { type KeptFile, keptFile, presentFile } from './present.ts'
export { attachmentRecords, type FileRow } from './records.ts'
export type { S3Options } from './stores/s3.ts'
export { type Swept, sweep } from './sweep.ts'
export { KNOWN_TYPES } from './types.ts'
