/** The sample scheme: the structure of the national guidance, with weights and benchmarks that nobody published. */
import type { Counts, Group, Normaliser } from '../words.ts'

export const SAMPLE_ID = 'points-scheme-sample'

interface Draft {
  readonly group: Group
  readonly name: string
  readonly expression: string
  readonly unit: string
  readonly normaliser: Normaliser
  readonly benchmark?: string
  readonly bands?: string
  readonly weights: readonly [start: string, growth: string, stable: string]
  readonly counts?: Counts
}

const one = (
  group: Group,
  name: string,
  expression: string,
  unit: string,
  weights: Draft['weights'],
  normaliser: Normaliser,
  more: Partial<Draft> = {},
): Draft => ({ group, name, expression, unit, normaliser, weights, ...more })
const T = 'innovation'
const G = 'growth'
const A = 'auxiliary'
const growthOf = (name: string) =>
  `if 上年${name} > 0 then (${name} - 上年${name}) / 上年${name} * 100 else null`
const shareOf = (part: string, whole: string) => `if ${whole} > 0 then ${part} / ${whole} * 100 else null`

export const DRAFTS: readonly Draft[] = [
  one(T, '研发费用金额', '研发费用', '万元', ['6', '6', '8'], 'log_ratio', { benchmark: '3000' }),
  one(T, '研发费用增速', growthOf('研发费用'), '%', ['6', '7', '6'], 'cap_ratio', { benchmark: '30' }),
  one(T, '研发费用占营业收入比例', shareOf('研发费用', '营业收入'), '%', ['10', '9', '8'], 'bands', {
    bands: '0:0 2:30 3:50 5:75 8:100',
  }),
  one(T, '研发人员占职工总数比重', shareOf('科技人员', '职工总数'), '%', ['10', '8', '6'], 'cap_ratio', {
    benchmark: '30',
  }),
  one(T, '发明专利申请量', '发明专利申请量', '件', ['10', '9', '8'], 'cap_ratio', { benchmark: '10' }),
  one(T, 'PCT专利申请量', 'PCT专利申请量', '件', ['6', '6', '6'], 'cap_ratio', { benchmark: '2' }),
  one(T, '技术合同成交额', '技术合同成交额', '万元', ['7', '7', '7'], 'log_ratio', { benchmark: '1000' }),
  one(G, '高新技术产品收入', '高新技术产品收入', '万元', ['5', '6', '7'], 'log_ratio', {
    benchmark: '20000',
  }),
  one(G, '营业收入', '营业收入', '万元', ['4', '5', '6'], 'percentile'),
  one(G, '营业收入增长率', growthOf('营业收入'), '%', ['6', '7', '6'], 'cap_ratio', { benchmark: '30' }),
  one(G, '研究生以上人员占比', shareOf('研究生以上人员', '职工总数'), '%', ['5', '4', '4'], 'cap_ratio', {
    benchmark: '15',
  }),
  one(G, '净资产利润率', shareOf('净利润', '净资产'), '%', ['3', '4', '6'], 'cap_ratio', { benchmark: '15' }),
  one(
    G,
    '研发费用加计扣除所得税减免额',
    '研发费用加计扣除所得税减免额',
    '万元',
    ['4', '4', '5'],
    'log_ratio',
    { benchmark: '500' },
  ),
  one(A, '吸纳应届毕业生人数', '吸纳应届毕业生', '人', ['4', '4', '3'], 'cap_ratio', { benchmark: '10' }),
  one(A, '省级以上研发或创新平台数量', '省级以上研发或创新平台', '个', ['3', '4', '5'], 'cap_ratio', {
    benchmark: '2',
  }),
  one(A, '省级以上科技奖励数量', '省级以上科技奖励', '项', ['2', '3', '3'], 'cap_ratio', { benchmark: '2' }),
  one(A, '省级以上科技计划项目数量', '省级以上科技计划项目', '项', ['3', '3', '3'], 'cap_ratio', {
    benchmark: '2',
  }),
  one(A, '获得风险投资金额', '获得风险投资金额', '万元', ['6', '4', '3'], 'log_ratio', { benchmark: '2000' }),
  one(A, '高新技术企业有效', 'if 高新技术企业有效 then 1 else 0', '', ['2', '2', '2'], 'cap_ratio', {
    benchmark: '1',
    counts: 'bonus',
  }),
  one(A, '列入经营异常或失信名录', 'if 列入名录 then 1 else 0', '', ['10', '10', '10'], 'cap_ratio', {
    benchmark: '1',
    counts: 'deduction',
  }),
]

export const HEAD = {
  id: SAMPLE_ID,
  name: '2024 年度示例方案',
  year: '2024',
  standing: 'sample',
  basis: '示例：18 项指标参照全国试行指引的结构，权重、基准值和阶段划分为虚构，待录入正式方案',
  keeper: 'science',
  from_seed: null,
  from_start: '0',
  from_growth: '2000',
  from_expansion: null,
  from_stable: '10000',
  share_lead: '5',
  share_race: '5',
  share_advance: '10',
  ties: 'all',
  small_below: 20,
  small: 'ceil',
  undefined: 'zero',
  from: '2023-11-01',
  to: null,
  synthetic: true,
} as const

export const indicatorRowsOfSample = () =>
  DRAFTS.map((draft, i) => ({
    id: `${SAMPLE_ID}-${i + 1}`,
    scheme: SAMPLE_ID,
    number: i + 1,
    group: draft.group,
    name: draft.name,
    expression: draft.expression,
    unit: draft.unit,
    direction: 'up',
    counts: draft.counts ?? 'core',
    normaliser: draft.normaliser,
    benchmark: draft.benchmark ?? null,
    bands: draft.bands ?? null,
    weight_start: draft.weights[0],
    weight_growth: draft.weights[1],
    weight_stable: draft.weights[2],
    synthetic: true,
  }))
