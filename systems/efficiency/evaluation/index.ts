export { gatherLand } from './land.ts'
export { readScheme, type SchemeOf } from './scheme.ts'
export { staleIn, writeResults } from './write.ts'
