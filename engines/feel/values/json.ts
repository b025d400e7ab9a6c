import { canonical, Decimal, isNumber, numberText } from './number.ts'
import { stringOf } from './text.ts'
import { FunctionValue, isContext, isList, newContext, type Value } from './types.ts'

/**
 * Plain data as a value: numbers, texts, booleans, null, arrays and objects. Texts stay texts; what a model declares as
 * a date or a duration is read by its type (`typed.ts`).
 */
export function fromPlain(data: unknown): Value {
  switch (typeof data) {
    case 'string':
    case 'boolean':
      return data
    case 'number':
      return Number.isFinite(data) ? (data === 0 ? 0 : data) : null
    case 'bigint':
      return canonical(new Decimal(String(data)))
  }
  if (data === null || data === undefined || typeof data !== 'object') return null
  if (Array.isArray(data)) return data.map(fromPlain)
  if (isNumber(data)) return data
  const proto = Object.getPrototypeOf(data)
  // Values of the language's own classes pass as they are.
  if (proto !== Object.prototype && proto !== null) return data as Value
  const context = newContext()
  for (const [name, value] of Object.entries(data)) context[name] = fromPlain(value)
  return context
}

/** A value as plain data: exact numbers that no double spells, dates, times, durations and ranges as text. */
export function toPlain(value: Value): unknown {
  if (value === null || typeof value !== 'object') return value
  if (isNumber(value)) return numberText(value)
  if (isList(value)) return value.map(toPlain)
  if (isContext(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, entry]) =>
        entry instanceof FunctionValue ? [] : [[name, toPlain(entry)] as const],
      ),
    )
  return stringOf(value)
}
