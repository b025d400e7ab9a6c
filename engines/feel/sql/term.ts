import type { FunctionNode } from '../syntax/index.ts'
import {
  CalendarDate,
  DaysDuration,
  type FeelType,
  isContext,
  isList,
  isNumber,
  numberText,
  type SimpleType,
  type Value,
  YearsDuration,
} from '../values/index.ts'
import type { Names } from './names.ts'

/** Kinds of values that a column can hold: durations as whole nanoseconds and whole months. */
export const SQL_TYPES = {
  number: 'numeric',
  string: 'text',
  boolean: 'boolean',
  date: 'date',
  'days and time duration': 'numeric',
  'years and months duration': 'numeric',
} as const satisfies Partial<Record<SimpleType, string>>
export type ScalarType = keyof typeof SQL_TYPES

export const isScalarType = (type: FeelType): type is ScalarType =>
  typeof type === 'string' && Object.hasOwn(SQL_TYPES, type)

/**
 * What an expression is before any row is seen: a value that is the same for all, an SQL expression, or a structure of
 * such, whose entries and length are known.
 */
export type Term = Constant | Scalar | ContextTerm | ListTerm | FunctionTerm

export interface Constant {
  readonly kind: 'constant'
  readonly value: Value
}
export interface Scalar {
  readonly kind: 'scalar'
  readonly type: ScalarType
  readonly sql: string
  /** The pass whose columns it speaks of, so that it can be computed in the next. */
  readonly needs: number
}
export interface ContextTerm {
  readonly kind: 'context'
  readonly entries: ReadonlyMap<string, Term>
  /** Where it can be null as a whole: whether it is not. Its entries are null then. */
  readonly present: Scalar | undefined
}
export interface ListTerm {
  readonly kind: 'list'
  readonly items: readonly Term[]
}
/** A function that a model defines; its calls become its body. */
export interface FunctionTerm {
  readonly kind: 'function'
  readonly node: FunctionNode
  readonly names: Names
}

/** Something that has no counterpart in SQL: what, and where in its expression. */
export class Unpushable extends Error {
  readonly code: UnpushableCode
  readonly what: string
  constructor(code: UnpushableCode, what = '') {
    super(`${code} ${what}`)
    this.code = code
    this.what = what
  }
}
export type UnpushableCode =
  /** A function of the language, by its name. */
  | 'FUNCTION'
  /** A form of expression: for, filter, … */
  | 'FORM'
  /** A type of values: time, Any, list, … */
  | 'TYPE'
  /** A table whose answer is a list, or depends on answers that are computed. */
  | 'HIT_POLICY'
  /** Answers of different kinds, by the case. */
  | 'MIXED'
  /** An element of the model: an imported one, a service, one that calls itself. */
  | 'ELEMENT'
  /** More columns or passes than a query can have. */
  | 'SIZE'

export const constant = (value: Value): Constant => ({ kind: 'constant', value })
export const NULL = constant(null)
export const isNull = (term: Term) => term.kind === 'constant' && term.value === null

export const scalar = (type: ScalarType, sql: string, needs: number): Scalar => ({
  kind: 'scalar',
  type,
  sql,
  needs,
})

/** The deepest pass that terms speak of. */
export const needsOf = (terms: readonly Term[]): number =>
  Math.max(0, ...terms.map((term) => (term.kind === 'scalar' ? term.needs : 0)))

/** A structure that is known whole is a structure of what is known. */
export function opened(term: Term): Term {
  if (term.kind !== 'constant') return term
  const { value } = term
  if (isList(value)) return { kind: 'list', items: value.map(constant) }
  if (isContext(value))
    return {
      kind: 'context',
      present: undefined,
      entries: new Map(Object.entries(value).map(([name, entry]) => [name, constant(entry)])),
    }
  return term
}

/** A value as a column of one type would hold it; undefined where none can. */
export function scalarOf(value: Value, parameter: (text: string) => string): Scalar | undefined {
  if (typeof value === 'boolean') return scalar('boolean', String(value), 0)
  if (typeof value === 'string')
    // PostgreSQL's texts hold no NUL.
    return value.includes('\0') ? undefined : scalar('string', `${parameter(value)}::text`, 0)
  if (isNumber(value)) return scalar('number', `${numeric(numberText(value))}`, 0)
  if (value instanceof CalendarDate) {
    const { year, month, day } = value
    if (year < 1 || year > 9999) return undefined
    return scalar('date', `make_date(${year}, ${month}, ${day})`, 0)
  }
  if (value instanceof DaysDuration) return scalar('days and time duration', numeric(String(value.nanos)), 0)
  if (value instanceof YearsDuration)
    return scalar('years and months duration', numeric(String(value.months)), 0)
  return undefined
}

/** Digits, sign and point alone. */
const numeric = (digits: string) => (digits.startsWith('-') ? `(${digits}::numeric)` : `${digits}::numeric`)
