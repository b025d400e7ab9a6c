import { type Grant, STAFF_READS } from '../../../kernel/access/grants.ts'
import { defineRecord, type Row } from '../../../kernel/store/record.ts'
import { text } from '../../../kernel/text.ts'
import { CLASS_KINDS, GRADES, SEVERITIES } from '../words.ts'

/** Kept by the office that each row names. */
const KEPT: Grant = {
  roles: ['officer'],
  verbs: ['create', 'change', 'import', 'remove'],
  rows: { column: 'keeper', of: 'office' },
}
const ON_SITE: Grant = { roles: ['gridWorker'], verbs: ['read'] }
const keeper = { kind: 'office', name: text('维护单位', 'Kept by'), quiet: true } as const
const sample = {
  kind: 'boolean',
  name: text('数值待核', 'To be verified'),
  help: text(
    '没有公开依据的示例数值，使用前请核定',
    'A sample without a public source; settle it before use',
  ),
} as const

/** 单元网格 (GB/T 30428.1): the cells in which the city is looked after; each lies in one community. */
export const grids = defineRecord({
  id: 'city.grids',
  name: text('单元网格', 'Grid cells'),
  about: text('城市管理的一个单元网格', 'One cell in which the city is looked after'),
  title: 'code',
  grants: [STAFF_READS, { ...ON_SITE, rows: { column: 'code', of: 'grid' } }, KEPT],
  columns: {
    code: { kind: 'text', format: 'grid', name: text('网格编码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    community: { kind: 'text', name: text('社区', 'Community') },
    street: { kind: 'office', name: text('街道', 'Street') },
    grade: { kind: 'choice', name: text('区域等级', 'Grade'), choices: GRADES },
    area: { kind: 'decimal', name: text('面积', 'Area'), unit: '平方米' },
    centre: { kind: 'place', name: text('中心点', 'Centre') },
    outline: {
      kind: 'longText',
      name: text('边界', 'Outline'),
      help: text(
        'GeoJSON 的 Polygon 或 MultiPolygon，十进制度',
        'A Polygon or MultiPolygon of GeoJSON, in degrees',
      ),
      shape: true,
      quiet: true,
    },
    west: { kind: 'decimal', total: false, name: text('西', 'West'), unit: '度', quiet: true },
    south: { kind: 'decimal', total: false, name: text('南', 'South'), unit: '度', quiet: true },
    east: { kind: 'decimal', total: false, name: text('东', 'East'), unit: '度', quiet: true },
    north: { kind: 'decimal', total: false, name: text('北', 'North'), unit: '度', quiet: true },
    keeper,
  },
  groups: [
    { name: text('网格', 'Cell'), columns: ['code', 'name', 'community', 'street', 'grade'] },
    {
      name: text('范围', 'Extent'),
      columns: ['area', 'centre', 'outline', 'west', 'south', 'east', 'north'],
    },
  ],
  unique: [['code']],
  indexes: [{ on: ['street'] }],
})

/** 部件和事件分类: a tree with versions; a row without a parent is a 大类. */
export const classes = defineRecord({
  id: 'city.classes',
  name: text('部件事件分类', 'Classes of components and events'),
  about: text('城市管理部件或事件的一个类别', 'A class of what the city has, or of what happens in it'),
  title: 'name',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    kind: { kind: 'choice', name: text('类型', 'Kind'), choices: CLASS_KINDS },
    code: { kind: 'text', name: text('类别编码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    name_en: { kind: 'text', name: text('英文名', 'English name') },
    parent: { kind: 'reference', name: text('所属大类', 'Under'), record: 'city.classes', optional: true },
    owner: {
      kind: 'office',
      name: text('主管单位', 'Office in charge'),
      help: text('没有责任规则时由它处置', 'Handles it where no rule says who does'),
      optional: true,
    },
    version: { kind: 'text', name: text('版本', 'Version') },
    from: { kind: 'date', name: text('生效日期', 'Valid from') },
    to: { kind: 'date', name: text('停用日期', 'Valid to'), optional: true },
    sample,
    keeper,
  },
  unique: [['kind', 'code', 'from']],
  valid: { from: 'from', to: 'to' },
})

/** 处置时限: by class × severity × grade of the area; an empty one stands for all of them. */
export const limits = defineRecord({
  id: 'city.limits',
  name: text('处置时限', 'Time limits'),
  about: text('一类问题在什么情形下多久处置完', 'How soon a class of problem is dealt with'),
  title: 'limit',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    class: { kind: 'reference', name: text('类别', 'Class'), record: 'city.classes' },
    severity: { kind: 'choice', name: text('严重程度', 'Severity'), choices: SEVERITIES, optional: true },
    grade: { kind: 'choice', name: text('区域等级', 'Grade'), choices: GRADES, optional: true },
    limit: {
      kind: 'text',
      name: text('时限', 'Limit'),
      help: text(
        '5WD 工作日、4WH 工作小时、P3D 或 PT4H 自然时间',
        '5WD working days, 4WH working hours, P3D or PT4H of the clock',
      ),
    },
    basis: { kind: 'text', name: text('依据', 'Basis') },
    sample,
    keeper,
  },
  unique: [['class', 'severity', 'grade']],
})

/** 责任规则: which office handles a class in an area; the closest rule counts. */
export const duties = defineRecord({
  id: 'city.duties',
  name: text('责任规则', 'Rules of duty'),
  about: text('一类问题在一片区域由谁处置', 'Who handles a class of problem in an area'),
  title: 'note',
  grants: [STAFF_READS, ON_SITE, KEPT],
  columns: {
    class: {
      kind: 'reference',
      name: text('类别', 'Class'),
      record: 'city.classes',
      help: text('大类或小类；空为所有类别', 'A class or one above it; empty: all'),
      optional: true,
    },
    area: {
      kind: 'text',
      format: 'grid',
      name: text('区域', 'Area'),
      help: text(
        '街道、社区或网格编码；空为全区',
        'Code of a street, community or cell; empty: the whole zone',
      ),
      optional: true,
    },
    office: { kind: 'office', name: text('责任单位', 'Office') },
    note: { kind: 'text', name: text('说明', 'Note') },
    from: { kind: 'date', name: text('起', 'From') },
    to: { kind: 'date', name: text('止', 'To'), optional: true },
    keeper,
  },
  valid: { from: 'from', to: 'to' },
  indexes: [{ on: ['class'] }],
})

export type GridRow = Row<typeof grids>
export type ClassRow = Row<typeof classes>
export type LimitRow = Row<typeof limits>
export type DutyRow = Row<typeof duties>
