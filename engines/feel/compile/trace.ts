import type { Node, Table, Tests } from '../syntax/index.ts'
import {
  compareNumbers,
  divideNumbers,
  type FeelNumber,
  isNumber,
  subtractNumbers,
  toDecimal,
  type Value,
} from '../values/index.ts'
import type { Compile } from './expression.ts'
import type { Env, Frame } from './frame.ts'
import { compileTests } from './tests.ts'

/** One cell of a rule against the value it tests. */
export interface TestTrace {
  readonly input: string
  readonly test: string
  readonly operand: Value
  /** null: it cannot be said, something is missing. */
  readonly verdict: boolean | null
  /** How much a number is short of a bound that it would have to reach; with the bound and its comparison. */
  readonly short?: { readonly operator: string; readonly bound: FeelNumber; readonly by: FeelNumber }
}

export interface RuleTrace {
  /** From 1, as the table shows it. */
  readonly number: number
  readonly id: string
  readonly matched: boolean
  readonly tests: readonly TestTrace[]
  readonly annotation: string | undefined
}

/** Why a table answers as it does. */
export interface TableTrace {
  readonly hitPolicy: string
  readonly rules: readonly RuleTrace[]
  /** Number of the rule that was missed by least. */
  readonly nearest: number | undefined
}

export function compileTrace(table: Table, env: Env, compile: Compile): (frame: Frame) => TableTrace {
  const inside = env.inner()
  const current = inside.slot('?')
  const inputs = table.inputs.map(({ value }) => compile(value, env))
  const rules = table.rules.map((rule) => ({
    ...rule,
    cells: rule.tests.map((tests) => ({
      test: compileTests(tests, inside, compile),
      bounds: boundsOf(tests).map(({ operator, bound }) => ({ operator, bound: compile(bound, inside) })),
    })),
  }))
  return (frame) => {
    const values = inputs.map((run) => run(frame))
    const traces = rules.map(({ id, annotation, texts, cells }, index): RuleTrace => {
      const tests = cells.map(({ test, bounds }, i): TestTrace => {
        const operand = values[i] as Value
        frame.slots[current] = operand
        const verdict = test(operand, frame)
        const short =
          verdict === false
            ? shortOf(
                operand,
                bounds.map(({ operator, bound }) => ({ operator, bound: bound(frame) })),
              )
            : undefined
        return {
          input: table.inputs[i]?.label ?? '',
          test: texts[i] ?? '',
          operand,
          verdict,
          ...(short ? { short } : {}),
        }
      })
      return {
        number: index + 1,
        id,
        matched: tests.every(({ verdict }) => verdict === true),
        tests,
        annotation,
      }
    })
    return { hitPolicy: table.hitPolicy, rules: traces, nearest: nearestOf(traces) }
  }
}

interface Bound<T> {
  readonly operator: string
  readonly bound: T
}

/** Bounds that a number could reach: of half ranges and of intervals. */
function boundsOf({ tests, negated }: Tests): readonly Bound<Node>[] {
  if (negated) return []
  return tests.flatMap((test): readonly Bound<Node>[] => {
    if (test.kind === 'half' && '<>'.includes(test.operator.charAt(0)))
      return [{ operator: test.operator, bound: test.bound }]
    if (test.kind !== 'range') return []
    return [
      { operator: test.startIncluded ? '>=' : '>', bound: test.from },
      { operator: test.endIncluded ? '<=' : '<', bound: test.to },
    ]
  })
}

/** The bound that is missed by least. */
function shortOf(operand: Value, bounds: readonly Bound<Value>[]): TestTrace['short'] {
  if (!isNumber(operand)) return undefined
  let best: TestTrace['short']
  for (const { operator, bound } of bounds) {
    if (!isNumber(bound)) continue
    const by = operator.startsWith('>') ? subtractNumbers(bound, operand) : subtractNumbers(operand, bound)
    // A bound that is kept is not what is missed; one that must be passed and is met is missed by nothing at all.
    if (by === null || compareNumbers(by, 0) < 0 || (compareNumbers(by, 0) === 0 && operator.length > 1))
      continue
    if (!best || compareNumbers(by, best.by) < 0) best = { operator, bound, by }
  }
  return best
}

/** Few tests missed, and those by little in proportion; a test that no number can mend counts as far. */
function nearestOf(rules: readonly RuleTrace[]): number | undefined {
  let best: { number: number; distance: number } | undefined
  for (const { number, matched, tests } of rules) {
    if (matched) continue
    const distance = tests.reduce((sum, test) => sum + distanceOf(test), 0)
    if (!best || distance < best.distance) best = { number, distance }
  }
  // Something in it can be mended by a number.
  const found = rules.find(({ number }) => number === best?.number)
  return found?.tests.some(({ short }) => short) ? found.number : undefined
}

function distanceOf({ verdict, short }: TestTrace): number {
  if (verdict === true) return 0
  if (!short) return 1_000
  const size = divideNumbers(short.by, toDecimal(short.bound).isZero() ? 1 : short.bound)
  return 1 + Math.min(1, Math.abs(size === null ? 1 : toDecimal(size).toNumber()))
}
