import type { Grant, RowScope } from '../../kernel/access/grants.ts'
import { STAFF_READS } from '../../kernel/access/grants.ts'
import { DIVISIONS, SECTORS } from '../../kernel/industry.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import { FACT_ITEMS, FACT_UNITS } from './items.ts'
import { KEPT, keeper } from './keeping.ts'
import { SCHEMES } from './schemes.ts'

/** An enterprise sees itself and what is kept of it, and of no other that it exists. */
const own = (rows: Omit<RowScope, 'of'>): Grant => ({
  roles: ['enterprise'],
  verbs: ['read', 'export'],
  rows: { ...rows, of: 'enterprise' },
})
const OF_ENTERPRISE = { column: 'code', through: 'enterprise' } as const

/** 市场主体: who is registered to do business in the zone. */
export const enterprises = defineRecord({
  id: 'enterprises.enterprises',
  name: text('市场主体', 'Market entities'),
  about: text(
    '在区内登记的一家企业、个体工商户或农民专业合作社',
    'One entity registered to do business in the zone',
  ),
  title: 'name',
  large: true,
  grants: [
    STAFF_READS,
    KEPT,
    { roles: ['officer'], verbs: ['reveal'], rows: { column: 'keeper', of: 'office' } },
    own({ column: 'code' }),
    {
      roles: ['gridWorker'],
      verbs: ['read', 'export'],
      rows: { column: 'grid', of: 'grid' },
      // What a visit needs; who leads an enterprise and how to reach them is not theirs.
      fields: [
        'code',
        'name',
        'kind',
        'sector',
        'address',
        'street',
        'grid',
        'place',
        'registered_on',
        'cancelled_on',
      ],
    },
  ],
  columns: {
    code: {
      kind: 'text',
      format: 'creditCode',
      name: text('统一社会信用代码', 'Unified social credit code'),
      help: text('GB 32100—2015，18 位，末位为校验码', 'GB 32100—2015: 18 characters, the last a check'),
    },
    name: { kind: 'text', name: text('名称', 'Name') },
    kind: {
      kind: 'choice',
      name: text('主体类别', 'Kind'),
      help: text(
        '《市场主体登记管理条例》第二条：企业含分支机构',
        'Regulation on registration of market entities, article 2; branches are enterprises',
      ),
      choices: {
        enterprise: text('企业', 'Enterprise'),
        individual: text('个体工商户', 'Individual business'),
        cooperative: text('农民专业合作社', 'Farmers’ cooperative'),
      },
    },
    form: {
      kind: 'choice',
      name: text('组织形式', 'Legal form'),
      choices: {
        company: text('公司', 'Company'),
        legalPerson: text('非公司企业法人', 'Legal person that is no company'),
        partnership: text('合伙企业', 'Partnership'),
        sole: text('个人独资企业', 'Sole proprietorship'),
        branch: text('分支机构', 'Branch'),
      },
      optional: true,
    },
    sector: { kind: 'choice', name: text('行业门类', 'Sector'), choices: SECTORS },
    division: {
      kind: 'choice',
      name: text('行业大类', 'Division'),
      help: text('按 GB/T 4754—2017 国民经济行业分类', 'Division of GB/T 4754—2017'),
      choices: DIVISIONS,
      optional: true,
      quiet: true,
    },
    scale: {
      kind: 'boolean',
      name: text('规上', 'Above designated size'),
      help: text(
        '规上工业、服务业，限上批零住餐，资质建筑业',
        'In the scope of the statistics of larger firms',
      ),
    },
    listed: {
      kind: 'choice',
      name: text('名录', 'On a list'),
      help: text(
        '列入经营异常名录或严重违法失信名单',
        'On the list of irregular business or of serious dishonesty',
      ),
      choices: {
        irregular: text('经营异常', 'Irregular'),
        dishonest: text('严重违法失信', 'Seriously dishonest'),
      },
      optional: true,
    },
    registered_on: { kind: 'date', name: text('成立日期', 'Registered on') },
    cancelled_on: {
      kind: 'date',
      name: text('注销日期', 'Cancelled on'),
      help: text('这一天起不再存续', 'The first day on which it is no more'),
      optional: true,
    },
    parent: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('母公司', 'Parent'),
      optional: true,
    },
    merged_into: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('并入', 'Merged into'),
      help: text(
        '与另一条是同一家，并入后这一条不再存续，登记和历史保留',
        'The same as another row, into which it was merged: it is no more, its past stays',
      ),
      optional: true,
      quiet: true,
    },
    park: {
      kind: 'reference',
      record: 'enterprises.parks',
      name: text('所在园区', 'Park'),
      optional: true,
    },
    incubator: {
      kind: 'reference',
      record: 'enterprises.parks',
      name: text('所在孵化载体', 'Incubator'),
      help: text('孵化器、加速器或众创空间', 'An incubator, accelerator or maker space'),
      optional: true,
    },
    address: { kind: 'text', name: text('住所', 'Address'), optional: true },
    street: { kind: 'office', name: text('所在街道', 'Street'), optional: true },
    grid: { kind: 'text', format: 'grid', name: text('单元网格', 'Grid cell'), optional: true },
    place: {
      kind: 'place',
      name: text('经纬度', 'Place'),
      help: text(
        '2000 国家大地坐标系（CGCS2000）十进制度；演示数据的位置为示例，不是真实地址',
        'Decimal degrees of CGCS2000; places of the demonstration are sample ones, nobody’s address',
      ),
      optional: true,
    },
    representative: {
      kind: 'text',
      personal: 'name',
      name: text('法定代表人或经营者', 'Legal representative'),
      optional: true,
    },
    contact: { kind: 'text', personal: 'name', name: text('联系人', 'Contact'), optional: true },
    mobile: { kind: 'text', personal: 'mobile', name: text('联系手机', 'Mobile'), optional: true },
    keeper,
  },
  groups: [
    {
      name: text('登记', 'Registration'),
      columns: ['code', 'name', 'kind', 'form', 'registered_on', 'cancelled_on', 'listed', 'keeper'],
    },
    { name: text('行业和规模', 'Industry and size'), columns: ['sector', 'division', 'scale'] },
    { name: text('关系', 'Relations'), columns: ['parent', 'park', 'incubator', 'merged_into'] },
    { name: text('位置', 'Place'), columns: ['address', 'street', 'grid', 'place'] },
    { name: text('联系', 'Contact'), columns: ['representative', 'contact', 'mobile'] },
  ],
  unique: [['code']],
  indexes: [{ on: ['registered_on'] }, { on: ['grid'] }],
  valid: { from: 'registered_on', to: 'cancelled_on' },
})

