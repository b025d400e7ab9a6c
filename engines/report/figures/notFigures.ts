/**
 * Numbers that are no figures, each with the reason. A rule sees the numeral and what stands close to it.
 */

import { SCOPE_SOURCE } from './lexicon.ts'
import { dimensionOf, isCount } from './units.ts'
import type { Token } from './tokens.ts'

export interface Surroundings {
  /** What stands before the figure up to the last stop or figure, and at most `REACH` characters. */
  readonly left: string
  /** What stands after it, a few characters. */
  readonly right: string
  readonly inName: boolean
}

export interface Rule {
  readonly reason: string
  readonly holds: (token: Token, around: Surroundings) => boolean
}

/** Ordinals that number a thing of its kind and rank nothing: 第二产业, 第三批, 第一书记. */
const RANKS = /^(?:位|名|$|[ ，。；、：！？）\n”]|[的]$|跃|上升|提升|提高|升|前移|进|降|，)/
/** 第8次获评 counts an honour; 第六次会议 does not. */
const TIMES = /^次(?:获|荣|入选|夺|蝉联|被|当选|捧|登|摘|跻身|上榜|进入|拿)/
const RANK_BEFORE =
  /(?:居|列|排名?|名列|位|全[国省市区县球州旗]|世界|国内|[东西南北中]部|自治区|[东西南北华][东南西北中]|城市|跃升至|升至|跃至|上升至|提升至|进位至|前移至|地区|三角|指数|同类|行业|行列|开发区|前|率|量|力|平)[^，。；、]{0,4}$/
const TOP = new RegExp(`(?:居|列|进|入|到|至|排名?|名列|保持)(?:${SCOPE_SOURCE})[^，。；、]{0,6}前$`)
const LEVEL_NAME = /^[级强届后型版式]|^(?:系列|体系|计划|战略|工程|行动|模式|格局|布局|平台)/
/** What may stand right after 以上/以下 when the bound ends the figure. */
const STOP = /^(?:$|[ ，。；、：！？）\n]|的(?!企业|项目|重点|大|家庭|人口|老|城市|产业)|和|与|及|并|，)/
const SIZED =
  /(?:总投资|投资额?|产值|营收|收入|规模|税收|面积|单体|单个|年|人口|主营|亩均|注册资本|资产|市值|高度|深度|流域)$/
const LASTING =
  /(?:达到?|至|到|为|平均|缩短|压缩|压减|增长|增加|减少|提高|延长|不足|由|从|时间|时长|时限|寿命|天数|日数|提前|期|最快|最短|在|少|多|快|分别|[、和]|停留|居住|时数|小时数|历时)$/

