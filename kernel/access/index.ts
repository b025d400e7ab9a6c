export { type Account, type AccountKind, type AccountState, accounts, normalLogin } from './accounts.ts'
export { type Actor, ROLES, type Role, SYSTEM_ACTOR, VISITOR } from './actor.ts'
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
export { type SignIn, signIn, unlock } from './login.ts'
export { offices } from './offices.ts'
export { checkPassword, temporaryPassword } from './password.ts'
export { changePassword, proveByPassword, resetPassword } from './passwords.ts'
export { createAccount, findAccount, findByLogin, type Moment, setAccountState } from './people.ts'
export { type AccessPolicy, DEFAULT_POLICY, type PasswordRule, readPolicy } from './policy.ts'
export { type Post, type PostRole, posts } from './posts.ts'
export type { Asking } from './prove.ts'
export { accessRecords } from './records.ts'
export {
  checkCsrf,
  csrfOf,
  findSession,
  listSessions,
  type OpenedSession,
  revokeSession,
  revokeSessions,
  type Session,
  type SessionSummary,
  signOut,
  sweepSessions,
} from './sessions.ts'
export { sweepThrottles } from './throttle.ts'
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
