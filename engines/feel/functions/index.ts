import type { DateTime, FunctionValue } from '../values/index.ts'
import { boolean } from './boolean.ts'
import { context } from './context.ts'
import { conversion } from './conversion.ts'
import { type Definition, functionOf } from './define.ts'
import { list } from './list.ts'
import { numeric } from './numeric.ts'
import { range } from './range.ts'
import { string } from './string.ts'
import { temporal } from './temporal.ts'

/** The functions of the language (§10.3.4), by name. @param now the clock of `now()` and `today()` */
export function builtins(now: () => DateTime): ReadonlyMap<string, FunctionValue> {
  const byName = new Map<string, Definition[]>()
  for (const each of [
    ...conversion,
    ...string,
    ...numeric,
    ...list,
    ...context,
    ...boolean,
    ...range,
    ...temporal(now),
  ])
    byName.set(each.name, [...(byName.get(each.name) ?? []), each])
  return new Map([...byName].map(([name, variants]) => [name, functionOf(variants)]))
}
