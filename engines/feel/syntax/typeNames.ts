import { type FeelType, SIMPLE_TYPES, type SimpleType } from '../values/index.ts'
import { type Cursor, SyntaxProblem } from './cursor.ts'
import { endOf } from './scope.ts'

/** Other spellings that DMN files use. */
const ALIASES: Readonly<Record<string, SimpleType>> = {
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
}

/** @returns undefined for what is no type of the language */
export const simpleType = (name: string): SimpleType | undefined =>
  (SIMPLE_TYPES as readonly string[]).includes(name) && name !== 'Null'
    ? (name as SimpleType)
    : name === 'Null'
      ? 'Null'
      : ALIASES[name]

/** Types that a model declares, by name. */
export type TypeNames = ReadonlyMap<string, FeelType>

/** Reads a type: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, `tns.item`. */
export function parseType(cursor: Cursor, known: TypeNames): FeelType {
  const { at } = cursor
  if (cursor.takeWord('list'))
    return { kind: 'list', of: inAngles(cursor, () => parseType(cursor, known)) ?? 'Any' }
  if (cursor.takeWord('range'))
    return { kind: 'range', of: inAngles(cursor, () => parseType(cursor, known)) ?? 'Any' }
  if (cursor.takeWord('context'))
    return { kind: 'context', entries: inAngles(cursor, () => entries(cursor, known)) ?? {} }
  if (cursor.takeWord('function')) {
    const parameters = inAngles(cursor, () => list(cursor, () => parseType(cursor, known), '>')) ?? []
    const result = cursor.take('->') ? parseType(cursor, known) : 'Any'
    return { kind: 'function', parameters, result }
  }
  let best: { end: number; type: FeelType } | undefined
  const offer = (name: string, type: FeelType) => {
    const end = endOf(name, cursor.text, at)
    if (end !== undefined && (!best || end > best.end)) best = { end, type }
  }
  for (const name of SIMPLE_TYPES) offer(name, name)
  for (const [name, type] of Object.entries(ALIASES)) offer(name, type)
  for (const [name, type] of known) offer(name, type)
  if (!best) {
    const name = cursor.takeSimpleName() ?? ''
    throw new SyntaxProblem('UNKNOWN_TYPE', name, at, cursor.at)
  }
  cursor.jump(best.end)
  return best.type
}

function inAngles<T>(cursor: Cursor, read: () => T): T | undefined {
  if (!cursor.take('<')) return undefined
  const found = read()
  cursor.expect('>')
  return found
}

function list<T>(cursor: Cursor, read: () => T, end: string): T[] {
  if (cursor.peek(end)) return []
  const found = [read()]
  while (cursor.take(',')) found.push(read())
  return found
}

function entries(cursor: Cursor, known: TypeNames): Record<string, FeelType> {
  const pairs = list(
    cursor,
    () => {
      const name = cursor.takePattern(/[^:,>]+/y)?.[0].trim()
      if (!name) cursor.fail('name')
      cursor.expect(':')
      return [name as string, parseType(cursor, known)] as const
    },
    '>',
  )
  return Object.fromEntries(pairs)
}
