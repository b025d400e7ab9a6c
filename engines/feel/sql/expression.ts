import { instanceOf } from '../compile/index.ts'
import type { Call, Node } from '../syntax/index.ts'
import {
  add,
  compare,
  divide,
  FunctionValue,
  multiply,
  negate,
  power,
  property,
  Range,
  subtract,
  type Value,
} from '../values/index.ts'
import { asScalar, bound, choose } from './choose.ts'
import type { Columns } from './columns.ts'
import { between, equality, logic, not, ordering } from './comparison.ts'
import { fitTerm } from './fit.ts'
import { builtin } from './functions.ts'
import { Names } from './names.ts'
import { arithmetic, wrapped } from './numbers.ts'
import { tableTerm } from './table.ts'
import {
  type Constant,
  constant,
  isNull,
  isScalarType,
  NULL,
  needsOf,
  type Scalar,
  scalar,
  type Term,
  Unpushable,
} from './term.ts'
import { testsTerm, testTerm } from './tests.ts'
import type { Translation } from './translation.ts'

/** Functions that call each other deeper than this call themselves. */
const MOST_CALLS = 50

/** The same as the compiled function of a tree, for all subjects at once. @throws Unpushable */
export function translate(node: Node, names: Names, by: Translation): Term {
  const { columns } = by
  const of = (part: Node) => translate(part, names, by)
  switch (node.kind) {
    case 'literal':
      return constant(node.value)
    case 'name':
      return named(node, names, by)
    case 'property':
      return propertyOf(columns, of(node.of), node.name)
    case 'arithmetic':
      return operation(columns, node.operator, of(node.left), of(node.right))
    case 'negate': {
      const term = of(node.of)
      if (term.kind === 'constant') return constant(negate(term.value))
      if (term.kind !== 'scalar' || !SIGNED.includes(term.type)) return NULL
      return scalar(term.type, `-${wrapped(term.sql)}`, term.needs)
    }
    case 'comparison': {
      const [left, right] = [of(node.left), of(node.right)]
      if (node.operator === '=') return equality(columns, left, right)
      if (node.operator === '!=') return not(equality(columns, left, right))
      return ordering(columns, node.operator, left, right)
    }
    case 'logic':
      return logic(node.operator, [of(node.left), of(node.right)])
    case 'between':
      return between(columns, bound(columns, of(node.value)), of(node.low), of(node.high))
    case 'in': {
      const value = bound(columns, of(node.value))
      return logic(
        'or',
        node.tests.map((test) => testTerm(test, value, names, by)),
      )
    }
    case 'instance': {
      const value = of(node.value)
      if (value.kind === 'constant') return constant(instanceOf(value.value, node.of))
      if (value.kind !== 'scalar' || !isScalarType(node.of)) throw new Unpushable('FORM', 'instance of')
      return value.type === node.of
        ? scalar('boolean', `${wrapped(value.sql)} is not null`, value.needs)
        : constant(false)
    }
    case 'if': {
      const condition = of(node.condition)
      if (condition.kind === 'constant') {
        if (condition.value === true) return of(node.then)
        const neither = condition.value !== false && condition.value !== null
        return node.strict && neither ? NULL : of(node.otherwise)
      }
      if (condition.kind !== 'scalar' || condition.type !== 'boolean')
        throw new Unpushable('TYPE', condition.kind === 'scalar' ? condition.type : condition.kind)
      const when = columns.bind(condition)
      return choose(columns, [{ when, answer: of(node.then) }], of(node.otherwise))
    }
    case 'list': {
      const items = node.items.map(of)
      return items.every((item) => item.kind === 'constant')
        ? constant(items.map((item) => (item as Constant).value))
        : { kind: 'list', items }
    }
    case 'context': {
      const own = new Names(names)
      const entries = new Map<string, Term>()
      for (const { name, value } of node.entries) {
        const term = bound(columns, translate(value, own, by))
        own.with(name, term)
        entries.set(name, term)
      }
      if (node.result) return translate(node.result, own, by)
      return { kind: 'context', entries, present: undefined }
    }
    case 'range':
    case 'half':
      return rangeTerm(node, of)
    case 'call':
      return call(node, names, by)
    case 'function':
      return { kind: 'function', node, names }
    case 'tests':
      return testsTerm(node, names.find('?') ?? NULL, names, by)
    case 'fit':
      return fitTerm(of(node.of), node.to, by)
    case 'table':
      return tableTerm(node, names, by)
    case 'for':
    case 'quantified':
    case 'filter':
      throw new Unpushable('FORM', node.kind === 'quantified' ? node.quantifier : node.kind)
  }
}

const SIGNED: readonly string[] = ['number', 'days and time duration', 'years and months duration']

function named(node: Extract<Node, { kind: 'name' }>, names: Names, { library }: Translation): Term {
  const known = library.builtins.get(node.name)
  if (node.builtin && known) return constant(known)
  const term = names.find(node.name) ?? (known && constant(known))
  if (!term) throw new Unpushable('ELEMENT', node.name)
  return term
}

