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
])
