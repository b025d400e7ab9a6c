import { type Grant, PUBLISHED, STAFF_READS } from '../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import {
  COLOURS,
  COMPARATORS,
  DECISIONS,
  LETTER_STATES,
  LIGHTS,
  LISTS,
  MEASURES,
  PAPERS,
  READING_STATES,
  STATUSES,
  VERIFICATIONS,
} from './words.ts'

/** A report that was read: the text from which granules and stated figures come. */
export const reports = defineRecord({
  id: 'plan.reports',
  name: text('报告', 'Reports'),
  about: text(
    '读入的一份工作总结和工作安排',
    'A report that was read: the summary of one year, the plan of the next',
  ),
  title: 'title',
  grants: [PUBLISHED],
  columns: {
    title: { kind: 'text', name: text('标题', 'Title') },
    year: { kind: 'year', name: text('总结年度', 'Year summed up') },
    publisher: { kind: 'text', name: text('发布机构', 'Publisher') },
    issued_on: { kind: 'date', name: text('成文日期', 'Issued on'), optional: true },
    index_number: { kind: 'text', name: text('索引号', 'Index number'), optional: true },
    text: { kind: 'longText', name: text('全文', 'Text'), quiet: true },
    sha256: { kind: 'text', name: text('全文 SHA-256', 'SHA-256 of the text'), quiet: true },
  },
  unique: [['sha256']],
})

/** 颗粒: the smallest thing of a plan that one office answers for. */
export const granules = defineRecord({
  id: 'plan.granules',
  name: text('任务颗粒', 'Granules'),
  about: text(
    '年度计划或民生实事分解出的一项任务',
    'One task that the plan or the livelihood list comes down to',
  ),
  title: 'text',
  grants: [STAFF_READS],
  columns: {
    code: {
      kind: 'text',
      name: text('编号', 'Code'),
      help: text('年度-部分-段-序号', 'Year, part, section, number'),
    },
    list: { kind: 'choice', name: text('清单', 'List'), choices: LISTS },
    year: { kind: 'year', name: text('年度', 'Year') },
    text: { kind: 'longText', name: text('任务', 'Task') },
    section: { kind: 'text', name: text('所属部分', 'Section'), optional: true },
    report: {
      kind: 'reference',
      name: text('出自报告', 'From report'),
      record: 'plan.reports',
      optional: true,
    },
    span_start: { kind: 'integer', name: text('原文起', 'From character'), optional: true, quiet: true },
    span_end: { kind: 'integer', name: text('原文止', 'To character'), optional: true, quiet: true },
    verb: { kind: 'text', name: text('动词', 'Verb'), optional: true, quiet: true },
    object: { kind: 'text', name: text('对象', 'Object'), optional: true, quiet: true },
    measure: { kind: 'choice', name: text('衡量方式', 'Measured by'), choices: MEASURES },
    comparator: {
      kind: 'choice',
      name: text('目标界限', 'Target bound'),
      choices: COMPARATORS,
      optional: true,
    },
    target: { kind: 'decimal', total: false, name: text('目标值', 'Target'), optional: true },
    target_unit: { kind: 'text', name: text('目标单位', 'Target unit'), optional: true },
    indicator: {
      kind: 'text',
      name: text('指标', 'Indicator'),
      help: text('由哪个指标自动计算', 'The indicator that computes it'),
      optional: true,
    },
    lead_office: { kind: 'office', name: text('牵头单位', 'Lead office') },
    support_offices: { kind: 'data', name: text('配合单位', 'Supporting offices') },
    leader: { kind: 'text', name: text('牵头领导', 'Leader') },
    starts_on: { kind: 'date', name: text('计划开始', 'Planned start') },
    due_on: { kind: 'date', name: text('完成时限', 'Due') },
    path: {
      kind: 'data',
      name: text('月度计划', 'Planned path'),
      help: text(
        '各月末计划完成百分比；空则按序时进度',
        'Planned percent at each month end; empty: pro rata by days',
      ),
      optional: true,
      quiet: true,
    },
    status: { kind: 'choice', name: text('状态', 'Status'), choices: STATUSES },
    closed_on: { kind: 'date', name: text('销号日期', 'Closed on'), optional: true },
    closed_month: { kind: 'month', name: text('销号月份', 'Month closed'), optional: true, quiet: true },
    override_light: {
      kind: 'choice',
      name: text('人工亮灯', 'Light set by hand'),
      choices: LIGHTS,
      optional: true,
    },
    override_reason: { kind: 'text', name: text('人工亮灯理由', 'Reason'), optional: true, quiet: true },
  },
  unique: [['code']],
  indexes: [{ on: ['year', 'list'] }, { on: ['lead_office'] }, { on: ['list', 'status', 'closed_month'] }],
})

