import { type Grant, PUBLISHED, STAFF_READS } from '../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import { EVENTS, GRANULE_STATES, MODES, MONEY_UNITS, ROUNDINGS, STACKINGS, STANDINGS } from './words.ts'

/** The office that keeps a paper enters and corrects it. */
const KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import'],
  rows: { column: 'office', of: 'office' },
}
/** And so do its clauses. */
const KEPT_WITH_PAPER: Grant = { ...KEPT, rows: { column: 'office', of: 'office', through: 'document' } }

/** 政策文件: one paper that promises something to enterprises. */
export const documents = defineRecord({
  id: 'policy.documents',
  name: text('政策文件', 'Policy papers'),
  about: text('一份惠企政策文件', 'One paper of support for enterprises'),
  title: 'title',
  grants: [PUBLISHED, KEPT],
  columns: {
    title: { kind: 'text', name: text('标题', 'Title') },
    number: { kind: 'text', name: text('文号', 'Number'), optional: true },
    issuer: { kind: 'text', name: text('发文机关', 'Issued by') },
    office: {
      kind: 'office',
      name: text('牵头单位', 'Kept by'),
      help: text('负责解释和维护的单位', 'The office that interprets and keeps it'),
    },
    issued_on: { kind: 'date', name: text('发文日期', 'Issued on'), optional: true },
    from: { kind: 'date', name: text('施行日期', 'In force from') },
    to: {
      kind: 'date',
      name: text('失效日期', 'In force until'),
      help: text('当日起不再施行；空为未定', 'First day on which it no longer holds'),
      optional: true,
    },
    standing: {
      kind: 'choice',
      name: text('性质', 'Standing'),
      help: text(
        '示例只说明条款的形状；待核的据公开转载件录入，施行前须核对原文',
        'A sample shows the shape of a clause; what is to be checked was entered from a public copy',
      ),
      choices: STANDINGS,
    },
    source: { kind: 'text', name: text('来源', 'Source') },
    text: { kind: 'longText', name: text('全文', 'Text'), optional: true, quiet: true },
  },
  unique: [['title', 'from']],
  valid: { from: 'from', to: 'to' },
})

/** 条款. */
export const clauses = defineRecord({
  id: 'policy.clauses',
  name: text('政策条款', 'Clauses'),
  about: text('政策文件的一条、一款或一项', 'One article, paragraph or item of a paper'),
  title: 'number',
  grants: [PUBLISHED, KEPT_WITH_PAPER],
  columns: {
    document: { kind: 'reference', name: text('政策文件', 'Paper'), record: 'policy.documents' },
    position: { kind: 'integer', name: text('次序', 'Position'), quiet: true },
    number: {
      kind: 'text',
      name: text('条款号', 'Number'),
      help: text('如第3条第2款', 'Such as 第3条第2款'),
    },
    text: { kind: 'longText', name: text('内容', 'Text') },
  },
  unique: [['document', 'number']],
  indexes: [{ on: ['document', 'position'] }],
})

/** 预算资金池: what one office may pay in one year under one line of the budget. */
export const pots = defineRecord({
  id: 'policy.pots',
  name: text('资金池', 'Budget pots'),
  about: text('一个年度、一个预算科目可用于兑现的资金', 'What one line of a year’s budget may pay'),
  title: 'name',
  // What is committed is written by redemption alone.
  grants: [
    STAFF_READS,
    {
      roles: ['officer'],
      verbs: ['change'],
      rows: { column: 'office', of: 'office' },
      fields: ['name', 'line', 'office', 'amount'],
    },
  ],
  columns: {
    year: { kind: 'year', name: text('年度', 'Year') },
    name: { kind: 'text', name: text('名称', 'Name') },
    line: { kind: 'text', name: text('预算科目', 'Budget line') },
    office: { kind: 'office', name: text('主管单位', 'Office') },
    amount: { kind: 'decimal', name: text('预算', 'Amount'), unit: '元' },
    committed: {
      kind: 'decimal',
      name: text('已承诺', 'Committed'),
      unit: '元',
      help: text('已审定应付的，不超过预算', 'Granted so far, never above the amount'),
    },
  },
  unique: [['year', 'name']],
})

const MONEY = { kind: 'decimal', total: false, optional: true } as const

/**
 * 政策颗粒: the smallest thing of a clause that can be judged and paid. A row is one wording; what is published never
 * changes but to end, and a correction is the next version of its code.
 */
