import type { DefectGroup, Importance } from '../words.ts'

/** CJJ 181-2012: how bad the defects of one pipe are together, and how soon it is to be repaired or cleaned. Pure. */

/** What the formulas leave to be set. The usual values are samples but for those that `usual` says. */
export interface Scheme {
  /** Weight of a defect that has another near by. */
  readonly alpha: number
  /** Gaps up to `one` m make one defect of two, up to `near` m near ones. */
  readonly gaps: { readonly one: number; readonly near: number }
  /** RI = F·f + K·k + E·e + T·t. */
  readonly repair: { readonly F: number; readonly K: number; readonly E: number; readonly T: number }
  /** MI = G·g + K·k + E·e. */
  readonly upkeep: { readonly G: number; readonly K: number; readonly E: number }
  /** K by 地区重要性. */
  readonly importance: Readonly<Record<Importance, number>>
  /** E: what is larger than so many m, largest first, and of what is not larger than any but at least the last. */
  readonly sizes: {
    readonly above: readonly (readonly [metres: number, points: number])[]
    readonly from: readonly [metres: number, points: number]
  }
  /** Upper ends of the grades I, II and III. */
  readonly grades: { readonly defects: Cuts; readonly index: Cuts }
}
type Cuts = readonly [number, number, number]

export const USUAL: Scheme = {
  alpha: 1.1,
  gaps: { one: 1, near: 1.5 },
  repair: { F: 0.7, K: 0.1, E: 0.05, T: 0.15 },
  upkeep: { G: 0.8, K: 0.15, E: 0.05 },
  importance: { first: 10, second: 6, third: 3, other: 0 },
  sizes: {
    above: [
      [1.5, 10],
      [1, 6],
    ],
    from: [0.6, 3],
  },
  grades: { defects: [1, 3, 6], index: [1, 4, 7] },
}

export interface Defect {
  readonly group: DefectGroup
  /** Of its level; null where it has not been entered from the standard. */
  readonly score: number | null
  /** m along the pipe. */
  readonly distance: number
  /** m; 1 of one at a point. */
  readonly length: number
}
export interface Pipe {
  /** m; null where it is not known, as of the other three. */
  readonly size: number | null
  readonly length: number | null
  readonly importance: Importance | null
  /** T, 0 to 10. */
  readonly soil: number | null
}

export type Grade = 'I' | 'II' | 'III' | 'IV'
export type Lacking = 'score' | 'importance' | 'size' | 'soil'

/** One part of an index: the parameter, K by the importance of the area, E by the size of the pipe, T by the soil. */
export interface Term {
  readonly of: 'F' | 'G' | 'K' | 'E' | 'T'
  readonly weight: number
  readonly points: number
}

/** Of the defects of one group. */
export interface Assessment {
  readonly defects: number
  /** F of structural ones, G of functional ones, with its grade. */
  readonly parameter: number
  readonly grade: Grade
  readonly mean: number | null
  readonly max: number
  /** Null where length or a score is not known. */
  readonly density: number | null
  /** RI or MI. */
  readonly index: number
  readonly indexGrade: Grade
  /** What the index is the sum of: weight × points each. */
  readonly terms: readonly Term[]
  /** Where something is lacking, parameter, index and grades are the least that they can be. */
  readonly lacking: readonly Lacking[]
}

/** @returns null where there is no defect of the group, or of none the score is known */
export function assess(
  pipe: Pipe,
  defects: readonly Defect[],
  group: DefectGroup,
  scheme: Scheme = USUAL,
): Assessment | null {
  const own = defects.filter((defect) => defect.group === group)
  const known = own.filter((defect): defect is Scored => defect.score !== null)
  if (known.length === 0) return null
  const complete = known.length === own.length
  const weighed = weigh(known, scheme)
  const max = Math.max(...known.map(({ score }) => score))
  const sum = (of: (defect: Weighed) => number) => weighed.reduce((total, defect) => total + of(defect), 0)
  const mean = sum(({ score, weight }) => score * weight) / weighed.length
  // The parameter is never below the worst defect, whatever the others turn out to be.
  const parameter = complete ? Math.max(max, mean) : max
  const structural = group === 'structural'
  const K = pipe.importance === null ? 0 : scheme.importance[pipe.importance]
  const E = pipe.size === null ? 0 : sizePoints(pipe.size, scheme)
  const { repair, upkeep } = scheme
  const terms: readonly Term[] = structural
    ? [
        { of: 'F', weight: repair.F, points: kept(parameter) },
        { of: 'K', weight: repair.K, points: K },
        { of: 'E', weight: repair.E, points: E },
        { of: 'T', weight: repair.T, points: pipe.soil ?? 0 },
      ]
    : [
        { of: 'G', weight: upkeep.G, points: kept(parameter) },
        { of: 'K', weight: upkeep.K, points: K },
        { of: 'E', weight: upkeep.E, points: E },
      ]
  const index = terms.reduce((total, { weight, points }) => total + weight * points, 0)
  const lacking: readonly (readonly [Lacking, boolean])[] = [
    ['score', !complete],
    ['importance', pipe.importance === null],
    ['size', pipe.size === null],
    ['soil', structural && pipe.soil === null],
  ]
  return {
    defects: own.length,
    parameter: kept(parameter),
    grade: gradeOf(parameter, scheme.grades.defects),
    mean: complete ? kept(mean) : null,
    max,
    density:
      complete && pipe.length !== null && pipe.length > 0 && mean > 0
        ? kept(sum(({ score, weight, length }) => score * weight * length) / (mean * pipe.length))
        : null,
    index: kept(index),
    indexGrade: gradeOf(kept(index), scheme.grades.index),
    terms,
    lacking: lacking.flatMap(([what, is]) => (is ? [what] : [])),
  }
}

type Scored = Defect & { readonly score: number }
interface Weighed {
  readonly score: number
  readonly length: number
  readonly weight: number
}

/** Defects as they count: those that touch are one of the higher score, those that lie near one another weigh more. */
function weigh(defects: readonly Scored[], { alpha, gaps }: Scheme): readonly Weighed[] {
  const merged: { score: number; from: number; to: number; length: number }[] = []
  for (const { score, distance, length } of defects.toSorted((a, b) => a.distance - b.distance)) {
    // One at a point is given a length of 1 m to weigh it, and reaches no further.
    const to = distance + (length > 1 ? length : 0)
    const last = merged.at(-1)
    if (last && distance - last.to <= gaps.one) {
      last.to = Math.max(last.to, to)
      last.score = Math.max(last.score, score)
      last.length = Math.max(last.length, length, last.to - last.from)
    } else merged.push({ score, from: distance, to, length })
  }
  return merged.map(({ score, length, from, to }, i) => {
    const before = from - (merged[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
    const after = (merged[i + 1]?.from ?? Number.POSITIVE_INFINITY) - to
    return { score, length, weight: Math.min(before, after) <= gaps.near ? alpha : 1 }
  })
}

const sizePoints = (size: number, { sizes: { above, from } }: Scheme): number =>
  above.find(([metres]) => size > metres)?.[1] ?? (size >= from[0] ? from[1] : 0)

const gradeOf = (value: number, [one, two, three]: Cuts): Grade =>
  value <= one ? 'I' : value <= two ? 'II' : value <= three ? 'III' : 'IV'

const kept = (value: number): number => Number(value.toFixed(4))
