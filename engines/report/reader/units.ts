/**
 * The units of government reports by what they measure. An amount is `level`, a number of things `count`; the
 * rest say their kind themselves. A unit may carry 万, 亿, 万亿 before it and `/unit` behind.
 */
const AMOUNTS =
  '元 美元 欧元 日元 港元 港币 人民币 英镑 亩 公顷 平方米 平方公里 平方千米 立方米 方 公里 千米 米 海里 吨 斤 公斤 千克 克 毫克 微克 吨标准煤 吨标煤 千瓦 兆瓦 吉瓦 兆瓦时 吉瓦时 亩次 千瓦时 千瓦小时 度 立方 升 标箱 标准箱 吨公里 人公里 卡路里 焦耳 摄氏度 度电 兆 字节 PB TB EFLOPS PFLOPS EFlops PFlops PF EF P 马力 载重吨 总吨 标台 折标煤 毫米 厘米 岁 GWh MWh kWh TWh GW MW kW Eflops PFlop Gbps Mbps ZB EB GB dB ℃ 摄氏度 分贝'.split(
    ' ',
  )
const COUNTS =
  '家 个 人 件 户 套 所 项 条 次 位 名 座 辆 台 支 处 起 宗 栋 幢 间 张 枚 场 对 列 班 架 艘 种 部 份 人次 班次 架次 车次 例 床 张床 株 只 头 羽 本 册 篇 批 批次 笔 单 门 类 款 组 团 队 尊 盏 根 块 片 口 眼 孔 道 户次 家次 场次 页 首 幅 把 颗 粒 箱 包 盒 瓶 桶 车 趟 航次 标段 点 站 桩 泊位 学位 床位 岗位 车位 席 名次 户籍人口 户数 学时 课时 万步'.split(
    ' ',
  )
const RATES = ['%', '个百分点', '百分点', '‰', '成', '倍', '番']

/** Units whose number is never a figure by itself: a date, a duration, an age, an edition. */
export const NOT_UNITS =
  /^(年|月|日|号|时|点钟|分钟|小时|秒|天|周|周年|届|强|版|期|楼|室|路|线|代|轮|季度|个月|多年|余年|大类|维|万吨级|级|型|师|线城市)/

const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)
const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Where a unit is also the first character of a word: 5万亿台阶, 13亿人口, 3条例. What must not follow. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  人: '口|均|才|工|机|民|大',
  台: '阶|账|湾|风',
  名: '城|校|师|牌|优|医',
  条: '例|件|约',
  次: '产业|新',
  场: '所|地|馆|景',
  部: '门|委|分|署',
  道: '路',
  口: '岸|径',
  门: '诊',
  方: '面|案|式|位|向',
  度: '假',
  升: '级|至|到|学',
  元: '宇宙|旦',
  户: '籍|外|均|口',
  处: '置|理|于',
  对: '口',
  组: '织|建',
  本: '科|土|级|地',
  点: '对',
  团: '结',
  队: '伍',
  站: '点',
  所: '有',
  位: '于|置',
  间: '隔',
  米: '线',
  单: '位|项|个|一',
  车: '辆',
  班: '子',
  个: '月|季|体|性|百分点',
}

const BASE = longestFirst([...AMOUNTS, ...COUNTS, ...RATES])
  .map((word) => (OTHER_WORDS[word] ? `${literal(word)}(?!${OTHER_WORDS[word]})` : literal(word)))
  .join('|')
/** Source of a regular expression for a unit, magnitude and denominator included. */
export const UNIT = `(?:万亿|亿万|千万|百万|十万|千亿|百亿|亿|万|千|百)?(?:${BASE})(?:\\/(?:百亿|亿|万|千|百|十)?(?:${BASE}|年|天|日|小时|月|分钟|秒|人))?`
/** A magnitude that stands alone: 1240万, 3.4亿. */
export const MAGNITUDE = '万亿|亿|万'

const AMOUNT_END = new RegExp(`(?:${longestFirst(AMOUNTS).map(literal).join('|')})$`)
const RATE_END = new RegExp(`(?:${RATES.map(literal).join('|')})$`)

export type UnitNature = 'amount' | 'count' | 'percent' | 'points' | 'times'

export function natureOf(unit: string): UnitNature {
  if (unit.includes('/')) return 'amount'
  if (unit.endsWith('百分点')) return 'points'
  if (unit === '倍' || unit === '番') return 'times'
  if (RATE_END.test(unit)) return 'percent'
  return AMOUNT_END.test(unit) ? 'amount' : 'count'
}
