import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { boxOf, boxSql } from './box.ts'
import type { Database } from './database.ts'
import { quote, SQL_TYPES, tableName } from './ddl.ts'
import { known } from './history/read.ts'
import { orderBy, orderOf, type Sorting } from './order.ts'
import { NO_VAULT, type Vault } from './personal/cipher.ts'
import { blindColumn, blindOf, encrypted, masked, notFindable, storedColumns } from './personal/columns.ts'
import { allColumns, type ColumnKind, type RecordDefinition } from './record.ts'
import { contains, wordOf } from './search.ts'

/**
 * Values of a new row; `id` and `synthetic` may be given, the other standard columns are the store's. A synthetic
 * row may say when it would have been recorded, so that a demonstration has a past.
 */
export type NewRow = Readonly<Record<string, unknown>>

export interface Origin {
  readonly actor: Actor
  /** ISO 8601 */
  readonly now: string
  readonly newId: () => string
  /** For records with personal columns, which cannot be written without. */
  readonly vault?: Vault
}

/**
 * Inserts many rows in one statement: the values travel as one JSON document that the database unfolds by the
 * column types of the declaration. Measured against one prepared insert a row: some 30 times fewer round trips.
 * Rows whose unique key exists already are skipped when `onConflict` is 'skip'.
 */
export async function insertRows(
  db: Database,
  record: RecordDefinition,
  rows: readonly NewRow[],
  origin: Origin,
  onConflict: 'fail' | 'skip' = 'fail',
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(storedColumns(record))
  const names = columns.map(([name]) => quote(name)).join(', ')
  const types = columns.map(([name, column]) => `${quote(name)} ${SQL_TYPES[column.kind]}`).join(', ')
  const complete = rows.map((row) => {
    const id = row.id ?? origin.newId()
    return {
      synthetic: false,
      ...encrypted(record, row, String(id), origin.vault ?? NO_VAULT),
      id,
      recorded_at: (row.synthetic && row.recorded_at) || origin.now,
      recorded_by: origin.actor.id,
    }
  })
  const tail = onConflict === 'skip' ? ' on conflict do nothing' : ''
  await sql`insert into ${sql.raw(tableName(record.id))} (${sql.raw(names)})
    select ${sql.raw(names)} from jsonb_to_recordset(${JSON.stringify(complete)}::jsonb) as rows(${sql.raw(types)})${sql.raw(tail)}`.execute(
    db,
  )
}

/** Which rows a listing shows, and in what order. */
export interface Choice extends Sorting {
  /** Column → value; a value that ends in `*` matches by prefix, `a|b` either, `lo..hi` a closed range. Personal columns: one whole value. Places: a box `west,south,east,north`, or `none`. */
  readonly filter?: Readonly<Record<string, string>> | undefined
  /** Found in any column that is shown as it is stored and not personal. */
  readonly search?: string | undefined
  /** A condition beside the filters: the rows that the asking person may see. */
  readonly where?: RawBuilder<unknown> | undefined
  /** YYYY-MM-DD: rows that hold on that day. */
  readonly asOf?: string | undefined
  /** For records with personal columns, which cannot be read without. */
  readonly vault?: Vault
  /** By which personal columns the asking person may find rows; left out, by all of them. */
  readonly findable?: ((column: string) => boolean) | undefined
}

/** As the filter of a place: rows that have none. */
export const NOWHERE = 'none'

/** The `where` of a listing, on the columns of its one table. Unknown columns are ignored by name, so nothing but declared names reaches SQL. */
export function condition(
  record: RecordDefinition,
  { filter, search, asOf, where, vault, findable }: Choice,
): RawBuilder<unknown> {
  const columns = allColumns(record)
  const parts: RawBuilder<unknown>[] = [asOf ? holdsOn(record, asOf) : sql`true`, where ?? sql`true`]
  for (const [name, value] of Object.entries(filter ?? {})) {
    // Structured data is never filtered by: its text is nobody's to search.
    if (!columns[name] || columns[name].kind === 'data' || value === '') continue
    if (columns[name].personal) {
      if (findable?.(name) === false) throw notFindable(record, name)
      // One at a time: of a list of all values that a mask leaves open, the one that finds its row would tell it.
      const blind = blindOf(record, name, value, vault ?? NO_VAULT)
      parts.push(sql`${sql.raw(quote(blindColumn(name)))} = ${blind}`)
      continue
    }
    const column = sql.raw(quote(name))
    if (columns[name].kind === 'place') {
      parts.push(value === NOWHERE ? sql`${column} is null` : sql`${column} <@ ${boxSql(boxOf(value))}`)
      continue
    }
    const dots = value.lastIndexOf('..')
    if (dots >= 0) {
      const cast = sql.raw(SQL_TYPES[columns[name].kind])
      const [from, to] = [value.slice(0, dots), value.slice(dots + 2)]
      if (from) parts.push(sql`${column} >= cast(${from} as ${cast})`)
      if (to) parts.push(sql`${column} <= cast(${to} as ${cast})`)
    } else if (value.endsWith('*')) parts.push(sql`starts_with(${column}::text, ${value.slice(0, -1)})`)
    else if (SQL_TYPES[columns[name].kind] === 'text')
      parts.push(sql`${column} = any(${value.split('|')}::text[])`)
    else parts.push(sql`${column}::text = any(${value.split('|')}::text[])`)
  }
  const word = wordOf(search)
  if (word) parts.push(contains(record, word))
  return sql.join(parts, sql` and `)
}

/** How much of a day a column of this kind says. */
const PRECISION: Partial<Record<ColumnKind, number>> = { date: 10, month: 7, year: 4 }

function holdsOn({ valid, columns }: RecordDefinition, day: string): RawBuilder<unknown> {
  if (!valid) return sql`true`
  const at = (name: string) => day.slice(0, PRECISION[columns[name]?.kind ?? 'date'])
  const from = sql`${sql.raw(quote(valid.from))}::text <= ${at(valid.from)}`
  if (!valid.to) return from
  const to = sql.raw(quote(valid.to))
  return sql`${from} and (${to} is null or ${to}::text > ${at(valid.to)})`
}

/**
 * What a listing shows, in its order; the whole of it, where `pageOf` takes a page.
 * @param more a column beside those of the record
 */
export function selection(
  record: RecordDefinition,
  options: Choice,
  more?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const order = orderOf(record, options)
  return sql`select ${sql.raw(listedColumns(record).map(quote).join(', '))}${more ? sql`, ${more}` : sql``}
    from ${known(record.id, options.knownOn)} t ${order.join ?? sql``}
    where ${condition(record, options)} order by ${orderBy(order)}`
}

/** Long or structured columns marked quiet stay out of lists. */
export const listedColumns = (record: RecordDefinition): string[] =>
  Object.entries(allColumns(record))
    .filter(([, column]) => !(column.quiet && (column.kind === 'longText' || column.kind === 'data')))
    .map(([name]) => name)

export interface RowOptions {
  /** ISO 8601: as the database knew it at that instant. */
  readonly knownOn?: string | undefined
  /** The rows that the asking person may see. */
  readonly where?: RawBuilder<unknown> | undefined
  readonly vault?: Vault
}

/** One row, whole, its personal values masked; for code that knows who may see it. The generic endpoint leaves quiet data out. */
export async function getRow(
  db: Database,
  record: RecordDefinition,
  id: string,
  { knownOn, where = sql`true`, vault = NO_VAULT }: RowOptions = {},
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<
    Record<string, unknown>
  >`select * from ${known(record.id, knownOn)} t where id = ${id} and ${where}`.execute(db)
  return rows[0] && masked(record, rows[0], vault)
}
