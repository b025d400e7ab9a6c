import type { Node, Tests } from '../syntax/index.ts'
import { compare, equal, inRange, isList, Range, type Value } from '../values/index.ts'
import type { Compile } from './expression.ts'
import { type Env, type Frame, newFrame, type Run } from './frame.ts'

/** A test of a value that a frame's slot holds: true, false, or null where it cannot be said. */
export type Test = (value: Value, frame: Frame) => boolean | null

/** One of several: true if any passes, null if none does and one cannot be said. */
export function anyOf(tests: readonly Test[]): Test {
  if (tests.length === 1) return tests[0] as Test
  return (value, frame) => {
    let answer: boolean | null = false
    for (const test of tests) {
      const verdict = test(value, frame)
      if (verdict === true) return true
      if (verdict === null) answer = null
    }
    return answer
  }
}

export function compileTests({ tests, negated }: Tests, env: Env, compile: Compile): Test {
  if (tests.length === 0) return () => true
  const any = anyOf(tests.map((test) => compileTest(test, env, compile)))
  if (!negated) return any
  return (value, frame) => {
    const verdict = any(value, frame)
    return verdict === null ? null : !verdict
  }
}

/** One test; an expression that speaks of `?` says itself whether it is passed. */
export function compileTest(node: Node, env: Env, compile: Compile): Test {
  if (node.kind === 'half') {
    const bound = compile(node.bound, env)
    return COMPARES[node.operator](bound)
  }
  if (node.kind === 'range') {
    const [from, to] = [compile(node.from, env), compile(node.to, env)]
    const { startIncluded, endIncluded } = node
    return (value, frame) => {
      const [low, high] = [from(frame), to(frame)]
      if (typeof value === 'number' && typeof low === 'number' && typeof high === 'number')
        return (startIncluded ? value >= low : value > low) && (endIncluded ? value <= high : value < high)
      return within(value, new Range(low, high, startIncluded, endIncluded))
    }
  }
  if (node.kind === 'literal' && (typeof node.value === 'string' || typeof node.value === 'number')) {
    const { value: wanted } = node
    return (value) => value === wanted || equal(value, wanted)
  }
  const run = compile(node, env)
  if (speaksOfInput(node)) return (_, frame) => asBoolean(run(frame))
  return (value, frame) => passes(value, run(frame))
}

const asBoolean = (value: Value) => (typeof value === 'boolean' ? value : null)

const COMPARES: Record<NonNullable<Range['operator']>, (bound: Run) => Test> = {
  '<': (bound) =>
    ordered(
      bound,
      (value, than) => value < than,
      (order) => order < 0,
    ),
  '<=': (bound) =>
    ordered(
      bound,
      (value, than) => value <= than,
      (order) => order <= 0,
    ),
  '>': (bound) =>
    ordered(
      bound,
      (value, than) => value > than,
      (order) => order > 0,
    ),
  '>=': (bound) =>
    ordered(
      bound,
      (value, than) => value >= than,
      (order) => order >= 0,
    ),
  '=': (bound) => (value, frame) => equal(value, bound(frame)),
  '!=': (bound) => (value, frame) => {
    const same = equal(value, bound(frame))
    return same === null ? null : !same
  },
}

const ordered =
  (bound: Run, ofNumbers: (value: number, than: number) => boolean, of: (order: number) => boolean): Test =>
  (value, frame) => {
    const than = bound(frame)
    if (typeof value === 'number' && typeof than === 'number') return ofNumbers(value, than)
    const order = compare(value, than)
    return order === null ? null : of(order)
  }

/** Whether a value is what was computed for it, or lies in it. */
function passes(value: Value, wanted: Value): boolean | null {
  if (isList(wanted)) {
    if (isList(value)) {
      const same = equal(value, wanted)
      if (same === true) return true
    }
    let answer: boolean | null = false
    for (const each of wanted) {
      const verdict = each instanceof Range ? within(value, each) : equal(value, each) === true
      if (verdict === true) return true
      if (verdict === null) answer = null
    }
    return answer
  }
  return wanted instanceof Range ? within(value, wanted) : equal(value, wanted)
}

function within(value: Value, range: Range): boolean | null {
  if (value instanceof Range) return equal(value, range)
  return inRange(value, range)
}

/** Whether a node mentions `?`, outside of a function that has one of its own. */
export function speaksOfInput(node: Node): boolean {
  if (node.kind === 'name') return node.name === '?'
  return Object.values(node).some((part) => (Array.isArray(part) ? part.some(speaksIn) : speaksIn(part)))
}

const speaksIn = (part: unknown): boolean => {
  if (typeof part !== 'object' || part === null) return false
  if ('kind' in part && 'start' in part) return speaksOfInput(part as Node)
  // Bindings, entries.
  return ['from', 'to', 'value'].some(
    (key) => key in part && speaksIn((part as Record<string, unknown>)[key]),
  )
}

/** Tests of allowed values stand outside of everything: they know `?` and the functions of the language. */
export const allows =
  (env: Env, compile: Compile) =>
  (tests: Tests): ((value: Value) => boolean) => {
    const apart = env.ofFunction()
    const slot = apart.slot('?')
    const test = compileTests(tests, apart, compile)
    return (value) => {
      const frame = newFrame()
      frame.slots[slot] = value
      return test(value, frame) === true
    }
  }
