import type { Table, TableOutput } from '../syntax/index.ts'
import {
  addNumbers,
  type Context,
  compareNumbers,
  contextOf,
  equal,
  type FeelNumber,
  isNumber,
  type Value,
} from '../values/index.ts'
import { type Check, compileCheck } from './check.ts'
import type { Compile } from './expression.ts'
import type { Env, Frame, Run } from './frame.ts'
import { allows, compileTests, type Test } from './tests.ts'

interface Rule {
  readonly tests: readonly { readonly input: number; readonly test: Test }[]
  readonly outputs: readonly Run[]
}

/** A decision table (§8): inputs once, then the rules in their order; the hit policy makes one answer of those that match. */
export function compileTable(table: Table, env: Env, compile: Compile): Run {
  const inside = env.inner()
  const current = inside.slot('?')
  const inputs = table.inputs.map(({ value }) => compile(value, env))
  const allowed = table.inputs.map(({ allowed: tests }) => tests && compileTests(tests, inside, compile))
  const rules: readonly Rule[] = table.rules.map(({ tests, outputs }) => ({
    // A cell that everything passes asks for nothing.
    tests: tests.flatMap((each, input) =>
      each.tests.length === 0 ? [] : [{ input, test: compileTests(each, inside, compile) }],
    ),
    outputs: outputs.map((output) => compile(output, env)),
  }))
  const checks = table.outputs.map(({ check }) => check && compileCheck(check, allows(env, compile)))
  const answerOf = (rule: Rule, frame: Frame) => answer(table.outputs, checks, rule.outputs, frame)
  const otherwise = defaultOf(table.outputs, env, compile)
  const single = table.hitPolicy === 'FIRST'
  const combine = HIT[table.hitPolicy](table, ordersOf(table.outputs, inside, compile))
  return (frame) => {
    const values: Value[] = []
    for (let i = 0; i < inputs.length; i++) {
      const value = (inputs[i] as Run)(frame)
      const test = allowed[i]
      if (test && value !== null) {
        frame.slots[current] = value
        if (test(value, frame) !== true) return null
      }
      values.push(value)
    }
    const hits: Rule[] = []
    for (const rule of rules) {
      if (!matches(rule, values, current, frame)) continue
      if (single) return answerOf(rule, frame)
      hits.push(rule)
    }
    if (hits.length === 0) return otherwise ? otherwise(frame) : table.aggregator === 'COUNT' ? 0 : null
    return combine(hits.map((rule) => answerOf(rule, frame)))
  }
}

function matches({ tests }: Rule, values: readonly Value[], current: number, frame: Frame): boolean {
  for (const { input, test } of tests) {
    const value = values[input] as Value
    frame.slots[current] = value
    if (test(value, frame) !== true) return false
  }
  return true
}

function answer(
  outputs: readonly TableOutput[],
  checks: readonly (Check | undefined)[],
  runs: readonly Run[],
  frame: Frame,
): Value {
  const take = (i: number): Value => {
    const value = (runs[i] as Run)(frame)
    const check = checks[i]
    return check ? (check(value) ?? null) : value
  }
  if (outputs.length === 1) return take(0)
  return contextOf(outputs.map(({ name = '' }, i) => [name, take(i)]))
}

function defaultOf(outputs: readonly TableOutput[], env: Env, compile: Compile): Run | undefined {
  if (!outputs.some(({ otherwise }) => otherwise)) return undefined
  const runs = outputs.map(({ otherwise }) => (otherwise ? compile(otherwise, env) : () => null))
  return (frame) => answer(outputs, [], runs, frame)
}

/** The place of a value among those of its output, by priority; later than all where it is none of them. */
type Order = (answer: Value) => readonly number[]

function ordersOf(outputs: readonly TableOutput[], env: Env, compile: Compile): Order {
  const orders = outputs.map(({ name, order }) => ({
    name,
    values: order?.tests.map((test) => compile(test, env)) ?? [],
  }))
  return (answer) =>
    orders.map(({ name = '', values }) => {
      const value = outputs.length === 1 ? answer : entryOf(answer, name)
      const place = values.findIndex((run) => equal(run({ slots: [], parent: undefined }), value) === true)
      return place < 0 ? values.length : place
    })
}

function byPriority(answers: readonly Value[], order: Order): readonly Value[] {
  return answers
    .map((answer) => ({ answer, places: order(answer) }))
    .sort((a, b) => {
      for (let i = 0; i < a.places.length; i++) {
        const difference = (a.places[i] as number) - (b.places[i] as number)
        if (difference !== 0) return difference
      }
      return 0
    })
    .map(({ answer }) => answer)
}

/** Of an answer with several outputs. */
const entryOf = (answer: Value, name: string): Value => (answer as Context)[name] ?? null

type Combine = (answers: readonly Value[]) => Value

const HIT: Record<Table['hitPolicy'], (table: Table, order: Order) => Combine> = {
  UNIQUE: () => (answers) => (answers.length === 1 ? (answers[0] as Value) : null),
  ANY: () => (answers) =>
    answers.every((each) => equal(each, answers[0] as Value) === true) ? (answers[0] as Value) : null,
  FIRST: () => (answers) => answers[0] as Value,
  PRIORITY: (_, order) => (answers) => byPriority(answers, order)[0] as Value,
  'RULE ORDER': () => (answers) => answers,
  'OUTPUT ORDER': (_, order) => (answers) => byPriority(answers, order),
  COLLECT: ({ aggregator, outputs }) =>
    aggregator === undefined
      ? (answers) => answers
      : aggregator === 'COUNT'
        ? (answers) => answers.length
        : (answers) => aggregate(aggregator, outputs, answers),
}

function aggregate(
  by: 'SUM' | 'MIN' | 'MAX',
  outputs: readonly TableOutput[],
  answers: readonly Value[],
): Value {
  if (outputs.length > 1)
    return contextOf(
      outputs.map(({ name = '' }) => [
        name,
        of(
          by,
          answers.map((each) => entryOf(each, name)),
        ),
      ]),
    )
  return of(by, answers)
}

function of(by: 'SUM' | 'MIN' | 'MAX', values: readonly Value[]): Value {
  if (!values.every(isNumber)) return null
  const [first, ...rest] = values as readonly FeelNumber[]
  if (first === undefined) return null
  if (by === 'SUM')
    return rest.reduce<FeelNumber | null>(
      (sum, value) => (sum === null ? null : addNumbers(sum, value)),
      first,
    )
  return rest.reduce(
    (best, value) => ((by === 'MIN') === compareNumbers(value, best) < 0 ? value : best),
    first,
  )
}
