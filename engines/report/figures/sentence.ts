/**
 * The figures of one sentence: drafts from its numerals, then their indicators, each helped by the one before.
 */

import { type Draft, draft } from './clause.ts'
import { attach, isBareVerb, join, nameAfter, subjects, trimPhrase } from './indicator.ts'
import { OUTLINE_VERBS } from './lexicon.ts'
import { whyNot } from './notFigures.ts'
import { looksAhead, statedPeriod, type Times } from './period.ts'
import type { Token } from './tokens.ts'
import { dimensionOf, isCount } from './units.ts'
import type { Figure, FigureKind } from '../types.ts'

/** How far a figure looks to either side: longer than any noun phrase, short enough to keep all work linear. */
const REACH = 90
const HARD_STOP = /[，。；：！？（）\n]/

/** What the figures of a sentence share while it is read. */
export interface Scene {
  readonly norm: string
  readonly text: string
  readonly start: number
  readonly end: number
  readonly times: Times
  readonly inName: (at: number) => boolean
  /** What the figure before measured, across ； within one sentence. */
  readonly carried: string
}

interface Placed extends Draft {
  /** The words between the figure before (or the last stop) and this one. */
  readonly between: string
  readonly clauseStart: number
  readonly previousEnd: number
}

function clauseStartOf(norm: string, at: number, floor: number): number {
  for (let i = at - 1; i >= floor; i -= 1) if (HARD_STOP.test(norm[i]!)) return i + 1
  return floor
}

function place(tokens: readonly Token[], scene: Scene): Placed[] {
  const { norm } = scene
  const placed: Placed[] = []
  let previousEnd = scene.start
  for (const token of tokens) {
    const before = norm.slice(Math.max(scene.start, token.start - REACH), token.start)
    const right = norm.slice(token.end, Math.min(scene.end, token.end + REACH))
    if (whyNot(token, { left: before, right, inName: scene.inName(token.number) }) !== undefined) continue
    const floor = Math.max(previousEnd, token.start - REACH)
    const clauseStart = Math.min(token.start, clauseStartOf(norm, token.start, floor))
    const left = norm.slice(clauseStart, token.start)
    const between = norm.slice(Math.min(floor, token.start), token.start)
    const read = draft(token, left, right)
    if (read.start < previousEnd) continue
    placed.push({ ...read, between, clauseStart, previousEnd })
    previousEnd = read.end
  }
  return placed
}

/** 3.4%、4.3%和6.6%: how many figures stand in one row from `at` on. */
function rowLength(drafts: readonly Placed[], at: number): number {
  let length = 1
  const first = drafts[at]!
  while (at + length < drafts.length) {
    const next = drafts[at + length]!
    const alike = dimensionOf(next.unit) === dimensionOf(first.unit) || next.unit === first.unit
    if (!alike || !/^(?:、|和|与|及|以及)$/.test(next.between) || next.form !== 'amount') break
    length += 1
  }
  return length
}

interface Named {
  readonly indicators: readonly string[]
  /** What later figures of the sentence may speak of without naming it. */
  readonly carry: string
}

function rightOf(scene: Scene, one: Placed): string {
  return scene.norm.slice(one.end, Math.min(scene.end, one.end + REACH))
}

function restOfClause(right: string): string {
  const stop = /[，。；：！？（）、\n]/.exec(right)
  return right.slice(0, stop?.index ?? right.length)
}

function nameOf(one: Placed, scene: Scene, carried: string): Named {
  const right = rightOf(scene, one)
  const phrase = phraseBefore(one, scene)
  const subject = phrase === '' ? carried : join(phrase, carried)
  const keep = (indicator: string): Named => ({
    indicators: [indicator],
    carry: phrase !== '' && subject !== phrase && carried !== '' ? carried : indicator,
  })
  if (one.form === 'times') return { indicators: [restOfClause(right)], carry: carried }
  if (one.form === 'streak') return { indicators: [subject + restOfClause(right)], carry: subject }
  if (one.form === 'gap') {
    const grown = phrase === '' && !/[增涨降]速$|幅$|[率比重]$/.test(subject) ? `${subject}增速` : subject
    return { indicators: [grown], carry: subject }
  }
  if (one.form === 'change' || one.form === 'rank')
    return /[、和]/.test(phrase) && /均$/.test(one.left) ? { indicators: subjects(phrase, 0), carry: phrase } : keep(subject)
  const name = dimensionOf(one.unit) === 'percent' || one.token.modifier === '左右' ? '' : nameAfter(right)
  const fraction = one.token.form === 'ratio' && one.unit === ''
  const counted = fraction || isCount(one.unit) || /^[万亿]+$/.test(one.unit)
  if (name !== '' && (counted || phrase === '' || isBareVerb(phrase))) {
    const indicator = attach(one.left, name)
    return { indicators: [indicator], carry: indicator }
  }
  if (phrase !== '' && !isBareVerb(phrase)) {
    if (/均$|均(?:为|达到?|已)$/.test(one.left)) return { indicators: subjects(phrase, 0), carry: phrase }
    // 其中国家级1项: the words only tell which of the things named before.
    if (/[级类]$/.test(phrase) && phrase.length <= 6 && carried !== '') return { indicators: [phrase + carried], carry: carried }
    return keep(subject)
  }
  return { indicators: [carried || phrase], carry: carried || phrase }
}

