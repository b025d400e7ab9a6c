import { type Text, text } from '../../kernel/text.ts'

/** The closed vocabularies of the ledger: key in the database, words on the screen. */
const choices = <K extends string>(of: Record<K, Text>): Readonly<Record<K, Text>> => of

export const LISTS = choices({
  work: text('工作安排', 'Work plan'),
  livelihood: text('民生实事', 'Livelihood projects'),
})
export type List = keyof typeof LISTS

/** What is brought to be read in. */
export const PAPERS = choices({
  report: text('工作报告（总结与安排）', 'Work report: summary and plan'),
  plan: text('年度工作计划', 'Yearly work plan'),
  livelihood: text('民生实事清单', 'List of livelihood projects'),
})
export type Paper = keyof typeof PAPERS

export const READING_STATES = choices({
  open: text('待确认', 'To be confirmed'),
  stored: text('已入台账', 'In the ledger'),
  dropped: text('已放弃', 'Dropped'),
})

/** How far a granule can be checked. */
export const MEASURES = choices({
  measured: text('数量指标', 'Measured by a number'),
  milestone: text('节点', 'By milestones'),
  loose: text('定性', 'In words only'),
})
export type MeasureKind = keyof typeof MEASURES

/** What the number must do to the target; the same words as the report reader's bounds. */
export const COMPARATORS = choices({
  exact: text('等于', 'Equal to'),
  atLeast: text('不低于', 'At least'),
  over: text('超过', 'More than'),
  atMost: text('不高于', 'At most'),
  under: text('低于', 'Less than'),
  about: text('左右', 'About'),
})
export type Comparator = keyof typeof COMPARATORS

/** The life of a granule, in order; `adjusted` ends it without closing (并入他项、取消). */
export const STATUSES = choices({
  drafted: text('拟分解', 'Drafted'),
  issued: text('已印发', 'Issued'),
  signed: text('已签收', 'Signed for'),
  active: text('办理中', 'In hand'),
  applied: text('申请销号', 'Closing applied for'),
  closed: text('已销号', 'Closed'),
  adjusted: text('已调整', 'Adjusted away'),
})
export type Status = keyof typeof STATUSES

export const LIGHTS = choices({
  done: text('完成', 'Done'),
  red: text('红灯', 'Late'),
  yellow: text('黄灯', 'At risk'),
  green: text('绿灯', 'On time'),
})
export type Light = keyof typeof LIGHTS

/** Slips, mildest first. */
export const COLOURS = choices({
  blue: text('蓝单', 'Blue: reminder'),
  yellow: text('黄单', 'Yellow: warning'),
  red: text('红单', 'Red: overdue'),
})
export type Colour = keyof typeof COLOURS

export const LETTER_STATES = choices({
  open: text('待答复', 'Awaiting answer'),
  answered: text('已答复', 'Answered'),
  closed: text('已办结', 'Settled'),
})
export type LetterState = keyof typeof LETTER_STATES

export const DECISIONS = choices({
  pending: text('待批', 'Awaiting decision'),
  approved: text('批准', 'Approved'),
  refused: text('不批准', 'Refused'),
})
export type Decision = keyof typeof DECISIONS

export const VERIFICATIONS = choices({
  pending: text('待核实', 'Not yet verified'),
  verified: text('已核实', 'Verified'),
  returned: text('退回', 'Returned'),
})
