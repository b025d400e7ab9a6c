import type { Candidate } from './scan.ts'

/** What a sentence has said so far that a later number may refer back to. */
export interface Memory {
  /** True after 由A: what follows 到 is the same thing. */
  from: boolean
  /** What was measured last, dependent phrases included: what a rank without words of its own speaks of. */
  latest: string
  /** The noun phrase of the last figure. */
  subject: string
  /** Noun phrases of the sentence, newest last, each once. */
  readonly subjects: string[]
  /** Subjects of the figures linked by 、 or 和 so far: what a later 分别 without subjects speaks of. */
  group: string[]
  /** Subjects that 分别 hands its numbers to, those still to come. */
  queue: string[]
}

export const freshMemory = (subject = ''): Memory => ({
  subject,
  from: false,
  latest: subject,
  subjects: [],
  group: [],
  queue: [],
})

const SEPARATOR = /[,;:。()\n!?]/
const LIST_LINK = /^(?:[、和及与]|以及|、?和)?(?:约|近|超过|超|突破)?$/
const LEAD =
  /^(?:[、和及与并且又]|大约|约|以及|同时|此外|另外|其中|预计|初步统计|据统计|截至[^,]{0,10}|到\d{4}年|全年|今年|去年|上年|当年|本年|上半年|下半年|年内|全市上下|一年来|五年来|\d{4}年(?:底|末|以来)?|力争|确保|争取|努力|实现|完成|达到|累计实现|共计?|各类|提出|设置|设定|(?:较|比(?!重|例))[^,]{1,14}$|(?:同口径|可比口径|按可比价格?(?:计算)?|剔除[^,]{1,20}因素后?)|的(?=$))+/
const TAIL =
  /(?:分别|依次|均|都|也|已|再|又|首次|接连|已经|大约|约|近|达到|达|为|是|有|至|到|由|从|在|超过|突破|超|逾|实现|累计|总计|共计|共|合计|稳|为?全[国省市](?:平均)?|(?:分别)?(?:比|较)[^,、]{2,10}(?:时期|年|末|以来)|同比|环比|比上年|较上年|比去年|较去年|比上年同期|实际|名义|年均|平均|稳定|保持|控制|提高|提升|增长|增加|下降|减少|降低|上升|上涨|扩大|跃升|稳居|跃居|位居|位列|排名|居|列|迈上|迈入|站上|冲上|将|仅|只|每年|每月|了|的有|的|、|转为|转|降|升|拟按|拟|按|要|再|持续|回升|回落|由[^,]{0,8}的|-|:|")+$/
/** A phrase that only says which side of the last subject is meant. */
const DEPENDENT =
  /^(?:占|对|其(?!中))|^(?:当月|年均)?(?:增速|增幅|涨幅|降幅|数量|总量|总数|总额|总值|占比|比重|规模|产值|产量|总产值|面积|贡献率|保有量|排名|位次|综合排名|总投资|支持经费|投资|总规模|总里程|总装机|占比例)$/
/** How a clause ends that says something about its subject without a number: 稳居全国前十强, 实现翻番. */
const REMARK =
  /(?:、)?(?:实现)?(?:翻[一两]?番|(?:稳居|位居|位列|跃居|居|列|屡创|再创|连创|创|保持|成为|持续|迈上|迈入|首次)[^、]*)$/
const SHORT_VERB =
  /(?:新增|新建|新设|新认定|新引进|引进|培育|建成|建设|打造|创建|完成|改造|打通|实施|组建|举办|出台|新开工|竣工|开工|认定|获批|入选|获评|获得|荣获|落户|落地|签约|受理|处置|办理|化解|排查|整治|关停|盘活|供应|筹集|发放|减免|支持|服务|吸纳|帮扶|培训|开通|开行|接待|招引|推进|布局|制定|通报|表彰|新备案|新注册|遴选|评选|挂牌|成立)$/

/** 新增 and its like say that it is this year's addition, not the stock. */
const NEW = /^(?:新增|新认定|新建|新设|新获批|新引进|新培育|新开|新)/
/** 其中国家级1项: a level that narrows the subject before. */
const LEVEL_ONLY = /^(?:国家|省|市|区|县)级$/

/** Where the phrase before a candidate begins: after the last figure or the last punctuation, whichever is nearer. */
function gapBefore(text: string, candidate: Candidate, floor: number): string {
  // 非法小广告(474件): what is counted stands before the bracket.
  const end =
    text[candidate.start - 1] === '(' && candidate.start - 1 > floor ? candidate.start - 1 : candidate.start
  const stretch = text.slice(floor, end)
  // 所有区(县、市)地区生产总值: a bracket that closes before the number belongs to the phrase.
  let depth = 0
  for (let at = stretch.length - 1; at >= 0; at--) {
    const character = stretch[at] ?? ''
    if (character === ')') depth++
    else if (character === '(' && depth > 0) depth--
    else if (depth === 0 && SEPARATOR.test(character)) return stretch.slice(at + 1)
  }
  return depth === 0 ? stretch : stretch.slice(stretch.lastIndexOf(')') + 1)
}

function strip(phrase: string): string {
  let rest = phrase.trim().replace(/^"|"$/g, (quote) => (phrase.split('"').length % 2 === 0 ? '' : quote))
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(LEAD, '').replace(TAIL, '').trim()
  }
  return rest
}

