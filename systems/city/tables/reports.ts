import { STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { CHANNELS, PHASES, SEVERITIES, STATES } from '../words.ts'

const count = (zh: string, en: string) => ({ kind: 'integer', name: text(zh, en) }) as const
const moment = (zh: string, en: string) => ({ kind: 'instant', name: text(zh, en), optional: true }) as const
const person = (zh: string, en: string) =>
  ({ kind: 'text', name: text(zh, en), optional: true, quiet: true }) as const
const ON_SITE = { roles: ['gridWorker'], verbs: ['read', 'export'] } as const

/** 上报: one problem that was told, with what became of it. Its case moves it; nobody writes it by hand. */
export const reports = defineRecord({
  id: 'city.reports',
  name: text('上报案件', 'Reports'),
  about: text('一件城市管理问题从上报到结案', 'A problem of the city from its report to its close'),
  title: 'number',
  large: true,
  grants: [
    STAFF_READS,
    { ...ON_SITE, rows: { column: 'grid', of: 'grid' } },
    // Who has it now may ask the reporter.
    { roles: ['officer'], verbs: ['reveal'], rows: { column: 'office', of: 'office' } },
  ],
  columns: {
    number: { kind: 'text', name: text('编号', 'Number') },
    state: { kind: 'choice', name: text('状态', 'State'), choices: STATES },
    channel: { kind: 'choice', name: text('来源', 'Channel'), choices: CHANNELS },
    class: { kind: 'reference', name: text('类别', 'Class'), record: 'city.classes', optional: true },
    severity: { kind: 'choice', name: text('严重程度', 'Severity'), choices: SEVERITIES },
    description: { kind: 'longText', name: text('问题描述', 'Description') },
    address: { kind: 'text', name: text('地址', 'Address'), optional: true },
    place: { kind: 'place', name: text('位置', 'Place'), optional: true },
    grid: { kind: 'text', format: 'grid', name: text('单元网格', 'Grid cell'), optional: true },
    street: { kind: 'office', name: text('街道', 'Street'), optional: true },
    name: { kind: 'text', personal: 'name', name: text('上报人', 'Reporter'), optional: true },
    phone: { kind: 'text', personal: 'mobile', name: text('联系电话', 'Phone'), optional: true },
    office: { kind: 'office', name: text('现办单位', 'With') },
    unit: { kind: 'office', name: text('责任单位', 'Responsible'), optional: true },
    reported_at: { kind: 'instant', name: text('上报时间', 'Reported at') },
    verified_at: moment('核实时间', 'Verified at'),
    filed_at: moment('立案时间', 'Filed at'),
    dispatched_at: moment('派遣时间', 'Dispatched at'),
    handled_at: moment('处置反馈时间', 'Handled at'),
    checked_at: moment('核查时间', 'Checked at'),
    closed_at: moment('结案时间', 'Closed at'),
    limit: { kind: 'text', name: text('处置时限', 'Limit'), optional: true },
    due_at: moment('应处置时间', 'Due at'),
    first_due_at: moment('原应处置时间', 'First due at'),
    late: {
      kind: 'boolean',
      name: text('超时', 'Late'),
      help: text('到时限仍未反馈', 'Not handled when the time was over'),
    },
    dispatches: count('派遣次数', 'Dispatches'),
    returns: count('回退次数', 'Returns'),
    reworks: count('返工次数', 'Reworks'),
    reopened: count('重开次数', 'Reopened'),
    rating: { kind: 'integer', name: text('满意度', 'Rating'), unit: '分', optional: true },
    why: { kind: 'text', name: text('最近理由', 'Last reason'), optional: true },
    merged_into: {
      kind: 'reference',
      name: text('并入', 'Merged into'),
      record: 'city.reports',
      optional: true,
    },
    collector: person('采集员', 'Collector'),
    filed_by: person('受理人', 'Filed by'),
    dispatched_by: person('派遣人', 'Dispatched by'),
    checked_by: person('核查人', 'Checked by'),
    follow: {
      kind: 'data',
      name: text('查询码', 'Code'),
      help: text('只存摘要', 'Only its digest'),
      optional: true,
      quiet: true,
    },
    sent: {
      kind: 'data',
      name: text('发送标识', 'Sending'),
      help: text('只存摘要；同一标识只收一次', 'Only its digest; what comes twice by it is taken once'),
      optional: true,
      quiet: true,
    },
  },
  groups: [
    {
      name: text('问题', 'Problem'),
      columns: ['number', 'state', 'channel', 'class', 'severity', 'description', 'merged_into'],
    },
    { name: text('位置', 'Place'), columns: ['address', 'place', 'grid', 'street'] },
    { name: text('上报人', 'Reporter'), columns: ['name', 'phone', 'rating'] },
    {
      name: text('办理', 'Handling'),
      columns: [
        'office',
        'unit',
        'limit',
        'due_at',
        'first_due_at',
        'late',
        'dispatches',
        'returns',
        'reworks',
        'reopened',
        'why',
      ],
    },
    {
      name: text('经办人', 'By whom'),
      columns: ['collector', 'filed_by', 'dispatched_by', 'checked_by'],
    },
    {
      name: text('时间', 'Times'),
      columns: [
        'reported_at',
        'verified_at',
        'filed_at',
        'dispatched_at',
        'handled_at',
        'checked_at',
        'closed_at',
      ],
    },
  ],
  unique: [['number'], ['sent']],
  indexes: [
    { on: ['reported_at'] },
    { on: ['due_at'] },
    { on: ['dispatched_at'] },
    { on: ['closed_at'] },
    { on: ['state', 'due_at'] },
    { on: ['class', 'grid', 'reported_at'] },
    { on: ['grid'] },
    { on: ['unit', 'due_at'] },
  ],
})

/** 现场照片: which file of a report shows what, when and where it was taken. The bytes are files of the report. */
export const photos = defineRecord({
  id: 'city.photos',
  name: text('现场照片', 'Photos'),
  about: text('一张现场照片的阶段、时间和位置', 'When, where and in which phase a photo was taken'),
  title: 'file',
  grants: [STAFF_READS],
  columns: {
    report: { kind: 'reference', name: text('案件', 'Report'), record: 'city.reports' },
    phase: { kind: 'choice', name: text('阶段', 'Phase'), choices: PHASES },
    file: { kind: 'text', name: text('附件编号', 'File') },
    taken_at: { kind: 'instant', name: text('拍摄时间', 'Taken at'), optional: true },
    place: { kind: 'place', name: text('拍摄位置', 'Taken where'), optional: true },
    key: { kind: 'text', name: text('发送标识', 'Sending'), optional: true, quiet: true },
    public_at: {
      kind: 'instant',
      name: text('公开时间', 'Public since'),
      help: text(
        '城管单位看过并公开的照片才有',
        'Only of photos that the city’s office has looked at and made public',
      ),
      optional: true,
    },
    public_by: person('公开人', 'Made public by'),
  },
  unique: [['report', 'key']],
  indexes: [{ on: ['report'] }, { on: ['file'] }],
})

/** “最干净城市”检查: a score sheet of one cell on one day. */
export const checks = defineRecord({
  id: 'city.checks',
  name: text('“最干净城市”检查', '“Cleanest city” checks'),
  about: text('一个网格一次环境卫生检查的得分', 'The score of one cell at one check'),
  title: 'number',
  grants: [
    STAFF_READS,
    { ...ON_SITE, rows: { column: 'grid', of: 'grid' } },
    {
      roles: ['officer'],
      verbs: ['create', 'change', 'import', 'remove'],
      rows: { column: 'keeper', of: 'office' },
    },
  ],
  columns: {
    number: { kind: 'text', name: text('检查编号', 'Number') },
    grid: { kind: 'text', format: 'grid', name: text('单元网格', 'Grid cell') },
    street: { kind: 'office', name: text('街道', 'Street') },
    checked_on: { kind: 'date', name: text('检查日期', 'Checked on') },
    road: { kind: 'integer', name: text('路面保洁', 'Road surface'), unit: '分' },
    waste: { kind: 'integer', name: text('垃圾收运', 'Waste collection'), unit: '分' },
    facade: { kind: 'integer', name: text('立面与广告', 'Facades and signs'), unit: '分' },
    green: { kind: 'integer', name: text('绿地水域保洁', 'Greens and water'), unit: '分' },
    facility: { kind: 'integer', name: text('设施整洁', 'Facilities'), unit: '分' },
    note: { kind: 'text', name: text('扣分说明', 'Why points were taken'), optional: true },
    keeper: { kind: 'office', name: text('检查单位', 'Checked by'), quiet: true },
  },
  unique: [['number']],
  indexes: [{ on: ['grid', 'checked_on'] }],
})

export type ReportRow = Row<typeof reports>
export type PhotoRow = Row<typeof photos>
export type CheckRow = Row<typeof checks>
