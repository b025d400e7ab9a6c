import { text } from '../../../app/web/i18n/text.ts'

/** Words of the closed vocabularies that these pages show; the keys are checked against the wire's types in use. */
export const VERIFICATIONS = {
  pending: text('待核实', 'Not yet verified'),
  verified: text('已核实', 'Verified'),
  returned: text('退回', 'Returned'),
} as const

/** The two things that the supervision office may do with a report. */
export const VERDICTS = {
  verified: text('核实', 'Verify'),
  returned: text('退回', 'Return'),
} as const

export const COLOURS = {
  blue: text('蓝单（提醒）', 'Blue: reminder'),
  yellow: text('黄单（预警）', 'Yellow: warning'),
  red: text('红单（逾期）', 'Red: overdue'),
} as const

export const LETTER_STATES = {
  open: text('待答复', 'Awaiting answer'),
  answered: text('已答复', 'Answered'),
  closed: text('已办结', 'Settled'),
} as const

/** A slip's colour as the light that draws it; blue has no light of its own. */
export const COLOUR_LIGHT = { blue: 'grey', yellow: 'yellow', red: 'red' } as const

export const CHANGES = {
  status: text('流转', 'Move'),
  change: text('调整', 'Change'),
  override: text('人工亮灯', 'Light by hand'),
} as const

export const STATUSES = {
  drafted: text('拟分解', 'Drafted'),
  issued: text('已印发', 'Issued'),
  signed: text('已签收', 'Signed for'),
  active: text('办理中', 'In hand'),
  applied: text('申请销号', 'Closing applied for'),
  closed: text('已销号', 'Closed'),
  adjusted: text('已调整', 'Adjusted away'),
} as const

export const APPLICATION_STATES = {
  pending: text('待批', 'Awaiting a leader'),
  approved: text('已批准', 'Approved'),
  refused: text('未批准', 'Refused'),
} as const

export const PAPERS = {
  report: text('工作报告（总结与安排）', 'Work report: summary and plan'),
  plan: text('年度工作计划', 'Yearly work plan'),
  livelihood: text('民生实事清单', 'List of livelihood projects'),
} as const
export type Paper = keyof typeof PAPERS

export const READING_STATES = {
  open: text('待确认', 'To be confirmed'),
  stored: text('已入台账', 'In the ledger'),
  dropped: text('已放弃', 'Dropped'),
} as const

export const MEASURES = {
  measured: text('数量指标', 'Measured by a number'),
  milestone: text('节点', 'By milestones'),
  loose: text('定性', 'In words only'),
} as const

export const COMPARATORS = {
  exact: text('等于', 'Equal to'),
  atLeast: text('不低于', 'At least'),
  over: text('超过', 'More than'),
  atMost: text('不高于', 'At most'),
  under: text('低于', 'Less than'),
  about: text('左右', 'About'),
} as const
