/**
 * From words to the catalogue: which indicator a figure states, and which of its series. What is unclear is
 * reported as unbound, never guessed.
 */

import type { Aspect, CatalogueEntry, Figure } from '../types.ts'
import { dimensionsAgree } from './units.ts'

/** A match by parts must cover this much of the shorter name, and beat the next entry by the margin. */
const ENOUGH = 0.75
const MARGIN = 0.15

export interface Bound {
  /** All figures in their order, those recognised with their `binding`. */
  readonly figures: Figure[]
  readonly unbound: Figure[]
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/规模以上|规上/g, '规上'],
  [/限额以上|限上/g, '限上'],
  [/国内生产总值|地区生产总值|生产总值|GDP/gi, '地区生产总值'],
  [/研究与试验发展|研发|R&D/gi, '研发'],
  [/同比|累计|全年|总量达|实现|完成/g, ''],
  [/增速$|增幅$|涨幅$|增长率$|数量$/g, ''],
  [/[\s“”"《》（）()·、]/g, ''],
]

/** One spelling for what reports write in several. */
export function normaliseName(name: string): string {
  return SPELLINGS.reduce((words, [pattern, spelling]) => words.replace(pattern, spelling), name)
}

const QUALIFIER = /^(?:全[国省市区县州]|核心区|我[省市区县]|本[市区]|市域|区域)/

/** Which series of its indicator a figure states. */
export function aspectOf(figure: Figure, streakOf?: Figure): Aspect {
  const growth = figure.of === 'growth' || /(?:增速|增幅|涨幅)$/.test(figure.indicator)
  if (/^连续/.test(figure.text)) {
    const rank = streakOf?.kind === 'rank' || /第[一二三四五六七八九十\d]|首位|居首|前列/.test(figure.indicator)
    const subject = growth || /增速|增幅|涨幅/.test(figure.indicator)
    if (rank) return subject ? 'growth.rank.streak' : 'rank.streak'
    return subject ? 'growth.streak' : 'streak'
  }
  if (figure.kind === 'rank') return growth ? 'growth.rank' : 'rank'
  if (figure.kind === 'comparison') return growth ? 'growth.gap' : 'gap'
  return growth ? 'growth' : 'level'
}

interface Name {
  readonly entry: CatalogueEntry
  readonly words: string
}

/** Binds figures to entries of the catalogue; see `Bound`. */
export function bindFigures(figures: readonly Figure[], catalogue: readonly CatalogueEntry[]): Bound {
  const names = catalogue.flatMap((entry) =>
    entry.names.map((name): Name => ({ entry, words: normaliseName(name) })).filter(({ words }) => words !== ''),
  )
  const out: Figure[] = []
  const unbound: Figure[] = []
  figures.forEach((figure, i) => {
    const aspect = aspectOf(figure, figures[i + 1])
    const entry = entryFor(figure, aspect, names)
    const bound: Figure = entry === undefined ? figure : { ...figure, binding: { indicator: entry.id, aspect } }
    out.push(bound)
    if (entry === undefined) unbound.push(figure)
  })
  return { figures: out, unbound }
}

function entryFor(figure: Figure, aspect: Aspect, names: readonly Name[]): CatalogueEntry | undefined {
  const stripped = aspect.includes('streak')
    ? figure.indicator.replace(/(?:增速|增幅)?(?:位居|位列|居|保持|稳定|高于|快于).*$/, '')
    : figure.indicator
  const words = normaliseName(stripped)
  // Only a level is measured in the indicator's own unit; growth, ranks and gaps have units of their own.
  const fits = ({ entry }: Name): boolean => aspect !== 'level' || dimensionsAgree(figure.unit, entry.unit)
  const candidates = names.filter(fits)
  // Exact first; then without 全区, 核心区, unless the catalogue itself tells the two apart (that is exact).
  for (const wanted of [words, words.replace(QUALIFIER, '')]) {
    const exact = new Set(candidates.filter((name) => name.words === wanted).map(({ entry }) => entry))
    if (exact.size === 1) return [...exact][0]
    if (exact.size > 1) return undefined
  }
  return closest(words, candidates)
}

function closest(words: string, candidates: readonly Name[]): CatalogueEntry | undefined {
  const scores = new Map<CatalogueEntry, number>()
  for (const { entry, words: name } of candidates)
    scores.set(entry, Math.max(scores.get(entry) ?? 0, likeness(words, name)))
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] < ENOUGH || best[1] - (next?.[1] ?? 0) < MARGIN) return undefined
  return best[0]
}

/** Likeness by pairs of characters, 0 to 1: twice the shared pairs over all pairs. */
function likeness(a: string, b: string): number {
  const pairs = (words: string): string[] => Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2))
  const [left, right] = [pairs(a), pairs(b)]
  if (left.length === 0 || right.length === 0) return 0
  const pool = new Set(right)
  return (2 * left.filter((pair) => pool.has(pair)).length) / (left.length + right.length)
}
