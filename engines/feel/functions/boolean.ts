import { DateTime, isContext, isList, kindOf, Range, stringOf, Time, type Value } from '../values/index.ts'
import { define } from './define.ts'

export const boolean = [
  define('not', 'boolean', 'negand: any', (negand: Value) => (typeof negand === 'boolean' ? !negand : null)),
  define('is', 'boolean', 'value1?: any, value2?: any', (a: Value = null, b: Value = null) => same(a, b)),
]

/** The same thing and not only equal: kinds and offsets too. */
function same(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false
  if (isList(a) && isList(b)) return a.length === b.length && a.every((each, i) => same(each, b[i] ?? null))
  if (isContext(a) && isContext(b)) {
    const names = Object.keys(a)
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => name in b && same(a[name] ?? null, b[name] ?? null))
    )
  }
  if (a instanceof Range && b instanceof Range)
    return (
      a.operator === b.operator &&
      a.startIncluded === b.startIncluded &&
      a.endIncluded === b.endIncluded &&
      same(a.start, b.start) &&
      same(a.end, b.end)
    )
  if (a instanceof Time && b instanceof Time) return sameTime(a, b)
  if (a instanceof DateTime && b instanceof DateTime)
    return a.date.dayNumber === b.date.dayNumber && sameTime(a.time, b.time)
  return kindOf(a) === 'function' ? a === b : stringOf(a) === stringOf(b)
}

const sameTime = (a: Time, b: Time) =>
  a.secondOfDay === b.secondOfDay && a.nano === b.nano && a.offset === b.offset
