import { type RawBuilder, sql } from 'kysely'
import { PINYIN, quote, SQL_TYPES } from './ddl.ts'
import { allColumns, type RecordDefinition } from './record.ts'

/** How a listing is ordered: by a column or, without one, by the id, which also settles ties in the same direction. */
export interface Order {
  /** What is ordered by; undefined: the id. */
  readonly by: RawBuilder<unknown> | undefined
  /** Its type in the database. */
  readonly type: string
  readonly descending: boolean
  /** Rows without a value stand last, whichever way the rest is ordered. */
  readonly optional: boolean
}

const WORDS = new Set(['text', 'longText'])

/** @param sort column, `-` before it for descending; a column that has no order that means anything is passed over */
export function orderOf(record: RecordDefinition, sort: string | undefined): Order {
  const descending = sort?.startsWith('-') ?? false
  const name = descending ? sort?.slice(1) : sort
  const column = name ? allColumns(record)[name] : undefined
  if (!name || !column || name === 'id' || column.personal || column.kind === 'data')
    return { by: undefined, type: 'text', descending: descending && name === 'id', optional: false }
  const words = WORDS.has(column.kind) && name in record.columns
  return {
    by: sql.raw(words ? `${quote(name)} collate ${PINYIN}` : quote(name)),
    type: SQL_TYPES[column.kind],
    descending,
    optional: column.optional ?? false,
  }
}

/** The `order by` of a whole listing. */
export function orderBy({ by, descending, optional }: Order): RawBuilder<unknown> {
  const way = sql.raw(descending ? ' desc' : '')
  // Only where there may be none: an index read backwards has the rows without a value first.
  const last = sql.raw(optional && descending ? ' nulls last' : '')
  return by ? sql`${by}${way}${last}, "id"${way}` : sql`"id"${way}`
}
