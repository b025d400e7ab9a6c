export { type MoveOfVersion, moveVersion, type Tried, tryVersion, type UnfitCase } from './adopt.ts'
export { momentOf } from './asked.ts'
export { moveCase, type Recipient, sendMessage, startCase } from './cases.ts'
export { DUTY, type Duty, deadline } from './deadline.ts'
export { deliverPosted } from './deliver.ts'
export { moveDue } from './due.ts'
export { checkForm, type Form, type FormField, type Forms, formProblems, taskForm } from './forms.ts'
export { warnSetting } from './hours.ts'
export { type After, doTask, type InboxTask, inboxOf, leaveTask, type Mine, takeTask } from './inbox.ts'
export {
  type AfterDone,
  type CaseHead,
  type CaseReading,
  type Counts,
  countsOf,
  type DoneTask,
  doneBy,
  MOST_COUNTED,
  readCase,
} from './ledger.ts'
export {
  type AfterCase,
  type AskedCases,
  CASE_STATES,
  CASES,
  type CaseLine,
  caseColumns,
  casesOf,
  exportCases,
} from './list.ts'
export { type EnglishNames, englishNames } from './names.ts'
export { type DiagramProblem, problemsInWords } from './problems.ts'
export {
  type Delivery,
  type Effect,
  FlowError,
  type MovedLimit,
  type ProcessDeclaration,
  type Service,
  type ServiceCall,
} from './process.ts'
export {
  diagramNumbered,
  diagramsOf,
  discardDiagram,
  draftDiagram,
  processOf,
  publishDiagram,
  returnDiagram,
  saveDiagram,
  submitDiagram,
} from './publish.ts'
export { type Relative, type Relatives, relativesOf } from './relatives.ts'
export { sealCases, verifyCases } from './sealing.ts'
export { concernedBy, requireSeen, seenBy, WORKERS } from './seen.ts'
export { type ElementWithCases, elementsOf, MOST_RUNNING, runningBy } from './standing.ts'
export type { NewCase } from './step.ts'
export { submitTask } from './submit.ts'
export type { DiagramRow } from './tables.ts'
export { flowRecords } from './tables.ts'
export { enterFirstDiagrams, problemsOf, processesOf, versionInUse, versionNumbered } from './versions.ts'
export * from './work/index.ts'
