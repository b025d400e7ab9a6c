/**
 * From text to numeral tokens: a numeral with the unit and the bounding words that touch it.
 *
 * One pass with one expression; no quantifier is nested in another, and every look to the side is bounded,
 * so the work grows with the length of the text and with nothing else.
 */

import { LEADING_BOUNDS, LEADING_SOURCE, TRAILING_BOUNDS, TRAILING_SOURCE } from './lexicon.ts'
import { ratio, readNumber } from './numerals.ts'
import { SCALES, UNIT_SOURCE } from './units.ts'
import type { Bound } from '../types.ts'

export interface Token {
  /** Start with the leading bound (近, 超过), `number` where the numeral itself stands. */
  readonly start: number
  readonly number: number
  readonly end: number
  readonly form: 'amount' | 'ordinal' | 'first' | 'ratio'
  readonly chinese: boolean
  readonly value: number
  readonly valueTo?: number
  readonly unit: string
  readonly modifier?: string
  readonly bound: Bound
}

const HALF_TO_FULL: Readonly<Record<string, string>> = {
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
}

/**
 * The text in one spelling, character for character, so that offsets stay true: digits and signs of numbers
 * half-width, punctuation of sentences full-width.
 */
export function normalise(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ％．／＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[;:()!?]/g, (char) => HALF_TO_FULL[char] ?? char)
    .replace(/,(?!\d{3}(?!\d))|(?<!\d),/g, '，')
    .replace(/[\u3000\u00a0\t]/g, ' ')
}

const ARABIC = String.raw`\d+(?:,\d{3}(?!\d))*(?:\.\d+)?`
const CHINESE = '[零〇一二两三四五六七八九十百千]+(?:点[零一二三四五六七八九]+)?'
const FIND = new RegExp(
  [
    `第 ?(?<ordinal>\\d{1,4}|[一二三四五六七八九十百]{1,5})`,
    '(?<first>首位|榜首|之首|居首)',
    `百分之(?<percent>${CHINESE}|${ARABIC})`,
    `(?<whole>${CHINESE})分之(?<part>${CHINESE})`,
    String.raw`(?<![\d/.])(?<num>\d{1,3})/(?<den>\d{1,3})(?![\d/.年月日])`,
    String.raw`(?<left>${ARABIC})[：∶](?<right>${ARABIC})(?:[：∶]${ARABIC})*`,
    `(?<arabic>${ARABIC})`,
    `(?<words>${CHINESE})`,
    '(?<=[超破近过达上逾约])(?<scale>万亿|亿|万)(?=元|美元|人|吨|斤|千瓦|亩|户|辆)',
  ].join('|'),
  'g',
)
const AFTER = new RegExp(
  ` ?(?<more>[余多])?(?<scale>${SCALES})?(?<more2>[余多])?(?<unit>${UNIT_SOURCE})?(?<more3>[余多])?(?:（含）)?(?<trail>${TRAILING_SOURCE})?`,
  'y',
)
const RANGE = new RegExp(`(?:[—–－~～-]{1,2})(?<to>${ARABIC})`, 'y')
const BEFORE = new RegExp(`(?:${LEADING_SOURCE})(?:了)?$`)
/** The longest leading bound (不超过了) with room to spare. */
const BEFORE_REACH = 6

interface Measure {
  readonly end: number
  readonly unit: string
  readonly more?: string
  readonly trail?: string
}

function measureAt(norm: string, text: string, at: number): Measure {
  AFTER.lastIndex = at
  const match = AFTER.exec(norm)
  const groups = match?.groups ?? {}
  const scale = groups.scale ?? ''
  const unit = groups.unit ?? ''
  const more = groups.more ?? groups.more2 ?? groups.more3
  const end = match === null || (scale === '' && unit === '') ? at : at + match[0].length
  // The unit as written, with full-width signs kept.
  const written = unit === '' ? '' : text.slice(norm.indexOf(unit, at), norm.indexOf(unit, at) + unit.length)
  return {
    end,
    unit: scale + written,
    ...(more !== undefined && { more }),
    ...(groups.trail !== undefined && { trail: groups.trail }),
  }
}

