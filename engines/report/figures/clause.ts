/**
 * What a numeral says in its clause: one table of patterns, tried in order. Each looks at the words just
 * before the numeral (`left`) and decides the kind, the sign, and how many of those words belong to the figure.
 */

import type { Bound, FigureKind } from '../types.ts'
import {
  ABOVE_SOURCE,
  BELOW_SOURCE,
  FALLING_SOURCE,
  RANK_VERB_SOURCE,
  RISING_SOURCE,
  SCOPE_SOURCE,
} from './lexicon.ts'
import type { Token } from './tokens.ts'
import { dimensionOf, isCount } from './units.ts'

/** A figure before its indicator and period are known. */
export interface Draft {
  readonly token: Token
  readonly start: number
  readonly end: number
  readonly value: number
  readonly valueTo?: number
  readonly unit: string
  readonly kind: FigureKind
  readonly of: 'level' | 'growth'
  readonly among?: string
  readonly modifier?: string
  readonly bound: Bound
  /** The words before the figure that are left to name its indicator. */
  readonly left: string
  /** Which words made it: streaks, gaps and changes take their indicator from elsewhere than amounts do. */
  readonly form: 'streak' | 'gap' | 'change' | 'rank' | 'times' | 'amount'
  /** A change of which the verb spreads over a row: 分别增长A、B. */
  readonly sign: 1 | -1
}

interface Reading {
  /** How many characters of `left` the figure takes in. */
  readonly take: number
  readonly kind: FigureKind
  readonly form: Draft['form']
  readonly sign?: 1 | -1
  readonly of?: 'growth'
  readonly among?: string
  /** 第四|位: how many characters after the numeral belong to it, and the unit they give. */
  readonly tail?: string
}

interface Pattern {
  readonly name: string
  readonly read: (left: string, token: Token, right: string) => Reading | undefined
}

const REFERENCE = '[^，。；、：\\d]{1,16}?'
const STREAK = /连续$/
const RANK = new RegExp(
  `(?<verb>${RANK_VERB_SOURCE})?(?:在|至|到)?(?<scope>(?:${SCOPE_SOURCE})[^，。；、：\\d]{0,8}?)?(?:的)?(?:前)?$`,
)
const GAP = new RegExp(`(?<verb>${ABOVE_SOURCE}|${BELOW_SOURCE})(?<ref>${REFERENCE})(?:了|约|近|超过|超)?$`)
const BELOW = new RegExp(`^(?:${BELOW_SOURCE})$`)
const VERSUS = new RegExp(
  `(?:比|较)(?<ref>[^，。；、：]{1,14}?)(?<verb>${RISING_SOURCE}|${FALLING_SOURCE}|高出?|低|快|慢|多|少)了?$`,
)
const CHANGE = new RegExp(`(?<yearly>年均|年均实际)?(?<![新倍递])(?<verb>${RISING_SOURCE}|${FALLING_SOURCE})了?(?:幅度)?$`)
const DOWN = new RegExp(`^(?:${FALLING_SOURCE}|低|慢|少)$`)
const SUMMED = /(?:累计(?:达到|达|共|为)?|共计|合计|总计)$/
const CONTROLLED = /(?:控制在)$/
const SHARE_LEFT = /占[^，。；\d]{1,24}$/

const isRelative = (unit: string): boolean => dimensionOf(unit) === 'percent' || dimensionOf(unit) === 'points'

