import {
  contextOf,
  DaysDuration,
  fromPlain,
  isNumber,
  toDecimal,
  type Value,
  YearsDuration,
} from '../values/index.ts'
import type { ScalarType, Term } from './term.ts'
import { Unpushable } from './term.ts'

/** A row of an answer, column by column, as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>

/** What a term is in a row of the answer: the columns that are asked for, and the value that they make. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly sql: string }[]
  readonly read: (row: Row) => Value
}

/** @param name of its column; parts of structures have names of their own */
export function answerOf(term: Term, name: string): Answer {
  switch (term.kind) {
    case 'constant':
      return { columns: [], read: () => term.value }
    case 'scalar': {
      const { type, sql } = term
      // As text no driver turns a day into an instant or a decimal into a double.
      const plain = type === 'boolean' || type === 'string' ? sql : TEXTS[type](sql)
      return { columns: [{ name, sql: plain }], read: (row) => VALUES[type](row[name]) }
    }
    case 'context': {
      const parts = [...term.entries].map(
        ([entry, of], i) => [entry, answerOf(of, `${name}_${i + 1}`)] as const,
      )
      const present = term.present && answerOf(term.present, `${name}_0`)
      return {
        columns: [...(present?.columns ?? []), ...parts.flatMap(([, { columns }]) => columns)],
        read: (row) =>
          present && present.read(row) !== true
            ? null
            : contextOf(parts.map(([entry, { read }]) => [entry, read(row)] as const)),
      }
    }
    case 'list': {
      const items = term.items.map((item, i) => answerOf(item, `${name}_${i + 1}`))
      return {
        columns: items.flatMap(({ columns }) => columns),
        read: (row) => items.map(({ read }) => read(row)),
      }
    }
    case 'function':
      throw new Unpushable('TYPE', 'function')
  }
}

type Textual = Exclude<ScalarType, 'boolean' | 'string'>
const asText = (sql: string) => `(${sql})::text`
const TEXTS: Readonly<Record<Textual, (sql: string) => string>> = {
  number: asText,
  date: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
  'days and time duration': asText,
  'years and months duration': asText,
}

const whole = (plain: unknown) => {
  const value = fromPlain(plain, 'number')
  return isNumber(value) ? toDecimal(value) : undefined
}

const VALUES: Readonly<Record<ScalarType, (plain: unknown) => Value>> = {
  number: (plain) => fromPlain(plain, 'number'),
  string: (plain) => fromPlain(plain),
  boolean: (plain) => fromPlain(plain),
  date: (plain) => fromPlain(plain, 'date'),
  'days and time duration': (plain) => {
    const nanos = whole(plain)
    return nanos ? new DaysDuration(BigInt(nanos.toFixed(0))) : null
  },
  'years and months duration': (plain) => {
    const months = whole(plain)
    return months ? new YearsDuration(months.toNumber()) : null
  },
}
