import type { Comparison, Logic, Node } from '../syntax/index.ts'
import {
  add,
  compare,
  divide,
  equal,
  FunctionValue,
  multiply,
  negate,
  newContext,
  power,
  property,
  Range,
  subtract,
  type Value,
} from '../values/index.ts'
import { compileCall } from './call.ts'
import { compileCheck, instanceOf } from './check.ts'
import { type Env, newFrame, type Run } from './frame.ts'
import { compileFilter, compileFor, compileQuantified } from './iteration.ts'
import { compileTable } from './table.ts'
import { allows, anyOf, compileTest, compileTests } from './tests.ts'

export type Compile = (node: Node, env: Env) => Run

/** What a model is compiled with. */
export interface Library {
  readonly builtins: ReadonlyMap<string, FunctionValue>
}

/** A tree as a function of the values of its names; every path through it ends in a value, never in an exception. */
export function compiler(library: Library): Compile {
  const compile: Compile = (node, env) => {
    switch (node.kind) {
      case 'literal': {
        const { value } = node
        return () => value
      }
      case 'name':
        return name(node.name, node.builtin, env, library)
      case 'property': {
        const of = compile(node.of, env)
        const { name: entry } = node
        return (frame) => property(of(frame), entry)
      }
      case 'arithmetic':
        return arithmetic(ARITHMETIC[node.operator], compile(node.left, env), compile(node.right, env))
      case 'negate': {
        const of = compile(node.of, env)
        return (frame) => negate(of(frame))
      }
      case 'comparison':
        return comparison(node, env, compile)
      case 'logic':
        return logic(node, env, compile)
      case 'between': {
        const [value, low, high] = [compile(node.value, env), compile(node.low, env), compile(node.high, env)]
        return (frame) => {
          const at = value(frame)
          const [above, below] = [compare(at, low(frame)), compare(at, high(frame))]
          if (above === null || below === null) return null
          return above >= 0 && below <= 0
        }
      }
      case 'in': {
        const value = compile(node.value, env)
        const test = anyOf(node.tests.map((each) => compileTest(each, env, compile)))
        return (frame) => test(value(frame), frame)
      }
      case 'instance': {
        const value = compile(node.value, env)
        const { of } = node
        return (frame) => instanceOf(value(frame), of)
      }
      case 'if': {
        const [condition, then, otherwise] = [
          compile(node.condition, env),
          compile(node.then, env),
          compile(node.otherwise, env),
        ]
        const { strict } = node
        return (frame) => {
          const answer = condition(frame)
          if (answer === true) return then(frame)
          return strict && answer !== false && answer !== null ? null : otherwise(frame)
        }
      }
      case 'for':
        return compileFor(node, env, compile)
      case 'quantified':
        return compileQuantified(node, env, compile)
      case 'filter':
        return compileFilter(node, env, compile)
      case 'list': {
        const items = node.items.map((item) => compile(item, env))
        return (frame) => items.map((item) => item(frame))
      }
      case 'context':
        return context(node, env, compile)
      case 'range': {
        const [from, to] = [compile(node.from, env), compile(node.to, env)]
        const { startIncluded, endIncluded } = node
        return (frame) => rangeOf(from(frame), to(frame), startIncluded, endIncluded)
      }
      case 'half': {
        const bound = compile(node.bound, env)
        const { operator } = node
        return (frame) => {
          const value = bound(frame)
          return value === null ? null : Range.of(operator, value)
        }
      }
      case 'call':
        return compileCall(node, env, compile, library)
      case 'function': {
        const inside = env.ofFunction()
        const slots = node.parameters.map((parameter) => inside.slot(parameter.name))
        const checks = node.parameters.map(({ check }) => check && compileCheck(check, allows(env, compile)))
        const result = node.result && compileCheck(node.result, allows(env, compile))
        const body = compile(node.body, inside)
        const parameters = node.parameters.map(({ name: each, check }) => ({ name: each, type: check?.type }))
        const type = typeof node.type === 'object' && node.type.kind === 'function' ? node.type.result : 'Any'
        return (frame) => {
          // What a loop around it holds now, it keeps.
          const kept = { slots: [...frame.slots], parent: frame.parent }
          const call = (args: readonly Value[]): Value => {
            const own = newFrame(kept)
            for (let i = 0; i < slots.length; i++) {
              const check = checks[i]
              const value = check ? check(args[i] ?? null) : (args[i] ?? null)
              if (value === undefined) return null
              own.slots[slots[i] as number] = value
            }
            const answer = body(own)
            return result ? (result(answer) ?? null) : answer
          }
          return new FunctionValue(parameters, type, call)
        }
      }
      case 'tests': {
        const input = env.find('?') ?? (() => null)
        const test = compileTests(node, env, compile)
        return (frame) => test(input(frame), frame)
      }
      case 'fit': {
        const of = compile(node.of, env)
        const check = compileCheck(node.to, allows(env, compile))
        return (frame) => check(of(frame)) ?? null
      }
      case 'table':
        return compileTable(node, env, compile)
    }
  }
  return compile
}

function name(spoken: string, builtin: boolean, env: Env, { builtins }: Library): Run {
  const found = builtin ? undefined : env.find(spoken)
  if (found) return found
  const known = builtins.get(spoken)
  if (known) return () => known
  return env.find(spoken) ?? (() => null)
}

type Operator = (a: Value, b: Value) => Value
const ARITHMETIC = { '+': add, '-': subtract, '*': multiply, '/': divide, '**': power } as const

const arithmetic =
  (operator: Operator, left: Run, right: Run): Run =>
  (frame) =>
    operator(left(frame), right(frame))

/** Ends that have no order make no range, and neither do ends the wrong way round. */
function rangeOf(start: Value, end: Value, startIncluded: boolean, endIncluded: boolean): Value {
  if (start !== null && end !== null) {
    const order = compare(start, end)
    if (order === null || order > 0) return null
  }
  return new Range(start, end, startIncluded, endIncluded)
}

function comparison({ operator, left, right }: Comparison, env: Env, compile: Compile): Run {
  const [a, b] = [compile(left, env), compile(right, env)]
  if (operator === '=') return (frame) => equal(a(frame), b(frame))
  if (operator === '!=')
    return (frame) => {
      const same = equal(a(frame), b(frame))
      return same === null ? null : !same
    }
  const holds = ORDERS[operator]
  return (frame) => {
    const order = compare(a(frame), b(frame))
    return order === null ? null : holds(order)
  }
}

const ORDERS = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
}

/** Three-valued: what is no truth value counts as unknown. */
function logic({ operator, left, right }: Logic, env: Env, compile: Compile): Run {
  const [a, b] = [compile(left, env), compile(right, env)]
  const decisive = operator === 'or'
  return (frame) => {
    const first = a(frame)
    if (first === decisive) return decisive
    const second = b(frame)
    if (second === decisive) return decisive
    return first === !decisive && second === !decisive ? !decisive : null
  }
}

function context(node: Extract<Node, { kind: 'context' }>, env: Env, compile: Compile): Run {
  const inside = env.inner()
  const entries = node.entries.map(({ name: entry, value }) => {
    const run = compile(value, inside)
    return { entry, run, slot: inside.slot(entry) }
  })
  const result = node.result && compile(node.result, inside)
  if (result)
    return (frame) => {
      for (const { run, slot } of entries) frame.slots[slot] = run(frame)
      return result(frame)
    }
  return (frame) => {
    const made = newContext()
    for (const { entry, run, slot } of entries) {
      const value = run(frame)
      frame.slots[slot] = value
      made[entry] = value
    }
    return made
  }
}
