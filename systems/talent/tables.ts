import { type Grant, STAFF_READS } from '../../kernel/access/grants.ts'
import { defineRecord } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import { EVENTS, PROGRAMMES, STATIONS } from './words.ts'

/** 人才办 keeps what is known of talent; its colleagues read. */
const KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import', 'remove', 'reveal'],
  rows: { column: 'keeper', of: 'office' },
}
const OWN: Grant = {
  roles: ['enterprise'],
  verbs: ['read', 'export'],
  rows: { column: 'code', of: 'enterprise', through: 'enterprise' },
}
const keeper = {
  kind: 'office',
  name: text('维护单位', 'Kept by'),
  help: text('登记、更正这一行的单位', 'The office that enters and corrects the row'),
} as const
const enterprise = {
  kind: 'reference',
  record: 'enterprises.enterprises',
  name: text('所在企业', 'Enterprise'),
} as const
const document = {
  kind: 'text',
  name: text('依据文件', 'Document'),
  help: text('公布入选、设立的文件和文号', 'The document that announces it, with its number'),
  optional: true,
} as const

/** 人才入选: one person selected for one programme. */
export const selections = defineRecord({
  id: 'talent.selections',
  name: text('人才项目入选', 'Selections for talent programmes'),
  about: text('一人一次入选一个人才项目', 'One person selected for one programme'),
  title: 'programme',
  grants: [STAFF_READS, KEPT, OWN],
  columns: {
    person: { kind: 'text', personal: 'name', name: text('姓名', 'Name') },
    programme: { kind: 'choice', name: text('人才项目', 'Programme'), choices: PROGRAMMES },
    field: { kind: 'text', name: text('领域', 'Field'), optional: true },
    enterprise: { ...enterprise, optional: true },
    employer: {
      kind: 'text',
      name: text('所在单位', 'Employer'),
      help: text('不是企业的填单位名称', 'Of one that is no enterprise, its name'),
      optional: true,
    },
    selected_on: { kind: 'date', name: text('入选日期', 'Selected on') },
    left_on: {
      kind: 'date',
      name: text('离区或取消日期', 'Left or lost on'),
      help: text('这一天起不再计入', 'From this day no longer one of the zone’s'),
      optional: true,
    },
    document,
    keeper,
  },
  indexes: [{ on: ['programme', 'selected_on'] }],
  valid: { from: 'selected_on', to: 'left_on' },
})

/** 博士后工作站. */
export const stations = defineRecord({
  id: 'talent.stations',
  name: text('博士后工作站', 'Postdoctoral stations'),
  about: text('一家企业或单位设立的一个博士后工作站', 'One station of one enterprise or institute'),
  title: 'kind',
  grants: [STAFF_READS, KEPT, OWN],
  columns: {
    kind: { kind: 'choice', name: text('类别', 'Kind'), choices: STATIONS },
    enterprise,
    set_up_on: { kind: 'date', name: text('设立日期', 'Set up on') },
    closed_on: {
      kind: 'date',
      name: text('撤销日期', 'Closed on'),
      help: text('这一天起不再有效', 'The first day on which it is no more'),
      optional: true,
    },
    document,
    keeper,
  },
  valid: { from: 'set_up_on', to: 'closed_on' },
})

/** 高层次人才活动. */
export const events = defineRecord({
  id: 'talent.events',
  name: text('高层次人才活动', 'Events for high-level talent'),
  about: text('举办的一次活动', 'One event that was held'),
  title: 'name',
  grants: [STAFF_READS, KEPT],
  columns: {
    name: { kind: 'text', name: text('名称', 'Name') },
    kind: { kind: 'choice', name: text('类别', 'Kind'), choices: EVENTS },
    held_on: { kind: 'date', name: text('举办日期', 'Held on') },
    guests: { kind: 'integer', name: text('参加人数', 'People there'), optional: true },
    venue: { kind: 'text', name: text('地点', 'Where'), optional: true },
    keeper,
  },
})

/** 人才企业产值: what the firms founded or led by talent made in a month. */
export const outputs = defineRecord({
  id: 'talent.outputs',
  name: text('人才企业产值', 'Output of talent enterprises'),
  about: text('一家人才企业一个月的产值', 'The output of one talent enterprise in one month'),
  title: 'month',
  grants: [STAFF_READS, KEPT, OWN],
  columns: {
    enterprise,
    month: { kind: 'month', name: text('月份', 'Month') },
    output: { kind: 'decimal', name: text('产值', 'Output'), unit: '万元' },
    source: { kind: 'text', name: text('来源', 'Source') },
    keeper,
  },
  unique: [['enterprise', 'month']],
  valid: { from: 'month' },
})

/** 全市入选人数: what the city announced of itself, to see the zone's part of it. */
export const cityTotals = defineRecord({
  id: 'talent.totals',
  name: text('全市人才项目入选人数', 'Selections in the whole city'),
  about: text('一个年度一个人才项目全市入选的人数', 'How many the city had in one programme in one year'),
  title: 'programme',
  grants: [STAFF_READS, KEPT],
  columns: {
    period: {
      kind: 'month',
      name: text('年度', 'Year'),
      help: text('记在当年 12 月', 'Stands under its December'),
    },
    programme: { kind: 'choice', name: text('人才项目', 'Programme'), choices: PROGRAMMES },
    people: { kind: 'integer', name: text('入选人数', 'People'), unit: '人' },
    source: { kind: 'text', name: text('来源', 'Source') },
    keeper,
  },
  unique: [['period', 'programme']],
  valid: { from: 'period' },
})
