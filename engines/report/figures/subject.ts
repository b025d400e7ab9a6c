import type { Candidate } from './scan.ts'

/** What a sentence has said so far that a later number may refer back to. */
export interface Memory {
  /** The noun phrase of the last figure. */
  subject: string
  /** Noun phrases of the sentence, newest last, each once. */
  readonly subjects: string[]
  /** Subjects that 分别 hands its numbers to, those still to come. */
  queue: string[]
}

export const freshMemory = (subject = ''): Memory => ({ subject, subjects: [], queue: [] })

const SEPARATOR = /[,;:。()\n!?]/
const LIST_LINK = /^(?:[、和及与]|以及|、?和)?(?:约|近|超过|超|突破)?$/
const LEAD =
  /^(?:[、和及与并且又]|以及|同时|此外|另外|其中|预计|初步统计|据统计|截至[^,]{0,10}|到\d{4}年|全年|今年|去年|上年|当年|本年|上半年|下半年|年内|全市上下|一年来|五年来|\d{4}年(?:底|末|以来)?|力争|确保|争取|努力|实现|完成|达到|累计实现|共计?|各类)+/
const TAIL =
  /(?:分别|依次|均|都|也|已|再|又|首次|接连|已经|大约|约|近|达到|达|为|是|有|至|到|由|从|在|超过|突破|超|逾|实现|累计|总计|共计|共|合计|同比|环比|比上年|较上年|比去年|较去年|比上年同期|实际|名义|年均|平均|稳定|保持|控制|提高|提升|增长|增加|下降|减少|降低|上升|上涨|扩大|跃升|稳居|跃居|位居|位列|排名|居|列|迈上|迈入|站上|冲上|将|仅|只|每年|每月|了|较|比|-|:|")+$/
/** A phrase that only says which side of the last subject is meant. */
const DEPENDENT = /^(?:增速|增幅|涨幅|降幅|数量|总量|总数|总额|总值|占比|占|比重|规模|产值|产量|总产值|面积|对|贡献率|其|保有量|排名|位次|综合排名|当月增速|总投资|支持经费|投资|净增)/
const SHORT_VERB = /(?:新增|新建|新设|新认定|新引进|引进|培育|建成|建设|打造|创建|完成|改造|打通|实施|组建|举办|出台|新开工|竣工|开工|认定|获批|入选|获评|获得|荣获|落户|落地|签约|受理|处置|办理|化解|排查|整治|关停|盘活|供应|筹集|发放|减免|支持|服务|吸纳|帮扶|培训|开通|开行|接待|招引|推进|布局|制定|通报|表彰|新备案|新注册|遴选|评选|挂牌|成立)$/

/** Where the phrase before a candidate begins: after the last figure or the last punctuation, whichever is nearer. */
export function gapBefore(text: string, candidate: Candidate, floor: number): string {
  for (let at = candidate.start - 1; at >= floor; at--)
    if (SEPARATOR.test(text[at] ?? '') && !(text[at] === ')' || (text[at] === '(' && text.indexOf(')', at) < candidate.start && text.indexOf(')', at) > 0)))
      return inBrackets(text, at, candidate.start) ? text.slice(floor, candidate.start) : text.slice(at + 1, candidate.start)
  return text.slice(floor, candidate.start)
}

/** 所有区(县、市)地区生产总值: a bracket that closes before the number belongs to the phrase. */
function inBrackets(text: string, at: number, end: number): boolean {
  const open = text.lastIndexOf('(', at)
  const close = text.indexOf(')', at)
  return open >= 0 && close > at && close < end && text.lastIndexOf(')', at) < open
}

function strip(phrase: string): string {
  let rest = phrase.trim().replace(/^"|"$/g, (quote) => (phrase.split('"').length % 2 === 0 ? '' : quote))
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(LEAD, '').replace(TAIL, '').trim()
  }
  return rest
}

