export {
  ACCOUNT_KINDS,
  ACCOUNT_STATES,
  type Account,
  type AccountKind,
  type AccountState,
  accounts,
  normalLogin,
} from './accounts.ts'
export { actingAs, chosenPost } from './acting.ts'
export { type Actor, ADMINISTRATORS, ROLES, type Role, SYSTEM_ACTOR, VISITOR } from './actor.ts'
export { type Appointment, appoint, changeGrid, endPost } from './appoint.ts'
export type { AccessContext } from './context.ts'
export {
  type ActingPost,
  actingPosts,
  actorBy,
  checkLending,
  type Held,
  type Lending,
  lendPost,
  postsOf,
} from './delegation.ts'
export { type AccessEvent, EVENT_KINDS, type EventKind, listEvents, recordEvent } from './events.ts'
export { type SignIn, signIn, signInRecognised, unlock } from './login.ts'
export { offices } from './offices.ts'
export { checkPassword, normalPassword } from './password.ts'
export { changePassword, giveTemporaryPassword, proveByPassword, resetPassword } from './passwords.ts'
export {
  type AccountQuestion,
  createAccount,
  findAccount,
  findByLogin,
  listAccounts,
  type Moment,
  type NewAccount,
  setAccountState,
} from './people.ts'
export { type AccessPolicy, DEFAULT_POLICY, type PasswordRule, readPolicy } from './policy.ts'
export { POST_ROLES, type Post, type PostRole, posts } from './posts.ts'
export type { Asking } from './prove.ts'
export { accessRecords } from './records.ts'
export { rotateTotp } from './rotate.ts'
export {
  checkCsrf,
  choosePost,
  csrfOf,
  findSession,
  listSessions,
  type OpenedSession,
  revokeSession,
  revokeSessions,
  type Session,
  type SessionBy,
  type SessionSummary,
  signOut,
  sweepSessions,
} from './sessions.ts'
export { admitFrom, isLocked, sweepThrottles } from './throttle.ts'
export {
  confirmTotp,
  hasTotp,
  proveByCode,
  recoveryCodesLeft,
  removeTotp,
  renewRecoveryCodes,
  resetTotp,
  startTotp,
} from './totp.ts'
