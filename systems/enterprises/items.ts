import { text } from '../../kernel/text.ts'

export const FACT_UNITS = {
  wan: text('万元', '10,000 yuan'),
  people: text('人', 'people'),
  mu: text('亩', 'mu'),
  tce: text('吨标准煤', 'tonnes of standard coal'),
  pieces: text('件', 'pieces'),
  count: text('项', 'items'),
} as const

export type FactUnit = keyof typeof FACT_UNITS

const item = (zh: string, en: string, unit: FactUnit) => ({ name: text(zh, en), unit })

/** What is kept of an enterprise year by year, each in one unit; 高企 counts 销售收入, other schemes 营业收入. */
export const FACT_ITEMS = {
  revenue: item('营业收入', 'Revenue', 'wan'),
  sales: item('销售收入', 'Sales', 'wan'),
  'main-revenue': item('主营业务收入', 'Revenue of the main business', 'wan'),
  'high-tech-revenue': item('高新技术产品（服务）收入', 'Revenue of high-tech products', 'wan'),
  cost: item('成本费用总额', 'Costs and expenses', 'wan'),
  assets: item('资产总额', 'Total assets', 'wan'),
  'net-assets': item('净资产', 'Net assets', 'wan'),
  debt: item('负债总额', 'Total debt', 'wan'),
  tax: item('税收', 'Taxes', 'wan'),
  research: item('研发费用', 'Research spending', 'wan'),
  staff: item('职工总数', 'Staff', 'people'),
  'research-staff': item('科技人员', 'Research and technical staff', 'people'),
  land: item('用地面积', 'Land', 'mu'),
  energy: item('综合能耗', 'Energy', 'tce'),
  'class-one-rights': item('Ⅰ类知识产权', 'Intellectual property of class I', 'pieces'),
  'class-two-rights': item('Ⅱ类知识产权', 'Intellectual property of class II', 'pieces'),
  'net-profit': item('净利润', 'Net profit', 'wan'),
  'super-deduction': item('研发费用加计扣除所得税减免额', 'Income tax saved by deducting research', 'wan'),
  'technology-contracts': item('技术合同成交额', 'Technology contracts', 'wan'),
  venture: item('获得风险投资金额', 'Venture capital received', 'wan'),
  equipment: item('生产研发设备投入', 'Spending on production and research equipment', 'wan'),
  postgraduates: item('研究生以上人员', 'Staff with a master’s degree or higher', 'people'),
  graduates: item('吸纳应届毕业生', 'Graduates of the year taken on', 'people'),
  'patents-filed': item('发明专利申请量', 'Invention patents filed', 'pieces'),
  'pct-filed': item('PCT专利申请量', 'PCT patents filed', 'pieces'),
  platforms: item('省级以上研发或创新平台', 'Research platforms, provincial and higher', 'count'),
  awards: item('省级以上科技奖励', 'Science awards, provincial and higher', 'count'),
  programmes: item('省级以上科技计划项目', 'Science programmes, provincial and higher', 'count'),
} as const

export type FactItem = keyof typeof FACT_ITEMS