/** Splits an enumeration at its top level: not inside quotes or brackets. */
export function enumerate(phrase: string): string[] {
  const items: string[] = []
  let depth = 0
  let quoted = false
  let item = ''
  for (let index = 0; index < phrase.length; index++) {
    const character = phrase[index] ?? ''
    if (character === '"') quoted = !quoted
    if (character === '(') depth++
    if (character === ')') depth--
    const splits = depth === 0 && !quoted && (character === '、' || (character === '和' && item.length > 1 && index < phrase.length - 2))
    if (splits) {
      items.push(item)
      item = ''
    } else item += character
  }
  return [...items, item].filter((one) => one !== '')
}

/**
 * Gives each item of an enumeration the head that only the last one carries: 国家、省级科技型中小企业 → 国家科技型中小企业.
 */
export function shareHead(items: readonly string[]): string[] {
  const last = items.at(-1) ?? ''
  const [opening = '', ...others] = items
  if (others.length === 0) return [...items]
  const tail = items.at(-2)?.at(-1) ?? ''
  const cut = last.indexOf(tail) >= 0 && last.indexOf(tail) < last.length - 1 ? last.indexOf(tail) + 1 : opening.length
  const head = last.length - cut >= 2 && items.slice(0, -1).every((item) => item.length < last.length) ? last.slice(cut) : ''
  const verb = /^(?:新增|新备案|新认定|新建|新设|完成|实现|对)/.exec(opening)?.[0] ?? ''
  return items.map((item, index) => {
    const whole = index === items.length - 1 || head === '' || item.endsWith(head) ? item : item + head
    return index > 0 && verb && !whole.startsWith(verb) ? verb + whole : whole
  })
}

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
  if (/^(?:以上|以下|左右|和|及|与|、|,|并|且)/.test(noun)) return ''
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
  const gap = gapBefore(text, candidate, floor)
  if (memory.queue.length > 0 && LIST_LINK.test(text.slice(floor, candidate.start).trim()))
    return remember(memory, [memory.queue.shift() ?? memory.subject])
  memory.queue = []
  const shares = /(?:分别|依次)/.test(gap)
  const all = /均/.test(gap.slice(-8))
  const phrase = strip(gap)
  if (shares || all) {
    const items = phrase === '' || DEPENDENT.test(phrase) ? memory.subjects.slice(-2).map((one) => one + phrase) : shareHead(enumerate(phrase))
    if (shares && items.length > 0) {
      memory.queue = items.slice(1)
      return remember(memory, [items[0] ?? memory.subject])
    }
    if (all && items.length > 1 && phrase !== '' && /[、和]/.test(phrase)) return remember(memory, items)
  }
  if (candidate.nature === 'streak') {
    const about = following(text, candidate.end, limit)
    return [`${phrase === '' || DEPENDENT.test(phrase) ? memory.subject : ''}${phrase}${about}`]
  }
  const counted = candidate.nature === 'count' || (candidate.nature === 'amount' && phrase === '')
  const noun = counted && candidate.kind !== 'growth' ? following(text, candidate.end, limit) : ''
  if (noun.length >= 2) {
    const lead = /等$/.test(phrase) || phrase.includes('、') ? (SHORT_VERB.exec(phrase)?.[0] ?? '') : phrase
    return remember(memory, [lead + noun])
  }
  if (phrase === '') return [memory.subject]
  const own = lastItem(phrase)
  if (DEPENDENT.test(own) && memory.subject !== '') {
    const base = memory.subject.replace(/(?:增速|占比|数量)$/, '')
    return [base + own]
  }
  return remember(memory, [own])
}

/** The part of a phrase behind its last top-level 、, unless the list belongs together (等, 占…比重). */
function lastItem(phrase: string): string {
  const items = phrase.split('、')
  if (items.length === 1 || /"/.test(phrase) || /\(/.test(phrase)) return phrase
  return items.at(-1) ?? phrase
}

function remember(memory: Memory, subjects: string[]): string[] {
  const last = subjects.at(-1)
  if (last) {
    memory.subject = last
    if (!memory.subjects.includes(last)) memory.subjects.push(...subjects)
  }
  return subjects
}
