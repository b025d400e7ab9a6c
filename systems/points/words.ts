import { text } from '../../kernel/text.ts'

/** 企业阶段, from the smallest revenue to the largest. A scheme has those to which it gives a lower bound. */
export const STAGES = {
  seed: text('种子期', 'Seed'),
  start: text('初创期', 'Start-up'),
  growth: text('成长期', 'Growth'),
  expansion: text('扩张期', 'Expansion'),
  stable: text('稳定期', 'Stable'),
} as const
export type Stage = keyof typeof STAGES
export const STAGE_IDS = Object.keys(STAGES) as Stage[]

/** 一级指标 */
export const GROUPS = {
  innovation: text('技术创新', 'Technical innovation'),
  growth: text('成长经营', 'Growth and operation'),
  auxiliary: text('辅助', 'Auxiliary'),
} as const
export type Group = keyof typeof GROUPS

/** How an indicator counts. */
export const COUNTS = {
  core: text('计入 100 分', 'Among the 100 points'),
  bonus: text('另外加分', 'On top'),
  deduction: text('扣分', 'Deducted'),
} as const
export type Counts = keyof typeof COUNTS

/** 归一化 */
export const NORMALISERS = {
  cap_ratio: text('与基准值之比，封顶', 'Ratio to the benchmark, capped'),
  log_ratio: text('对数比，封顶', 'Ratio of logarithms, capped'),
  minmax: text('同阶段极差', 'Place between least and most of the stage'),
  percentile: text('同阶段百分位', 'Percentile in the stage'),
  bands: text('分档', 'Bands'),
} as const
export type Normaliser = keyof typeof NORMALISERS

export const DIRECTIONS = {
  up: text('越大越好', 'More is better'),
  down: text('越小越好', 'Less is better'),
} as const

/** What an indicator scores that cannot be made: a ratio to nothing, a fact that nobody reported. */
export const UNDEFINED = {
  zero: text('得 0 分', 'Scores 0'),
  median: text('取同阶段中位得分', 'Scores the median of the stage'),
} as const

export const TIES = {
  all: text('同分并列，全部入榜', 'All who tie are on the list'),
  innovation: text('同分比技术创新得分', 'Who ties is told apart by innovation points'),
} as const

/** How many places a share of a small stage has. */
export const SMALL = {
  ceil: text('名额向上取整', 'Places rounded up'),
  none: text('不设榜单', 'No list'),
} as const

export const STANDINGS = {
  official: text('正式', 'Official'),
  sample: text('示例', 'Sample'),
} as const

export const LISTS = {
  lead: text('创新领跑榜', 'Leaders'),
  race: text('创新竞跑榜', 'Racers'),
  advance: text('创新进取榜', 'Advancers'),
} as const
export type List = keyof typeof LISTS

export const ROUND_STATES = {
  draft: text('收集数据', 'Collecting data'),
  confirmed: text('数据已确认', 'Data confirmed'),
  scored: text('已算分', 'Scored'),
  notice: text('公示中', 'On public notice'),
  published: text('已公布', 'Published'),
} as const
export type RoundState = keyof typeof ROUND_STATES

export const OBJECTION_STATES = {
  filed: text('待答复', 'Filed'),
  upheld: text('成立', 'Upheld'),
  rejected: text('不成立', 'Rejected'),
} as const

export const REASONS = {
  scored: text('按公式', 'By the formula'),
  capped: text('封顶', 'Capped'),
  negative: text('负值，得 0 分', 'Negative: 0 points'),
  missing: text('无法计算，得 0 分', 'Cannot be made: 0 points'),
  median: text('无法计算，取中位得分', 'Cannot be made: the median'),
} as const
export type Reason = keyof typeof REASONS
