import { text } from '../../kernel/text.ts'

/** 性质: whether a text is the zone's own. What is to be checked is entered from a copy that may be out of date. */
export const STANDINGS = {
  official: text('正式', 'Official'),
  toCheck: text('待核', 'To be checked'),
  sample: text('示例', 'Sample'),
} as const
export type Standing = keyof typeof STANDINGS

export const GRANULE_STATES = {
  draft: text('起草中', 'Draft'),
  submitted: text('待发布', 'Awaiting publication'),
  published: text('已发布', 'Published'),
  ended: text('已停用', 'Ended'),
} as const
export type GranuleState = keyof typeof GRANULE_STATES

/** 触发事项: what has to happen for there to be a claim at all. */
export const EVENTS = {
  yearly: text('年度数据', 'Facts of a year'),
  recognition: text('认定', 'Recognition'),
  promotion: text('晋级', 'Promotion'),
  investment: text('投资', 'Investment'),
  listing: text('纳统', 'Entered into the statistics'),
  threshold: text('首次达标', 'A threshold reached for the first time'),
  lease: text('租赁', 'Lease'),
  other: text('其他', 'Other'),
} as const
export type EventKind = keyof typeof EVENTS

/** How money is counted in a granule; people in the zone count in 万元. */
export const MONEY_UNITS = {
  yuan: text('元', 'yuan'),
  wan: text('万元', '10,000 yuan'),
} as const
export type MoneyUnit = keyof typeof MONEY_UNITS

/** What is below the step is dropped. */
export const ROUNDINGS = {
  fen: text('精确到分', 'To the fen'),
  yuan: text('元以下舍去', 'Down to the yuan'),
  hundred: text('百元以下舍去', 'Down to 100 yuan'),
  wan: text('万元以下舍去', 'Down to 10,000 yuan'),
} as const
export type Rounding = keyof typeof ROUNDINGS

/** What granules of one group do to each other. */
export const STACKINGS = {
  stackable: text('可叠加', 'Stackable'),
  highest: text('就高不重复', 'The highest only'),
  difference: text('补差', 'The difference to what was paid'),
  exclusive: text('不重复享受', 'One excludes the others'),
} as const
export type Stacking = keyof typeof STACKINGS

/** 兑现方式. */
export const MODES = {
  automatic: text('免申即享', 'Without application'),
  declared: text('申报即享', 'On declaration'),
  quick: text('快申', 'Quick application'),
  reviewed: text('评审', 'Reviewed'),
} as const
export type Mode = keyof typeof MODES
