import { speaksOfInput } from '../compile/index.ts'
import type { Node, Tests } from '../syntax/index.ts'
import { Range } from '../values/index.ts'
import { equality, inRange, inside, logic, not, ordering, passes } from './comparison.ts'
import type { Names } from './names.ts'
import { constant, type Term } from './term.ts'
import type { Translation } from './translation.ts'

/** Whether a value passes one of several tests, or none when negated; no test at all is passed by everything. */
export function testsTerm({ tests, negated }: Tests, value: Term, names: Names, by: Translation): Term {
  if (tests.length === 0) return constant(true)
  const any = logic(
    'or',
    tests.map((test) => testTerm(test, value, names, by)),
  )
  return negated ? not(any) : any
}

export function testTerm(test: Node, value: Term, names: Names, by: Translation): Term {
  const { columns } = by
  const of = (part: Node) => by.translate(part, names, by)
  if (test.kind === 'half') {
    const limit = of(test.bound)
    if (test.operator === '=') return equality(columns, value, limit)
    if (test.operator === '!=') return not(equality(columns, value, limit))
    return ordering(columns, test.operator, value, limit)
  }
  if (test.kind === 'range') {
    const [from, to] = [of(test.from), of(test.to)]
    return from.kind === 'constant' && to.kind === 'constant'
      ? inRange(columns, value, new Range(from.value, to.value, test.startIncluded, test.endIncluded))
      : inside(columns, value, from, to, test)
  }
  const term = of(test)
  return speaksOfInput(test) ? logic('and', [term]) : passes(columns, value, term)
}
