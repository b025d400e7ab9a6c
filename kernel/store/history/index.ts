export { type AnnouncedChange, isAmong } from './among.ts'
export { endOfDay, historyOf, type Image, known, type Version, versionOf } from './read.ts'
export { type Write, written } from './seal.ts'
export { type Finding, type Head, headOf, type Tampering, type Verdict, verifyHistory } from './verify.ts'
