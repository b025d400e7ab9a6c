import { compare, Range, type Value } from '../values/index.ts'
import { type Definition, define } from './define.ts'

/** Allen's relations on points and ranges (§10.3.4.10). */

/** An end that a comparison leaves open lies beyond everything: `(< 10)` has no start. */
const LEAST = Symbol('least')
const MOST = Symbol('most')
type Point = Value | typeof LEAST | typeof MOST

/** What both sides of a relation are turned into; a point is the range of itself. */
interface Span {
  readonly isPoint: boolean
  readonly start: Point
  readonly end: Point
  readonly startIncluded: boolean
  readonly endIncluded: boolean
}

function spanOf(value: Value): Span {
  if (!(value instanceof Range))
    return { isPoint: true, start: value, end: value, startIncluded: true, endIncluded: true }
  const { operator, start, end, startIncluded, endIncluded } = value
  return {
    isPoint: false,
    start: operator?.startsWith('<') ? LEAST : start,
    end: operator?.startsWith('>') ? MOST : end,
    startIncluded,
    endIncluded,
  }
}

/** Whether every end has an order with every other, so that a relation holds or does not. */
function areComparable(spans: readonly Span[]): boolean {
  const values = spans.flatMap(({ start, end }) => [start, end]).filter((each) => typeof each !== 'symbol')
  return values.every((each) => compare(each as Value, values[0] as Value) !== null)
}

function order(a: Point, b: Point): -1 | 0 | 1 | null {
  if (a === b) return 0
  if (a === LEAST || b === MOST) return -1
  return a === MOST || b === LEAST ? 1 : compare(a as Value, b as Value)
}
const less = (a: Point, b: Point): boolean => order(a, b) === -1
const same = (a: Point, b: Point): boolean => order(a, b) === 0

const before = (a: Span, b: Span) =>
  less(a.end, b.start) || (same(a.end, b.start) && !(a.endIncluded && b.startIncluded))

const meets = (a: Span, b: Span) => a.endIncluded && b.startIncluded && same(a.end, b.start)

/** Whether the first begins no later than the second. */
const startsBy = (a: Span, b: Span) =>
  less(a.start, b.start) || (same(a.start, b.start) && (a.startIncluded || !b.startIncluded))
/** Whether the first ends no sooner than the second. */
const endsBy = (a: Span, b: Span) =>
  less(b.end, a.end) || (same(a.end, b.end) && (a.endIncluded || !b.endIncluded))

const includes = (a: Span, b: Span) => startsBy(a, b) && endsBy(a, b)

const overlaps = (a: Span, b: Span) => !before(a, b) && !before(b, a)

/** Begins sooner, reaches into the other and does not outlast it. */
const overlapsBefore = (a: Span, b: Span) => !startsBy(b, a) && !before(a, b) && endsBy(b, a)

const finishes = (a: Span, b: Span) => endsBy(a, b) && endsBy(b, a) && startsBy(b, a)
const starts = (a: Span, b: Span) => startsBy(a, b) && startsBy(b, a) && endsBy(b, a)
const coincides = (a: Span, b: Span) => includes(a, b) && includes(b, a)

const POINT = 'number|string|date|time|datetime|days|years'

type Relation = (a: Span, b: Span) => boolean

const relation = (name: string, signature: string, holds: Relation): Definition =>
  define(name, 'boolean', signature, (a: Value, b: Value) => {
    const [first, second] = [spanOf(a), spanOf(b)]
    return areComparable([first, second]) ? holds(first, second) : null
  })

/** The other way round: `met by(a, b)` is `meets(b, a)`. */
const turned =
  (holds: Relation): Relation =>
  (a, b) =>
    holds(b, a)

export const range = [
  ...[
    `point1: ${POINT}, point2: ${POINT}`,
    `point: ${POINT}, range: range`,
    `range: range, point: ${POINT}`,
    'range1: range, range2: range',
  ].flatMap((signature) => [
    relation('before', signature, before),
    relation('after', signature, turned(before)),
  ]),
  relation('meets', 'range1: range, range2: range', meets),
  relation('met by', 'range1: range, range2: range', turned(meets)),
  relation('overlaps', 'range1: range, range2: range', overlaps),
  relation('overlaps before', 'range1: range, range2: range', overlapsBefore),
  relation('overlaps after', 'range1: range, range2: range', turned(overlapsBefore)),
  relation('finishes', `point: ${POINT}, range: range`, finishes),
  relation('finishes', 'range1: range, range2: range', finishes),
  relation('finished by', `range: range, point: ${POINT}`, turned(finishes)),
  relation('finished by', 'range1: range, range2: range', turned(finishes)),
  relation('includes', `range: range, point: ${POINT}`, includes),
  relation('includes', 'range1: range, range2: range', includes),
  relation('during', `point: ${POINT}, range: range`, turned(includes)),
  relation('during', 'range1: range, range2: range', turned(includes)),
  relation('starts', `point: ${POINT}, range: range`, starts),
  relation('starts', 'range1: range, range2: range', starts),
  relation('started by', `range: range, point: ${POINT}`, turned(starts)),
  relation('started by', 'range1: range, range2: range', turned(starts)),
  relation('coincides', `point1: ${POINT}, point2: ${POINT}`, coincides),
  relation('coincides', 'range1: range, range2: range', coincides),
]
