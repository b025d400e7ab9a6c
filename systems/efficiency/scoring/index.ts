export { type Candidate, type Classed, classify } from './classes.ts'
export {
  deductedFor,
  evaluateAll,
  exemptionOf,
  type Firm,
  type Found,
  foundAgainst,
  merged,
  type Outcome,
} from './firm.ts'
export { HUANGYAN_2022, HUANGYAN_2022_BELOW } from './huangyan.ts'
export { areaOf, landOf, type Plot } from './land.ts'
export { type Data, type Points, type Reason, type Scored, scoreAll } from './points.ts'
export { type Measure, requireSound, type Scheme } from './scheme.ts'
