/**
 * Units and measure words, as data: what a number may be counted in, and of which dimension each is.
 * A unit stands here without its 万 or 亿.
 */

export type Dimension =
  | 'percent'
  | 'points'
  | 'times'
  | 'money'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'energy'
  | 'compute'
  | 'traffic'
  | 'duration'
  | 'age'
  | 'people'
  | 'things'
  | 'none'

const WORDS: Readonly<Record<Exclude<Dimension, 'none'>, string>> = {
  percent: '% ‰ 成',
  points: '个百分点 百分点 个千分点 个基点 个BP 个bp',
  times: '倍 番',
  money: '元 美元 欧元 日元 港元 英镑 人民币 元人民币',
  area: '平方米 平方公里 平方千米 公顷 亩 平米 平方 ㎡ km²',
  length: '公里 千米 米 厘米 毫米 微米 纳米 海里 里 皮长公里 芯公里 车道公里 km 换算吨公里 吨公里 人公里',
  mass: '吨标准煤 吨标煤 吨 公斤 千克 克 毫克 微克 斤 担 载重吨 吨二氧化碳 吨二氧化碳当量',
  volume: '立方米 立方 方 升 毫升 m³ 桶 标准立方米 流明 立方千米',
  energy:
    '千瓦时 瓦时 兆瓦时 吉瓦时 千瓦 兆瓦 吉瓦 瓦 度 千伏安 伏安 千伏 MW GW MWh GWh kWh 度电 焦耳 吉焦 蒸吨 马力',
  compute: 'EFLOPS PFLOPS P EFlops PFlops TB GB PB EB Mbps Gbps 比特 标准机架 机架 个标准机架 核时',
  traffic: '标箱 标准箱 TEU 人次 人天 车次 架次 件次 班次 船次 户次 家次 场次 条次 艘次 列次 台次 批次 例次',
  duration: '个月 个季度 年 天 个工作日 工作日 小时 分钟 秒 个小时 日 学时 课时 毫秒',
  age: '岁 周岁',
  people: '人 名 位 学员',
  things:
    '个 家 项 件 户 套 次 条 座 处 所 辆 台 场 宗 起 例 篇 部 支 批 列 班 栋 幢 间 株 尾 羽 枚 艘 架 副 册 本 门 节 对 组 席 床 张 根 眼 口 道 片 块 款 类 种 头 只 匹 段 面 幅 封 份 颗 粒 棵 簇 台套 台（套） 台(套) 套（台） 届次 单 笔 柜 剂 剂次 针次 枪 桩 盏 杆 站 幕 集 卷 页 字 期 轮 趟 车 箱 瓶 盒 袋 包 朵 盆 艇 亿次 个学位 个床位 个车位 个泊位 个工位 个标段 人份 个点位 点 分 级 档 环 堂 国 省 市 县 乡 镇 村 校 院 户居民 地 团 队 员 标 号 丈 亩次 周 座次 车皮 标方 代 步 股 手 盘 路 层 楼 间次 位次 人家 摊 箱次 枝 块次 户人家',
}

/** Words above that mean something else too often to be read as a unit after a bare number. */
const TREACHEROUS = new Set(
  '级 国 省 市 县 乡 镇 村 校 院 地 团 队 员 标 号 代 步 股 手 盘 路 层 楼 期 轮 周 点 分 环 档 面 字 日 丈 里 杆 站 车 方 度 平方 堂 摊 枝 集 卷 包 课时'.split(
    ' ',
  ),
)

/** A measure word is no measure word when it begins another word: 10家庭, 3项目, 5万人民币. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  人: '民才均口工大事',
  家: '庭长具属电乡',
  户: '籍外口',
  项: '目',
  条: '例',
  所: '有以在属',
  场: '馆所景地',
  名: '牌校师录',
  位: '于置列居',
  处: '理置于在',
  种: '植子草业养',
  天: '然气津',
  成: '为立功员果套都本分效长品交就人熟渝',
  部: '门分署委级队',
  支: '持撑出付柱',
  台: '湾风阶州',
  张: '家北',
  本: '科级地市省土区级',
  组: '织建成',
  班: '子组',
  对: '接外口',
  门: '类户诊',
  节: '能约点水日',
  片: '区',
  块: '链',
  股: '份权',
  起: '到来步草',
  件: '套',
  类: '型',
  单: '位元',
  元: '旦宵素',
  米: '粉',
  克: '拉',
  口: '岸径',
  道: '路德',
  段: '落',
  席: '位',
  年: '',
  本次: '',
  批: '准复发而',
  次: '生要',
  瓦: '房',
  年级: '',
  根: '据治本',
  头: '部',
  只: '有要是能',
  手: '',
  倍: '增',
  篇: '章',
  份: '额',
  例: '如',
  列: '入为',
  副: '',
  吨: '级',
  // 1月—5月 and 5月1日 are dates; 个月 is a unit of its own.
  P: 'M',
}

export const SCALES = '万亿|千亿|百亿|千万|百万|亿|万|千(?![瓦克米卡伏])|百(?!分点)'

const BASE = new Map<string, Dimension>()
for (const [dimension, words] of Object.entries(WORDS))
  for (const word of words.split(' '))
    if (!TREACHEROUS.has(word) && !BASE.has(word)) BASE.set(word, dimension as Dimension)

const escape = (word: string): string => word.replace(/[()/+.]/g, '\\$&')
const byLength = [...BASE.keys()].sort((a, b) => b.length - a.length)
const one = byLength
  .map((word) => (NOT_BEFORE[word] ? `${escape(word)}(?![${NOT_BEFORE[word]}])` : escape(word)))
  .join('|')
/** 万元/亩, 微克/立方米, 件/万人, 人/百亿元, 元/人·月: what stands under the stroke may be scaled too. */
const PER = `(?:/(?:${SCALES}|十|百)?(?:${byLength.map(escape).join('|')}|[^\\s\\d，。；、：（）()]{1,2})(?:·[年月日天])?)`
export const UNIT_SOURCE = `(?:${one})${PER}?`

const SCALE_HEAD = new RegExp(`^(?:${SCALES})+`)

/** The dimension of a unit as written: 万平方米 → area, 亿元 → money, 万元/亩 → money, 万 → none. */
export function dimensionOf(unit: string): Dimension {
  const base = unit.replaceAll('％', '%').split('/')[0] ?? ''
  return BASE.get(base) ?? BASE.get(base.replace(SCALE_HEAD, '')) ?? 'none'
}

/** A number of separate things or people, as against an amount. */
export function isCount(unit: string): boolean {
  if (unit.includes('/')) return false
  const dimension = dimensionOf(unit)
  return dimension === 'things' || dimension === 'people' || /人次|车次|架次|班次|场次|列次/.test(unit)
}

/** The scale alone (万, 亿) or a unit of rank says nothing of dimension; everything else can disagree. */
export function dimensionsAgree(a: string, b: string): boolean {
  const [left, right] = [dimensionOf(a), dimensionOf(b)]
  if (left === 'none' || right === 'none') return left === right || a === '' || b === ''
  if (left === right) return a.includes('/') === b.includes('/')
  return (isCount(a) && isCount(b)) || false
}
