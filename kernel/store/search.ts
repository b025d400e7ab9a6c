import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import { quote, tableName } from './quote.ts'
import type { Column, RecordDefinition } from './record.ts'

/**
 * Free-text search. A word is found where its letters stand, whatever their case, in any column that people read as it
 * is stored and that they may see. Of large records an index has the pairs of neighbouring characters of all such
 * columns; it leads to rows that may be meant, and the columns at hand decide.
 */

const SEARCHED = new Set<Column['kind']>(['text', 'longText', 'month', 'year'])

export const searchedColumns = ({ columns }: Pick<RecordDefinition, 'columns'>): string[] =>
  Object.entries<Column>(columns).flatMap(([name, { kind, personal }]) =>
    SEARCHED.has(kind) && !personal ? [name] : [],
  )

/** No word holds what separates the columns: control characters are no part of one. */
const joined = (columns: readonly string[]): string =>
  columns.map((name) => `coalesce(${quote(name)}, '')`).join(String.raw` || E'\x01' || `)

const bigrams = (columns: readonly string[]): string => `gaoxin.bigrams(${joined(columns)})`

/** The index of a large record, as the declaration of an index after its table. */
export const searchIndex = ({ searched = [] }: RecordDefinition): string[] =>
  searched.length > 0 ? [`using gin (${bigrams(searched)})`] : []

/** What is looked for; undefined when nothing is. */
export const wordOf = (search: string | undefined): string | undefined =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  search?.replace(/[\x00-\x1f\x7f]+/g, ' ').trim() || undefined

/** The condition of a search, on the columns of a record or of what of it may be seen. */
export function contains(record: RecordDefinition, word: string): RawBuilder<unknown> {
  const columns = searchedColumns(record)
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return columns.length > 0 ? sql`lower(${sql.raw(joined(columns))}) like lower(${pattern})` : sql`false`
}

/**
 * What the index knows of a word, to stand beside `contains`; undefined where it knows nothing: of one character, of a
 * record that is not large.
 */
export function indexed({ searched = [] }: RecordDefinition, word: string): RawBuilder<unknown> | undefined {
  if (searched.length === 0 || [...word].length < 2) return undefined
  const pairs = sql`array_remove(gaoxin.bigrams(${word}::text), right(lower(${word}::text), 1))`
  return sql`${sql.raw(bigrams(searched))} @> ${pairs}`
}

/** Blocks of the table that are looked at to tell rare words from frequent ones. */
const BLOCKS = 30

/** About which share of a table's rows meets a condition: 0 to 1, from a sample. */
export async function shareOf(
  db: Database,
  record: RecordDefinition,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const table = sql.raw(tableName(record.id))
  const { rows } = await sql<{ all: number; hits: number }>`
    select count(*) as all, count(*) filter (where ${condition}) as hits
    from ${table} tablesample system (least(100, 100.0 * ${BLOCKS}::int * current_setting('block_size')::int
      / greatest(1, pg_relation_size(${tableName(record.id)}::regclass))))`.execute(db)
  const { all = 0, hits = 0 } = rows[0] ?? {}
  return all === 0 ? 0 : hits / all
}
