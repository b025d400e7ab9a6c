import type { Element } from '../dmn/index.ts'
import { type Node, type Table, type Tests, tableOf } from '../syntax/index.ts'
import { isNumber, toDecimal } from '../values/index.ts'
import { type NotPushed, type QueryOptions, type SetQuery, type Source, setQuery } from './query.ts'

/** One cell of a rule that tests something, as columns of the query. */
export interface RuleTest {
  /** Place of its input in the table, from 0. */
  readonly input: number
  /** Whether the subject passes; null where it cannot be said. A value where it is the same for all. */
  readonly passes: { readonly column: string } | { readonly value: boolean | null }
  /** What is tested, with a bound that a number may miss: a column of texts of numbers. */
  readonly measured?: { readonly column: string; readonly bound: string }
}

/** The tests of a rule over all subjects: which of them each passes. */
export interface RuleQuery extends Pick<SetQuery, 'query' | 'columns'> {
  readonly tests: readonly RuleTest[]
}

/** @param number of the rule, from 1 */
export function ruleQuery(
  source: Source,
  decision: Element,
  number: number,
  { keep, as = 'test' }: QueryOptions,
): RuleQuery | NotPushed {
  const table = tableOf(decision.logic)
  const rule = table?.rules[number - 1]
  if (!table || !rule) return { code: 'ELEMENT', what: `${decision.name} ${number}`, element: decision.name }
  const cells = rule.tests.flatMap((tests, input) => (tests.tests.length > 0 ? [{ tests, input }] : []))
  const entries = cells.flatMap(({ tests, input }, i) => [
    { name: `passes ${i}`, value: passing(table, input, tests) },
    { name: `value ${i}`, value: tested(table, input) },
  ])
  const logic: Node = { ...PLACE, kind: 'context', entries, type: 'Any' }
  const asked = setQuery(source, { ...decision, logic }, { keep, as })
  if (!('query' in asked)) return asked
  const { query, columns } = asked
  const tests = cells.map(({ tests, input }, i): RuleTest => {
    const [passes, value] = [`${as}_${2 * i + 1}`, `${as}_${2 * i + 2}`]
    const bound = boundOf(tests)
    return {
      input,
      passes: columns.includes(passes) ? { column: passes } : { value: constantOf(asked, `passes ${i}`) },
      ...(bound !== undefined && columns.includes(value) ? { measured: { column: value, bound } } : {}),
    }
  })
  return { query, columns, tests }
}

const PLACE = { start: 0, end: 0 } as const

const tested = (table: Table, input: number): Node => (table.inputs[input] as Table['inputs'][number]).value

/** The tests with the input as `?`. */
const passing = (table: Table, input: number, tests: Tests): Node => ({
  ...PLACE,
  kind: 'context',
  entries: [{ name: '?', value: tested(table, input) }],
  result: tests,
  type: 'boolean',
})

function constantOf({ read }: SetQuery, entry: string): boolean | null {
  const value = (read({}) as Readonly<Record<string, unknown>>)[entry]
  return typeof value === 'boolean' ? value : null
}

/** Of one comparison with a number that is written out. */
function boundOf({ tests: [test, ...more], negated }: Tests): string | undefined {
  if (negated || more.length > 0 || test?.kind !== 'half' || !'<>'.includes(test.operator.charAt(0))) return
  const bound = test.bound.kind === 'negate' ? test.bound.of : test.bound
  if (bound.kind !== 'literal' || !isNumber(bound.value)) return
  const size = toDecimal(bound.value)
  return (test.bound.kind === 'negate' ? size.negated() : size).toFixed()
}