const PATTERNS: readonly Pattern[] = [
  {
    name: 'streak: 连续12个月',
    read: (left) => (STREAK.test(left) ? { take: 2, kind: 'count', form: 'streak' } : undefined),
  },
  {
    name: 'time: 第11次获评',
    read: (_left, token, right) =>
      token.form === 'ordinal' && right.startsWith('次')
        ? { take: 0, kind: 'cumulative', form: 'times', tail: '次' }
        : undefined,
  },
  {
    name: 'rank: 位列全市第四位, 居首位, 全国第一',
    read: (left, token, right) => {
      const top = /^[位名]$/.test(token.unit) && /前$/.test(left)
      if (token.form !== 'ordinal' && token.form !== 'first' && !top) return undefined
      const match = RANK.exec(left.slice(-24))
      const tail = token.form === 'ordinal' ? /^[位名]/.exec(right)?.[0] : undefined
      const among = match?.groups?.scope
      return {
        take: match?.[0].length ?? 0,
        kind: 'rank',
        form: 'rank',
        ...(tail !== undefined && { tail }),
        ...(among !== undefined && { among }),
      }
    },
  },
  {
    name: 'gap: 高于全市2.7个百分点',
    read: (left, token) => {
      if (dimensionOf(token.unit) !== 'points') return undefined
      const match = GAP.exec(left.slice(-24))
      if (match?.groups === undefined) return undefined
      const { verb = '', ref = '' } = match.groups
      const sign = BELOW.test(verb) ? -1 : 1
      return { take: match[0].length, kind: 'comparison', form: 'gap', sign, of: 'growth', among: ref }
    },
  },
  {
    name: 'gap to an earlier period: 较一季度回落0.8个百分点',
    read: (left, token) => {
      if (dimensionOf(token.unit) !== 'points') return undefined
      const match = VERSUS.exec(left.slice(-24))
      if (match?.groups === undefined) return undefined
      const { verb = '', ref = '' } = match.groups
      return {
        take: match[0].length,
        kind: 'comparison',
        form: 'gap',
        sign: DOWN.test(verb) ? -1 : 1,
        of: 'growth',
        among: ref,
      }
    },
  },
  {
    name: 'change: 增长6%, 年均增长5.9%, 减少1240万',
    read: (left, token) => {
      if (token.form === 'ratio' && token.unit === '') return undefined
      const match = CHANGE.exec(left.slice(-16))
      if (match?.groups === undefined) return undefined
      const { verb = '' } = match.groups
      // 分别增长A、B: the verb belongs to the row, not to its first number.
      const shared = /分别(?:实际|同比|名义)?$/.test(left.slice(0, left.length - match[0].length))
      const sign = DOWN.test(verb) ? -1 : 1
      const form = 'change' as const
      return { take: shared ? 0 : match[0].length, kind: 'growth', form, sign, of: 'growth' }
    },
  },
  {
    name: 'sum: 累计达21家, 共计28项',
    read: (left, token) => {
      const match = SUMMED.exec(left)
      if (match === null) return undefined
      const running = match[0].startsWith('累计')
      return { take: match[0].length, kind: running ? 'cumulative' : plainKind(left, token), form: 'amount' }
    },
  },
  {
    name: 'ceiling: 控制在5.5%左右',
    read: (left, token) => {
      const match = CONTROLLED.exec(left)
      return match === null ? undefined : { take: match[0].length, kind: plainKind(left, token), form: 'amount' }
    },
  },
  {
    name: 'share: 约占全市1/3',
    read: (left, token) => {
      if (token.form !== 'ratio' || token.unit !== '') return undefined
      const match = /约?占[^，。；、（）]{1,8}$/.exec(left)
      return { take: match?.[0].length ?? 0, kind: 'share', form: 'amount' }
    },
  },
  {
    name: 'amount: everything else',
    read: (left, token) => {
      const kind = plainKind(left, token)
      return { take: 0, kind, form: 'amount', ...(kind === 'growth' && { of: 'growth' as const }) }
    },
  },
]

/** The kind of a number that no verb qualifies. */
function plainKind(left: string, token: Token): FigureKind {
  if (isRelative(token.unit)) return 'share'
  if (token.form === 'ratio' || SHARE_LEFT.test(left)) return 'share'
  if (token.unit === '番') return 'growth'
  if (/累计/.test(left)) return 'cumulative'
  if (/(?:每[百千万亿]|人均|每位|户均|平均|均)/.test(left.slice(-24))) return 'level'
  return isCount(token.unit) || /^[万亿]+$/.test(token.unit) ? 'count' : 'level'
}

/** Reads one numeral; `left` and `right` are bounded by the caller. */
export function draft(token: Token, left: string, right: string): Draft {
  for (const { read } of PATTERNS) {
    const reading = read(left, token, right)
    if (reading === undefined) continue
    const sign = reading.sign ?? 1
    const tail = reading.tail ?? ''
    return {
      token,
      start: token.start - reading.take,
      end: token.end + tail.length,
      value: sign * token.value,
      ...(token.valueTo !== undefined && { valueTo: sign * token.valueTo }),
      unit: token.unit + tail,
      kind: reading.kind,
      of: reading.of ?? 'level',
      ...(reading.among !== undefined && { among: reading.among.replace(/的$/, '') }),
      ...(token.modifier !== undefined && { modifier: token.modifier }),
      bound: token.bound,
      left: left.slice(0, left.length - reading.take),
      form: reading.form,
      sign,
    }
  }
  throw new Error('unreachable: the last pattern reads every numeral')
}