/** One number of one enterprise in one year; a correction is kept beside what it corrects. */
export const facts = defineRecord({
  id: 'enterprises.facts',
  name: text('企业年度数据', 'Yearly facts of enterprises'),
  about: text('一家企业一个年度的一项数据', 'One number of one enterprise in one year'),
  title: 'item',
  large: true,
  grants: [STAFF_READS, KEPT, own(OF_ENTERPRISE)],
  columns: {
    enterprise: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('企业', 'Enterprise'),
    },
    year: { kind: 'year', name: text('年度', 'Year') },
    item: {
      kind: 'choice',
      name: text('项目', 'Item'),
      choices: Object.fromEntries(Object.entries(FACT_ITEMS).map(([id, { name }]) => [id, name])),
    },
    value: { kind: 'decimal', total: false, name: text('数值', 'Value') },
    unit: { kind: 'choice', name: text('单位', 'Unit'), choices: FACT_UNITS },
    source: {
      kind: 'text',
      name: text('来源', 'Source'),
      help: text('报表、申报表或文件', 'The return, form or document'),
    },
    keeper,
  },
  unique: [['enterprise', 'item', 'year']],
  indexes: [{ on: ['item', 'year'], include: ['value'] }],
  valid: { from: 'year' },
})

/** One rung of the ladder that one enterprise asked for or has. */
export const honours = defineRecord({
  id: 'enterprises.honours',
  name: text('企业荣誉资质', 'Honours of enterprises'),
  about: text(
    '一家企业申报或获得的一项认定、备案或入榜',
    'What one enterprise applied for, was recognised as or listed in',
  ),
  title: 'scheme',
  large: true,
  grants: [STAFF_READS, KEPT, own(OF_ENTERPRISE)],
  columns: {
    enterprise: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('企业', 'Enterprise'),
    },
    scheme: { kind: 'choice', name: text('荣誉资质', 'Honour'), choices: SCHEMES },
    occasion: {
      kind: 'choice',
      name: text('认定方式', 'Occasion'),
      choices: {
        first: text('首次认定', 'First time'),
        again: text('重新认定或复核', 'Again, or re-examined'),
      },
    },
    state: {
      kind: 'choice',
      name: text('状态', 'State'),
      choices: {
        applied: text('申报中', 'Applied for'),
        granted: text('已认定', 'Granted'),
        refused: text('未通过', 'Refused'),
        withdrawn: text('已撤销', 'Withdrawn'),
      },
    },
    applied_on: { kind: 'date', name: text('申报日期', 'Applied on'), optional: true },
    granted_on: {
      kind: 'date',
      name: text('认定日期', 'Granted on'),
      help: text('未认定的留空', 'Empty until granted'),
      optional: true,
    },
    valid_to: {
      kind: 'date',
      name: text('有效期止', 'Valid to'),
      help: text(
        '这一天起不再有效；长期有效的留空，撤销的填撤销日期',
        'The first day on which it no longer holds; empty for good; of what was withdrawn the day of it',
      ),
      optional: true,
    },
    document: {
      kind: 'text',
      name: text('依据文件', 'Document'),
      help: text('公告或文件名称、文号', 'The announcement or document, with its number'),
      optional: true,
    },
    keeper,
  },
  unique: [['enterprise', 'scheme', 'granted_on']],
  indexes: [{ on: ['scheme', 'granted_on'] }, { on: ['granted_on'] }, { on: ['valid_to'] }],
  valid: { from: 'granted_on', to: 'valid_to' },
})

/** 合并: two rows of the register that were one enterprise, made one; kept so that it can be taken back. */
export const merges = defineRecord({
  id: 'enterprises.merges',
  name: text('企业合并记录', 'Merges of enterprises'),
  about: text('一次把两条登记合为一家，及其移动了什么', 'Two rows made one enterprise, and what that moved'),
  title: 'why',
  grants: [STAFF_READS],
  // Written by the routes of merging alone.
  columns: {
    survivor: {
      kind: 'reference',
      record: 'enterprises.enterprises',
      name: text('保留', 'Kept'),
    },
    merged: { kind: 'reference', record: 'enterprises.enterprises', name: text('并入', 'Merged') },
    why: { kind: 'text', name: text('事由', 'Reason') },
    merged_on: { kind: 'date', name: text('合并日期', 'Merged on') },
    undone_on: { kind: 'date', name: text('撤销日期', 'Undone on'), optional: true },
    /** Moves, and what the two rows were before. */
    moved: { kind: 'data', name: text('移动的记录', 'What was moved'), quiet: true },
  },
})

export type EnterpriseRow = Row<typeof enterprises>
export type FactRow = Row<typeof facts>
export type HonourRow = Row<typeof honours>
