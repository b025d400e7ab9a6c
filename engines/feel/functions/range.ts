import { compare, Range, type Value } from '../values/index.ts'
import { type Definition, define } from './define.ts'

/** Allen's relations on points and ranges (§10.3.4.10). */

type Point = Value
const less = (a: Value, b: Value): boolean => compare(a, b) === -1
const same = (a: Value, b: Value): boolean => compare(a, b) === 0

/** An end that is not given lies beyond everything. */
const endsBefore = (a: Range, b: Range) =>
  less(a.end, b.start) || (same(a.end, b.start) && !(a.endIncluded && b.startIncluded))

function before(a: Point | Range, b: Point | Range): boolean {
  if (a instanceof Range)
    return b instanceof Range ? endsBefore(a, b) : less(a.end, b) || (same(a.end, b) && !a.endIncluded)
  return b instanceof Range ? less(a, b.start) || (same(a, b.start) && !b.startIncluded) : less(a, b)
}

const meets = (a: Range, b: Range) => a.endIncluded && b.startIncluded && same(a.end, b.start)

const sameStart = (a: Range, b: Range) => same(a.start, b.start) && a.startIncluded === b.startIncluded
const sameEnd = (a: Range, b: Range) => same(a.end, b.end) && a.endIncluded === b.endIncluded
/** Whether the first begins no later than the second. */
const startsBy = (a: Range, b: Range) =>
  less(a.start, b.start) || (same(a.start, b.start) && (a.startIncluded || !b.startIncluded))
const endsBy = (a: Range, b: Range) =>
  less(b.end, a.end) || (same(a.end, b.end) && (a.endIncluded || !b.endIncluded))

function includes(range: Range, what: Point | Range): boolean {
  if (what instanceof Range) return startsBy(range, what) && endsBy(range, what)
  const above = less(range.start, what) || (range.startIncluded && same(range.start, what))
  return above && (less(what, range.end) || (range.endIncluded && same(range.end, what)))
}

const overlaps = (a: Range, b: Range) => !endsBefore(a, b) && !endsBefore(b, a)

const overlapsBefore = (a: Range, b: Range) =>
  (less(a.start, b.start) || (same(a.start, b.start) && a.startIncluded && !b.startIncluded)) &&
  (less(b.start, a.end) || (same(b.start, a.end) && a.endIncluded && b.startIncluded)) &&
  (less(a.end, b.end) || (same(a.end, b.end) && (!a.endIncluded || b.endIncluded)))

const overlapsAfter = (a: Range, b: Range) =>
  (less(b.start, a.start) || (same(b.start, a.start) && b.startIncluded && !a.startIncluded)) &&
  (less(a.start, b.end) || (same(a.start, b.end) && b.endIncluded && a.startIncluded)) &&
  (less(b.end, a.end) || (same(b.end, a.end) && (!b.endIncluded || a.endIncluded)))

const finishes = (a: Point | Range, b: Range) =>
  a instanceof Range
    ? sameEnd(a, b) &&
      (less(b.start, a.start) || (same(a.start, b.start) && (!a.startIncluded || b.startIncluded)))
    : b.endIncluded && same(a, b.end)

const starts = (a: Point | Range, b: Range) =>
  a instanceof Range
    ? sameStart(a, b) && (less(a.end, b.end) || (same(a.end, b.end) && (!a.endIncluded || b.endIncluded)))
    : b.startIncluded && same(a, b.start)

const coincides = (a: Point | Range, b: Point | Range) =>
  a instanceof Range
    ? b instanceof Range && sameStart(a, b) && sameEnd(a, b)
    : !(b instanceof Range) && same(a, b)

const POINT = 'number|string|date|time|datetime|days|years'

/** Both ways round: `met by(a, b)` is `meets(b, a)`. */
const relation = (name: string, signature: string, holds: (a: never, b: never) => boolean): Definition =>
  define(name, 'boolean', signature, (a, b) => holds(a as never, b as never))
const turned =
  <A, B>(holds: (a: A, b: B) => boolean) =>
  (b: B, a: A) =>
    holds(a, b)

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
  relation('overlaps after', 'range1: range, range2: range', overlapsAfter),
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
