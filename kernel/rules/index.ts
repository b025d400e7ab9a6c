export { type Case, type CaseResult, readCases } from './cases.ts'
export { type Check, checkWording, requireSound, said as problemSays } from './check.ts'
export { type Decided, decideOne } from './decide.ts'
export type { Decision, DecisionInput, Facts, Outcome, Population } from './decision.ts'
export type { Effect } from './effect.ts'
export { type Answered, judgeAll } from './judge.ts'
export { type Measured, measureEffect } from './measure.ts'
export { modelOf } from './model.ts'
export { type Standing, standingOf } from './near.ts'
export { notAskedSays } from './notAsked.ts'
export { factsOf } from './population.ts'
export { seesSubject, seesSubjects } from './seen.ts'
export { type Asked, askOf, COLUMN_TYPES, type NotAsked, queryOver, typesOf } from './setQuery.ts'
export { ruleRecords, type VersionRow, versions } from './tables.ts'
export {
  decisionOf,
  decisionsOf,
  enterFirstVersions,
  holding,
  type Moment,
  requireInForce,
  requireVersion,
  type VersionHead,
  versionInForce,
  versionsOf,
} from './versions.ts'
export { type Missing, missingOf, type Way, waysOf } from './ways.ts'
export {
  discardDraft,
  publishVersion,
  returnDraft,
  saveDraft,
  startDraft,
  submitDraft,
} from './workflow.ts'
