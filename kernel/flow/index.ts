export { moveCase, type Recipient, sendMessage, startCase } from './cases.ts'
export { DUTY, type Duty, deadline } from './deadline.ts'
export { deliverPosted } from './deliver.ts'
export { moveDue } from './due.ts'
export { type After, doTask, type InboxTask, inboxOf, leaveTask, type Mine, takeTask } from './inbox.ts'
export {
  type Delivery,
  type Effect,
  FlowError,
  type ProcessDeclaration,
  type Service,
  type ServiceCall,
} from './process.ts'
export { sealCases, verifyCases } from './sealing.ts'
export type { NewCase } from './step.ts'
export { flowRecords } from './tables.ts'
export { enterFirstDiagrams, problemsOf, processesOf } from './versions.ts'
export * from './work/index.ts'
