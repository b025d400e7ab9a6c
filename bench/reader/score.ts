/**
 * Scores a figure reader against a labelled set: `gold.jsonl` (or `dev.jsonl`) and `passages.jsonl` in a directory,
 * offsets in Unicode code points of the files beside them. Only what stands inside the passages counts.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../../engines/report/types.ts'

export interface Gold {
  readonly file: string
  readonly char_start: number
  readonly text: string
  readonly indicator: string
  readonly value: number
  readonly unit: string
  readonly kind: string
  readonly optional?: boolean
}

interface Passage {
  readonly file: string
  readonly char_start: number
  readonly char_end: number
}

export interface Tally {
  matched: number
  predicted: number
  gold: number
}

export interface Score {
  /** Span, value and unit. */
  readonly found: Tally
  /** The same, and indicator and kind. */
  readonly read: Tally
  /** What went wrong, one line each, for a person to read. */
  readonly misses: string[]
}

export const precision = ({ matched, predicted }: Tally): number => (predicted === 0 ? 1 : matched / predicted)
export const recall = ({ matched, gold }: Tally): number => (gold === 0 ? 1 : matched / gold)

const lines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

const plain = (words: string): string => words.replace(/[\s“”"、，（）()的·]/g, '')
const pairs = (words: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)))

/** Containment either way, or half of the shorter phrase's pairs of characters shared. */
export function sameIndicator(a: string, b: string): boolean {
  const [left, right] = [plain(a), plain(b)]
  if (left === '' || right === '') return false
  if (left.includes(right) || right.includes(left)) return true
  const [few, many] = [pairs(left), pairs(right)].sort((x, y) => x.size - y.size) as [Set<string>, Set<string>]
  let common = 0
  for (const pair of few) if (many.has(pair)) common += 1
  return few.size > 0 && common / few.size >= 0.5
}

const sameUnit = (a: string, b: string): boolean => a.replaceAll('％', '%') === b.replaceAll('％', '%')

/** Code-point offset → UTF-16 offset, for all offsets of one text. */
function utf16Offsets(text: string): Uint32Array {
  const out: number[] = []
  let at = 0
  for (const char of text) {
    out.push(at)
    at += char.length
  }
  out.push(at)
  return Uint32Array.from(out)
}

interface Located {
  readonly gold: Gold
  readonly start: number
  readonly end: number
}

/**
 * @param directory holds the labels: gold.jsonl or dev.jsonl, and passages.jsonl
 * @param texts where the labelled files are; the same directory unless told
 */
export function score(directory: string, read: (text: string) => readonly Figure[], texts = directory): Score {
  const labels = ['gold.jsonl', 'dev.jsonl'].map((name) => join(directory, name)).find((path) => existsSync(path))
  if (labels === undefined) throw new Error(`${directory}: neither gold.jsonl nor dev.jsonl there`)
  const gold = lines<Gold>(labels)
  const result: Score = {
    found: { matched: 0, predicted: 0, gold: 0 },
    read: { matched: 0, predicted: 0, gold: 0 },
    misses: [],
  }
  const files = new Map<string, { figures: readonly Figure[]; offsets: Uint32Array }>()
  for (const passage of lines<Passage>(join(directory, 'passages.jsonl'))) {
    const known = files.get(passage.file)
    const { figures, offsets } = known ?? load(join(texts, passage.file), read)
    if (known === undefined) files.set(passage.file, { figures, offsets })
    const [start, end] = [offsets[passage.char_start]!, offsets[passage.char_end]!]
    const inside = figures.filter((figure) => figure.start >= start && figure.end <= end)
    const located = gold
      .filter((g) => g.file === passage.file && g.char_start >= passage.char_start && g.char_start < passage.char_end)
      .map((g) => ({ gold: g, start: offsets[g.char_start]!, end: offsets[g.char_start]! + g.text.length }))
    scorePassage(located, inside, passage.file, result)
  }
  return result
}

function load(path: string, read: (text: string) => readonly Figure[]) {
  const text = readFileSync(path, 'utf8')
  return { figures: read(text), offsets: utf16Offsets(text) }
}

function scorePassage(located: readonly Located[], figures: readonly Figure[], file: string, result: Score): void {
  const free = new Set(figures)
  const matchesOf = (one: Located): Figure[] =>
    [...free].filter(
      (figure) =>
        (figure.start === one.start && figure.end === one.end) ||
        (figure.start < one.end &&
          one.start < figure.end &&
          Math.abs(figure.value - one.gold.value) < 1e-6 &&
          sameUnit(figure.unit, one.gold.unit)),
    )
  // Required labels choose first, so that an optional one never takes their figure.
  const ordered = [...located].sort((a, b) => Number(a.gold.optional ?? false) - Number(b.gold.optional ?? false))
  for (const one of ordered) {
    const matches = matchesOf(one)
    const best = matches.find((figure) => agrees(figure, one.gold)) ?? matches[0]
    if (best !== undefined) free.delete(best)
    if (one.gold.optional) continue
    result.found.gold += 1
    result.read.gold += 1
    if (best === undefined) {
      result.misses.push(`MISSED ${file} ${one.gold.text} | ${one.gold.indicator} | ${one.gold.kind}`)
      continue
    }
    for (const tally of [result.found, result.read]) tally.predicted += 1
    result.found.matched += 1
    if (agrees(best, one.gold)) result.read.matched += 1
    else
      result.misses.push(
        `DIFFERS ${file} ${one.gold.text} | gold ${one.gold.indicator} ${one.gold.kind} | read ${best.indicator} ${best.kind}`,
      )
  }
  for (const figure of free) {
    // Overlapping an optional label, or optional itself: scored neither way.
    if (figure.optional || located.some((o) => o.gold.optional && figure.start < o.end && o.start < figure.end)) continue
    for (const tally of [result.found, result.read]) tally.predicted += 1
    result.misses.push(`EXTRA ${file} ${figure.text} | ${figure.indicator} | ${figure.kind}`)
  }
}

const agrees = (figure: Figure, gold: Gold): boolean =>
  figure.kind === gold.kind && sameIndicator(figure.indicator, gold.indicator)
