import { type Grant, STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'

/** Class 206 科学技术支出 of the 政府收支分类科目 by its 款; the 项 below them change more often and are typed. */
export const SUBJECTS = {
  206: text('科学技术支出（未分款）', 'Science and technology, not divided'),
  20601: text('科学技术管理事务', 'Administration of science and technology'),
  20602: text('基础研究', 'Basic research'),
  20603: text('应用研究', 'Applied research'),
  20604: text('技术研究与开发', 'Research and development of technology'),
  20605: text('科技条件与服务', 'Facilities and services for research'),
  20606: text('社会科学', 'Social sciences'),
  20607: text('科学技术普及', 'Popular science'),
  20608: text('科技交流与合作', 'Exchange and cooperation'),
  20609: text('科技重大项目', 'Major projects'),
  20699: text('其他科学技术支出', 'Other spending on science and technology'),
} as const

export const PAYEES = {
  firm: text('企业', 'Enterprise'),
  institute: text('科研院所和事业单位', 'Research institute or public institution'),
  university: text('高等学校', 'University'),
  office: text('机关', 'Government office'),
  other: text('其他', 'Other'),
} as const

const FISCAL: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import'],
  rows: { column: 'office', of: 'office' },
}

/** 财政科技支出: what the treasury paid under class 206; one row a document, budget subject and kind of payee in a month. */
export const spending = defineRecord({
  id: 'policy.spending',
  name: text('财政科技支出', 'Fiscal spending on science and technology'),
  about: text(
    '一个月、一份拨付文件、一个预算科目（206 类）、一类收款单位的支出',
    'What was paid in a month by one document, under one subject of class 206, to one kind of payee',
  ),
  title: 'document',
  grants: [STAFF_READS, FISCAL],
  columns: {
    month: { kind: 'month', name: text('入账月份', 'Month'), help: text('国库列支的月份', 'As booked') },
    subject: {
      kind: 'choice',
      name: text('预算科目（款）', 'Budget subject'),
      choices: SUBJECTS,
      help: text('政府收支分类 206 科学技术支出各款', 'Of class 206, science and technology'),
    },
    item: {
      kind: 'text',
      name: text('项级科目', 'Item of the subject'),
      help: text('7 位编码，如 2060404；以当年科目为准', '7 digits, such as 2060404, as of that year'),
      optional: true,
    },
    payee: { kind: 'choice', name: text('收款单位类别', 'Kind of payee'), choices: PAYEES },
    amount: {
      kind: 'decimal',
      name: text('支出', 'Spent'),
      unit: '万元',
      help: text('退回、更正记负数', 'Negative for what came back or was corrected'),
    },
    document: { kind: 'text', name: text('拨付文件', 'Document'), help: text('文号', 'Its number') },
    paid_on: { kind: 'date', name: text('拨付日期', 'Paid on') },
    office: { kind: 'office', name: text('填报单位', 'Reported by') },
  },
  groups: [
    { name: text('支出', 'Spending'), columns: ['month', 'amount', 'payee'] },
    { name: text('科目', 'Budget subject'), columns: ['subject', 'item'] },
    { name: text('依据', 'Source'), columns: ['document', 'paid_on', 'office'] },
  ],
  valid: { from: 'month' },
  unique: [['document', 'month', 'subject', 'payee']],
  indexes: [{ on: ['month'] }],
})

export type SpendingRow = Row<typeof spending>
