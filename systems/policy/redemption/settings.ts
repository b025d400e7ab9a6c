import type { ClaimState } from './words.ts'

/** What a zone decides for itself about paying; the values are samples. */

/** 公示期: working days of a public notice. */
export const NOTICE_DAYS = 5

/** Working days in which the next step is due, by where the claim stands; what is late is shown first. */
export const DUE_DAYS: Partial<Readonly<Record<ClaimState, number>>> = {
  proposed: 20,
  asked: 10,
  submitted: 5,
  reviewed: 3,
  approved: 2,
  cleared: 5,
  ordered: 3,
  bounced: 5,
  recovering: 30,
}

/** Whose orders for payment are. */
export const PAYING_OFFICE = 'finance'

/** Claims of years longer ago than these are not taken. */
export const YEARS_BACK = 1

/** The file that the bank takes: what stands where, under which heads, and how it is encoded. */
export interface BankFormat {
  readonly encoding: 'gb18030' | 'utf-8'
  readonly columns: readonly (readonly [field: PaymentField, head: string])[]
  /** Heads of the answer file, by what they say. */
  readonly answer: Readonly<Record<'reference' | 'amount' | 'outcome' | 'reason', string>>
  /** How the answer file says that a line was paid, or was returned. */
  readonly outcomes: Readonly<Record<'paid' | 'returned', readonly string[]>>
}
export type PaymentField = 'reference' | 'account' | 'holder' | 'bank' | 'amount' | 'purpose'

export const BANK_FORMAT: BankFormat = {
  encoding: 'gb18030',
  columns: [
    ['reference', '流水号'],
    ['account', '收款账号'],
    ['holder', '收款户名'],
    ['bank', '开户行'],
    ['amount', '金额'],
    ['purpose', '用途'],
  ],
  answer: { reference: '流水号', amount: '金额', outcome: '处理结果', reason: '失败原因' },
  outcomes: { paid: ['成功', '已入账'], returned: ['失败', '退回', '退票'] },
}
