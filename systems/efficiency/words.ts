import { text } from '../../kernel/text.ts'

/** Firms are ranked within their group (评价分组). 规上 are industrial firms with yearly revenue of 20 million yuan and above. */
export const SEGMENTS = {
  above: text('规上', 'Above designated size'),
  below: text('规下（用地 3 亩及以上）', 'Below designated size, 3 mu and more'),
  small: text('规下（用地不足 3 亩）', 'Below designated size, less than 3 mu'),
  tenant: text('租赁', 'Tenants without industrial land'),
} as const
export type Segment = keyof typeof SEGMENTS

/** The columns of a firm's evaluation data from which indicators are made. */
export const INPUTS = [
  'land',
  'tax',
  'value_added',
  'energy',
  'electricity',
  'emissions',
  'staff',
  'research',
  'revenue',
] as const
export type Input = (typeof INPUTS)[number]

/** What a firm is scored by: numerator ÷ denominator, in the unit that its benchmark is published in. */
export const MEASURES = {
  tax_land: {
    name: text('亩均税收', 'Tax per mu'),
    over: ['tax', 'land'],
    unit: '万元/亩',
  },
  value_land: {
    name: text('亩均增加值', 'Value added per mu'),
    over: ['value_added', 'land'],
    unit: '万元/亩',
  },
  value_energy: {
    name: text('单位能耗增加值', 'Value added per unit of energy'),
    over: ['value_added', 'energy'],
    unit: '万元/吨标煤',
  },
  value_emissions: {
    name: text('单位排放增加值', 'Value added per unit of emission'),
    over: ['value_added', 'emissions'],
    unit: '万元/吨',
  },
  value_staff: {
    name: text('全员劳动生产率', 'Labour productivity'),
    over: ['value_added', 'staff'],
    unit: '万元/人',
  },
  research_revenue: {
    name: text('R&D 经费支出占主营业务收入之比', 'R&D spending per revenue'),
    over: ['research', 'revenue'],
    unit: '',
  },
  tax_electricity: {
    name: text('单位电耗税收', 'Tax per unit of electricity'),
    over: ['tax', 'electricity'],
    unit: '万元/万千瓦时',
  },
  revenue_land: {
    name: text('亩均营业收入', 'Revenue per mu'),
    over: ['revenue', 'land'],
    unit: '万元/亩',
  },
} as const satisfies Record<
  string,
  { name: { zh: string; en: string }; over: readonly [Input, Input]; unit: string }
>
export type MeasureId = keyof typeof MEASURES

/** Why a firm is given no class (不参评); it is managed as class B. */
export const EXEMPTIONS = {
  utility: text('公用事业', 'Public utility'),
  new: text('新设立不满两年', 'Founded less than two years ago'),
  building: text('用地在建', 'Land still being built on'),
  moved: text('政策性搬迁', 'Moved by policy'),
} as const
export type Exemption = keyof typeof EXEMPTIONS

/** How a firm holds a plot of land. */
export const PLOTS = {
  owned: text('自有', 'Owned'),
  rented_in: text('租入', 'Rented in'),
  rented_out: text('租出', 'Rented out'),
} as const
export type PlotKind = keyof typeof PLOTS

/** Facts for which a department caps a firm's class (否决事项). */
export const VETOES = {
  safety: text('安全生产事故', 'Accident at work'),
  environment: text('环境违法', 'Environmental offence'),
  fraud: text('涉税违法', 'Tax fraud'),
  building: text('违法建筑', 'Illegal building'),
  refusal: text('拒不提供数据', 'Refused its data'),
  research: text('研发投入不达标', 'Too little research'),
} as const
export type Veto = keyof typeof VETOES

/** From the best to the worst; N is a firm that is not ranked. */
export const CLASSES = {
  A: text('A 类', 'Class A'),
  B: text('B 类', 'Class B'),
  C: text('C 类', 'Class C'),
  D: text('D 类', 'Class D'),
  N: text('不参评（按 B 类管理）', 'Not ranked, managed as B'),
} as const
export type Class = keyof typeof CLASSES

/** How far the evaluation of a group and year has come. */
export const ROUND_STATES = {
  computed: text('已试算', 'Computed'),
  notice: text('公示中', 'On public notice'),
  published: text('已公布', 'Published'),
} as const
export type RoundState = keyof typeof ROUND_STATES

export const OBJECTION_STATES = {
  filed: text('待答复', 'Filed'),
  upheld: text('成立', 'Upheld'),
  rejected: text('不成立', 'Rejected'),
} as const
