import { type Context, contextOf, isContext, newContext, type Value } from '../values/index.ts'
import { define } from './define.ts'

type List = readonly Value[]

export const context = [
  define('get value', 'Any', 'm: context, key: string', (from: Context, key: string) => from[key] ?? null),
  define('get entries', { kind: 'list', of: 'Any' }, 'm: context', (from: Context) =>
    Object.entries(from).map(([key, value]) =>
      contextOf([
        ['key', key],
        ['value', value],
      ]),
    ),
  ),
  define('context', 'Any', 'entries: list', fromEntries),
  define(
    'context put',
    'Any',
    'context: context, key: string, value: any',
    (into: Context, key: string, value: Value) => put(into, [key], value),
  ),
  define(
    'context put',
    'Any',
    'context: context, keys: list, value: any',
    (into: Context, keys: List, value: Value) => put(into, keys, value),
  ),
  define('context merge', 'Any', 'contexts: list', (contexts: List) =>
    contexts.every(isContext) ? contextOf(contexts.flatMap((each) => Object.entries(each))) : null,
  ),
]

/** Each entry says its key and value; a key that comes twice is wrong. */
function fromEntries(entries: List): Value {
  const made = newContext()
  for (const entry of entries) {
    if (!isContext(entry) || typeof entry.key !== 'string' || !('value' in entry) || entry.key in made)
      return null
    made[entry.key] = entry.value as Value
  }
  return made
}

/** Contexts on the way that are not there are made; what is there and no context is in the way. */
function put(into: Context, keys: List, value: Value): Value {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return contextOf([...Object.entries(into), [key, value]])
  const inner = into[key] ?? null
  if (inner !== null && !isContext(inner)) return null
  const made = put(isContext(inner) ? inner : newContext(), rest, value)
  return made === null ? null : contextOf([...Object.entries(into), [key, made]])
}
