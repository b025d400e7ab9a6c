import { text } from '../../kernel/text.ts'

/** 来源: how a report came. */
export const CHANNELS = {
  collector: text('采集员上报', 'Collector'),
  hotline: text('热线', 'Hotline'),
  citizen: text('公众上报', 'Resident'),
  camera: text('视频', 'Camera'),
  sensor: text('感知设备', 'Sensor'),
} as const
export type Channel = keyof typeof CHANNELS
/** What nobody of the zone has seen yet is checked on site before it is filed. */
export const UNSEEN: readonly Channel[] = ['hotline', 'citizen']

export const SEVERITIES = {
  normal: text('一般', 'Normal'),
  serious: text('较重', 'Serious'),
  urgent: text('紧急', 'Urgent'),
} as const
export type Severity = keyof typeof SEVERITIES

/** 区域等级: how closely an area is looked after. */
export const GRADES = {
  first: text('一类区域', 'First grade'),
  second: text('二类区域', 'Second grade'),
  third: text('三类区域', 'Third grade'),
} as const
export type Grade = keyof typeof GRADES

export const CLASS_KINDS = {
  part: text('部件', 'Component'),
  event: text('事件', 'Event'),
} as const

/** Where a report stands; its case says the same in more detail. */
export const STATES = {
  verifying: text('待核实', 'To be verified'),
  accepting: text('待立案', 'To be filed'),
  dispatching: text('待派遣', 'To be dispatched'),
  handling: text('处置中', 'Being handled'),
  checking: text('待核查', 'To be checked'),
  closed: text('已结案', 'Closed'),
  void: text('作废', 'Void'),
  merged: text('已并案', 'Merged'),
} as const
export type ReportState = keyof typeof STATES
/** What waits for somebody of the zone. */
export const OPEN: readonly ReportState[] = ['verifying', 'accepting', 'dispatching', 'handling', 'checking']

/** 照片: when one was taken. */
export const PHASES = {
  before: text('处置前', 'Before'),
  after: text('处置后', 'After'),
  check: text('核查', 'At the check'),
} as const
export type Phase = keyof typeof PHASES

/** 最干净城市: what a score sheet looks at. The list and its weights are samples. */
export const CRITERIA = {
  road: { name: text('路面保洁', 'Road surface'), weight: 30 },
  waste: { name: text('垃圾收运', 'Waste collection'), weight: 25 },
  facade: { name: text('立面与广告', 'Facades and signs'), weight: 15 },
  green: { name: text('绿地水域保洁', 'Greens and water'), weight: 15 },
  facility: { name: text('设施整洁', 'Facilities'), weight: 15 },
} as const
export type Criterion = keyof typeof CRITERIA
