/**
 * The noun phrase that a number measures: before the number as a rule (财政收入12亿元), after it where the
 * number counts a thing (36项民生实事), or carried from the figure before (…, 增长6%).
 */

import { ASPECT_HEADS, LINKS, NO_NAME, OPENINGS, SHARED_HEADS, VERBS_AFTER } from './lexicon.ts'

const MAX_PHRASE = 60
const MAX_NAME = 30

const link = new RegExp(`(?:${LINKS.join('|')})$`)
const opening = new RegExp(
  `^(?:${OPENINGS.join('|')}|截[至止][^，。]{0,8}?[年月日底末]|\\d{4}(?:[—-]\\d{4})?年(?:\\d{1,2}月)?|\\d{1,2}月|[（）、，： —]|“[一二三四五六七八九十]+五”(?:时期|期间|以来|末))`,
)
const versus = /(?:比|较)(?:上年|去年|上月|同期|“[^”]{2,5}”(?:时期|期间|末)?(?:的)?|\d{4}年|[^，。、]{1,8}?[年期末度月])(?:的)?(?:同期)?$/
const aspectOnly = new RegExp(`^(?:${ASPECT_HEADS.join('|')})$`)
const verbsAfter = new RegExp(VERBS_AFTER.join('|'))
const noName = new RegExp(`^(?:${[...VERBS_AFTER, ...NO_NAME].join('|')})`)
const shared = new RegExp(`(?:${SHARED_HEADS.join('|')})$`)

/** Verbs that say that things came into being; they stay with the thing counted (新增高新技术企业). */
const CREATING = /(?:新增|新建|新开工|新设|新认定|新获批|新备案|新招引|新签约|新培育|新改扩建|新改建|累计培育|累计创建)[^，。；、]{0,4}$/
const BARE_VERB =
  /^(?:新增|新建|新设|建成|完成|实现|打造|培育|引进|实施|开展|举办|组建|出台|制定|推出|推动|办理|获批|获|入选|拥有|有|改造|提供|办好|抓好|布局|创建|认定|启动|推进|投入|安排|下达|争取|谋划|落实|新开工|新认定|新获批|招引|引育|发放|解决|化解|整治|建设|发布|集聚|建立|选派|取消|清理|规范|取得|供应|盘活|消化|收储|筹集|开工|竣工|投放|减免|压减|治理|修复|开通|打通|开行|清退|出清|签约|落地|推广|评选|新培育|新增加|达|为|设立|设置|提出|制定出台|深入实施|持续实施|全面完成|提前完成|再|加快|深入推进|加快推进|统筹|已建成|全力推进|新改建|带动|惠及|服务|覆盖|吸引|接待|纳入)+(?:了)?$/

/** 其中一般公共预算收入达 → 一般公共预算收入. */
export function trimPhrase(words: string): string {
  let phrase = words.replace(/ /g, '').slice(-MAX_PHRASE)
  for (let changed = true; changed; ) {
    const before = phrase
    phrase = phrase.replace(opening, '').replace(versus, '').replace(link, '').replace(/[、，：；（“”—]$/, '')
    changed = phrase !== before
  }
  return phrase
}

/** What a counted thing is called, read from just after its number: 36|项民生实事，… → 民生实事. */
export function nameAfter(right: string): string {
  const stop = /[，。；：、！？（）\n]|\d|——/.exec(right)
  const words = right.slice(0, Math.min(stop?.index ?? right.length, MAX_NAME)).replace(/^(?:的|以上|左右)(?=.)/, '')
  if (noName.test(words)) return ''
  const verb = verbsAfter.exec(words)
  const name = verb === null ? words : words.slice(0, verb.index)
  // 17家企业入选…榜单: the bare word 企业 tells nothing, what the enterprises did does.
  return name.length <= 2 ? words : name
}

export const isAspect = (phrase: string): boolean => aspectOnly.test(phrase)
export const isBareVerb = (phrase: string): boolean => BARE_VERB.test(phrase)

/** The words before and the name after put together: 新增 + 托位 → 新增托位; 我市建成 + 口袋公园 → 口袋公园. */
export function attach(left: string, name: string): string {
  const creating = CREATING.exec(left)?.[0]
  if (creating !== undefined) return creating + name
  return name
}

/** A phrase about a part of the subject (占…比重, 占比, 对…贡献率, 数量) is joined to it. */
export function join(phrase: string, carried: string): string {
  if (carried === '' || carried.endsWith(phrase)) return carried || phrase
  if (/^(?:占|对)/.test(phrase) || isAspect(phrase)) return carried + phrase
  return phrase
}

const PREFIX_PAIRS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/城乡(?=常住|居民|低保|基[本础])/, ['城镇', '农村']],
  [/一二三产业?/, ['一产', '二产', '三产']],
  [/二三产业?/, ['二产', '三产']],
  [/本外币/, ['本币', '外币']],
]

/**
 * The subjects of 分别 or 均, one each: 蔬菜、水果、渔业产量 → 蔬菜产量, 水果产量, 渔业产量.
 * @param count how many numbers there are; 0 when one number serves all.
 * @returns `count` phrases, or one alone when the words name no such list.
 */
export function subjects(phrase: string, count: number): readonly string[] {
  for (const [pattern, words] of PREFIX_PAIRS) {
    const match = pattern.exec(phrase)
    if (match !== null && words.length === count && !phrase.includes('、'))
      return words.map((word) => word + phrase.slice(match.index + match[0].length))
  }
  for (const separator of [/[、和与及]|以及/, /、/, /和|与|以及/]) {
    const parts = phrase.split(separator).filter((part) => part !== '')
    if (parts.length > 1 && (count === 0 || parts.length === count)) return withSharedHead(parts)
  }
  return [phrase]
}

function withSharedHead(parts: readonly string[]): readonly string[] {
  const last = parts[parts.length - 1] ?? ''
  const ofShare = /.(占.+)$/.exec(last)?.[1] ?? ''
  const core = ofShare === '' ? last : last.slice(0, last.length - ofShare.length)
  const head = (shared.exec(core)?.[0] ?? '') + ofShare
  if (head === '') return parts
  return parts.map((part, i) => (i === parts.length - 1 || shared.test(part) ? part : part + head))
}
