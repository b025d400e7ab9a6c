import { config } from 'zod'
import { type Place, placeIn, placeText } from '../../../../kernel/store/place.ts'
import { problemsOf } from '../../../../kernel/store/schema.ts'
import type { Text } from '../../../../kernel/text.ts'
import type { MetaColumn, MetaRecord, Row } from '../../client/types.ts'
import { W } from './words.ts'

// Checks are not compiled: the pages' content security policy forbids making code from text.
config({ jitless: true })

/** What the fields of a form hold: text as typed, '' for nothing, null for a value that is to be cleared. */
export type Draft = Readonly<Record<string, string | null>>
export type Problems = Readonly<Record<string, Text>>

/** The columns that a form asks for: structured data has no field. */
export const formColumns = (record: MetaRecord, verb: 'create' | 'change'): readonly string[] =>
  (record.may[verb] ?? []).filter((name) => {
    const kind = record.columns[name]?.kind
    return kind !== undefined && kind !== 'data'
  })

/** A row as its fields show it; what tells of a person comes masked, so its field begins empty. */
export const draftOf = ({ columns }: MetaRecord, names: readonly string[], row: Row): Draft =>
  Object.fromEntries(
    names.map((name) => {
      const value = row[name]
      if (columns[name]?.personal || value === null || value === undefined) return [name, '']
      return [name, columns[name]?.kind === 'place' ? placeText(value as Place) : String(value)]
    }),
  )

/** A field as its column's value; what is no such value stays text, for the check to refuse. */
export function typedValue({ kind }: MetaColumn, typed: string | null): unknown {
  const given = kind === 'longText' ? typed : (typed?.trim() ?? null)
  if (given === null || given === '') return null
  if (kind === 'integer') return /^-?\d{1,15}$/.test(given) ? Number(given) : given
  if (kind === 'boolean') return given === 'true'
  if (kind === 'decimal') return given.replaceAll(/[,，]/g, '')
  if (kind === 'place') {
    const found = placeIn(given)
    return 'place' in found ? found.place : given
  }
  return given
}

/** The values of the named fields. */
export const valuesOf = (
  { columns }: MetaRecord,
  names: readonly string[],
  draft: Draft,
): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const column = columns[name]
      return column ? [[name, typedValue(column, draft[name] ?? null)]] : []
    }),
  )

/** What is wrong with values, by column: the same check as the server's. */
export function check({ columns }: MetaRecord, values: Readonly<Record<string, unknown>>): Problems {
  const asked = Object.fromEntries(
    Object.keys(values).flatMap((name) => (columns[name] ? [[name, columns[name]]] : [])),
  )
  return Object.fromEntries(
    problemsOf({ columns: asked }, values).map(({ column, remedy }) => [
      column,
      values[column] === null ? W.required : remedy,
    ]),
  )
}