export const NOT_FIGURES: readonly Rule[] = [
  {
    reason: 'part of a name or a saying in quotation marks or a title',
    holds: (_token, around) => around.inName,
  },
  {
    reason: 'part of a code or a model name: T800, 5G, 28+10, 5·10, 2.0版',
    holds: (token, around) =>
      token.form !== 'ordinal' &&
      token.form !== 'first' &&
      (/(?:[A-Za-z_·+#×*]|[A-Za-z]-|\d[—–－~～.:：/-])$/.test(around.left) || /^[+·×*#A-Za-z]/.test(around.right)),
  },
  {
    reason: 'the top of a list, not a place in a ranking: 排列前3位的依次是',
    holds: (token, around) =>
      /^[位名]$/.test(token.unit) && /前$/.test(around.left) && !TOP.test(around.left),
  },
  {
    reason: 'an ordinal that names instead of ranking: 第二产业, 第三批',
    holds: (token, around) =>
      token.form === 'ordinal' &&
      !TIMES.test(around.right) &&
      !(RANKS.test(around.right) && RANK_BEFORE.test(around.left)),
  },
  {
    reason: '首位 that ranks nothing: 摆在首位, 首位度',
    holds: (token, around) =>
      token.form === 'first' &&
      (/^度/.test(around.right) ||
        !/(?:居|列|位|排名?|登|占据|跃升至|升至|全[国省市区球]|世界)[^，。；]{0,10}$/.test(
          around.left + (token.unit === '' ? '居' : ''),
        ) ||
        /(?:放|摆|作为|置于)[^，。；]{0,10}$/.test(around.left)),
  },
  {
    reason: 'a bare number with no unit',
    holds: (token, around) =>
      token.form === 'amount' &&
      token.unit === '' &&
      (token.chinese ||
        !/\d/.test(String(token.value)) ||
        !/(?:比|系数|指数|倍差|得分|评分|分值)(?:分别|首次|均)?(?:为|达到?|由|从|[降缩升提][低小高至到窄]{1,2}|是)*(?:\d[\d.]*(?:[降缩升提下上][低小高至到窄升降]{1,3})?)?$/.test(
          around.left.slice(-24),
        ) ||
        /^[年月日号届]/.test(around.right)),
  },
  {
    reason: 'a ratio that is a score or a time, not a proportion',
    holds: (token, around) =>
      token.form === 'ratio' && token.unit === '' && token.value > 1.5 && !/(?:比|比例|比重|比值)[^，。；]{0,8}$/.test(around.left),
  },
  {
    reason: 'a date or a stretch of years: 2023年, 4月, 三年行动, 60周年',
    holds: (token, around) =>
      /^[年天日]$/.test(token.unit)
        ? !/连续$/.test(around.left) && (token.unit !== '天' || !LASTING.test(around.left) || (token.chinese && token.value < 3))
        : /^月/.test(around.right) || (/^(?:个月|个季度)$/.test(token.unit) && !/连续$/.test(around.left) && !LASTING.test(around.left)),
  },
  {
    reason: 'a duration that is a rule or a name: 10分钟体育健身圈, 24小时',
    holds: (token, around) =>
      dimensionOf(token.unit) === 'duration' && !/连续$/.test(around.left) && !LASTING.test(around.left),
  },
  {
    reason: 'a class or an age limit: 60岁以上老年人, 10亿级, 500强',
    holds: (token, around) =>
      LEVEL_NAME.test(around.right) ||
      (/岁/.test(token.unit) && (token.modifier === '以上' || token.modifier === '以下' || !/(?:达到?|至|到|为|从|由|寿命|年龄)$/.test(around.left))),
  },
  {
    reason: 'a threshold inside a name: 10亿元以上项目',
    holds: (token, around) => {
      if (token.unit === '%' || !/^以[上下内]$/.test(token.modifier ?? '')) return false
      if (STOP.test(around.right)) return SIZED.test(around.left) && /^的/.test(around.right)
      return !(isCount(token.unit) && !/^[户人级层]|[万亿]$/.test(token.unit)) || SIZED.test(around.left)
    },
  },
  {
    reason: 'a Chinese numeral in ordinary speech: 一批, 三个一批, 两大',
    holds: (token, around) => token.chinese && token.form === 'amount' && !counts(token, around),
  },
  {
    reason: 'a size before a noun that names it: 千伏 lines, 吨级 vessels, 米 streets',
    holds: (token, around) =>
      (/^(?:千伏|米|毫米|厘米|微米|纳米)$/.test(token.unit) && /^[\u4e00-\u9fff]/.test(around.right) && !/(?:达到?|长|建成|新增|新建)$/.test(around.left)) ||
      (/^(?:万?吨|万?千瓦)$/.test(token.unit) && /^(?:轮|级|码头|泊位|机组|船|水厂)/.test(around.right)),
  },
]

/** Of Chinese numerals only plain amounts count; 一个 and 两种 are how anyone speaks. */
function counts(token: Token, around: Surroundings): boolean {
  const { unit, value } = token
  if (/连续$/.test(around.left)) return true
  if (unit === '倍' || unit === '番') return /(?:增长|增加|增|提高|翻|扩大|超|近|约|达|到|为|了|上升|的|提升)$/.test(around.left) || token.modifier !== undefined
  if (unit === '成') return token.modifier !== undefined || /(?:占|达到?|为|到|至|超)$/.test(around.left)
  if (/[万亿]/.test(unit)) return !/^[万亿]+$/.test(unit) && !/^级/.test(around.right)
  if (!/^[家座所名位人户辆套台只枚对艘项支]$/.test(unit) || value < 2) return false
  return /(?:新增|新建|建成|达到?|增加|引进|新认定|新获批|获批|培育|新设|组建|引育|入选)$/.test(around.left)
}

/** Why this numeral is no figure; undefined when it is one. */
export function whyNot(token: Token, around: Surroundings): string | undefined {
  return NOT_FIGURES.find((rule) => rule.holds(token, around))?.reason
}