/** A dated step of a granule. */
export const nodes = defineRecord({
  id: 'plan.nodes',
  name: text('节点', 'Milestones'),
  about: text('任务的一个节点', 'One dated step of a task'),
  title: 'name',
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    position: { kind: 'integer', name: text('序号', 'Position') },
    name: { kind: 'text', name: text('节点', 'Milestone') },
    planned_on: { kind: 'date', name: text('计划日期', 'Planned') },
    weight: { kind: 'decimal', total: false, name: text('权重', 'Weight'), unit: '%' },
    done_on: { kind: 'date', name: text('完成日期', 'Done'), optional: true },
  },
  unique: [['granule', 'position']],
})

/** What an office reported for one month. */
export const progress = defineRecord({
  id: 'plan.progress',
  name: text('月度进展', 'Monthly progress'),
  about: text('责任单位对一项任务一个月的进展报告', 'What the office reported for one task and month'),
  title: 'month',
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    month: { kind: 'month', name: text('月份', 'Month') },
    planned_percent: { kind: 'decimal', total: false, name: text('计划进度', 'Planned'), unit: '%' },
    actual_percent: { kind: 'decimal', total: false, name: text('完成进度', 'Actual'), unit: '%' },
    value: { kind: 'decimal', total: false, name: text('完成数量', 'Value so far'), optional: true },
    words: { kind: 'longText', name: text('进展情况', 'In words') },
    evidence_note: { kind: 'text', name: text('佐证说明', 'Evidence'), optional: true },
    reported_by: { kind: 'text', name: text('填报人', 'Reported by') },
    reported_on: { kind: 'date', name: text('填报日期', 'Reported on') },
    verified: { kind: 'choice', name: text('核实', 'Verified'), choices: VERIFICATIONS },
    verified_by: { kind: 'text', name: text('核实人', 'Verified by'), optional: true },
    verified_on: { kind: 'date', name: text('核实日期', 'Verified on'), optional: true },
    earlier: {
      kind: 'data',
      name: text('先前填报', 'Earlier versions'),
      help: text('每次重报、核实前的原值', 'What stood here before each new report or verdict'),
      optional: true,
      quiet: true,
    },
  },
  unique: [['granule', 'month']],
})

/** 督办单. */
export const letters = defineRecord({
  id: 'plan.letters',
  name: text('督办单', 'Supervision letters'),
  about: text(
    '督查室对一项任务发出的督办单及答复',
    'A letter of the supervision office about one task, and its answer',
  ),
  title: 'number',
  grants: [STAFF_READS],
  columns: {
    number: { kind: 'text', name: text('编号', 'Number') },
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    colour: { kind: 'choice', name: text('颜色', 'Colour'), choices: COLOURS },
    reason: { kind: 'longText', name: text('事由', 'Reason') },
    issued_on: { kind: 'date', name: text('签发日期', 'Issued') },
    issued_by: { kind: 'text', name: text('签发人', 'Issued by') },
    answer_due_on: { kind: 'date', name: text('答复期限', 'Answer due') },
    answer: { kind: 'longText', name: text('答复', 'Answer'), optional: true },
    answered_on: { kind: 'date', name: text('答复日期', 'Answered'), optional: true },
    answered_by: { kind: 'text', name: text('答复人', 'Answered by'), optional: true },
    state: { kind: 'choice', name: text('状态', 'State'), choices: LETTER_STATES },
    signed_on: { kind: 'date', name: text('签收日期', 'Signed for on'), optional: true },
    signed_by: { kind: 'text', name: text('签收人', 'Signed for by'), optional: true },
    settled_on: { kind: 'date', name: text('办结日期', 'Settled on'), optional: true },
    settled_by: { kind: 'text', name: text('复核人', 'Reviewed by'), optional: true },
    earlier: {
      kind: 'data',
      name: text('先前答复', 'Earlier answers'),
      help: text('每次退回重办前的答复和退回意见', 'Each answer that was sent back, and why'),
      optional: true,
      quiet: true,
    },
  },
  unique: [['number']],
  indexes: [{ on: ['granule'] }],
})

