import type { Evaluate } from '../../engines/bpmn/index.ts'
import {
  createEngine,
  type DateTime,
  fromPlain,
  parseDateTime,
  SyntaxProblem,
  toPlain,
  type Value,
} from '../../engines/feel/index.ts'

type Compiled = (values: Readonly<Record<string, Value>>) => Value

const MOST_KEPT = 500
const kept = new Map<string, Compiled>()

/** Answers a diagram's expressions in FEEL; a name that the case does not know yet is null, as one that was left out. */
export const evaluator =
  (now: string): Evaluate =>
  (text, vars) => {
    const names = Object.keys(vars).sort()
    const key = JSON.stringify([now.slice(0, 10), text, names])
    const run = kept.get(key) ?? compile(text, names, now)
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(key, run)
    return toPlain(run(Object.fromEntries(names.map((name) => [name, fromPlain(vars[name])]))))
  }

function compile(text: string, names: readonly string[], now: string): Compiled {
  const engine = createEngine({ now: () => parseDateTime(now) as DateTime })
  try {
    return engine.expression(text, names)
  } catch (error) {
    if (error instanceof SyntaxProblem && error.code === 'UNKNOWN_NAME' && !names.includes(error.what))
      return compile(text, [...names, error.what], now)
    throw error
  }
}

/** Why a diagram's expression cannot be read; undefined where it can. */
export function problemOf(text: string, now: string): string | undefined {
  try {
    compile(text, [], now)
    return undefined
  } catch (error) {
    if (error instanceof SyntaxProblem) return error.what
    throw error
  }
}
