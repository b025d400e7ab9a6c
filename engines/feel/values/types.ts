import { Decimal, type FeelNumber } from './number.ts'
import { CalendarDate, DateTime, DaysDuration, Time, YearsDuration } from './temporal.ts'

/** Every value of FEEL (DMN 1.5 §10.3.2.2). Lists and contexts are never changed once made. */
export type Value =
  | null
  | boolean
  | string
  | FeelNumber
  | CalendarDate
  | Time
  | DateTime
  | DaysDuration
  | YearsDuration
  | readonly Value[]
  | Context
  | Range
  | FunctionValue

/** A context: a plain object with no names but its own, so that `constructor` is an entry like any other. */
export interface Context {
  readonly [name: string]: Value
}

/** An empty context to be filled. */
export const newContext = (): Record<string, Value> => Object.create(null)

/** A context of some entries; of two of one name the last counts. */
export function contextOf(entries: Iterable<readonly [string, Value]>): Context {
  const made = newContext()
  for (const [name, value] of entries) made[name] = value
  return made
}

export const isContext = (value: Value | undefined): value is Context =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value)

/**
 * A range, or what is left of one where an operator makes it: `(< 10)` has no start, and is not the same as
 * `(null..10)`, whose start is given as unknown.
 */
export class Range {
  readonly start: Value
  readonly end: Value
  readonly startIncluded: boolean
  readonly endIncluded: boolean
  /** The comparison that made it; undefined for an interval. */
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '!=' | undefined
  constructor(
    start: Value,
    end: Value,
    startIncluded: boolean,
    endIncluded: boolean,
    operator?: Range['operator'],
  ) {
    this.start = start
    this.end = end
    this.startIncluded = startIncluded
    this.endIncluded = endIncluded
    this.operator = operator
  }

  static of(operator: NonNullable<Range['operator']>, bound: Value): Range {
    if (operator === '<' || operator === '<=')
      return new Range(null, bound, false, operator === '<=', operator)
    if (operator === '>' || operator === '>=')
      return new Range(bound, null, operator === '>=', false, operator)
    return new Range(bound, bound, operator === '=', operator === '=', operator)
  }
}

export interface Parameter {
  readonly name: string
  readonly type?: FeelType | undefined
}

/** A function as a value. */
export class FunctionValue {
  readonly parameters: readonly Parameter[]
  readonly result: FeelType
  readonly call: (args: readonly Value[]) => Value
  /** Takes any number of its last parameter. */
  readonly variadic: boolean
  /** By the names of its parameters; only where that differs from putting them in order. */
  readonly callNamed: ((args: ReadonlyMap<string, Value>) => Value) | undefined
  constructor(
    parameters: readonly Parameter[],
    result: FeelType,
    call: (args: readonly Value[]) => Value,
    more: { variadic?: boolean; callNamed?: (args: ReadonlyMap<string, Value>) => Value } = {},
  ) {
    this.parameters = parameters
    this.result = result
    this.call = call
    this.variadic = more.variadic ?? false
    this.callNamed = more.callNamed
  }
}

/** Types of the language (§10.3.2.1), named or built. */
export type FeelType =
  | SimpleType
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'range'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly entries: Readonly<Record<string, FeelType>> }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType }

export const SIMPLE_TYPES = [
  'Any',
  'Null',
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
] as const
export type SimpleType = (typeof SIMPLE_TYPES)[number]

/** The simple type of a value; 'list', 'context', 'range' or 'function' for the others. */
export function kindOf(value: Value): SimpleType | 'list' | 'context' | 'range' | 'function' {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'string'
    case 'boolean':
      return 'boolean'
  }
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Decimal) return 'number'
  if (value instanceof CalendarDate) return 'date'
  if (value instanceof DateTime) return 'date and time'
  if (value instanceof Time) return 'time'
  if (value instanceof DaysDuration) return 'days and time duration'
  if (value instanceof YearsDuration) return 'years and months duration'
  if (value instanceof Range) return 'range'
  if (value instanceof FunctionValue) return 'function'
  return 'context'
}
