import { compiler, Env, newFrame } from './compile/index.ts'
import { builtinScope, type Model, readModel } from './dmn/index.ts'
import { builtins } from './functions/index.ts'
import { parseExpression, Scope } from './syntax/index.ts'
import type { DateTime, Value } from './values/index.ts'

export { choicesOf } from './choices.ts'
export type { RuleTrace, TableTrace, TestTrace } from './compile/index.ts'
export type { Element, Model, ModelProblem, Step } from './dmn/index.ts'
export { plainStep } from './plain.ts'
export {
  type NotPushed,
  type QueryText,
  type Row,
  type RuleQuery,
  type RuleTest,
  type SetQuery,
  SUBJECTS,
} from './sql/index.ts'
export { SyntaxProblem, tableOf } from './syntax/index.ts'
export * from './values/index.ts'
export { type Change, whatIf } from './whatIf.ts'

/** What models run with: the clock, for `now()` and `today()`. */
export interface Engine {
  /** @param imports models that it may import */
  readonly model: (source: string, imports?: readonly Model[]) => Model
  /** Reads an expression over some names and returns its function of their values. @throws SyntaxProblem */
  readonly expression: (
    text: string,
    names: readonly string[],
  ) => (values: Readonly<Record<string, Value>>) => Value
}

export function createEngine({ now }: { now: () => DateTime }): Engine {
  const library = { builtins: builtins(now) }
  return {
    model: (source, imports = []) => readModel(source, { library, imports }),
    expression: (text, names) => {
      const scope = new Scope(builtinScope(library))
      const env = new Env()
      const slots = names.map((name) => {
        scope.add(name, 'Any')
        return env.slot(name)
      })
      const run = compiler(library)(parseExpression(text, { scope }), env)
      return (values) => {
        const frame = newFrame()
        names.forEach((name, i) => {
          frame.slots[slots[i] as number] = values[name] ?? null
        })
        return run(frame)
      }
    },
  }
}
