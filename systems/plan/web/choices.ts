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
