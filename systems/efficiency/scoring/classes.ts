/** From scores to classes within one group. Pure. */
import { Decimal } from '../../../kernel/figures/series.ts'
import type { Class } from '../words.ts'
import type { Scheme } from './scheme.ts'

export interface Candidate {
  readonly score: string
  readonly industry: string
  /** 万元/亩; null without land or tax. */
  readonly taxPerMu: string | null
  readonly exempt: boolean
  /** The best classes that findings against the firm leave. */
  readonly vetoes: readonly Class[]
}

export interface Classed {
  readonly class: Class
  /** 1 is the best; firms of equal score share it. Null where the firm is not ranked. */
  readonly rank: number | null
  /** Among how many. */
  readonly ranked: number
  /** The class by rank alone. */
  readonly byRank: Class | null
  /** Raised by the scheme's floor, or lowered by a veto. */
  readonly moved: 'floor' | 'veto' | null
}

const ORDER: readonly Class[] = ['A', 'B', 'C', 'D']
const worse = (a: Class, b: Class): Class => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b)
const better = (a: Class, b: Class): Class => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b)

/**
 * Classes the firms of one group, in their order. Exempt firms have class N and no place; the others are ranked among
 * themselves, by industry where the scheme says so. The floor comes before vetoes: a good yield excuses no offence.
 */
export function classify(scheme: Scheme, group: readonly Candidate[]): Classed[] {
  const fields = new Map<string, Decimal[]>()
  const fieldOf = ({ industry }: Candidate) => (scheme.byIndustry ? industry : '')
  for (const one of group) {
    if (one.exempt) continue
    const field = fields.get(fieldOf(one)) ?? []
    field.push(new Decimal(one.score))
    fields.set(fieldOf(one), field)
  }
  const ranks = new Map([...fields].map(([field, scores]) => [field, ranksOf(scores)]))
  return group.map((one) => {
    const ranked = fields.get(fieldOf(one))?.length ?? 0
    if (one.exempt) return { class: 'N', rank: null, ranked, byRank: null, moved: null }
    const rank = ranks.get(fieldOf(one))!.get(new Decimal(one.score).toFixed())!
    const byRank = classAt(scheme.shares, rank, ranked)
    return { rank, ranked, byRank, ...settled(scheme, one, byRank) }
  })
}

/** Score → place: one more than the number of better scores, so that equal scores stand on the same side of every cut. */
function ranksOf(scores: readonly Decimal[]): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const [at, score] of [...scores].sort((a, b) => b.comparedTo(a)).entries())
    if (!ranks.has(score.toFixed())) ranks.set(score.toFixed(), at + 1)
  return ranks
}

/** The class of a place: places up to a cumulated share of the number, rounded half up, are within it. */
function classAt(shares: Scheme['shares'], rank: number, ranked: number): Class {
  let share = new Decimal(0)
  for (const [at, own] of shares.entries()) {
    share = share.plus(own)
    if (share.times(ranked).div(100).toDecimalPlaces(0).gte(rank)) return ORDER[at]!
  }
  return 'D'
}

function settled(
  { floor }: Scheme,
  { taxPerMu, vetoes }: Candidate,
  byRank: Class,
): Pick<Classed, 'class' | 'moved'> {
  const held = floor !== null && taxPerMu !== null && new Decimal(taxPerMu).gte(floor.tax)
  const raised = held ? better(byRank, floor.best) : byRank
  const final = vetoes.reduce(worse, raised)
  return { class: final, moved: final !== raised ? 'veto' : raised !== byRank ? 'floor' : null }
}
