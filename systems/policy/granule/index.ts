/** 政策颗粒: worded, checked, compiled, and asked of one enterprise. Matching asks them of everybody. */
export {
  type AssessedCriterion,
  type Assessment,
  assess,
  assessAll,
  assessRow,
  type Question,
  VERDICTS,
  type Verdict,
} from './assess.ts'
export { type Check, checkWording, type Place, type Problem, requireSound } from './check.ts'
export { type Granule, granuleFrom, granuleOf, inForce, loadGranules } from './load.ts'
export { compiled } from './model.ts'
export { type AmountStep, amountSteps, type Paid, STEPS, type StepName } from './steps.ts'
export { kindsOf, SUBJECT } from './subject.ts'
export {
  askedNames,
  asksGiven,
  beforeClaim,
  type CriterionWords,
  DECISION,
  FACT_KINDS,
  type FactKind,
  type GivenFact,
  type KindOf,
  namesIn,
  type Wording,
} from './wording.ts'
export {
  discardDraft,
  end,
  type GranuleWords,
  MOVES,
  type Move,
  publish,
  returnDraft,
  saveDraft,
  startDraft,
  startGranule,
  submitDraft,
} from './workflow.ts'