/** Splits at 、 outside quotes and brackets; a list that 占 or 等 sums up stays whole by its last part. */
const splitTop = (phrase: string): string[] => split(phrase, false)

/** Splits an enumeration at its top level: not inside quotes or brackets. */
const enumerate = (phrase: string): string[] => split(phrase, true).filter((one) => one !== '')

function split(phrase: string, atAnd: boolean): string[] {
  const items: string[] = []
  let depth = 0
  let quoted = false
  let item = ''
  for (let index = 0; index < phrase.length; index++) {
    const character = phrase[index] ?? ''
    if (character === '"') quoted = !quoted
    if (character === '(') depth++
    if (character === ')') depth--
    const splits =
      depth === 0 &&
      !quoted &&
      (character === '、' || (atAnd && character === '和' && item.length > 1 && index < phrase.length - 2))
    if (splits) {
      items.push(item)
      item = ''
    } else item += character
  }
  return [...items, item]
}

/**
 * Gives each item of an enumeration the head that only the last one carries: 国家、省级科技型中小企业 → 国家科技型中小企业.
 */
function shareHead(items: readonly string[]): string[] {
  const last = items.at(-1) ?? ''
  const [opening = '', ...others] = items
  if (others.length === 0) return [...items]
  const tail = items.at(-2)?.at(-1) ?? ''
  const verb = /^(?:新增|新备案|新认定|新建|新设|完成|实现|对)/.exec(opening)?.[0] ?? ''
  const cut =
    last.indexOf(tail) >= 0 && last.indexOf(tail) < last.length - 1
      ? last.indexOf(tail) + 1
      : opening.length - verb.length
  const head =
    last.length - cut >= 2 && items.slice(0, -1).every((item) => item.length < last.length)
      ? last.slice(cut)
      : ''
  return items.map((item, index) => {
    const whole = index === items.length - 1 || head === '' || item.endsWith(head) ? item : item + head
    return index > 0 && verb && !whole.startsWith(verb) ? verb + whole : whole
  })
}

/** 粮食产量屡创历史新高，去年达到…: the clause before, where it has no number of its own. */
function clauseBefore(text: string, at: number): string {
  const [before = '', clause = ''] = text
    .slice(Math.max(0, at - 60), at)
    .split(/[,;。\n!?]/)
    .slice(-2)
    .reverse()
  return before !== '' && !/\d/.test(clause) && /[创居列番]/.test(clause) ? clause : ''
}

/** Whether the phrase before is still the noun of the number before: 28个问题意见制定94条整改措施. */
const continues = (text: string, candidate: Candidate, floor: number): boolean =>
  floor > 0 &&
  /[\u4e00-\u9fa5%]/.test(text[floor - 1] ?? '') &&
  !SEPARATOR.test(text.slice(floor, candidate.start))

/** The noun that follows a counted number: 3个口袋公园 → 口袋公园. */
function following(text: string, end: number, limit: number): string {
  let at = end
  if (text[at] === '的') at++
  const stop = Math.min(limit, at + 26)
  let quoted = false
  let noun = ''
  for (; at < stop; at++) {
    const character = text[at] ?? ''
    if (character === '"') quoted = !quoted
    if (!quoted && /[,;:。()、\n!?]/.test(character)) break
    noun += character
  }
  if (/^(?:以上|以下|左右|增长|增加|下降|减少|提高|达|占|和|及|与|、|,|并|且)/.test(noun)) return ''
  // 由21所整合为9所: a verb on the way to the next number, not a noun.
  if (/^.{0,8}(?:至|到|为)$/.test(noun)) return ''
  return noun.trim()
}

/**
 * The noun phrases that a candidate measures; more than one where 均 hands one number to several subjects.
 * Moves the sentence's memory on.
 */
