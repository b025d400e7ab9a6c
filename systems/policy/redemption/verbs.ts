import { type Actor, SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { type RedemptionErrorCode, redemptionError } from './errors.ts'
import { PAYING_OFFICE } from './settings.ts'
import { CLAIM_STATES, type ClaimState } from './words.ts'

/**
 * What can be done with a claim: by whom, and what must hold. From where each leads is said by the diagram alone
 * (`flow/redemption.bpmn`); what it does to money is in `effects.ts`.
 */
export const ACTS = [
  'submit',
  'ask',
  'review',
  'approve',
  'reject',
  'withdraw',
  'return',
  'publicize',
  'clear',
  'order',
  'cancel',
  'pay',
  'bounce',
  'clawback',
  'recover',
  'lapse',
] as const
export type Act = (typeof ACTS)[number]

/** own: the enterprise itself · office: staff of the granule's office · approver: that office, or a leader · finance */
export type Who = 'own' | 'office' | 'approver' | 'leader' | 'finance'
export type Guard = 'reason' | 'askedOnce' | 'second' | 'noticeOver' | 'answered' | 'overdue'

export interface Verb {
  readonly name: Text
  /** The state that the claim's row shows after it. */
  readonly to: ClaimState
  readonly who: Who
  readonly guards: readonly Guard[]
  /** Moves many claims at once, so it asks nobody who has taken one of their tasks. */
  readonly many?: true
}

// biome-ignore format: a table reads best with one verb a line
export const VERBS: Readonly<Record<Act, Verb>> = {
  submit: { name: text('提交', 'Submit'), to: 'submitted', who: 'own', guards: [] },
  review: { name: text('审核通过', 'Pass the review'), to: 'reviewed', who: 'office', guards: [] },
  ask: { name: text('一次性告知补正', 'Ask for what is missing'), to: 'asked', who: 'office', guards: ['reason', 'askedOnce'] },
  approve: { name: text('审定', 'Approve'), to: 'approved', who: 'approver', guards: ['second'] },
  reject: { name: text('不予兑现', 'Refuse'), to: 'rejected', who: 'approver', guards: ['reason'] },
  return: { name: text('退回重审', 'Send back for review'), to: 'submitted', who: 'approver', guards: ['reason'] },
  publicize: { name: text('公示', 'Put on notice'), to: 'notice', who: 'office', guards: [], many: true },
  clear: { name: text('公示期满', 'End the notice'), to: 'cleared', who: 'office', guards: ['noticeOver', 'answered'], many: true },
  order: { name: text('编入付款批次', 'Order the payment'), to: 'ordered', who: 'finance', guards: [], many: true },
  cancel: { name: text('撤出付款批次', 'Take out of the batch'), to: 'cleared', who: 'finance', guards: [], many: true },
  pay: { name: text('银行到账', 'Paid by the bank'), to: 'paid', who: 'finance', guards: [], many: true },
  bounce: { name: text('银行退回', 'Returned by the bank'), to: 'bounced', who: 'finance', guards: [], many: true },
  clawback: { name: text('决定追回', 'Decide to recover'), to: 'recovering', who: 'leader', guards: ['reason'] },
  recover: { name: text('登记追回', 'Enter what came back'), to: 'recovered', who: 'finance', guards: [] },
  withdraw: { name: text('撤回', 'Withdraw'), to: 'withdrawn', who: 'own', guards: [] },
  lapse: { name: text('逾期失效', 'Lapse'), to: 'lapsed', who: 'office', guards: ['overdue'] },
}

/** What the guards look at. */
export interface Situation {
  readonly state: ClaimState
  /** The granule's office. */
  readonly office: string
  /** The credit code of the enterprise. */
  readonly enterprise: string
  readonly reviewedBy: string | null
  readonly asked: boolean
  readonly noticeTo: string | null
  readonly dueOn: string | null
  readonly openObjections: number
  readonly today: string
  readonly reason?: string | undefined
}

const isOfficerOf = ({ role, office }: Actor, of: string) => role === 'officer' && office === of

const isProgram = ({ id }: Actor) => id === SYSTEM_ACTOR.id

const MAY: Readonly<Record<Who, (actor: Actor, at: Situation) => boolean>> = {
  own: ({ role, enterprise }, at) => role === 'enterprise' && enterprise === at.enterprise,
  // What the rule alone decides is passed by the program.
  office: (actor, at) => isOfficerOf(actor, at.office) || isProgram(actor),
  approver: (actor, at) => actor.role === 'leader' || isOfficerOf(actor, at.office),
  leader: ({ role }) => role === 'leader',
  finance: (actor) => isOfficerOf(actor, PAYING_OFFICE),
}

const GUARDS: Readonly<
  Record<Guard, { holds: (at: Situation, actor: Actor) => boolean; code: RedemptionErrorCode }>
> = {
  reason: { holds: ({ reason }) => (reason ?? '').trim() !== '', code: 'CLAIM_REASON' },
  askedOnce: { holds: ({ asked }) => !asked, code: 'CLAIM_ASKED' },
  second: { holds: ({ reviewedBy }, { id }) => reviewedBy !== id, code: 'CLAIM_SECOND' },
  noticeOver: { holds: ({ noticeTo, today }) => noticeTo !== null && today > noticeTo, code: 'NOTICE_OPEN' },
  overdue: { holds: ({ dueOn, today }) => dueOn !== null && today > dueOn, code: 'CLAIM_DUE' },
  answered: { holds: ({ openObjections }) => openObjections === 0, code: 'NOTICE_OBJECTION' },
}

/** @throws GaoxinError CLAIM_ROLE or the guard's code where the actor may not, or not now */
export function requireMay(act: Act, at: Situation, actor: Actor): void {
  const { who, guards } = VERBS[act]
  if (!MAY[who](actor, at)) throw redemptionError('CLAIM_ROLE', { place: act, value: actor.role })
  for (const guard of guards)
    if (!GUARDS[guard].holds(at, actor)) throw redemptionError(GUARDS[guard].code, { place: act })
}

/** Whether the actor may now, whatever reason has still to be given with it. */
export const mayNow = (act: Act, at: Situation, actor: Actor): boolean =>
  MAY[VERBS[act].who](actor, at) &&
  VERBS[act].guards.every((guard) => guard === 'reason' || GUARDS[guard].holds(at, actor))

/** CLAIM_STEP: it is not open to a claim that stands there */
export const notOpen = (act: Act, state: ClaimState) =>
  redemptionError('CLAIM_STEP', {
    place: act,
    value: state,
    more: text(
      `“${CLAIM_STATES[state].zh}”的申报不能${VERBS[act].name.zh}`,
      `a claim that is "${CLAIM_STATES[state].en}" cannot: ${VERBS[act].name.en}`,
    ),
  })
