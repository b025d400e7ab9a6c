import { type Actor, SYSTEM_ACTOR } from '../../../kernel/access/actor.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { type RedemptionErrorCode, redemptionError } from './errors.ts'
import { PAYING_OFFICE } from './settings.ts'
import { CLAIM_STATES, type ClaimState } from './words.ts'

/**
 * The steps of a claim as one table: from where, by what, to where, by whom, and what must hold. What a step does to
 * money is not said here but in `effects.ts`.
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

export interface Step {
  readonly act: Act
  readonly name: Text
  readonly from: readonly ClaimState[]
  readonly to: ClaimState
  readonly who: Who
  readonly guards: readonly Guard[]
}

// biome-ignore format: a table reads best with one step a line
export const STEPS: readonly Step[] = [
  { act: 'submit', name: text('提交', 'Submit'), from: ['draft', 'proposed', 'asked'], to: 'submitted', who: 'own', guards: [] },
  { act: 'review', name: text('审核通过', 'Pass the review'), from: ['submitted'], to: 'reviewed', who: 'office', guards: [] },
  { act: 'ask', name: text('一次性告知补正', 'Ask for what is missing'), from: ['submitted', 'reviewed'], to: 'asked', who: 'office', guards: ['reason', 'askedOnce'] },
  { act: 'approve', name: text('审定', 'Approve'), from: ['reviewed'], to: 'approved', who: 'approver', guards: ['second'] },
  { act: 'reject', name: text('不予兑现', 'Refuse'), from: ['submitted', 'reviewed'], to: 'rejected', who: 'approver', guards: ['reason'] },
  { act: 'return', name: text('退回重审', 'Send back for review'), from: ['reviewed', 'approved', 'notice', 'cleared'], to: 'submitted', who: 'approver', guards: ['reason'] },
  { act: 'publicize', name: text('公示', 'Put on notice'), from: ['approved'], to: 'notice', who: 'office', guards: [] },
  { act: 'clear', name: text('公示期满', 'End the notice'), from: ['notice'], to: 'cleared', who: 'office', guards: ['noticeOver', 'answered'] },
  { act: 'order', name: text('编入付款批次', 'Order the payment'), from: ['cleared', 'bounced'], to: 'ordered', who: 'finance', guards: [] },
  { act: 'cancel', name: text('撤出付款批次', 'Take out of the batch'), from: ['ordered'], to: 'cleared', who: 'finance', guards: [] },
  { act: 'pay', name: text('银行到账', 'Paid by the bank'), from: ['ordered'], to: 'paid', who: 'finance', guards: [] },
  { act: 'bounce', name: text('银行退回', 'Returned by the bank'), from: ['ordered'], to: 'bounced', who: 'finance', guards: [] },
  { act: 'clawback', name: text('决定追回', 'Decide to recover'), from: ['paid'], to: 'recovering', who: 'leader', guards: ['reason'] },
  { act: 'recover', name: text('登记全部追回', 'Recovered in full'), from: ['recovering'], to: 'recovered', who: 'finance', guards: [] },
  { act: 'withdraw', name: text('撤回', 'Withdraw'), from: ['draft', 'proposed', 'asked', 'submitted', 'reviewed', 'approved', 'notice', 'cleared'], to: 'withdrawn', who: 'own', guards: [] },
  { act: 'lapse', name: text('逾期失效', 'Lapse'), from: ['proposed', 'asked'], to: 'lapsed', who: 'office', guards: ['overdue'] },
]

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

/** The step that may be taken now. @throws GaoxinError CLAIM_STEP, CLAIM_ROLE or the guard's code */
export function stepOf(act: Act, at: Situation, actor: Actor): Step {
  const step = STEPS.find((one) => one.act === act && one.from.includes(at.state))
  const name = (step ?? STEPS.find((one) => one.act === act))?.name
  if (!step)
    throw redemptionError('CLAIM_STEP', {
      place: act,
      value: at.state,
      more: text(
        `“${CLAIM_STATES[at.state].zh}”的申报不能${name?.zh}`,
        `a claim that is "${CLAIM_STATES[at.state].en}" cannot: ${name?.en}`,
      ),
    })
  if (!MAY[step.who](actor, at)) throw redemptionError('CLAIM_ROLE', { place: act, value: actor.role })
  for (const guard of step.guards)
    if (!GUARDS[guard].holds(at, actor)) throw redemptionError(GUARDS[guard].code, { place: act })
  return step
}

/** What the actor may do now, whatever has still to be given with it: a page shows these buttons. */
export const stepsFor = (at: Situation, actor: Actor): readonly Step[] =>
  STEPS.filter(
    ({ from, who, guards }) =>
      from.includes(at.state) &&
      MAY[who](actor, at) &&
      guards.every((guard) => guard === 'reason' || GUARDS[guard].holds(at, actor)),
  )
