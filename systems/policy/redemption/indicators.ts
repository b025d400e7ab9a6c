import { defineIndicators } from '../../../kernel/figures/indicator.ts'
import { text } from '../../../kernel/text.ts'

/** What support comes to in a report. */
export const redemptionIndicators = defineIndicators([
  {
    id: 'policy.tax-relief',
    name: text('税费减免优惠', 'Taxes and fees relieved'),
    synonyms: ['办理税费减免优惠', '减税降费'],
    unit: '亿元',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'tax',
    definition: text('当期办理的税费减免优惠金额，各类之和', 'Taxes and fees relieved, of all kinds'),
    source: text('税务部门税费减免统计', 'Statistics of the tax bureau'),
    measure: {
      by: 'sum',
      record: 'policy.reliefs',
      value: 'amount',
      where: {},
      period: 'month',
      scale: '0.0001',
    },
    decimals: 1,
  },
  {
    id: 'policy.money-paid',
    name: text('惠企政策兑现资金', 'Support paid to enterprises'),
    synonyms: ['政策兑现资金', '兑现惠企资金'],
    unit: '亿元',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'finance',
    definition: text(
      '当期到账的政策兑现资金，按银行回执月份；以后追回的不扣减',
      'Money that reached enterprises, by the month of the bank’s answer; what comes back later is not taken off',
    ),
    source: text('兑现申报和银行回执', 'Claims and the bank’s answers'),
    measure: {
      by: 'sum',
      record: 'policy.claims',
      value: 'amount',
      where: {},
      period: 'paid_month',
      scale: '0.00000001',
      kept: 'submitted_on',
    },
    decimals: 2,
  },
])
