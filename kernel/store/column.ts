import type { Text } from '../text.ts'
import type { TextFormat } from './formats.ts'
import type { PersonalKind } from './personal/kinds.ts'

export type ColumnKind =
  | 'text' // one line
  | 'longText' // paragraphs
  | 'integer'
  | 'decimal' // exact; numeric in the database, a string in JSON
  | 'boolean'
  | 'date' // YYYY-MM-DD
  | 'month' // YYYY-MM
  | 'year' // YYYY
  | 'instant' // a moment, ISO 8601 with offset
  | 'choice' // one of `choices`
  | 'reference' // the id of a row of `record`
  | 'office' // the id of an office
  | 'place' // a point on the earth: {longitude, latitude} in degrees
  | 'data' // structured data (jsonb), never shown raw

export interface Column {
  readonly kind: ColumnKind
  readonly name: Text
  readonly unit?: string
  readonly help?: Text
  readonly optional?: boolean
  readonly choices?: Readonly<Record<string, Text>>
  /** For `reference`: the record pointed at, as `system.record`. */
  readonly record?: string
  /** Of kind `decimal`: `false` where a sum over rows says nothing, as of levels, sizes, rates and scores. Lists show none then. */
  readonly total?: false
  /** Left out of lists unless asked for. */
  readonly quiet?: boolean
  /** Of kind `text` only: it tells of a person. Kept encrypted, shown masked, found by its whole value. */
  readonly personal?: PersonalKind
  /** Of kind `text` only, and not personal: a code that is written and checked in one way. */
  readonly format?: TextFormat
  /** Of kind `data`, or `longText` that holds JSON: a GeoJSON geometry, which maps draw and find by its bounds. */
  readonly shape?: true
}

export type Columns = Readonly<Record<string, Column>>

/** Columns that have no names but their own: names come from outside, and `constructor` is no column. */
export const byName = <C extends object>(columns: C): C => Object.assign(Object.create(null), columns)
