import type { Grant } from '../../kernel/access/grants.ts'
import { SECTORS } from '../../kernel/industry.ts'
import { defineRecord, type Row } from '../../kernel/store/record.ts'
import { text } from '../../kernel/text.ts'
import { ITEMS } from './items.ts'

export const KINDS = {
  industrial: text('规上工业', 'Larger industrial firm'),
  trade: text('限上批零', 'Larger wholesaler or retailer'),
  service: text('规上服务业', 'Larger service firm'),
  construction: text('资质建筑业', 'Construction firm'),
  project: text('投资项目', 'Investment project'),
  institute: text('科研机构', 'Research institute'),
  revenue: text('财政收入科目', 'Head of fiscal revenue'),
  account: text('国民经济核算单元', 'National accounts cell'),
} as const

/**
 * What a unit files is known to the statisticians and to those who lead and supervise; others see sums only
 * (统计法 on data of single units).
 */
const UNIT_DATA: Grant = {
  roles: ['statistician', 'supervisor', 'leader'],
  verbs: ['read', 'export'],
}

/** An enterprise sees itself and what it filed, and of no other that it exists. */
const OWN = { roles: ['enterprise'], verbs: ['read', 'export'] } as const

/** Returns come in through those who collect them, one by one or a whole file of them. */
const COLLECTED: Grant = { roles: ['statistician'], verbs: ['create', 'change', 'import'] }

/** Who files: a firm, a project, a head of revenue, a cell of the national accounts. */
export const units = defineRecord({
  id: 'economy.units',
  name: text('统计单位', 'Reporting units'),
  about: text('按期报送统计报表的一个单位或项目', 'A firm, project or body that files statistical returns'),
  title: 'name',
  large: true,
  grants: [
    UNIT_DATA,
    COLLECTED,
    { ...OWN, rows: { column: 'enterprise', of: 'enterprise' } },
    {
      roles: ['gridWorker'],
      verbs: ['read', 'export'],
      rows: { column: 'grid', of: 'grid' },
      // What a visit needs; what a unit files is not theirs.
      fields: ['name', 'kind', 'sector', 'street', 'grid', 'place'],
    },
  ],
  columns: {
    code: { kind: 'text', name: text('单位代码', 'Code') },
    name: { kind: 'text', name: text('名称', 'Name') },
    enterprise: {
      kind: 'text',
      format: 'creditCode',
      name: text('统一社会信用代码', 'Unified social credit code'),
      help: text(
        '该单位所属法人；企业账号凭此查看本企业',
        'The legal person behind it; an enterprise’s account sees its own by it',
      ),
      optional: true,
    },
    kind: { kind: 'choice', name: text('类别', 'Kind'), choices: KINDS },
    sector: {
      kind: 'choice',
      name: text('行业门类', 'Sector'),
      choices: SECTORS,
      help: text('按 GB/T 4754 国民经济行业分类', 'Door of GB/T 4754'),
    },
    digital: {
      kind: 'choice',
      name: text('数字经济核心产业', 'Core digital industry'),
      choices: {
        manufacturing: text('核心制造业', 'Manufacturing'),
        service: text('核心服务业', 'Services'),
      },
      optional: true,
    },
    size: {
      kind: 'choice',
      name: text('规模', 'Size'),
      choices: {
        large: text('大型', 'Large'),
        medium: text('中型', 'Medium'),
        small: text('小型', 'Small'),
        micro: text('微型', 'Micro'),
      },
      optional: true,
      help: text('企业按统计上大中小微型企业划分', 'For firms only'),
    },
    land: { kind: 'decimal', name: text('用地面积', 'Land'), unit: '亩', optional: true },
    street: { kind: 'office', name: text('所在街道', 'Street') },
    grid: {
      kind: 'text',
      format: 'grid',
      name: text('单元网格', 'Grid cell'),
      help: text(
        '区县 6 位、街道、社区、网格各 3 位',
        'District 6 digits; street, community and cell 3 each',
      ),
      optional: true,
    },
    place: {
      kind: 'place',
      name: text('经纬度', 'Place'),
      help: text(
        '2000 国家大地坐标系（CGCS2000）十进制度；演示数据的位置为示例，不是真实地址',
        'Decimal degrees of CGCS2000; places of the demonstration are sample ones, nobody’s address',
      ),
      optional: true,
    },
    since: {
      kind: 'month',
      name: text('纳统月份', 'Reporting since'),
      help: text('纳入统计范围的月份', 'Month from which the unit is in scope'),
    },
  },
  groups: [
    { name: text('单位', 'Unit'), columns: ['code', 'name', 'enterprise', 'since'] },
    { name: text('位置', 'Place'), columns: ['street', 'grid', 'place'] },
    { name: text('分类', 'Classification'), columns: ['kind', 'sector', 'digital', 'size'] },
  ],
  unique: [['code']],
  indexes: [{ on: ['kind'] }, { on: ['enterprise'] }, { on: ['grid'] }],
  valid: { from: 'since' },
})

