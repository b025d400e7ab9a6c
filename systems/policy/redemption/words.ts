import { text } from '../../../kernel/text.ts'

/** Where a claim stands. */
export const CLAIM_STATES = {
  proposed: text('待企业确认', 'Awaiting the enterprise'),
  draft: text('填写中', 'Being written'),
  submitted: text('待审核', 'Awaiting review'),
  asked: text('待补正', 'Asked for more'),
  reviewed: text('待审定', 'Awaiting approval'),
  approved: text('待公示', 'Awaiting notice'),
  notice: text('公示中', 'On notice'),
  cleared: text('待拨付', 'Awaiting payment'),
  ordered: text('拨付中', 'Payment ordered'),
  bounced: text('银行退回', 'Returned by the bank'),
  paid: text('已兑现', 'Paid'),
  recovering: text('追回中', 'Being recovered'),
  recovered: text('已追回', 'Recovered'),
  withdrawn: text('已撤回', 'Withdrawn'),
  rejected: text('不予兑现', 'Refused'),
  lapsed: text('已失效', 'Lapsed'),
} as const
export type ClaimState = keyof typeof CLAIM_STATES

/** Over without money: the same may be claimed again. */
export const DEAD = ['withdrawn', 'rejected', 'lapsed'] as const satisfies readonly ClaimState[]

/** Its amount is committed from the pot. What is recovered goes to the treasury, not back into the pot. */
export const HOLDING = [
  'approved',
  'notice',
  'cleared',
  'ordered',
  'bounced',
  'paid',
  'recovering',
  'recovered',
] as const satisfies readonly ClaimState[]

/** The money has left. */
export const SPENT = ['paid', 'recovering', 'recovered'] as const satisfies readonly ClaimState[]

/** How a claim began. */
export const ORIGINS = {
  applied: text('企业申报', 'Applied for'),
  proposed: text('免申即享', 'Without application'),
} as const

export const BATCH_STATES = {
  made: text('已编制', 'Made'),
  sent: text('已送银行', 'Sent to the bank'),
  closed: text('已对平', 'Reconciled'),
  cancelled: text('已作废', 'Cancelled'),
} as const
export type BatchState = keyof typeof BATCH_STATES

export const PAYMENT_STATES = {
  ordered: text('待回执', 'Awaiting the bank'),
  paid: text('已到账', 'Paid'),
  returned: text('已退回', 'Returned'),
  cancelled: text('已作废', 'Cancelled'),
} as const
export type PaymentState = keyof typeof PAYMENT_STATES

/** What the bank says of a line. */
export const OUTCOMES = {
  paid: text('成功', 'Paid'),
  returned: text('退回', 'Returned'),
} as const
export type Outcome = keyof typeof OUTCOMES

export const OBJECTION_STATES = {
  filed: text('待答复', 'Unanswered'),
  rejected: text('不成立', 'Rejected'),
  upheld: text('成立', 'Upheld'),
} as const
export type ObjectionState = keyof typeof OBJECTION_STATES

export const CLAWBACK_STATES = {
  open: text('追回中', 'Being recovered'),
  recovered: text('已追回', 'Recovered'),
} as const
