export { CHECKS, type Check, type Finding, findingsOf } from './checks.ts'
export { type MapPart, networkIn, type Totals, totalsOf } from './network.ts'
export { type LongSection, type Step, sectionOf, wayBetween, wayThrough } from './section.ts'
export { type Trace, traceOf } from './trace.ts'
