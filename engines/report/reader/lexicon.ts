/** Words around numbers, by what they do. Data; the grammar is in `scan.ts`. */

export const RISE = [
  '增长',
  '增加',
  '上升',
  '提高',
  '上涨',
  '提升',
  '净增',
  '净增加',
  '扩大',
  '攀升',
  '增幅达',
  '跃升',
  '前移',
  '上浮',
  '微增',
  '微涨',
  '(?<!新)增',
]
export const FALL = [
  '下降',
  '减少',
  '降低',
  '回落',
  '下滑',
  '微降',
  '缩小',
  '收窄',
  '压减',
  '缩减',
  '下调',
  '压缩',
  '下浮',
  '萎缩',
  '缩短',
  '减',
  '降',
]
export const QUALIFY: readonly (readonly [
  string,
  'about' | 'near' | 'over' | 'atLeast' | 'atMost' | 'under',
])[] = [
  ['不低于', 'atLeast'],
  ['不少于', 'atLeast'],
  ['不超过', 'atMost'],
  ['不高于', 'atMost'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['大于', 'over'],
  ['逾', 'over'],
  ['超', 'over'],
  ['破', 'over'],
  ['接近', 'near'],
  ['将近', 'near'],
  ['近', 'near'],
  ['大约', 'about'],
  ['约', 'about'],
]
export const QUALIFY_AFTER: readonly (readonly [string, 'about' | 'atLeast' | 'atMost' | 'under'])[] = [
  ['左右', 'about'],
  ['上下', 'about'],
  ['以上', 'atLeast'],
  ['及以上', 'atLeast'],
  ['以内', 'atMost'],
  ['之内', 'atMost'],
  ['以下', 'atMost'],
]
/** Areas among which a place is counted or a gap measured. */
export const SCOPE =
  '全国|大陆|全国大陆|亚洲|全省|全市|全区|全县|全球|世界|全国城市|全国同类城市|省内|国内|市内|长三角|珠三角|西北|西南|东北|华东|华南|华北|华中|西部|东部|中部|中西部|中部六省|沿海|东部地区|中部地区|西部地区|全国高新区|国家高新区|全省高新区|同类城市|副省级城市|计划单列市|全国平均|全省平均|全市平均|全国各省|各省区市|省会城市|全国省会城市|区县|各区县|全国地级市|GDP|经济|城镇|全国同期|规上工业'
