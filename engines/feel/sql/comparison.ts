import { compare, equal, isList, kindOf, Range, type Value } from '../values/index.ts'
import { asScalar } from './choose.ts'
import type { Columns } from './columns.ts'
import { wrapped } from './numbers.ts'
import {
  type Constant,
  constant,
  isNull,
  NULL,
  needsOf,
  opened,
  type Scalar,
  scalar,
  type Term,
  Unpushable,
} from './term.ts'

/** Three-valued truth, as SQL has it. */

type Connective = 'and' | 'or'

/** What is no truth value is unknown. */
const truthOf = (term: Term): Scalar | Constant => {
  if (term.kind === 'scalar') return term.type === 'boolean' ? term : NULL
  return term.kind === 'constant' && typeof term.value === 'boolean' ? term : NULL
}

export function logic(operator: Connective, terms: readonly Term[]): Term {
  const decisive = operator === 'or'
  const truths = terms.map(truthOf)
  if (truths.some((each) => each.kind === 'constant' && each.value === decisive)) return constant(decisive)
  const unknown = truths.some((each) => each.kind === 'constant' && each.value === null)
  const open = truths.filter((each) => each.kind === 'scalar')
  if (open.length === 0) return constant(unknown ? null : !decisive)
  const parts = [...open.map(({ sql }) => wrapped(sql)), ...(unknown ? ['null'] : [])]
  return parts.length === 1
    ? (open[0] as Scalar)
    : scalar('boolean', parts.join(` ${operator} `), needsOf(open))
}

export function not(term: Term): Term {
  const truth = truthOf(term)
  if (truth.kind === 'constant') return constant(typeof truth.value === 'boolean' ? !truth.value : null)
  return scalar('boolean', `not ${wrapped(truth.sql)}`, truth.needs)
}

/** `=`: null only for values of different kinds. */
export function equality(columns: Columns, a: Term, b: Term): Term {
  if (a.kind === 'constant' && b.kind === 'constant') return constant(equal(a.value, b.value))
  if (isNull(a)) return absence(b)
  if (isNull(b)) return absence(a)
  const [left, right] = [asScalar(columns, a), asScalar(columns, b)] as [Scalar, Scalar]
  const needs = needsOf([left, right])
  const [x, y] = [wrapped(left.sql), wrapped(right.sql)]
  if (left.type !== right.type) {
    const none = `case when ${x} is null then ${y} is null when ${y} is null then false end`
    return scalar('boolean', none, needs)
  }
  const sure = a.kind === 'constant' || b.kind === 'constant'
  return scalar('boolean', sure ? `coalesce(${x} = ${y}, false)` : `${x} is not distinct from ${y}`, needs)
}

/** Whether a term is null. */
export function absence(term: Term): Term {
  switch (term.kind) {
    case 'scalar':
      return scalar('boolean', `${wrapped(term.sql)} is null`, term.needs)
    case 'context':
      return term.present ? not(term.present) : constant(false)
    default:
      return constant(isNull(term))
  }
}

export type Ordering = '<' | '<=' | '>' | '>='
const HOLDS: Readonly<Record<Ordering, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

/** Null for what has no order. */
export function ordering(columns: Columns, operator: Ordering, a: Term, b: Term): Term {
  if (a.kind === 'constant' && b.kind === 'constant') {
    const order = compare(a.value, b.value)
    return constant(order === null ? null : HOLDS[operator](order))
  }
  if (!isOrdered(a) || !isOrdered(b)) return NULL
  const [left, right] = [asScalar(columns, a), asScalar(columns, b)]
  if (!left || !right || left.type !== right.type || left.type === 'boolean') return NULL
  // Texts by code points, whatever the database sorts them by.
  const collation = left.type === 'string' ? ' collate "C"' : ''
  const sql = `${wrapped(left.sql)} ${operator} ${wrapped(right.sql)}${collation}`
  return scalar('boolean', sql, needsOf([left, right]))
}

const isOrdered = (term: Term) => term.kind === 'scalar' || term.kind === 'constant'

/** `between`: unknown where either side is, though the other be false. */
export function between(columns: Columns, value: Term, low: Term, high: Term): Term {
  const sides = [ordering(columns, '>=', value, low), ordering(columns, '<=', value, high)]
  if (sides.some(isNull)) return NULL
  if (sides.every((side) => side.kind === 'constant')) return logic('and', sides)
  const sql = sides.map((side) => `${wrapped((asScalar(columns, side) as Scalar).sql)}::int`).join(' + ')
  return scalar('boolean', `${sql} = 2`, needsOf(sides))
}

/** Whether a value lies between two ends. */
export const inside = (
  columns: Columns,
  value: Term,
  low: Term,
  high: Term,
  { startIncluded, endIncluded }: { readonly startIncluded: boolean; readonly endIncluded: boolean },
): Term =>
  logic('and', [
    ordering(columns, startIncluded ? '>=' : '>', value, low),
    ordering(columns, endIncluded ? '<=' : '<', value, high),
  ])

/** Whether a value lies in a range that is known. */
export function inRange(columns: Columns, value: Term, range: Range): Term {
  const { start, end, operator } = range
  if (operator === '=') return equality(columns, value, constant(start))
  if (operator === '!=') return not(equality(columns, value, constant(start)))
  if (operator === '<' || operator === '<=') return ordering(columns, operator, value, constant(end))
  if (operator === '>' || operator === '>=') return ordering(columns, operator, value, constant(start))
  return inside(columns, value, constant(start), constant(end), range)
}

/** Whether a value is what stands in its test, is among it, or lies in it. */
export function passes(columns: Columns, value: Term, wanted: Term): Term {
  if (value.kind === 'list' || value.kind === 'context' || value.kind === 'function')
    throw new Unpushable('TYPE', value.kind)
  if (wanted.kind === 'constant' && wanted.value instanceof Range)
    return inRange(columns, value, wanted.value)
  if (wanted.kind === 'constant' && kindOf(wanted.value) !== 'list') return equality(columns, value, wanted)
  const list = opened(wanted)
  if (list.kind !== 'list') return equality(columns, value, wanted)
  if (value.kind === 'constant' && isList(value.value)) throw new Unpushable('TYPE', 'list')
  return logic(
    'or',
    list.items.map((item) => {
      if (item.kind === 'constant' && (item.value as Value) instanceof Range)
        return inRange(columns, value, item.value as Range)
      return certain(equality(columns, value, item))
    }),
  )
}

export const isTrue = (term: Term) => term.kind === 'constant' && term.value === true

/** True or false, never unknown: unknown is not passed. */
export const certain = (term: Term): Term =>
  term.kind === 'scalar'
    ? scalar('boolean', `${wrapped(term.sql)} is true`, term.needs)
    : constant(isTrue(term))