export function subjectsOf(
  text: string,
  candidate: Candidate,
  floor: number,
  limit: number,
  memory: Memory,
): string[] {
  const gap = text.slice(floor, candidate.start)
  if (memory.from && /^[^,;。、\d]{0,8}(?:至|到|为|成)(?:\d{4}年的)?$/.test(gap)) {
    memory.from = false
    if (memory.group.length > 1) memory.queue = memory.group.slice(1)
    return [memory.group[0] ?? memory.subject]
  }
  const subjects = resolve(text, candidate, floor, limit, memory)
  memory.from = /(?:由|从)[^,;。、]{0,8}$/.test(gap) || (memory.from && /^[、和及]$/.test(gap))
  // A growth rate says more about its subject, it is not a new one.
  if (candidate.nature === 'streak') memory.latest = memory.subject
  else if (candidate.kind !== 'growth') memory.latest = subjects.at(-1) ?? memory.latest
  return subjects
}

function resolve(text: string, candidate: Candidate, floor: number, limit: number, memory: Memory): string[] {
  const gap = gapBefore(text, candidate, floor)
  if (!/^\s*(?:[、和及与]|以及)/.test(text.slice(floor, candidate.start)))
    memory.group = /分别/.test(gap) ? memory.group : []
  if (memory.queue.length > 0 && LIST_LINK.test(text.slice(floor, candidate.start).trim()))
    return remember(memory, [memory.queue.shift() ?? memory.subject])
  memory.queue = []
  const shares = /(?:分别|依次)/.test(gap)
  const all = /均/.test(gap.slice(-8))
  const phrase = shares || all ? strip(gap) : ownPhrase(gap)
  if (shares || all) {
    const items =
      phrase === '' || DEPENDENT.test(phrase)
        ? (memory.group.length > 1 ? memory.group : memory.subjects.slice(-2)).map((one) => one + phrase)
        : shares && phrase.includes('城乡') && !/[、和]/.test(phrase)
          ? [phrase.replace('城乡', '城镇'), phrase.replace('城乡', '农村')]
          : shareHead(enumerate(phrase))
    if (shares && items.length > 0) {
      memory.queue = items.slice(1)
      return remember(memory, [items[0] ?? memory.subject])
    }
    if (all && items.length > 1 && phrase !== '' && /[、和]/.test(phrase)) return remember(memory, items)
  }
  if (candidate.nature === 'streak') {
    const about = following(text, candidate.end, limit)
    if (phrase !== '') remember(memory, [DEPENDENT.test(phrase) ? memory.subject + phrase : phrase])
    if (memory.subject !== '') return [memory.subject + about]
    memory.subject = about
    return [about]
  }
  const counted = candidate.nature === 'count' || (candidate.nature === 'amount' && phrase === '')
  const noun = counted && candidate.kind !== 'growth' ? following(text, candidate.end, limit) : ''
  if (noun.length >= 2) {
    const lead = /等$/.test(phrase)
      ? ''
      : gap.includes('、') || continues(text, candidate, floor)
        ? (SHORT_VERB.exec(phrase)?.[0] ?? '')
        : phrase
    return remember(memory, [lead + noun])
  }
  if (phrase === '' && candidate.kind === 'cumulative') return [memory.subject.replace(NEW, '')]
  if (LEVEL_ONLY.test(phrase) && memory.subject !== '')
    return [
      phrase + memory.subject.replace(NEW, '').replace(/^(?:国家级|省级|市级|区级|县级)?(?:及?以上)?/, ''),
    ]
  if (phrase === '' && candidate.nature === 'rank' && memory.latest !== '') return [memory.latest]
  if (phrase === '' && memory.subject === '')
    memory.subject = strip(clauseBefore(text, candidate.start).replace(REMARK, ''))
  if (phrase === '') return memory.subject === '' ? [following(text, candidate.end, limit)] : [memory.subject]
  if (DEPENDENT.test(phrase) && memory.subject !== '')
    return [memory.subject.replace(/(?:增速|占比|数量)$/, '') + phrase]
  return remember(memory, [phrase])
}

/**
 * The phrase of the number's own clause part. Where nothing but a link stands before the number, the part before it
 * may still name a subject (高新技术企业数量实现翻番、达1.8万家), unless all it does is remark on the last one.
 */
function ownPhrase(gap: string): string {
  const items = splitTop(gap)
  const own = strip(items.at(-1) ?? '')
  if (own !== '' || items.length < 2) return own
  return strip((items.at(-2) ?? '').replace(REMARK, ''))
}

function remember(memory: Memory, subjects: string[]): string[] {
  const last = subjects.at(-1)
  if (last) {
    memory.subject = last
    memory.group.push(...subjects)
    if (!memory.subjects.includes(last)) memory.subjects.push(...subjects)
  }
  return subjects
}
