import { text } from '../../kernel/text.ts'

/** What flows: 雨水 and 污水 are kept apart, 合流 is both in one pipe. */
export const NETWORKS = {
  rain: text('雨水', 'Rain'),
  sewage: text('污水', 'Sewage'),
  combined: text('合流', 'Combined'),
} as const
export type NetworkKind = keyof typeof NETWORKS

/** What a node is to the water. */
export const NODE_KINDS = {
  junction: text('节点', 'Junction'),
  storage: text('蓄水', 'Storage'),
  outfall: text('出口', 'Outfall'),
  divider: text('分流', 'Divider'),
} as const
export type NodeKind = keyof typeof NODE_KINDS

/** What a node is to who stands before it. */
export const FACILITIES = {
  manhole: text('检查井', 'Manhole'),
  inlet: text('雨水口', 'Inlet'),
  wetWell: text('泵站前池', 'Wet well'),
  tank: text('调蓄池', 'Storage tank'),
  outfall: text('排放口', 'Outfall'),
} as const

export const LINK_KINDS = {
  conduit: text('管渠', 'Conduit'),
  pump: text('泵', 'Pump'),
  gate: text('闸门', 'Gate'),
  weir: text('堰', 'Weir'),
} as const
export type LinkKind = keyof typeof LINK_KINDS

export const SHAPES = {
  circular: text('圆形', 'Circular'),
  box: text('矩形（有盖）', 'Closed box'),
  channel: text('矩形明渠', 'Open channel'),
  egg: text('蛋形', 'Egg'),
} as const
export type LinkShape = keyof typeof SHAPES

export const MATERIALS = {
  concrete: text('钢筋混凝土', 'Reinforced concrete'),
  hdpe: text('HDPE', 'HDPE'),
  ductile: text('球墨铸铁', 'Ductile iron'),
  brick: text('砖石', 'Masonry'),
  steel: text('钢', 'Steel'),
} as const

/** 地区重要性: from the most important area to the least. */
export const IMPORTANCE = {
  first: text('一类', 'First'),
  second: text('二类', 'Second'),
  third: text('三类', 'Third'),
  other: text('其他', 'Other'),
} as const
export type Importance = keyof typeof IMPORTANCE

/** 排水户 by what they do. */
export const DRAINER_CLASSES = {
  industry: text('工业', 'Industry'),
  construction: text('建筑工地', 'Building site'),
  restaurant: text('餐饮', 'Restaurant'),
  medical: text('医疗', 'Medical'),
  carWash: text('洗车', 'Car wash'),
  bath: text('洗浴', 'Bath'),
  salon: text('美容美发', 'Salon'),
  hotel: text('宾馆', 'Hotel'),
  petrol: text('加油站', 'Petrol station'),
  transfer: text('垃圾中转站', 'Waste transfer station'),
  market: text('农贸市场', 'Market'),
  other: text('其他', 'Other'),
} as const

export const TEST_RESULTS = {
  met: text('达标', 'Met'),
  exceeded: text('超标', 'Exceeded'),
} as const

/** How a pipe was looked into. */
export const METHODS = {
  cctv: text('电视检测', 'CCTV'),
  sonar: text('声纳检测', 'Sonar'),
  quickView: text('管道潜望镜', 'Quick view'),
  walk: text('人工进管', 'On foot'),
} as const

export const DEFECT_GROUPS = {
  structural: text('结构性', 'Structural'),
  functional: text('功能性', 'Functional'),
} as const
export type DefectGroup = keyof typeof DEFECT_GROUPS

export const LEVELS = {
  '1': text('1 级', 'Level 1'),
  '2': text('2 级', 'Level 2'),
  '3': text('3 级', 'Level 3'),
  '4': text('4 级', 'Level 4'),
} as const
export type DefectLevel = keyof typeof LEVELS
