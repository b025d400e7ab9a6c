export { eachOf, type Outcome, type TaskKey } from './batch.ts'
export { colleaguesOf } from './colleagues.ts'
export { type AfterRequest, countToDecide, requestsToDecide, type ToDecide } from './deciding.ts'
export { type Colleague, delegateTask, reassignTask, returnTask, type WentBack } from './hand.ts'
export { decides, isFor, isPaused, TASK_VERBS, type Verb, verbsOf } from './may.ts'
export type { WorkDone, WorkVerb } from './note.ts'
export {
  type Notice,
  type NoticeKind,
  type NoticesAfter,
  noticesOf,
  readNotices,
  type Told,
  toldBy,
  unreadOf,
} from './notices.ts'
export {
  type Asked,
  askOpinions,
  giveOpinion,
  isAsked,
  type Opinion,
  opinionsAsked,
  opinionsOf,
  unasks,
  withdrawOpinion,
} from './opinions.ts'
export { remind } from './remind.ts'
export {
  decideRequest,
  limitAfter,
  type RequestKind,
  requestsOf,
  requestTime,
  resumeTask,
  type TimeRequest,
} from './requests.ts'
export { type Standing, standing } from './standing.ts'
export { urgeTask } from './urge.ts'
export { endCase, mayUndo, withdrawStep } from './withdraw.ts'
export { wordNotice } from './wording.ts'