/** One number that one unit filed for one period. */
export const returns = defineRecord({
  id: 'economy.returns',
  name: text('统计报表', 'Returns'),
  about: text('一个单位一个报告期的一项数据', 'One number that one unit filed for one period'),
  title: 'item',
  large: true,
  grants: [
    UNIT_DATA,
    COLLECTED,
    { ...OWN, rows: { column: 'enterprise', of: 'enterprise', through: 'unit' } },
  ],
  columns: {
    unit: { kind: 'reference', name: text('统计单位', 'Unit'), record: 'economy.units' },
    item: {
      kind: 'choice',
      name: text('指标', 'Item'),
      choices: Object.fromEntries(Object.entries(ITEMS).map(([id, item]) => [id, item.name])),
    },
    form: { kind: 'text', name: text('表号', 'Form') },
    month: {
      kind: 'month',
      name: text('报告期', 'Period'),
      help: text('季报、年报记在期末月份', 'A quarter or a year stands under its last month'),
    },
    value: {
      kind: 'decimal',
      name: text('本期数', 'Value'),
      unit: '万元',
      help: text('万元；用地为亩', '10,000 yuan; land in mu'),
    },
    comparable: {
      kind: 'decimal',
      name: text('可比价', 'At comparable prices'),
      unit: '万元',
      help: text('按上年同期价格计算，增速据此', 'At the prices of the year before; growth follows it'),
      optional: true,
    },
    filed_by: { kind: 'text', name: text('填报人', 'Filed by') },
    filed_on: { kind: 'date', name: text('报送日期', 'Filed on') },
  },
  unique: [['unit', 'item', 'month']],
  valid: { from: 'month' },
  indexes: [{ on: ['item', 'month'], include: ['value', 'comparable'] }],
})

/** Whom to call about a unit's returns; the forms (企业一套表) name them, and nobody else needs them. */
export const contacts = defineRecord({
  id: 'economy.contacts',
  name: text('统计联系人', 'Statistical contacts'),
  about: text('一个单位的一名统计联系人，催报、核实时联系', 'Whom to ask about the returns of a unit'),
  title: 'name',
  grants: [
    {
      roles: ['statistician'],
      verbs: ['read', 'export', 'create', 'change', 'import', 'remove', 'reveal'],
    },
  ],
  columns: {
    unit: { kind: 'reference', name: text('统计单位', 'Unit'), record: 'economy.units' },
    duty: {
      kind: 'choice',
      name: text('职责', 'Duty'),
      choices: {
        head: text('统计负责人', 'Head of statistics'),
        filer: text('填表人', 'Who fills the form in'),
      },
    },
    name: { kind: 'text', name: text('姓名', 'Name'), personal: 'name' },
    mobile: { kind: 'text', name: text('手机', 'Mobile'), personal: 'mobile' },
    email: { kind: 'text', name: text('电子邮箱', 'E-mail'), personal: 'email', optional: true },
  },
  unique: [['unit', 'duty']],
})

export type UnitRow = Row<typeof units>
export type ReturnRow = Row<typeof returns>