const VALUES = { '+': add, '-': subtract, '*': multiply, '/': divide, '**': power } as const

function operation(columns: Columns, operator: keyof typeof VALUES, a: Term, b: Term): Term {
  if (a.kind === 'constant' && b.kind === 'constant') return constant(VALUES[operator](a.value, b.value))
  if (isNull(a) || isNull(b)) return NULL
  const [left, right] = [asScalar(columns, a), asScalar(columns, b)] as [Scalar, Scalar]
  const needs = needsOf([left, right])
  const types = `${left.type} ${operator} ${right.type}`
  if (operator === '**') throw new Unpushable('FORM', '**')
  if (left.type === 'number' && right.type === 'number') return arithmetic(columns, operator, left, right)
  if (types === 'string + string')
    return scalar('string', `${wrapped(left.sql)} || ${wrapped(right.sql)}`, needs)
  if (types === 'date - date')
    return scalar(
      'days and time duration',
      `(${wrapped(left.sql)} - ${wrapped(right.sql)}) * 86400000000000::numeric`,
      needs,
    )
  throw new Unpushable('TYPE', types)
}

function propertyOf(columns: Columns, of: Term, name: string): Term {
  switch (of.kind) {
    case 'constant':
      return constant(property(of.value, name))
    case 'context':
      return of.entries.get(name) ?? NULL
    case 'list':
      return { kind: 'list', items: of.items.map((item) => propertyOf(columns, item, name)) }
    case 'function':
      return NULL
    case 'scalar': {
      const sql = PARTS[of.type]?.[name]?.(wrapped(of.sql))
      if (sql) return columns.bind(scalar('number', sql, of.needs))
      if (of.type === 'days and time duration') throw new Unpushable('FORM', `.${name}`)
      return NULL
    }
  }
}

/** Parts of dates and durations; weeks begin on Monday. */
const PARTS: Readonly<Record<string, Readonly<Record<string, (sql: string) => string>>>> = {
  date: {
    year: (sql) => `extract(year from ${sql})`,
    month: (sql) => `extract(month from ${sql})`,
    day: (sql) => `extract(day from ${sql})`,
    weekday: (sql) => `extract(isodow from ${sql})`,
  },
  'years and months duration': {
    years: (sql) => `trunc(${sql} / 12)`,
    months: (sql) => `mod(${sql}, 12)`,
  },
}

/** A range as a value must be known whole. */
function rangeTerm(node: Extract<Node, { kind: 'range' | 'half' }>, of: (part: Node) => Term): Term {
  const known = (part: Node): Value => {
    const term = of(part)
    if (term.kind !== 'constant') throw new Unpushable('FORM', 'range')
    return term.value
  }
  if (node.kind === 'half') {
    const value = known(node.bound)
    return value === null ? NULL : constant(Range.of(node.operator, value))
  }
  const [from, to] = [known(node.from), known(node.to)]
  if (from !== null && to !== null) {
    const order = compare(from, to)
    if (order === null || order > 0) return NULL
  }
  return constant(new Range(from, to, node.startIncluded, node.endIncluded))
}

function call({ callee, args, names: labels }: Call, names: Names, by: Translation): Term {
  const of = translate(callee, names, by)
  const given = args.map((arg) => translate(arg, names, by))
  if (of.kind === 'constant' && of.value instanceof FunctionValue) {
    const { value } = of
    if (given.every((arg) => arg.kind === 'constant')) {
      const values = given.map((arg) => (arg as Constant).value)
      if (!labels) return constant(value.call(values))
      if (value.callNamed)
        return constant(value.callNamed(new Map(labels.map((label, i) => [label, values[i] as Value]))))
    }
    const name = callee.kind === 'name' ? callee.name : ''
    if (labels) throw new Unpushable('FUNCTION', name)
    return builtin(by.columns, name, given)
  }
  if (of.kind !== 'function') return NULL
  const { parameters, body, result } = of.node
  if (by.depth >= MOST_CALLS) throw new Unpushable('ELEMENT', callee.kind === 'name' ? callee.name : '')
  if (given.length !== parameters.length) return NULL
  const order = labels ? parameters.map(({ name }) => labels.indexOf(name)) : parameters.map((_, i) => i)
  if (order.includes(-1)) return NULL
  const own = new Names(of.names)
  for (const [i, { name, check }] of parameters.entries()) {
    const value = given[order[i] as number] as Term
    const taken = check ? fitTerm(value, check, by) : value
    // An argument of another type makes the whole call null; which those are may differ by the subject.
    if (check?.allowed && taken.kind !== 'constant') throw new Unpushable('TYPE', name)
    if (isNull(taken) && !isNull(value)) return NULL
    own.with(name, bound(by.columns, taken))
  }
  const inner = { ...by, depth: by.depth + 1 }
  const answer = translate(body, own, inner)
  return result ? fitTerm(answer, result, inner) : answer
}
