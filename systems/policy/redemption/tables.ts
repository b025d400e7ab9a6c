import { type Grant, STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import {
  BATCH_STATES,
  CLAIM_STATES,
  CLAWBACK_STATES,
  OBJECTION_STATES,
  ORIGINS,
  OUTCOMES,
  PAYMENT_STATES,
} from './words.ts'

/** An enterprise sees what it claimed and was paid, and nothing of any other. */
const OWN = {
  roles: ['enterprise'],
  verbs: ['read', 'export'],
} as const
const BY_ENTERPRISE = { column: 'code', of: 'enterprise', through: 'enterprise' } as const
const BY_CREDIT_CODE = { column: 'credit_code', of: 'enterprise' } as const

const enterprise = {
  kind: 'reference',
  name: text('企业', 'Enterprise'),
  record: 'enterprises.enterprises',
} as const
/** Kept with the row, so that rows of rows can be an enterprise's own. */
const credit_code = {
  kind: 'text',
  format: 'creditCode',
  name: text('统一社会信用代码', 'Unified social credit code'),
  quiet: true,
} as const
const MONEY = { kind: 'decimal', unit: '元' } as const
const day = (zh: string, en: string) => ({ kind: 'date', name: text(zh, en), optional: true }) as const
const person = (zh: string, en: string) =>
  ({ kind: 'text', name: text(zh, en), optional: true, quiet: true }) as const
const claim = { kind: 'reference', name: text('申报', 'Claim'), record: 'policy.claims' } as const

/** 收款账户: where an enterprise is paid; it is in its own registered name only. */
export const accounts = defineRecord({
  id: 'policy.accounts',
  name: text('收款账户', 'Accounts to pay to'),
  about: text(
    '一家企业收取兑现资金的账户，户名即登记名称',
    'Where an enterprise is paid, in its registered name',
  ),
  title: 'bank',
  grants: [
    STAFF_READS,
    { roles: ['officer'], verbs: ['reveal'], rows: { column: 'payer', of: 'office' } },
    { ...OWN, rows: BY_ENTERPRISE },
  ],
  columns: {
    enterprise,
    bank: { kind: 'text', name: text('开户行', 'Bank') },
    account: { kind: 'text', personal: 'companyAccount', name: text('账号', 'Account') },
    payer: { kind: 'office', name: text('拨付单位', 'Paid by'), quiet: true },
    confirmed_on: { kind: 'date', name: text('确认日期', 'Confirmed on') },
  },
  unique: [['enterprise']],
})

/** 兑现申报: what one enterprise claims of one granule for one year or event. */
export const claims = defineRecord({
  id: 'policy.claims',
  name: text('兑现申报', 'Claims'),
  about: text(
    '一家企业就一项政策、一个年度或事项的申报',
    'What an enterprise claims of a granule for a year or an event',
  ),
  title: 'number',
  large: true,
  // Written by the routes of redemption alone, which know who may take which step.
  grants: [STAFF_READS, { ...OWN, rows: BY_CREDIT_CODE }],
  columns: {
    number: { kind: 'text', name: text('申报号', 'Number') },
    enterprise,
    credit_code,
    granule: { kind: 'reference', name: text('政策颗粒', 'Granule'), record: 'policy.granules' },
    granule_code: { kind: 'text', name: text('颗粒编号', 'Code of the granule'), quiet: true },
    office: { kind: 'office', name: text('主管单位', 'Office') },
    stack: { kind: 'text', name: text('叠加组', 'Stacking group'), optional: true, quiet: true },
    year: { kind: 'year', name: text('年度', 'Year') },
    key: {
      kind: 'text',
      name: text('年度或事项', 'Year or event'),
      help: text('同一企业、同一颗粒、同一年度或事项只兑现一次', 'Paid once for each'),
      quiet: true,
    },
    subject: { kind: 'text', name: text('项目或事项', 'Project or event'), optional: true },
    event_on: {
      kind: 'date',
      name: text('事项日期', 'Day of the event'),
      help: text(
        '受理期从这一天算起：认定取自荣誉记录，其他随申报提供',
        'The months of the window count from it: of a recognition from the honours, else given with the claim',
      ),
      optional: true,
    },
    origin: { kind: 'choice', name: text('来源', 'Origin'), choices: ORIGINS },
    state: { kind: 'choice', name: text('状态', 'State'), choices: CLAIM_STATES },
    due_on: {
      kind: 'date',
      name: text('应办结日期', 'Due on'),
      help: text('下一步应在这一天前办理', 'The next step is due by then'),
      optional: true,
    },
    amount: {
      ...MONEY,
      name: text('金额', 'Amount'),
      help: text('按规则计算；审定后即承诺额', 'As the rule has it; once approved, what is committed'),
      optional: true,
    },
    given: { kind: 'data', name: text('申报事实', 'Facts given'), quiet: true },
    assessed: {
      kind: 'data',
      name: text('规则判断', 'Judged by rule'),
      help: text('每次判断的结论、条件和金额算式', 'Verdict, criteria and amount, step by step'),
      optional: true,
      quiet: true,
    },
    decided_amount: {
      ...MONEY,
      name: text('议定金额', 'Amount decided'),
      help: text('只用于一事一议', 'Individual decisions only'),
      optional: true,
      quiet: true,
    },
    decided_reason: { kind: 'longText', name: text('议定理由', 'Why decided'), optional: true, quiet: true },
    pot: { kind: 'reference', name: text('资金池', 'Pot'), record: 'policy.pots', optional: true },
    reason: { kind: 'longText', name: text('理由', 'Reason'), optional: true, quiet: true },
    asked: {
      kind: 'longText',
      name: text('补正内容', 'Asked for'),
      help: text('一次性告知的全部内容', 'All that is missing, told at one time'),
      optional: true,
      quiet: true,
    },
    notice: {
      kind: 'reference',
      name: text('公示', 'Notice'),
      record: 'policy.notices',
      optional: true,
      quiet: true,
    },
    submitted_on: day('提交日期', 'Submitted on'),
    reviewed_on: day('审核日期', 'Reviewed on'),
    reviewed_by: person('审核人', 'Reviewed by'),
    approved_on: day('审定日期', 'Approved on'),
    approved_by: person('审定人', 'Approved by'),
    ordered_on: day('拨付日期', 'Ordered on'),
    paid_on: day('到账日期', 'Paid on'),
    paid_month: {
      kind: 'month',
      name: text('到账月份', 'Month paid'),
      optional: true,
      quiet: true,
    },
    days: {
      kind: 'integer',
      name: text('兑现天数', 'Days to the money'),
      unit: '天',
      help: text('从提交到到账的自然日', 'Calendar days from submission to the money'),
      optional: true,
    },
  },
  groups: [
    {
      name: text('申报', 'Claim'),
      columns: ['number', 'enterprise', 'granule', 'office', 'year', 'subject', 'origin', 'state', 'due_on'],
    },
    { name: text('金额', 'Amount'), columns: ['amount', 'pot', 'decided_amount', 'decided_reason'] },
    {
      name: text('时间', 'Dates'),
      columns: ['submitted_on', 'reviewed_on', 'approved_on', 'ordered_on', 'paid_on', 'days'],
    },
  ],
  unique: [['number']],
  indexes: [
    { on: ['enterprise', 'granule_code', 'key'] },
    { on: ['credit_code'] },
    { on: ['state', 'due_on'] },
    { on: ['pot', 'state'] },
    { on: ['paid_month'] },
  ],
})

/** 公示: claims shown to everybody before they are paid. */
export const notices = defineRecord({
  id: 'policy.notices',
  name: text('兑现公示', 'Notices'),
  about: text('拨付前公示的一批申报', 'Claims shown to everybody before they are paid'),
  title: 'title',
  grants: [STAFF_READS],
  columns: {
    title: { kind: 'text', name: text('标题', 'Title') },
    office: { kind: 'office', name: text('公示单位', 'Office') },
    from: { kind: 'date', name: text('公示开始', 'From') },
    to: { kind: 'date', name: text('公示截止', 'Until'), help: text('含当日', 'The last day') },
  },
})

/** 异议. */
export const objections = defineRecord({
  id: 'policy.objections',
  name: text('公示异议', 'Objections'),
  about: text('公示期内对一项申报的异议及答复', 'What was objected to a claim on notice, and the answer'),
  title: 'reason',
  grants: [STAFF_READS],
  columns: {
    claim,
    by: { kind: 'text', name: text('提出人', 'By') },
    reason: { kind: 'longText', name: text('理由', 'Reason') },
    filed_on: { kind: 'date', name: text('提出日期', 'Filed on') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: OBJECTION_STATES },
    answer: { kind: 'longText', name: text('答复', 'Answer'), optional: true },
    answered_by: person('答复人', 'Answered by'),
    answered_on: day('答复日期', 'Answered on'),
  },
  indexes: [{ on: ['claim', 'state'] }],
})

/** 付款批次: one file of orders to the bank. */
export const batches = defineRecord({
  id: 'policy.batches',
  name: text('付款批次', 'Payment batches'),
  about: text('送银行的一批付款指令', 'One file of payment orders to the bank'),
  title: 'number',
  grants: [STAFF_READS],
  columns: {
    number: { kind: 'text', name: text('批次号', 'Number') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: BATCH_STATES },
    lines: { kind: 'integer', name: text('笔数', 'Lines'), unit: '笔' },
    total: { ...MONEY, name: text('金额合计', 'Total') },
    hash: {
      kind: 'text',
      name: text('校验和', 'Hash total'),
      help: text(
        '每行账号末 8 位与金额（分）之和的合计，取末 12 位',
        'Last 8 digits of the account plus the amount in fen, added over the lines, last 12 digits',
      ),
    },
    ordered_by: { kind: 'text', name: text('编制人', 'Made by'), quiet: true },
    ordered_on: { kind: 'date', name: text('编制日期', 'Made on') },
    sent_on: day('送银行日期', 'Sent on'),
    closed_on: day('对平日期', 'Reconciled on'),
    closed_by: person('对平人', 'Reconciled by'),
  },
  unique: [['number']],
  indexes: [{ on: ['state'] }],
})

/** 付款指令: one line of a batch. */
export const payments = defineRecord({
  id: 'policy.payments',
  name: text('付款指令', 'Payment orders'),
  about: text('批次中的一笔付款', 'One payment of a batch'),
  title: 'reference',
  grants: [STAFF_READS, { ...OWN, rows: BY_CREDIT_CODE }],
  columns: {
    batch: { kind: 'reference', name: text('批次', 'Batch'), record: 'policy.batches' },
    claim,
    credit_code,
    reference: {
      kind: 'text',
      name: text('流水号', 'Reference'),
      help: text('银行回执据此对应', 'The bank’s answer names it'),
    },
    holder: { kind: 'text', name: text('收款户名', 'Payee') },
    bank: { kind: 'text', name: text('开户行', 'Bank') },
    account: { kind: 'text', personal: 'companyAccount', name: text('收款账号', 'Account') },
    amount: { ...MONEY, name: text('金额', 'Amount') },
    purpose: { kind: 'text', name: text('用途', 'Purpose') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: PAYMENT_STATES },
    answered_on: day('回执日期', 'Answered on'),
    bank_reason: { kind: 'text', name: text('退回原因', 'Why returned'), optional: true },
  },
  unique: [['reference']],
  indexes: [{ on: ['batch'] }, { on: ['claim'] }],
})

/** 银行回执: one line of what the bank sent back, as it was read. */
export const answers = defineRecord({
  id: 'policy.answers',
  name: text('银行回执', 'Bank answers'),
  about: text('银行回执文件的一行', 'One line of the bank’s answer'),
  title: 'reference',
  grants: [STAFF_READS],
  columns: {
    batch: { kind: 'reference', name: text('批次', 'Batch'), record: 'policy.batches' },
    file: { kind: 'text', name: text('文件', 'File') },
    line: { kind: 'integer', name: text('行', 'Line') },
    reference: { kind: 'text', name: text('流水号', 'Reference') },
    amount: { ...MONEY, name: text('金额', 'Amount') },
    outcome: { kind: 'choice', name: text('结果', 'Outcome'), choices: OUTCOMES },
    bank_reason: { kind: 'text', name: text('原因', 'Reason'), optional: true },
    received_on: { kind: 'date', name: text('收到日期', 'Received on') },
    settled: {
      kind: 'longText',
      name: text('处理说明', 'Settled by'),
      help: text(
        '不属于本批次或重复的行，查明后说明',
        'What a line that is none of the batch’s turned out to be',
      ),
      optional: true,
    },
    settled_by: person('处理人', 'Settled by'),
  },
  indexes: [{ on: ['batch', 'received_on'] }],
})

/** 追回. */
export const clawbacks = defineRecord({
  id: 'policy.clawbacks',
  name: text('资金追回', 'Clawbacks'),
  about: text('决定追回的已付资金', 'Money paid that is to come back'),
  title: 'reason',
  grants: [STAFF_READS, { ...OWN, rows: BY_CREDIT_CODE }],
  columns: {
    claim,
    credit_code,
    reason: { kind: 'longText', name: text('事由', 'Reason') },
    basis: { kind: 'text', name: text('依据', 'Basis') },
    amount: { ...MONEY, name: text('应追回', 'To recover') },
    recovered: { ...MONEY, name: text('已追回', 'Recovered') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: CLAWBACK_STATES },
    decided_by: { kind: 'text', name: text('决定人', 'Decided by'), quiet: true },
    decided_on: { kind: 'date', name: text('决定日期', 'Decided on') },
    due_on: day('应追回日期', 'Due on'),
    closed_on: day('追回日期', 'Recovered on'),
  },
  unique: [['claim']],
})

const FISCAL: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import'],
  rows: { column: 'office', of: 'office' },
}
const reported_by = { kind: 'office', name: text('填报单位', 'Reported by') } as const