function withBounds(norm: string, number: number, measure: Measure): Pick<Token, 'start' | 'modifier' | 'bound'> {
  const lead = BEFORE.exec(norm.slice(Math.max(0, number - BEFORE_REACH), number))?.[0]
  const leadWord = lead?.replace('了', '') as keyof typeof LEADING_BOUNDS | undefined
  const trail = (measure.trail ?? measure.more) as keyof typeof TRAILING_BOUNDS | undefined
  const modifier = leadWord ?? trail
  return {
    start: number - (lead?.length ?? 0),
    ...(modifier !== undefined && { modifier }),
    bound: leadWord ? LEADING_BOUNDS[leadWord] : trail ? TRAILING_BOUNDS[trail] : 'exact',
  }
}

/** All numerals of `norm` (see `normalise`), in order; those that turn out to be no figures included. */
export function scan(norm: string, text: string): Token[] {
  const tokens: Token[] = []
  FIND.lastIndex = 0
  for (let match = FIND.exec(norm); match !== null; match = FIND.exec(norm)) {
    const token = tokenOf(match, norm, text)
    if (token === undefined) continue
    tokens.push(token)
    FIND.lastIndex = Math.max(token.end, FIND.lastIndex)
  }
  return shareUnits(tokens, norm)
}

function tokenOf(match: RegExpExecArray, norm: string, text: string): Token | undefined {
  const groups = match.groups ?? {}
  const number = match.index
  const end = number + match[0].length
  if (groups.first !== undefined) {
    const unit = groups.first === '首位' ? '位' : ''
    return { start: number, number, end, form: 'first', chinese: true, value: 1, unit, bound: 'exact' }
  }
  if (groups.ordinal !== undefined) {
    const value = readNumber(groups.ordinal)
    const chinese = !/\d/.test(groups.ordinal)
    return value === undefined
      ? undefined
      : { start: number, number, end, form: 'ordinal', chinese, value, unit: '', bound: 'exact' }
  }
  const share = fractionOf(groups)
  if (share !== undefined) {
    const measure = measureAt(norm, text, end)
    const bounds = withBounds(norm, number, { ...measure, unit: '' })
    const close = measure.trail !== undefined && measure.unit === '' ? end : measure.end
    const unit = groups.percent === undefined ? '' : '%'
    return { number, end: close, form: 'ratio', chinese: true, value: share, unit, ...bounds }
  }
  const numeral = groups.arabic ?? groups.words ?? ''
  const value = groups.scale === undefined ? readNumber(numeral) : 1
  if (value === undefined) return undefined
  return amount(norm, text, number, groups.scale === undefined ? end : number, value, groups.arabic === undefined)
}

function fractionOf(groups: Record<string, string | undefined>): number | undefined {
  if (groups.percent !== undefined) return readNumber(groups.percent)
  if (groups.whole !== undefined) return ratio(readNumber(groups.part ?? '') ?? 0, readNumber(groups.whole) ?? 0)
  if (groups.num !== undefined) return ratio(Number(groups.num), Number(groups.den))
  if (groups.left !== undefined) return readNumber(groups.left)
  return undefined
}

function amount(
  norm: string,
  text: string,
  number: number,
  end: number,
  value: number,
  chinese: boolean,
): Token {
  let measure = measureAt(norm, text, end)
  let valueTo: number | undefined
  // 5%—5.5%, 10—15个: one figure with two ends; a date (2021—2025年) is thrown out later by its 年.
  RANGE.lastIndex = measure.trail === undefined ? measure.end : Number.POSITIVE_INFINITY
  const range = chinese ? null : RANGE.exec(norm)
  if (range?.groups?.to !== undefined) {
    const second = measureAt(norm, text, RANGE.lastIndex)
    if (second.unit !== '' && (measure.unit === '' || measure.unit === second.unit)) {
      valueTo = readNumber(range.groups.to)
      measure = second
    }
  }
  return {
    number,
    end: measure.end,
    form: 'amount',
    chinese,
    value,
    ...(valueTo !== undefined && { valueTo }),
    unit: measure.unit,
    ...withBounds(norm, number, measure),
  }
}

/** 分别提高15、22个百分点: the first numbers of such a row take the unit of the last. */
function shareUnits(tokens: readonly Token[], norm: string): Token[] {
  const out = [...tokens]
  for (let i = out.length - 2; i >= 0; i -= 1) {
    const token = out[i]!
    const next = out[i + 1]!
    if (token.form !== 'amount' || token.unit !== '' || next.unit === '' || token.chinese) continue
    if (!/^[、和与]$/.test(norm.slice(token.end, Math.min(next.start, token.end + 2)))) continue
    if (!norm.slice(Math.max(0, token.start - 80), token.start).includes('分别')) continue
    out[i] = { ...token, unit: next.unit }
  }
  return out
}
