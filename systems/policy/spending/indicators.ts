import { defineIndicators } from '../../../kernel/figures/indicator.ts'
import { text } from '../../../kernel/text.ts'

/** Item 6 of a report: what the treasury spends on science. */
export const spendingIndicators = defineIndicators([
  {
    id: 'policy.science-spending',
    name: text('科技支出', 'Fiscal spending on science and technology'),
    synonyms: ['财政科技支出', '财政科技投入', '科学技术支出', '财政科学技术支出'],
    unit: '亿元',
    grain: 'month',
    nature: 'flow',
    direction: 'up',
    office: 'science',
    definition: text(
      '一般公共预算中的科学技术支出（206 类）',
      'Spending under class 206, science and technology, of the general public budget',
    ),
    source: text(
      '政府收支分类科目；国库列支',
      'Classification of government revenue and spending; as booked',
    ),
    measure: {
      by: 'sum',
      record: 'policy.spending',
      value: 'amount',
      where: {},
      period: 'month',
      scale: '0.0001',
      kept: 'paid_on',
    },
    streak: { growthAtLeast: '20' },
    decimals: 2,
  },
])
