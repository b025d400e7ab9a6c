import type { Bound, FigureKind, Span } from '../types.ts'
import { FALL, QUALIFY, QUALIFY_AFTER, RISE, SCOPE } from './lexicon.ts'
import { inShortQuotes, isName } from './notFigures.ts'
import { CHINESE_DIGITS, parseNumber } from './numerals.ts'
import { MAGNITUDE, natureOf, UNIT, type UnitNature } from './units.ts'

/** A number with what belongs to it, before anyone asks what it measures. */
export interface Candidate extends Span {
  readonly value: number
  readonly valueTo?: number
  readonly unit: string
  readonly kind: FigureKind
  readonly nature: UnitNature | 'rank' | 'streak'
  readonly modifier?: string
  readonly bound: Bound
  readonly among?: string
  /** True where a verb of growth stands in the span or governs it (分别增长 …). */
  readonly grows: boolean
  /** Where the number itself begins: what stands before belongs to the noun phrase or to the span's verb. */
  readonly number: Span
}

const words = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join('|')
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const CHINESE = `[${CHINESE_DIGITS}]`
const SCOPES = `(?:${SCOPE.split('|')
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const FIRST_OF = '(?:位居|稳居|居|列)[^,。;、\\d]{2,10}(?=首位)'
const PLACE_VERB =
  '(?:位居|位列|排名|名列|居于|跃居|跃升至|跃升|跃升到|上升至|上升到|提升至|提升到|稳居|升至|升到|列|居|居于|排在|排|保持|进入|进|跻身)'

/** One pass over the text finds every place where a figure may stand; each alternative has its reader below. */
const FINDER = new RegExp(
  [
    `(?<streak>连续(?<streakNumber>\\d{1,3}|${CHINESE}{1,3})(?<streakUnit>个月|个季度|季度|年|次|届|周))`,
    `(?<ordinal>第(?<ordinalNumber>\\d{1,3}|${CHINESE}{1,3})次)`,
    `(?<rank>(?:${FIRST_OF}|${PLACE_VERB})?(?<scope>${SCOPES}|[^\\s\\d,.;:。、()"居列位排名前第量在于的]{0,3}(?:省|市|州|区|县)|)(?:(?<first>首位|榜首|第一位|第一名)|(?:第|前)(?<place>\\d{1,3}|${CHINESE}{1,3})(?<placeUnit>位|名)?))`,
    `(?<ratio>(?<ratioHead>\\d+(?:\\.\\d+)?)(?::\\d+(?:\\.\\d+)?)+)`,
    `(?<fraction>(?<over>\\d{1,3})\\/(?<under>\\d{1,3})(?![\\d/])|(?<underWords>${CHINESE}{1,3})分之(?<overWords>${CHINESE}{1,3}))`,
    `(?<words>翻(?:了)?(?<folds>[一两二三四]|\\d|)番|(?<times>[一两二三四五六七八九十]{1,3}|\\d+(?:\\.\\d+)?)倍(?!增|计划|提|速)|(?<tenths>\\d+(?:\\.\\d+)?|[一二三四五六七八九两]|)成(?=[，。,;以左、)的])|(?<=近|约|超|超过|逾)(?<tenthsWords>[一二三四五六七八九两])成(?!立|功|效|果|本|员|为|都|长|熟)|(?<bare>(?:千|百|万)(?:亿|万)?(?:亿|万)?(?:元|美元))(?=[大台以,.;。、])|(?<=超|超过|突破|逾|近|过|达|达到|稳定在|保持在)(?<bareThing>(?:千|百)(?:万|亿)(?:人次|人|吨|亩|千瓦|辆|台|件|户|家|立方米|平方米|标箱|册|笔|单|斤)(?!级)))`,
    `(?<plain>(?<n>${ARABIC})(?:%)?(?:-|至|到)(?<m>${ARABIC})(?<rangeUnit>${UNIT})|(?<number>${ARABIC})(?<more>余|多|几)?(?<unit>(?:万亿|亿|万|千|百)?(?:多|余)?(?:${UNIT})|(?:${MAGNITUDE})|(?=(?:[、和及]\\d+(?:\\.\\d+)?){1,4}(?<shared>个百分点|%|亿元|万元|元))|))`,
  ].join('|'),
  'g',
)

const BEFORE = new RegExp(
  `(?:(?<cumulative>累计|共计|总计|合计)?(?:达到|达|为)?|(?<hold>控制在|保持在|稳定在))?(?<verb>(?:年均|年平均)?(?:${words([...RISE, ...FALL])})了?)?(?<qualifier>${words(QUALIFY.map(([word]) => word))})?$`,
)
const COMPARE = new RegExp(
  `(?:(?<sign>高于|快于|高出|优于|好于|超出|超过|低于|慢于|少于)(?<scope>[^,。;、高低快慢]{1,10}?)|(?:较|(?<![占对同环])比(?!重|例|率))(?<base>[^,。;、较比]{1,9}?)(?<verb>${words([...RISE, ...FALL])}))(?<about>${words(QUALIFY.map(([word]) => word))})?$`,
)
const AFTER = new RegExp(`^(?:${words(QUALIFY_AFTER.map(([word]) => word))})`)
const LOOK_BACK = 28
const PLACE_START = new RegExp(`^${PLACE_VERB}`)
/** Verbs that belong to a rank's words; others (跃升至) only lead up to it. */
const PLACE_KEPT = /^(?:位居|位列|排名|名列|居|列)/

/** Every candidate in a stretch of normalised text, in order, none overlapping. */
export function scan(text: string, from: number, to: number): Candidate[] {
  const found: Candidate[] = []
  const stretch = text.slice(from, to)
  for (const match of stretch.matchAll(FINDER)) {
    const groups = match.groups ?? {}
    const at = from + match.index
    const candidate = groups.rank
      ? rank(text, at, match[0], groups)
      : groups.streak
        ? streak(at, match[0], groups)
        : groups.ordinal
          ? ordinal(at, match[0], groups)
          : quantity(text, at, match[0], groups, found.at(-1)?.end ?? from)
    if (candidate && (found.at(-1)?.end ?? from) <= candidate.start) found.push(candidate)
  }
  return found
}

type Groups = Readonly<Record<string, string | undefined>>

function rank(text: string, at: number, whole: string, groups: Groups): Candidate | undefined {
  const place = groups.first ? 1 : parseNumber(groups.place ?? '')
  const end = at + whole.length
  const verb = PLACE_START.exec(whole)?.[0] ?? ''
  const wide = whole.includes('前') && !groups.first
  if (place === undefined || place === 0 || /[%‰]/.test(text[end] ?? '') || inShortQuotes(text, at, end))
    return undefined
  // 第一产业, 第三方, 第2批, 放在首位, 排列前3位的: ordinals and ways of speaking.
  if (
    !groups.placeUnit &&
    !groups.first &&
    /^[\u4e00-\u9fa5a-zA-Z0-9]/.test(text.slice(end, end + 1)) &&
    !/^(?:位|名|的|且|并|和|及|跃|升|上升|提升|前移|提高|到|至)/.test(text.slice(end, end + 2))
  )
    return undefined
  if (wide && (text[end] === '的' || !groups.scope)) return undefined
  if (/[放摆作为]在?$/.test(text.slice(Math.max(0, at - 3), at))) return undefined
  // 分别居全国第二、第七、第九: the verb and the scope stand before the first of the list.
  const listed = /第[\d一二三四五六七八九十]{1,3}[位名]?[、和及]$/.test(text.slice(Math.max(0, at - 8), at))
  if (!verb && !groups.scope && !listed) return undefined
  // 稳居全国首位 is read from 居 on.
  const lead = PLACE_KEPT.test(whole) ? 0 : verb === '稳居' ? 1 : verb.length
  const start = at + lead
  const unit = groups.first ? (groups.first === '第一名' ? '名' : '位') : (groups.placeUnit ?? '')
  return {
    start,
    end,
    value: place,
    unit,
    kind: 'rank',
    nature: 'rank',
    bound: wide ? 'atMost' : 'exact',
    grows: false,
    number: { start, end },
    ...(groups.scope ? { among: groups.scope } : {}),
  }
}

function streak(at: number, whole: string, groups: Groups): Candidate | undefined {
  const value = parseNumber(groups.streakNumber ?? '')
  const end = at + whole.length
  if (value === undefined) return undefined
  return {
    start: at,
    end,
    value,
    unit: groups.streakUnit ?? '',
    kind: 'count',
    nature: 'streak',
    bound: 'exact',
    grows: false,
    number: { start: at, end },
  }
}

function ordinal(at: number, whole: string, groups: Groups): Candidate | undefined {
  const arabic = /^\d/.test(groups.ordinalNumber ?? '')
  const value = parseNumber(groups.ordinalNumber ?? '')
  if (value === undefined || !arabic) return undefined
  const end = at + whole.length
  return {
    start: at,
    end,
    value,
    unit: '次',
    kind: 'cumulative',
    nature: 'count',
    bound: 'exact',
    grows: false,
    number: { start: at, end },
  }
}

/** The number as written: value, unit, and how many characters of the match they take. */
function read(groups: Groups): { value: number; valueTo?: number; unit: string; more?: string } | undefined {
  if (groups.ratio) return value(groups.ratioHead ?? '', '')
  if (groups.fraction) {
    const over = groups.over ? Number(groups.over) : parseNumber(groups.overWords ?? '')
    const under = groups.under ? Number(groups.under) : parseNumber(groups.underWords ?? '')
    if (!over || !under || over >= under) return undefined
    return { value: Math.round((over / under) * 10000) / 10000, unit: '' }
  }
  if (groups.words) {
    if (groups.folds !== undefined) return value(groups.folds || '一', '番')
    if (groups.times) return value(groups.times, '倍')
    if (groups.bare ?? groups.bareThing) return bareMagnitude(groups.bare ?? groups.bareThing ?? '')
    const tenths = groups.tenths || groups.tenthsWords
    return tenths ? value(tenths, '成') : undefined
  }
  if (groups.n && groups.m) {
    const [low, high] = [Number(groups.n.replaceAll(',', '')), Number(groups.m.replaceAll(',', ''))]
    return high > low ? { value: low, valueTo: high, unit: groups.rangeUnit ?? '' } : undefined
  }
  // 分别提高15、22个百分点: the unit stands behind the last of the list.
  const unit = groups.unit || groups.shared || ''
  const more = groups.more ?? /[多余]/.exec(unit)?.[0]
  const found = value(groups.number ?? '', unit.replace(/[多余]/, ''))
  return found && unit !== '' ? { ...found, ...(more ? { more } : {}) } : undefined
}

function value(number: string, unit: string) {
  const parsed = parseNumber(number)
  return parsed === undefined ? undefined : { value: parsed, unit }
}

/** 千亿元 is a thousand 亿元. */
function bareMagnitude(words: string): { value: number; unit: string } | undefined {
  const match = /^(千|百|万)((?:亿|万)*)(.+)$/.exec(words)
  if (!match) return undefined
  const [, head, magnitude, unit] = match
  if (head === '万' && magnitude === '亿') return { value: 1, unit: `万亿${unit}` }
  return { value: head === '千' ? 1000 : head === '百' ? 100 : 10000, unit: `${magnitude}${unit}` }
}

function quantity(
  text: string,
  at: number,
  whole: string,
  groups: Groups,
  floor: number,
): Candidate | undefined {
  const number = read(groups)
  if (!number) return undefined
  // 高于全国12.7个、12个百分点: the rest of the unit stands behind the next number.
  if (
    number.unit === '个' &&
    /^[、和及]\d+(?:\.\d+)?个百分点/.test(text.slice(at + whole.length, at + whole.length + 16))
  )
    number.unit = '个百分点'
  if (
    groups.ratio &&
    !/(?:比重|之比|收入比|结构|比例|倍差)(?:调整)?(?:为|达|达到|收窄至|缩小至|缩小到|降至|是|由|从|至)?(?:约|近)?$/.test(
      text.slice(Math.max(0, at - 14), at),
    )
  )
    return undefined
  let end = at + whole.length
  if (isName(text, at, end, number.unit)) return undefined
  const nature = natureOf(number.unit)
  const after = AFTER.exec(text.slice(end, end + 4))?.[0]
  if (after) end += after.length
  const before = text.slice(Math.max(floor, at - LOOK_BACK), at)
  const parts = BEFORE.exec(before)?.groups ?? {}
  const compare = nature === 'points' ? COMPARE.exec(before) : null
  const direct = parts.verb ?? ''
  const governed =
    direct !== '' &&
    /分别(?:实际|名义)?(?:同比)?$/.test(
      before.slice(0, before.length - direct.length - (parts.qualifier?.length ?? 0)),
    )
  const prefix = compare ? compare[0] : governed || groups.fraction ? '' : `${direct}${parts.qualifier ?? ''}`
  const held = parts.hold === '控制在' ? /控制在(?:[^,。;]{0,3})$/.exec(before)?.[0] : undefined
  const total = parts.cumulative
    ? /(?:累计|共计|总计|合计)(?:达到|达|为|超过|突破|超|近|约)?$/.exec(before)?.[0]
    : undefined
  const start = at - (held ?? total ?? prefix).length
  const falls =
    (!groups.fraction &&
      FALL.includes((compare?.groups?.verb ?? direct).replace(/^年均|^年平均|了$/g, ''))) ||
    /低于|慢于|少于/.test(compare?.groups?.sign ?? '')
  const grows = direct !== '' && !compare && !groups.fraction
  const sign = falls ? -1 : 1
  const qualifier = parts.qualifier ?? compare?.groups?.about
  const modifier = qualifier ?? after ?? number.more
  return {
    start,
    end,
    value: number.value === 0 ? 0 : sign * number.value,
    ...(number.valueTo === undefined ? {} : { valueTo: sign * number.valueTo }),
    unit: number.unit,
    kind: kindOf(nature, grows, compare !== null, number.unit, parts.cumulative),
    nature,
    bound: boundOf(qualifier, after, number.more),
    grows,
    ...(modifier ? { modifier } : {}),
    ...(compare?.groups?.scope ? { among: compare.groups.scope } : {}),
    ...(compare?.groups?.base ? { among: compare.groups.base } : {}),
    number: { start: at, end: at + whole.length },
  }
}

function kindOf(
  nature: UnitNature,
  grows: boolean,
  compares: boolean,
  unit: string,
  cumulative: string | undefined,
): FigureKind {
  if (compares) return 'comparison'
  if (grows) return 'growth'
  if ((cumulative === '累计' || cumulative === '总计') && (nature === 'count' || nature === 'amount'))
    return 'cumulative'
  if (nature === 'percent' || unit === '') return 'share'
  if (nature === 'points') return 'comparison'
  if (nature === 'times') return 'growth'
  return nature === 'amount' ? 'level' : 'count'
}

function boundOf(before: string | undefined, after: string | undefined, more: string | undefined): Bound {
  return (
    QUALIFY.find(([word]) => word === before)?.[1] ??
    QUALIFY_AFTER.find(([word]) => word === after)?.[1] ??
    (more ? 'over' : 'exact')
  )
}