/** Evidence opens to those who answer for the task, those who check it and the leaders. */
const concerned = (column: string, of: 'office' | 'offices'): Grant => ({
  roles: ['officer'],
  verbs: ['read', 'export'],
  rows: { column, through: 'granule', of },
})

/** What shows that something was done; its file is kept with the row (`kernel/attachments`). */
export const evidence = defineRecord({
  id: 'plan.evidence',
  name: text('佐证材料', 'Evidence'),
  about: text('证明任务进展或完成的一份文件', 'A file that shows that a task moved or was done'),
  title: 'name',
  grants: [
    { roles: ['supervisor', 'leader'], verbs: ['read', 'export'] },
    concerned('lead_office', 'office'),
    concerned('support_offices', 'offices'),
  ],
  columns: {
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    name: { kind: 'text', name: text('文件名', 'File name') },
    note: { kind: 'text', name: text('说明', 'Note'), optional: true },
    added_on: { kind: 'date', name: text('上传日期', 'Added on') },
    added_by: { kind: 'text', name: text('上传人', 'Added by') },
  },
  indexes: [{ on: ['granule'] }],
})

/** 调整申请: the lead office asks for another date, target or lead office; a leader decides. */
export const applications = defineRecord({
  id: 'plan.applications',
  name: text('调整申请', 'Applications for a change'),
  about: text(
    '牵头单位申请调整一项任务的时限、目标或牵头单位，及领导批复',
    'What a lead office asks to change of a task, and what a leader decided',
  ),
  title: 'reason',
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    due_on: { kind: 'date', name: text('新完成时限', 'New due date'), optional: true },
    target: { kind: 'decimal', total: false, name: text('新目标值', 'New target'), optional: true },
    lead_office: { kind: 'office', name: text('新牵头单位', 'New lead office'), optional: true },
    reason: { kind: 'text', name: text('理由', 'Reason') },
    applied_by: { kind: 'text', name: text('申请人', 'Applied by') },
    applied_on: { kind: 'date', name: text('申请日期', 'Applied on') },
    state: { kind: 'choice', name: text('批复', 'Decision'), choices: DECISIONS },
    decided_by: { kind: 'text', name: text('批复人', 'Decided by'), optional: true },
    decided_on: { kind: 'date', name: text('批复日期', 'Decided on'), optional: true },
    remark: { kind: 'text', name: text('批复意见', 'Remark'), optional: true },
    document: { kind: 'text', name: text('批准文号', 'Approval document'), optional: true },
  },
  indexes: [{ on: ['granule'] }],
})

/** What happened to a granule, old value beside new: nothing is overwritten without a line here. */
export const changes = defineRecord({
  id: 'plan.changes',
  name: text('变动记录', 'Changes'),
  about: text('任务的一次流转或调整', 'One move or change of a task'),
  title: 'kind',
  grants: [STAFF_READS],
  columns: {
    granule: { kind: 'reference', name: text('任务', 'Granule'), record: 'plan.granules' },
    kind: {
      kind: 'choice',
      name: text('类别', 'Kind'),
      choices: {
        status: text('流转', 'Move'),
        change: text('调整', 'Change of target or date'),
        override: text('人工亮灯', 'Light set by hand'),
      },
    },
    field: { kind: 'text', name: text('栏目', 'Field') },
    before: { kind: 'text', name: text('原值', 'Before'), optional: true },
    after: { kind: 'text', name: text('新值', 'After'), optional: true },
    reason: { kind: 'text', name: text('理由', 'Reason'), optional: true },
    approved_by: { kind: 'text', name: text('批准人', 'Approved by'), optional: true },
    document: { kind: 'text', name: text('批准文号', 'Approval document'), optional: true },
    changed_by: { kind: 'text', name: text('经办人', 'By') },
    changed_on: { kind: 'date', name: text('日期', 'Date') },
  },
  indexes: [{ on: ['granule', 'changed_on'] }],
})