/** The phrase before a figure; before the bracket when the figure stands alone in one: 乱堆物(128件). */
function phraseBefore(one: Placed, scene: Scene): string {
  const phrase = trimPhrase(one.left)
  const bracket = one.clauseStart - 1
  if (phrase !== '' || scene.norm[bracket] !== '（' || bracket <= one.previousEnd) return phrase
  const start = clauseStartOf(scene.norm, bracket, Math.max(one.previousEnd, bracket - REACH))
  return trimPhrase(scene.norm.slice(start, bracket))
}

/** 分别: the subjects of a row, named in its clause or, failing that, by the last figures before it. */
function rowSubjects(one: Placed, count: number, before: readonly string[]): readonly string[] {
  const phrase = trimPhrase(one.left.slice(0, one.left.lastIndexOf('分别')))
  if (phrase === '') {
    const distinct = [...new Set(before)].slice(-count)
    return distinct.length === count ? distinct : []
  }
  const named = subjects(phrase, count)
  return named.length === count ? named : Array.from({ length: count }, () => phrase)
}

/** Reads the figures of the sentence `[start, end)` from its numerals, and what the next may carry on. */
export function readSentence(tokens: readonly Token[], scene: Scene): { figures: Figure[]; carried: string } {
  const drafts = place(tokens, scene)
  const figures: Figure[] = []
  const named: string[] = []
  let carried = scene.carried
  const ahead = drafts.length > 0 && looksAhead(scene.times, scene.norm.slice(scene.start, Math.min(scene.end, scene.start + 400)))
  for (let i = 0; i < drafts.length; ) {
    const one = drafts[i]!
    const length = rowLength(drafts, i)
    const distributed = one.left.includes('分别') ? rowSubjects(one, length, named) : []
    if (distributed.length === length && (length > 1 || one.left.includes('分别'))) {
      distributed.forEach((indicator, k) => {
        figures.push(figureOf(inRow(drafts[i + k]!, one), indicator, scene, ahead, one.kind))
        named.push(indicator)
      })
      carried = distributed[length - 1] ?? carried
      i += length
      continue
    }
    const { indicators, carry } = nameOf(one, scene, carried)
    const kind = runningKind(one, drafts[i - 1], figures.at(-1))
    for (const indicator of indicators) {
      figures.push(figureOf(one, indicator, scene, ahead, kind))
      if (one.form === 'amount') named.push(indicator)
    }
    // 突破8万亿元、9万亿元: without 分别 the row speaks of one thing.
    for (let k = 1; k < length; k += 1)
      figures.push(figureOf(inRow(drafts[i + k]!, one), indicators[0] ?? '', scene, ahead, kind))
    carried = carry
    i += length
  }
  return { figures, carried }
}

/** A later figure of a row takes the verb of the first: 分别下降3.6%和1.3%. */
function inRow(one: Placed, first: Placed): Placed {
  return one === first ? one : { ...one, kind: first.kind, of: first.of, sign: first.sign, value: first.sign * one.token.value }
}

/** 增速, 涨幅: a percentage of these is growth though no verb says so. */
const GROWTH_NOUN = /(?:增速|增幅|涨幅|降幅|增长率|幅度)$/

/** 累计创建A12个、培育B36家: the verb's 累计 holds along the 、. */
function runningKind(one: Placed, before: Placed | undefined, last: Figure | undefined): FigureKind {
  // 从28件提高到70件: both ends are of one kind.
  if (before !== undefined && last !== undefined && /(?:由|从)(?:平均)?$/.test(before.left) && before.unit === one.unit && one.form === 'amount')
    return before.kind
  const runs = before !== undefined && last?.kind === 'cumulative' && one.kind === 'count' && before.form === 'amount'
  if (!runs || /新[增建设开认获备培]/.test(one.between)) return one.kind
  return /^[^，。；]*、/.test(one.between) && !one.between.includes('，') ? 'cumulative' : one.kind
}

function figureOf(one: Placed, indicator: string, scene: Scene, ahead: boolean, read: FigureKind): Figure {
  const kind = read === 'share' && GROWTH_NOUN.test(indicator) ? 'growth' : read
  const { norm, text } = scene
  const stated = norm.slice(Math.max(scene.start, one.start - REACH), one.start)
  const outlined = /指标$/.test(indicator) || OUTLINE_VERBS.test(one.left)
  const planned = ahead && !(kind === 'count' && outlined) && kind !== 'rank' && one.form !== 'streak'
  // 由A增加到B: A is of an earlier time, which the words seldom tell.
  const earlier = /(?:由|从)(?:平均)?$/.test(one.left)
  const grows = one.of === 'growth' || kind === 'growth' || (kind === 'rank' && /[增涨降]速$|[增涨降]幅$/.test(indicator))
  return {
    start: one.start,
    end: one.end,
    text: text.slice(one.start, one.end),
    indicator,
    value: one.value,
    ...(one.valueTo !== undefined && { valueTo: one.valueTo }),
    unit: one.unit,
    kind: planned ? 'target' : kind,
    period: earlier ? '' : statedPeriod(stated, scene.times),
    ...(one.modifier !== undefined && { modifier: one.modifier }),
    bound: one.bound,
    of: grows ? 'growth' : 'level',
    ...(one.among !== undefined && { among: one.among }),
    ...(one.left.includes('其中') && { partOf: true as const }),
  }
}