export const granules = defineRecord({
  id: 'policy.granules',
  name: text('政策颗粒', 'Policy granules'),
  about: text(
    '条款中可独立判断和兑现的一项',
    'The smallest part of a clause that is judged and paid by itself',
  ),
  title: 'title',
  // Written by the routes of the system alone, which know who may publish.
  grants: [STAFF_READS],
  columns: {
    code: { kind: 'text', name: text('编号', 'Code'), help: text('各版本相同', 'The same in every version') },
    version: { kind: 'integer', name: text('版本', 'Version') },
    clause: { kind: 'reference', name: text('条款', 'Clause'), record: 'policy.clauses' },
    title: { kind: 'text', name: text('名称', 'Title') },
    office: { kind: 'office', name: text('主管单位', 'Office') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: GRANULE_STATES },
    standing: { kind: 'choice', name: text('性质', 'Standing'), choices: STANDINGS },
    from: { kind: 'date', name: text('生效日期', 'In force from') },
    to: {
      kind: 'date',
      name: text('失效日期', 'In force until'),
      help: text('当日起不再适用；空为未定', 'First day on which it no longer holds'),
      optional: true,
    },
    event: { kind: 'choice', name: text('触发事项', 'Event'), choices: EVENTS },
    given: {
      kind: 'data',
      name: text('申报时提供', 'Given with a claim'),
      help: text(
        '数据中没有、随申报提供的事实：名称、类型、单位',
        'Facts that no system knows and a claim brings: name, kind, unit',
      ),
    },
    benefit: { kind: 'longText', name: text('支持标准', 'What it gives') },
    amount: {
      kind: 'longText',
      name: text('金额公式', 'Formula of the amount'),
      help: text('FEEL 表达式，结果为数字', 'FEEL; a number'),
    },
    unit: { kind: 'choice', name: text('金额单位', 'Unit of the amount'), choices: MONEY_UNITS },
    cap_item: {
      ...MONEY,
      name: text('单项上限', 'Cap of one claim'),
      help: text('单位同公式', 'In the unit of the formula'),
    },
    cap_year: {
      ...MONEY,
      name: text('每企业每年上限', 'Cap of an enterprise and year'),
      help: text('单位同公式', 'In the unit of the formula'),
    },
    rounding: { kind: 'choice', name: text('取整', 'Rounding'), choices: ROUNDINGS },
    stack: {
      kind: 'text',
      name: text('叠加组', 'Stacking group'),
      help: text('同组颗粒之间按叠加方式处理', 'Granules of one group stand to each other as the mode says'),
      optional: true,
    },
    stacking: { kind: 'choice', name: text('叠加方式', 'Stacking'), choices: STACKINGS },
    pot: { kind: 'reference', name: text('资金池', 'Pot'), record: 'policy.pots', optional: true },
    window_from: { kind: 'date', name: text('受理开始', 'Window from'), optional: true },
    window_to: {
      kind: 'date',
      name: text('受理截止', 'Window until'),
      help: text('含当日', 'The last day'),
      optional: true,
    },
    window_months: {
      kind: 'integer',
      name: text('事项后几个月内', 'Months after the event'),
      unit: '个月',
      optional: true,
    },
    evidence: {
      kind: 'data',
      name: text('申报材料', 'Evidence'),
      help: text('材料名称、是否可由数据核验', 'What is asked for, and whether data show it already'),
    },
    mode: { kind: 'choice', name: text('兑现方式', 'Mode'), choices: MODES },
    basis: { kind: 'longText', name: text('法律依据', 'Legal basis') },
    clawback: { kind: 'longText', name: text('追回规则', 'Clawback'), optional: true },
    editors: { kind: 'data', name: text('起草人', 'Who wrote it'), quiet: true },
    published_by: { kind: 'text', name: text('发布人', 'Published by'), optional: true, quiet: true },
    published_at: { kind: 'instant', name: text('发布时间', 'Published at'), optional: true, quiet: true },
  },
  groups: [
    {
      name: text('颗粒', 'Granule'),
      columns: ['code', 'version', 'clause', 'title', 'office', 'state', 'standing', 'from', 'to'],
    },
    { name: text('条件和事项', 'Event'), columns: ['event', 'given'] },
    {
      name: text('标准', 'Amount'),
      columns: ['benefit', 'amount', 'unit', 'cap_item', 'cap_year', 'rounding', 'stack', 'stacking', 'pot'],
    },
    {
      name: text('办理', 'Redemption'),
      columns: ['mode', 'window_from', 'window_to', 'window_months', 'evidence', 'basis', 'clawback'],
    },
  ],
  unique: [['code', 'version']],
  indexes: [{ on: ['state'] }, { on: ['clause'] }],
  valid: { from: 'from', to: 'to' },
})

/** 条件: one of the things that must all be true. */
export const criteria = defineRecord({
  id: 'policy.criteria',
  name: text('颗粒条件', 'Criteria'),
  about: text('政策颗粒的一项条件', 'One thing that must be true of an enterprise'),
  title: 'says',
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('政策颗粒', 'Granule'), record: 'policy.granules' },
    position: { kind: 'integer', name: text('次序', 'Position') },
    says: { kind: 'text', name: text('条件', 'What is said') },
    operand: {
      kind: 'text',
      name: text('取值', 'Operand'),
      help: text('FEEL 表达式，如 研发费用 / 营业收入 * 100', 'FEEL over traits'),
    },
    test: {
      kind: 'text',
      name: text('要求', 'Test'),
      help: text('FEEL 一元测试，如 >= 3', 'FEEL unary test, such as >= 3'),
    },
    unit: { kind: 'text', name: text('单位', 'Unit'), optional: true },
  },
  unique: [['granule', 'position']],
})

export type DocumentRow = Row<typeof documents>
export type ClauseRow = Row<typeof clauses>
export type PotRow = Row<typeof pots>
export type GranuleRow = Row<typeof granules>
export type CriterionRow = Row<typeof criteria>