/** A paper that somebody brought: what was found in it is looked over here, and enters the ledger when confirmed. */
export const readings = defineRecord({
  id: 'plan.readings',
  name: text('读入的文件', 'Papers read in'),
  about: text(
    '上传的一份报告或计划，确认后入台账',
    'A report or plan that was brought; it enters the ledger when confirmed',
  ),
  title: 'file_name',
  closed: true,
  columns: {
    file_name: { kind: 'text', name: text('文件名', 'File name') },
    paper: { kind: 'choice', name: text('文件类别', 'Kind of paper'), choices: PAPERS },
    title: { kind: 'text', name: text('标题', 'Title') },
    year: {
      kind: 'year',
      name: text('年度', 'Year'),
      help: text(
        '报告为总结年度，计划为计划年度',
        'Of a report the year summed up, of a plan the year planned',
      ),
    },
    publisher: { kind: 'text', name: text('发布机构', 'Publisher'), optional: true },
    issued_on: { kind: 'date', name: text('成文日期', 'Issued on'), optional: true },
    index_number: { kind: 'text', name: text('索引号', 'Index number'), optional: true },
    starts_on: { kind: 'date', name: text('任务计划开始', 'Planned start of its tasks') },
    text: { kind: 'longText', name: text('全文', 'Text'), quiet: true },
    sha256: { kind: 'text', name: text('全文 SHA-256', 'SHA-256 of the text'), quiet: true },
    state: { kind: 'choice', name: text('状态', 'State'), choices: READING_STATES },
    brought_by: { kind: 'text', name: text('上传人', 'Brought by') },
    brought_on: { kind: 'date', name: text('上传日期', 'Brought on') },
    report: { kind: 'reference', name: text('报告', 'Report'), record: 'plan.reports', optional: true },
  },
  indexes: [{ on: ['state'] }],
})

const { section, span_start, span_end, verb, object, measure, comparator, target, target_unit, indicator } =
  granules.columns
/** A task as found in a paper, and as people corrected it, before it is a granule. */
export const findings = defineRecord({
  id: 'plan.findings',
  name: text('读出的任务', 'Tasks found'),
  about: text('从文件中读出、待确认的一项任务', 'A task found in a paper, to be confirmed'),
  title: 'text',
  closed: true,
  columns: {
    reading: { kind: 'reference', name: text('出自文件', 'From paper'), record: 'plan.readings' },
    position: { kind: 'integer', name: text('序号', 'Position') },
    code: { kind: 'text', name: text('编号', 'Code') },
    text: { kind: 'longText', name: text('任务', 'Task') },
    section,
    span_start,
    span_end,
    verb,
    object,
    measure,
    comparator,
    target,
    target_unit,
    indicator,
    lead_office: { kind: 'office', name: text('牵头单位', 'Lead office'), optional: true },
    due_on: { kind: 'date', name: text('完成时限', 'Due') },
    kept: {
      kind: 'boolean',
      name: text('入台账', 'Kept'),
      help: text('不入台账的只留在这里', 'What is not kept stays here only'),
    },
  },
  unique: [['reading', 'position']],
})

export type ReportRow = Row<typeof reports>
export type GranuleRow = Row<typeof granules>
export type NodeRow = Row<typeof nodes>
export type ProgressRow = Row<typeof progress>
export type LetterRow = Row<typeof letters>
export type EvidenceRow = Row<typeof evidence>
export type ApplicationRow = Row<typeof applications>
export type ChangeRow = Row<typeof changes>
export type ReadingRow = Row<typeof readings>
export type FindingRow = Row<typeof findings>
