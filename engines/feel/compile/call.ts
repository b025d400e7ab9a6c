import type { Call } from '../syntax/index.ts'
import { FunctionValue, type Value } from '../values/index.ts'
import type { Compile, Library } from './expression.ts'
import type { Env, Run } from './frame.ts'

export function compileCall(
  { callee, args, names }: Call,
  env: Env,
  compile: Compile,
  library: Library,
): Run {
  const runs = args.map((arg) => compile(arg, env))
  const known = callee.kind === 'name' && callee.builtin ? library.builtins.get(callee.name) : undefined
  if (known && !names) {
    const { call } = known
    if (runs.length === 1) {
      const only = runs[0] as Run
      return (frame) => call([only(frame)])
    }
    return (frame) => call(runs.map((run) => run(frame)))
  }
  const of = compile(callee, env)
  return (frame) => {
    const called = of(frame)
    if (!(called instanceof FunctionValue)) return null
    const values = runs.map((run) => run(frame))
    return names ? callNamed(called, names, values) : callInOrder(called, values)
  }
}

/** @returns null where the number of arguments is wrong */
function callInOrder(called: FunctionValue, args: readonly Value[]): Value {
  if (!called.variadic && !called.callNamed && args.length !== called.parameters.length) return null
  return called.call(args)
}

function callNamed(called: FunctionValue, names: readonly string[], values: readonly Value[]): Value {
  const given = new Map(names.map((name, i) => [name, values[i] as Value]))
  if (called.callNamed) return called.callNamed(given)
  const { parameters } = called
  if (given.size !== parameters.length || parameters.some(({ name }) => !given.has(name))) return null
  return called.call(parameters.map(({ name }) => given.get(name) as Value))
}
