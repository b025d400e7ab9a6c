import { NOT_UNITS, natureOf } from './units.ts'

/** Counters whose threshold is a quantity wanted (10个以上典型案例), not a class. */
const COUNTERS = /(?:个|项|家|件|名|场|种|所|座|套|条|处)$/

/** Verbs whose object is counted. */
const VERB_BEFORE =
  /(?:建设|新建|建成|新增|培育|打造|实施|引进|招引|创建|完成|新开工|开工|推广|布局|认定|举办|开展|培训|改造|推出|遴选|发布|落地|签约|支持|推动|推进|组织|吸引|集聚|达到|突破|超过|办好|获批|争取|储备|谋划|启动|建立|设立|制定|选派|发展|扶持|新设|净增|转化|攻克|解决)(?:约|近|超)?$/

/** Reasons why a number is part of a name, each told by what stands around it in normalised text. */
interface Around {
  /** The characters before and after the number with its unit, some twelve each way. */
  readonly before: string
  readonly after: string
  readonly unit: string
}

const REASONS: readonly (readonly [reason: string, holds: (around: Around) => boolean])[] = [
  [
    'a code: glued to a Latin letter or to a dot',
    ({ before, after, unit }) =>
      /[A-Za-z·_#@&+*×]$/.test(before) ||
      /^[·_+×*]/.test(after) ||
      (/^[A-Za-z]/.test(after) && !/[A-Za-z]$/.test(unit)),
  ],
  [
    'part of a longer number',
    ({ before }) => /\d[.,/:-]?$/.test(before) && !/[%\u4e00-\u9fa5]-$/.test(before),
  ],
  ['a date or a duration', ({ unit, after }) => NOT_UNITS.test(unit || after) && !/^个百分/.test(unit)],
  ['an ordinal', ({ before }) => /第$/.test(before)],
  [
    'an item number',
    ({ before, after, unit }) => unit === '' && /(^|\n)\s*[(]?$/.test(before) && /^[.、)]/.test(after),
  ],
  [
    'a threshold within a name: 50亿以上供应链龙头企业',
    ({ before, after, unit }) =>
      // 建设10家以上中试平台 counts what is built; 20户以上自然村 is a class of villages.
      !(
        natureOf(unit) === 'count' &&
        !/^[万亿]+$/.test(unit) &&
        (VERB_BEFORE.test(before) || COUNTERS.test(unit))
      ) &&
      natureOf(unit) !== 'percent' &&
      /^(?:\(?含?\)?)(?:及|级)?以[上下](?!的?[,.;。、)]|等|增长|水平|时)[\u4e00-\u9fa5A-Za-z0-9]/.test(after),
  ],
  [
    'a class within a name: 万吨级, 100强',
    ({ after }) => /^(?:级|强|型|届|版|期|号|代|米内|线城市)/.test(after),
  ],
  ['a base: 每10万人, 每50公斤', ({ before }) => /每$/.test(before)],
  ['an age, unless it is an expectancy', ({ before, unit }) => unit === '岁' && !/寿命/.test(before)],
  [
    'an enumeration of aspects: 从6个维度',
    ({ unit, after }) => unit === '个' && /^(?:方面|维度|层面|环节|字)/.test(after),
  ],
  [
    'a distance or time within which: 50米内, 15分钟生活圈',
    ({ after }) => /^(?:内|范围|生活圈|健身圈|服务圈|通勤圈|交通圈)/.test(after),
  ],
]

/** Whether the number is part of a name, a date or a code rather than a figure. */
export function isName(text: string, start: number, end: number, unit: string): boolean {
  const around: Around = {
    before: text.slice(Math.max(0, start - 12), start),
    after: text.slice(end, end + 12),
    unit,
  }
  return inShortQuotes(text, start, end) || REASONS.some(([, holds]) => holds(around))
}

/** “28+10”, “两个10亿元”: a number inside a short quotation is part of a name. */
export function inShortQuotes(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const open = before.lastIndexOf('"')
  if (open < 0) return false
  const close = text.slice(end, end + 14).indexOf('"')
  if (close < 0) return false
  const inside = before.slice(open + 1) + text.slice(end, end + close)
  return inside.length <= 16 && !/[,。;]/.test(inside) && oddQuotes(text, start)
}

/** Quotes are folded to one sign, so inside means an odd number of them since the line began (or the window). */
function oddQuotes(text: string, at: number): boolean {
  let count = 0
  for (
    let index = at - 1;
    index >= 0 && at - index < 400 && text[index] !== '\n' && text[index] !== '。';
    index--
  )
    if (text[index] === '"') count++
  return count % 2 === 1
}
