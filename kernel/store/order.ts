import { type RawBuilder, sql } from 'kysely'
import { offices } from '../access/offices.ts'
import { leading, PINYIN, placeOf, quote, SQL_TYPES, tableName } from './ddl.ts'
import { known } from './history/read.ts'
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
  /** Whether an index of a large record has this order. */
  readonly indexed: boolean
  /** What `by` needs beside the table `t`: the titles of the rows that a column refers to. */
  readonly join?: RawBuilder<unknown>
}

/** What the asking person may see of the record that a reference points at; undefined: nothing. */
export type TargetOf = (record: string) => Target | undefined
export interface Target {
  readonly record: RecordDefinition
  readonly where: RawBuilder<unknown> | undefined
}

export interface Sorting {
  /** Column, `-` before it for descending. */
  readonly sort?: string | undefined
  /** ISO 8601: as the database knew it at that instant. */
  readonly knownOn?: string | undefined
  readonly target?: TargetOf | undefined
}

const WORDS = new Set(['text', 'longText'])
/** Kinds whose values come before and after nothing. */
const UNORDERED = new Set(['data', 'place'])

/**
 * People sort by what they read: choices stand in the order in which they are declared, offices in that of their
 * register, references by the title of the row referred to, as far as the person may see it. A column that has no
 * order that means anything is passed over.
 */
export function orderOf(record: RecordDefinition, sorting: Sorting): Order {
  const { sort } = sorting
  const descending = sort?.startsWith('-') ?? false
  const name = descending ? sort?.slice(1) : sort
  const column = name ? allColumns(record)[name] : undefined
  if (!name || !column || name === 'id' || column.personal || UNORDERED.has(column.kind))
    return {
      by: undefined,
      type: 'text',
      descending: descending && name === 'id',
      optional: false,
      indexed: true,
    }
  if (column.choices)
    return {
      by: sql.raw(placeOf(name, column.choices)),
      type: 'integer',
      descending,
      optional: true,
      indexed: !column.quiet,
    }
  if (column.kind === 'office')
    return { by: placeOfOffice(name), type: 'integer', descending, optional: true, indexed: false }
  const titles = column.record && titlesOf(column.record, name, sorting)
  if (titles) return { ...titles, descending }
  const words = WORDS.has(column.kind) && name in record.columns
  return {
    by: sql.raw(words ? `${quote(name)} collate ${PINYIN}` : quote(name)),
    type: SQL_TYPES[column.kind],
    descending,
    optional: column.optional ?? false,
    indexed: words ? name === record.title && column.kind === 'text' : leading(record).includes(name),
  }
}

const placeOfOffice = (name: string) => sql`array_position(
  (select array_agg(id order by sort, id) from ${sql.raw(tableName(offices.id))}), ${sql.raw(quote(name))})`

/** Undefined where a list shows ids: of a row that the person may not see, or that has no title. */
function titlesOf(
  id: string,
  name: string,
  { knownOn, target }: Sorting,
): Omit<Order, 'descending'> | undefined {
  const seen = target?.(id)
  const title = seen && orderOf(seen.record, { sort: seen.record.title })
  if (!title?.by) return undefined
  return {
    by: sql`gx_title`,
    type: title.type,
    optional: true,
    indexed: title.indexed,
    join: sql`left join (
      select id as gx_ref, ${title.by} as gx_title from ${known(id, knownOn)} r where ${seen?.where ?? sql`true`}
    ) titles on gx_ref = ${sql.raw(`t.${quote(name)}`)}`,
  }
}

/**
 * The `order by` of a whole listing.
 * @param apart after the rows are found: as what no index has, so that none is walked along for it
 */
export function orderBy({
  by,
  descending,
  optional,
  apart,
}: Pick<Order, 'by' | 'descending' | 'optional'> & { readonly apart?: boolean }): RawBuilder<unknown> {
  const way = sql.raw(descending ? ' desc' : '')
  // Only where there may be none: an index read backwards has the rows without a value first.
  const last = sql.raw(optional && descending ? ' nulls last' : '')
  const value = (one: RawBuilder<unknown>) => (apart ? sql`coalesce(${one}, ${one})` : one)
  const id = value(sql`"id"`)
  return by ? sql`${value(by)}${way}${last}, ${id}${way}` : sql`${id}${way}`
}
