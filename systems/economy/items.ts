import { type Text, text } from '../../kernel/text.ts'

/** A base indicator as units file it: one number a unit and period. */
export interface Item {
  readonly name: Text
  /** Unit of a filed value: 万元, or 亩 for land. */
  readonly unit: '万元' | '亩'
  /** 表号 of the form that carries it; 示例表 where the demonstration has no form of its own to cite. */
  readonly form: string
  /** Months between two filings: 1, 3 or 12. */
  readonly every: 1 | 3 | 12
  /** Kinds of unit that file it. */
  readonly kinds: readonly string[]
  /** Whether values at last year's prices are filed too (可比价). */
  readonly comparable?: true
  /** Whether a negative value can be right: refunds of tax, write-offs of a project. */
  readonly negative?: true
}

const SAMPLE = '示例表'

/** Every base indicator; the key is the id of the indicator that sums it. */
export const ITEMS = {
  'economy.gdp': {
    name: text('地区生产总值', 'Gross domestic product'),
    unit: '万元',
    form: SAMPLE,
    every: 3,
    kinds: ['account'],
    comparable: true,
  },
  'economy.fiscal-revenue': {
    name: text('财政总收入', 'Total fiscal revenue'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['revenue'],
    negative: true,
  },
  'economy.general-budget-revenue': {
    name: text('一般公共预算收入', 'General public budget revenue'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['revenue'],
    negative: true,
  },
  'economy.fixed-asset-investment': {
    name: text('固定资产投资', 'Fixed asset investment'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['project'],
    negative: true,
  },
  'economy.retail-wholesale-sales': {
    name: text('限上批零业商品销售额', 'Sales of larger retail and wholesale firms'),
    unit: '万元',
    form: 'E204-1表',
    every: 1,
    kinds: ['trade'],
  },
  'economy.exports': {
    name: text('外贸出口', 'Exports'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['industrial', 'trade', 'service'],
  },
  'economy.industrial-output': {
    name: text('规上工业产值', 'Output of larger industrial firms'),
    unit: '万元',
    form: 'B204-1表',
    every: 1,
    kinds: ['industrial'],
  },
  'economy.industrial-value-added': {
    name: text('规上工业增加值', 'Value added of larger industrial firms'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['industrial'],
    comparable: true,
    negative: true,
  },
  'economy.industrial-tax': {
    name: text('规上工业税收', 'Taxes of larger industrial firms'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['industrial'],
    negative: true,
  },
  'economy.industrial-land': {
    name: text('规上工业用地', 'Land of larger industrial firms'),
    unit: '亩',
    form: SAMPLE,
    every: 12,
    kinds: ['industrial'],
  },
  'economy.digital-revenue': {
    name: text('数字经济核心产业营收', 'Revenue of core digital industries'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['industrial', 'service'],
  },
  'economy.digital-manufacturing-value-added': {
    name: text('数字经济核心制造业增加值', 'Value added of core digital manufacturing'),
    unit: '万元',
    form: SAMPLE,
    every: 1,
    kinds: ['industrial'],
    comparable: true,
    negative: true,
  },
  'economy.research-spending': {
    name: text('全社会R&D经费支出', 'Research and development spending'),
    unit: '万元',
    form: '107-2表',
    every: 12,
    kinds: ['industrial', 'service', 'institute'],
  },
} as const satisfies Record<string, Item>

export type ItemId = keyof typeof ITEMS

/** @returns undefined for what is no base indicator. */
export const itemOf = (id: string): Item | undefined =>
  Object.hasOwn(ITEMS, id) ? ITEMS[id as ItemId] : undefined
