import { text } from '../../../app/web/i18n/text.ts'

export const W = {
  title: text('城管总览', 'City at a glance'),
  photos: text('现场照片', 'Photos of the place'),
  unreleased: text(
    '未公开，办件人员和上报人可见',
    'Not public: seen by those who work on it and its reporter',
  ),
  released: text('已公开，经 Open311 人人可见', 'Public: everybody sees it by Open311'),
  release: text('公开…', 'Make public…'),
  releaseAsked: text(
    '请看清楚：照片上认不出人脸、车牌和门牌',
    'Look closely: no face, number plate or door number can be made out',
  ),
  releaseSure: text('已核对，公开', 'Checked: make public'),
  withhold: text('不再公开', 'No longer public'),
  cancel: text('取消', 'Cancel'),
  about: text(
    '城市问题从上报到结案：现在有多少在办、多少超时，各街道和部门按期办得如何。',
    'Problems of the city from report to close: what is under way, what is late, how streets and offices do.',
  ),
  reports: text('上报案件', 'Reports'),
  checks: text('“最干净城市”检查', '“Cleanest city” checks'),
  period: text('时期', 'Period'),
  week: text('近 7 天', '7 days'),
  month: text('近 30 天', '30 days'),
  year: text('近一年', 'One year'),
  now: text('现在在办', 'Under way now'),
  late: text('超时未处置', 'Late'),
  by: text('评价对象', 'Scored by'),
  rates: text('评价', 'Scores'),
  all: text('全区', 'Whole zone'),
  nobody: text('未定', 'Not settled'),
  days: text('逐日上报与结案', 'Reported and closed by day'),
  reported: text('上报', 'Reported'),
  closed: text('结案', 'Closed'),
  unit: text('件', 'reports'),
  date: text('日期', 'Day'),
  map: text('在办案件分布', 'Where reports under way are'),
  heat: text('各网格上报量', 'Reports by cell'),
  heatBy: text('按', 'By'),
  bySquare: text('{n} 米方格', 'Squares of {n} m'),
  squareUnit: text('件/方格', 'reports a square'),
  around: text('相邻网格上报', 'Reported around'),
  heatUnit: text('件/网格', 'reports a cell'),
  openOne: text('在办', 'under way'),
  lateOne: text('超时未处置', 'late'),
  noCells: text('还没有单元网格', 'There are no cells yet'),
  north: text('北', 'N'),
  kilometre: text('公里', 'km'),
  desk: text('派遣工作台', 'Dispatch desk'),
  wall: text('指挥大屏', 'Wall'),
  cleanest: text('最干净城市', 'Cleanest city'),
  worst: text('高发网格', 'Worst cells'),
  cell: text('单元网格', 'Grid cell'),
  street: text('街道', 'Street'),
  again: text('重复', 'Again'),
  againHelp: text(
    '同类问题在同一网格的规定天数内再次上报',
    'The same class in the same cell again within so many days',
  ),
  more: text('其余网格', 'Other cells'),
  score: text('综合得分', 'Score'),
  note: text(
    '应处置、应结案按时限落在本期计，应结案含上期结转；已并案的不计；无可计数的显示“–”。权重为示例。',
    'Due counts what ends within the period, and for closing what was carried over; merged reports do not count; “–” where nothing is counted. Weights are samples.',
  ),
} as const

export const RATE_WORDS = {
  filed: text('立案率', 'Filed'),
  dispatchedRight: text('准确派遣率', 'Sent right'),
  handled: text('处置率', 'Handled'),
  handledOnTime: text('按期处置率', 'Handled in time'),
  reworked: text('返工率', 'Reworked'),
  closed: text('结案率', 'Closed'),
  closedOnTime: text('按期结案率', 'Closed in time'),
} as const

export const OBJECT_WORDS = {
  street: text('街道', 'Streets'),
  office: text('部门', 'Offices'),
  grid: text('网格', 'Cells'),
  collector: text('采集员', 'Collectors'),
  seat: text('座席', 'Seats'),
  dispatcher: text('派遣员', 'Dispatchers'),
} as const

export const STATE_WORDS = {
  verifying: text('待核实', 'To be verified'),
  accepting: text('待立案', 'To be filed'),
  dispatching: text('待派遣', 'To be dispatched'),
  handling: text('处置中', 'Being handled'),
  checking: text('待核查', 'To be checked'),
} as const
export type OpenState = keyof typeof STATE_WORDS
export const OPEN_STATES = Object.keys(STATE_WORDS) as OpenState[]

/** The office of the desk. */
export const CITY_OFFICE = 'city'

export const CHANNEL_WORDS = {
  collector: text('采集员上报', 'Collector'),
  hotline: text('热线', 'Hotline'),
  citizen: text('公众上报', 'Resident'),
  camera: text('视频', 'Camera'),
  sensor: text('感知设备', 'Sensor'),
} as const

export const SEVERITY_WORDS = {
  normal: text('一般', 'Normal'),
  serious: text('较重', 'Serious'),
  urgent: text('紧急', 'Urgent'),
} as const

export const CRITERION_WORDS = {
  road: text('路面保洁', 'Road surface'),
  waste: text('垃圾收运', 'Waste collection'),
  facade: text('立面与广告', 'Facades and signs'),
  green: text('绿地水域保洁', 'Greens and water'),
  facility: text('设施整洁', 'Facilities'),
} as const
export type Criterion = keyof typeof CRITERION_WORDS
