/** Sums and rates of a sentence, and what each is there for. Pure and exact. */
import { Decimal } from 'decimal.js'
import { CHINESE_DIGITS, parseNumber } from '../../../engines/report/index.ts'

export const NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[${CHINESE_DIGITS}]+)`
const YUAN: Readonly<Record<string, string>> = { 亿元: '100000000', 万元: '10000', 元: '1' }

/** A number as written, exact; undefined where it is none. */
export function decimalOf(written: string): Decimal | undefined {
  if (/^\d/.test(written)) return new Decimal(written.replaceAll(',', ''))
  const value = parseNumber(written)
  return value === undefined ? undefined : new Decimal(value)
}

/** 200万元 → 2000000. */
export const yuanOf = (written: string, unit: string): Decimal | undefined =>
  YUAN[unit] === undefined ? undefined : decimalOf(written)?.times(YUAN[unit])

export interface Sum {
  readonly text: string
  readonly yuan: Decimal
  readonly start: number
  readonly end: number
  /** left: said of money, and not certain for what. */
  readonly role: 'grant' | 'cap' | 'capYear' | 'left'
}

export const GRANTS = /给予|予以|奖励|补助|补贴|资助|奖补|发放|兑现|支持/
const SUMS = new RegExp(`(${NUMBER})\\s*(亿元|万元|元)`, 'g')
/** One of many: how many there are is not said here. */
const PER = /每(?:新增|增加|引进|培养)?(?:[一1]?)(?:件|人|名|台|套|亩|吨|千瓦|场|次|平方米|项|篇)/

/** Sums from a place of a sentence on. */
export function sumsIn(sentence: string, from: number): readonly Sum[] {
  const sums: Sum[] = []
  for (const found of sentence.matchAll(SUMS)) {
    const yuan = yuanOf(found[1]!, found[2]!)
    if (yuan === undefined || found.index < from) continue
    const [start, end] = [found.index, found.index + found[0].length]
    const before = sums.at(-1)
    const inList = before && /^[、和及]$/.test(sentence.slice(before.end, start))
    sums.push({ text: found[0], yuan, start, end, role: inList ? before.role : roleOf(sentence, start, end) })
  }
  return sums
}

function roleOf(sentence: string, start: number, end: number): Sum['role'] {
  const segment = segmentAt(sentence, start)
  const ahead = sentence.slice(segment.start, start)
  const behind = sentence.slice(end, segment.end)
  if (/[-~—–至到]\s*$/.test(ahead) || /^\s*[-~—–至到]/.test(behind)) return 'left'
  if (PER.test(ahead) || /^\s*(?:\/|每)/.test(behind)) return 'left'
  const isCap =
    /(?:最高|不超过|封顶|上限|限额)[^\d，,]{0,8}$/.test(ahead) || /^(?:封顶|为限|以内)/.test(behind)
  if (isCap) {
    if (/累计|年内|总额|合计|期内/.test(ahead)) return 'left'
    return /每年|年度|当年|全年/.test(ahead) ? 'capYear' : 'cap'
  }
  if (/以上|以下|超过|达到|不低于|部分/.test(`${ahead.slice(-6)}${behind.slice(0, 4)}`)) return 'left'
  return GRANTS.test(ahead) || GRANTS.test(behind) ? 'grant' : 'left'
}

export interface Rate {
  readonly text: string
  /** Percent, as a plain decimal. */
  readonly percent: string
  /** Of what, as written. */
  readonly base: string
  /** Up to this much, so that the rate itself is not said. */
  readonly upTo: boolean
  readonly start: number
  readonly end: number
}

const RATES = new RegExp(`(${NUMBER})\\s*%`, 'g')

/** Rates from a place of a sentence on. */
export function ratesIn(sentence: string, from: number): readonly Rate[] {
  return [...sentence.matchAll(RATES)].flatMap((found): readonly Rate[] => {
    const value = decimalOf(found[1]!)
    if (value === undefined || found.index < from) return []
    const { start, end } = segmentAt(sentence, found.index)
    const ahead = sentence.slice(start, found.index)
    const behind = sentence.slice(found.index + found[0].length, end)
    const base = ahead.split(/按照|按|给予|最高|不超过|不高于/).at(-1)!
    return [
      {
        text: found[0],
        percent: value.toFixed(),
        base: base
          .replace(/^(?:其|企业|单位)+/, '')
          .replace(/(?:的|总额)?(?:比例)?(?:的)?\s*$/, '')
          .trim(),
        upTo: /最高|不超过|不高于/.test(ahead) || /^(?:以内|以下)/.test(behind),
        start: found.index,
        end: found.index + found[0].length,
      },
    ]
  })
}

/** The stretch between commas around a place. */
function segmentAt(sentence: string, at: number): { start: number; end: number } {
  const start =
    Math.max(...['，', ',', '：', ':', '（', '('].map((sign) => signBefore(sentence, sign, at))) + 1
  const ends = ['，', '：', '；', '。', '）', ')']
    .map((sign) => sentence.indexOf(sign, at))
    .filter((i) => i >= 0)
  return { start, end: Math.min(sentence.length, ...ends) }
}

/** A comma between digits is a part of a number. */
function signBefore(sentence: string, sign: string, at: number): number {
  let place = sentence.lastIndexOf(sign, at - 1)
  while (place >= 0 && sign === ',' && /\d,\d/.test(sentence.slice(Math.max(0, place - 1), place + 2)))
    place = place === 0 ? -1 : sentence.lastIndexOf(sign, place - 1)
  return at === 0 ? -1 : place
}
