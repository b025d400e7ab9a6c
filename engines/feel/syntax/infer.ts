import type { FeelType } from '../values/index.ts'

export const common = (type: FeelType, start: number, end: number) => ({ type, start, end })

/** What an item of a list is; a single value is a list of itself. */
export const itemOf = (type: FeelType): FeelType =>
  typeof type === 'object' && (type.kind === 'list' || type.kind === 'range') ? type.of : type

/** The one type that all are of; Any where they differ, and of none. */
export const sharedType = ([first, ...others]: readonly FeelType[]): FeelType =>
  first !== undefined && others.every((type) => sameType(type, first)) ? first : 'Any'

const sameType = (a: FeelType, b: FeelType) => a === b || JSON.stringify(a) === JSON.stringify(b)

const DURATIONS: readonly FeelType[] = ['days and time duration', 'years and months duration']

/** What an operator makes of two types; Any where that is not known. */
export function resultOf(operator: string, left: FeelType, right: FeelType): FeelType {
  if (left === 'number' && right === 'number') return 'number'
  if (operator === '+' && left === 'string' && right === 'string') return 'string'
  if (
    (operator === '+' || operator === '-') &&
    (left === 'date' || left === 'date and time' || left === 'time')
  ) {
    if (DURATIONS.includes(right)) return left
    return operator === '-' && typeof right === 'string' && right !== 'Any' ? 'days and time duration' : 'Any'
  }
  return 'Any'
}

const PARTS: Readonly<Record<string, Readonly<Record<string, FeelType>>>> = {
  date: { year: 'number', month: 'number', day: 'number', weekday: 'number' },
  time: {
    hour: 'number',
    minute: 'number',
    second: 'number',
    'time offset': 'days and time duration',
    timezone: 'string',
  },
  'days and time duration': { days: 'number', hours: 'number', minutes: 'number', seconds: 'number' },
  'years and months duration': { years: 'number', months: 'number' },
}

export function typeOfProperty(type: FeelType, name: string): FeelType {
  if (typeof type === 'object') {
    if (type.kind === 'context') return type.entries[name] ?? 'Any'
    return type.kind === 'list' ? { kind: 'list', of: typeOfProperty(type.of, name) } : 'Any'
  }
  if (type === 'date and time') return PARTS.date?.[name] ?? PARTS.time?.[name] ?? 'Any'
  return PARTS[type]?.[name] ?? 'Any'
}
