import { Decimal } from 'decimal.js'
import type { Figure } from '../types.ts'
import { type Broken, MISSING_CODE } from './draft.ts'
import type { Slot } from './template.ts'
import { amountInEnglish } from './unitWords.ts'

/** What is known of a slot when its sentence is checked. */
export interface Filled {
  readonly slot: Slot
  /** The new value in the figure's unit; undefined when missing. */
  readonly value: number | undefined
  /** The number as it will be printed. */
  readonly printed: number | undefined
  /** The words of the old sentence before the figure, and those after it that still speak of it. */
  readonly before: string
  readonly after: string
}

interface Check {
  readonly code: string
  /** Whether the claim is made at all. */
  readonly claims: (filled: Filled) => boolean
  readonly fails: (value: number, filled: Filled) => boolean
  readonly zh: string
  readonly en: string
}

/** Relative distance from which 约 and 近 no longer hold. */
const TOO_FAR = { about: 0.05, near: 0.1 } as const

/** Whether `printed` may no longer stand for `value` beside 约 or 近. */
export function tooFar(bound: 'about' | 'near', value: Decimal, printed: Decimal): boolean {
  if (value.isZero()) return !printed.isZero()
  return printed.minus(value).abs().div(value.abs()).gt(TOO_FAR[bound])
}

/** 其中国家级1项、省级4项: what stands after 其中, up to the semicolon, is a part of the amount before. */
export function isAmong(before: string): boolean {
  return /其中[^;；。]*$/.test(before)
}

export function isAmount(figure: Figure): boolean {
  return figure.kind === 'level' || figure.kind === 'count' || figure.kind === 'cumulative'
}

const figureOf = (filled: Filled) => filled.slot.figure
const isStreak = (filled: Filled) =>
  figureOf(filled).binding?.aspect.endsWith('streak') === true ||
  /连续?$|^连续?/.test(filled.slot.form.before)
const isRank = (filled: Filled) => figureOf(filled).kind === 'rank' && !isStreak(filled)
const RECORD = /创(?:历年|历史|近年来?|年度)?(?:来)?新高|再创新高|创下?历史最[高好]|历史新高|历史最高/

/**
 * The claims that a report's words make about a number, and when each no longer holds. One row, one claim;
 * `{…}` in the words are filled from the figure; in English `{now}` and `{was}` are value and stated with their unit.
 */
export const CHECKS: readonly Check[] = [
  {
    code: 'growth-sign',
    claims: ({ slot }) => slot.direction === 'rise' && slot.figure.kind !== 'comparison',
    fails: (value) => value < 0,
    zh: '原文写“增长”,现为{value}{unit},方向相反',
    en: 'the text says it rose; it is now {now}',
  },
  {
    code: 'fall-sign',
    claims: ({ slot }) => slot.direction === 'fall' && slot.figure.kind !== 'comparison',
    fails: (value, { slot }) => slot.figure.value < 0 && value > 0,
    zh: '原文写“下降”,现为{value}{unit},方向相反',
    en: 'the text says it fell; it is now {now}',
  },
  {
    code: 'comparison-sign',
    claims: (filled) => figureOf(filled).kind === 'comparison',
    fails: (value, { slot }) => Math.sign(value) !== 0 && Math.sign(value) === -Math.sign(slot.figure.value),
    zh: '与{among}相比的高低已经相反:现为{value}{unit}',
    en: 'the comparison with {among} has turned round: it is now {now}',
  },
  {
    code: 'first-lost',
    claims: (filled) => isRank(filled) && figureOf(filled).value === 1,
    fails: (value) => value > 1,
    zh: '不再居{among}首位:现为第{value}位',
    en: 'no longer first in {among}: now number {value}',
  },
  {
    code: 'rank-lost',
    claims: (filled) => isRank(filled) && figureOf(filled).value > 1,
    fails: (value, filled) => value > figureOf(filled).value,
    zh: '位次由第{stated}位退到第{value}位',
    en: 'the rank fell from {stated} to {value}',
  },
  {
    code: 'streak-broken',
    claims: isStreak,
    fails: (value, filled) => value < figureOf(filled).value,
    zh: '连续记录已中断:原为{stated}{unit},现为{value}{unit}',
    en: 'the streak is broken: it was {was}, it is now {now}',
  },
  {
    code: 'threshold-not-reached',
    claims: (filled) => ['over', 'atLeast'].includes(figureOf(filled).bound) && !isRank(filled),
    fails: (value, filled) => value < figureOf(filled).value,
    zh: '未达到“{text}”:现为{value}{unit}',
    en: '“{text}” is not reached: it is now {now}',
  },
  {
    code: 'limit-passed',
    claims: (filled) => ['atMost', 'under'].includes(figureOf(filled).bound) && !isRank(filled),
    fails: (value, filled) => value > figureOf(filled).value,
    zh: '超出“{text}”:现为{value}{unit}',
    en: '“{text}” is exceeded: it is now {now}',
  },
  {
    code: 'approximation-too-far',
    claims: (filled) => figureOf(filled).bound === 'about' || figureOf(filled).bound === 'near',
    fails: (value, filled) => {
      const bound = figureOf(filled).bound as 'about' | 'near'
      return filled.printed !== undefined && tooFar(bound, new Decimal(value), new Decimal(filled.printed))
    },
    zh: '“{modifier}”与实际相差过大:现为{value}{unit}',
    en: '“{modifier}” is too far off: it is now {now}',
  },
  {
    code: 'record-lost',
    claims: (filled) =>
      RECORD.test(filled.after) &&
      isAmount(figureOf(filled)) &&
      !figureOf(filled).partOf &&
      !isAmong(filled.before) &&
      !isStreak(filled),
    fails: (value, filled) => value < figureOf(filled).value,
    zh: '不再是新高:上年{stated}{unit},现为{value}{unit}',
    en: 'no longer a record: {was} the year before, {now} now',
  },
]

/** What the sentence says of this figure that no longer holds; a missing value is always marked. */
export function brokenBy(filled: Filled): Broken[] {
  const { value } = filled
  if (value === undefined) {
    return [say(MISSING, filled)]
  }
  return CHECKS.filter((check) => check.claims(filled) && check.fails(value, filled)).map((check) =>
    say(check, filled),
  )
}

const MISSING = {
  code: MISSING_CODE,
  zh: '缺“{indicator}”的数,请补填',
  en: 'no value for “{indicator}”',
}

/** Whom a report compares its zone with, as English says it. */
const AMONG_EN: Readonly<Record<string, string>> = {
  全市: 'the city',
  全省: 'the province',
  全国: 'the country',
  全球: 'the world',
}

function say(check: Pick<Check, 'code' | 'zh' | 'en'>, filled: Filled): Broken {
  const { figure } = filled.slot
  const value = filled.value === undefined ? '' : String(filled.value)
  const stated = String(figure.value)
  const words = {
    value,
    stated,
    unit: figure.unit,
    text: figure.text,
    indicator: figure.indicator,
    modifier: figure.modifier ?? figure.text,
  }
  const { among } = figure
  return {
    code: check.code,
    zh: put(check.zh, { ...words, among: among || '对比对象' }),
    en: put(check.en, {
      ...words,
      now: amountInEnglish(value, figure.unit),
      was: amountInEnglish(stated, figure.unit),
      among: among ? (AMONG_EN[among] ?? among) : 'its peers',
    }),
  }
}

const put = (words: string, values: Readonly<Record<string, string>>) =>
  words.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
