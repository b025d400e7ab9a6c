export { type Candidate, type Classed, classify } from './classes.ts'
export { HUANGYAN_2022, HUANGYAN_2022_BELOW } from './huangyan.ts'
export { type Data, type Points, type Reason, type Scored, scoreAll } from './points.ts'
export { type Measure, requireSound, type Scheme } from './scheme.ts'