/** 税费减免: what the tax bureau says was relieved in a month; nothing is applied for here. */
export const reliefs = defineRecord({
  id: 'policy.reliefs',
  name: text('税费减免', 'Taxes and fees relieved'),
  about: text(
    '税务部门统计的一个月、一类税费减免',
    'One kind of relief in a month, as the tax bureau counts it',
  ),
  title: 'kind',
  grants: [STAFF_READS, FISCAL],
  columns: {
    month: { kind: 'month', name: text('月份', 'Month') },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: {
        research: text('研发费用加计扣除', 'Extra deduction of R&D costs'),
        highTech: text('高新技术企业减按15%', '15% rate of high-tech firms'),
        small: text('小微企业减免', 'Small and micro firms'),
        vat: text('增值税留抵退税', 'VAT credits refunded'),
        software: text('软件和集成电路优惠', 'Software and chips'),
        fees: text('社保费和规费减免', 'Social insurance and other fees'),
        other: text('其他', 'Other'),
      },
    },
    amount: { kind: 'decimal', name: text('减免额', 'Relieved'), unit: '万元' },
    entities: { kind: 'integer', name: text('享受户数', 'Entities'), unit: '户', optional: true },
    office: reported_by,
  },
  unique: [['month', 'kind']],
})

export type AccountRow = Row<typeof accounts>
export type ClaimRow = Row<typeof claims>
export type NoticeRow = Row<typeof notices>
export type BatchRow = Row<typeof batches>
export type PaymentRow = Row<typeof payments>
export type AnswerRow = Row<typeof answers>
export type ClawbackRow = Row<typeof clawbacks>

export const redemptionRecords = [
  accounts,
  notices,
  claims,
  objections,
  batches,
  payments,
  answers,
  clawbacks,
  reliefs,
] as const
