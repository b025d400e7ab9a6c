import { canonical, Decimal, isNumber, numberText, parseNumber } from './number.ts'
import { parseDate, parseDateTime } from './temporalText.ts'
import { stringOf } from './text.ts'
import { contextOf, type FeelType, FunctionValue, isContext, isList, type Value } from './types.ts'

/**
 * Plain data as a value: numbers, texts, booleans, null, arrays and objects.
 * @param type what is wanted: a text is then read as a number, a day or a moment, and is null when it is none; of any
 *   other type it stays a text
 */
export function fromPlain(data: unknown, type: FeelType = 'Any'): Value {
  switch (typeof data) {
    case 'string':
      return READERS.get(type)?.(data) ?? (READERS.has(type) ? null : data)
    case 'boolean':
      return data
    case 'number':
      return Number.isFinite(data) ? (data === 0 ? 0 : data) : null
    case 'bigint':
      return canonical(new Decimal(String(data)))
  }
  if (data === null || data === undefined || typeof data !== 'object') return null
  if (Array.isArray(data)) return data.map((each) => fromPlain(each))
  if (isNumber(data)) return data
  const proto = Object.getPrototypeOf(data)
  // Values of the language's own classes pass as they are.
  if (proto !== Object.prototype && proto !== null) return data as Value
  return contextOf(Object.entries(data).map(([name, value]) => [name, fromPlain(value)]))
}

const READERS: ReadonlyMap<FeelType, (text: string) => Value> = new Map<FeelType, (text: string) => Value>([
  ['number', parseNumber],
  ['date', parseDate],
  ['date and time', parseDateTime],
])

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
