export { type RowBehind, rowsBehind } from './behind.ts'
export { populationOf, registerOf, traitsOf, traitsReading } from './query.ts'
export { type Referring, referringTo } from './referring.ts'
export type { SubjectRegister, SubjectView, Trait } from './view.ts'
