import { comparable, personalColumns, storedColumns } from './personal/columns.ts'
import { placeColumns } from './place.ts'
import { quote, tableName } from './quote.ts'
import type { Column, ColumnKind, RecordDefinition } from './record.ts'
import { searchIndex } from './search.ts'

export { quote, tableName } from './quote.ts'

/** What a table looks like in the database, as far as migrations care. Kept beside them as `schema.json`. */
export interface TableShape {
  readonly columns: Readonly<
    Record<string, { readonly type: string; readonly nullable: boolean; readonly personal?: string }>
  >
  readonly unique: readonly string[]
  readonly indexes: readonly string[]
}
export type Schema = Readonly<Record<string, TableShape>>

/** Chinese words stand in the order of their pinyin; every PostgreSQL with ICU, 15 or newer, has this collation. */
export const PINYIN = '"zh-x-icu"'

export const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'text',
  longText: 'text',
  integer: 'bigint',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  month: 'text',
  year: 'text',
  instant: 'timestamptz',
  choice: 'text',
  reference: 'text',
  office: 'text',
  place: 'point',
  data: 'jsonb',
}

export function shapeOf(record: RecordDefinition): TableShape {
  return {
    columns: Object.fromEntries(
      Object.entries(storedColumns(record)).map(([name, column]) => [
        name,
        {
          type: SQL_TYPES[column.kind],
          nullable: column.optional ?? false,
          ...(column.personal ? { personal: column.personal } : {}),
        },
      ]),
    ),
    unique: (record.unique ?? []).map((columns) => over(record, columns)),
    indexes: [
      ...(record.indexes ?? []).map(
        ({ on, include }) =>
          `(${over(record, on)})${include ? ` include (${include.map(quote).join(', ')})` : ''}`,
      ),
      ...searched(record).map((name) => `(${over(record, [name])})`),
      ...listed(record),
      ...(record.large && !record.closed ? [...sorted(record), ...searchIndex(record)] : []),
      // What lies in a box on the map is found without reading the rest.
      ...placeColumns(record).map((name) => `using gist (${quote(name)})`),
      ...shapeColumns(record).map((name) => `using gist (${boundsSql(name)}, ${prominenceSql(name)})`),
    ],
  }
}

/** The columns that hold shapes of the map. */
export const shapeColumns = ({ columns }: Pick<RecordDefinition, 'columns'>): string[] =>
  Object.entries<Column>(columns).flatMap(([name, { shape }]) => (shape ? [name] : []))

/** The box around a shape, as its index has it. */
export const boundsSql = (column: string): string => `gaoxin.bounds((${quote(column)})::text)`

/** How much a shape stands out among its like (a point on one axis), beside its box in that index. */
export const prominenceSql = (column: string): string => `gaoxin.prominence((${quote(column)})::text, "id")`

/** Where the database keeps the lines of a record of edges, in a column `line` (`gaoxin.draw`). */
export const drawnTable = (id: string): string => tableName(`${id}_drawn`)

const over = (record: RecordDefinition, columns: readonly string[]): string =>
  columns.map((name) => quote(comparable(record, name))).join(', ')

/** Personal columns that nothing declared begins with: a person is found by them, so each has an index. */
function searched(record: RecordDefinition): string[] {
  const first = leading(record)
  return personalColumns(record).flatMap(([name]) => (first.includes(name) ? [] : [name]))
}

/** The columns that a declared index or key begins with. */
export const leading = (record: RecordDefinition) =>
  [...(record.unique ?? []), ...(record.indexes ?? []).map(({ on }) => on)].map(([name]) => name)

/** Lists are read in the order of their titles: an index has it, so that no page waits for a sort of everything. */
function listed({ title, columns, closed }: RecordDefinition): string[] {
  const named = columns[title]
  return named?.kind === 'text' && !named.personal && !closed
    ? [`(${quote(title)} collate ${PINYIN}, "id")`]
    : []
}

/** The place of a choice among those declared: 1 is the first, null is none of them. */
export const placeOf = (name: string, choices: NonNullable<Column['choices']>): string =>
  `array_position(array[${Object.keys(choices)
    .map((code) => `'${code.replaceAll("'", "''")}'`)
    .join(', ')}]::text[], ${quote(name)})`

/** What a large list is sorted by: the places of choices; the rows that refer to one whose title is next. */
function sorted(record: RecordDefinition): string[] {
  const first = leading(record)
  return Object.entries(record.columns).flatMap(([name, { choices, kind, quiet }]) => {
    if (choices && !quiet) return [`(${placeOf(name, choices)}, "id")`]
    return kind === 'reference' && !first.includes(name) ? [`(${quote(name)})`] : []
  })
}

export const schemaOf = (records: readonly RecordDefinition[]): Schema =>
  Object.fromEntries(records.map((record) => [record.id, shapeOf(record)]))

/**
 * The SQL that leads from one schema to another. Only what cannot lose data is generated: new tables,
 * columns and indexes, columns that become nullable. Anything else is returned under `byHand`.
 */
export function difference(before: Schema, after: Schema): { sql: string[]; byHand: string[] } {
  const sql: string[] = []
  const byHand: string[] = []
  for (const [id, table] of Object.entries(after)) {
    const old = before[id]
    const name = tableName(id)
    if (!old) {
      sql.push(createTable(id, table))
      for (const index of table.indexes) sql.push(`create index on ${name} ${index};`)
      continue
    }
    for (const [column, { type, nullable, personal }] of Object.entries(table.columns)) {
      const was = old.columns[column]
      if (!was && nullable) sql.push(`alter table ${name} add column ${quote(column)} ${type};`)
      else if (!was) byHand.push(`${id}.${column}: a required column needs a value for the rows that exist`)
      else if (was.personal !== personal)
        byHand.push(
          `${id}.${column}: ${was.personal ?? 'plain'} → ${personal ?? 'plain'}, and so must its values be`,
        )
      else if (was.type !== type) byHand.push(`${id}.${column}: ${was.type} → ${type}`)
      else if (!was.nullable && nullable)
        sql.push(`alter table ${name} alter column ${quote(column)} drop not null;`)
      else if (was.nullable && !nullable) byHand.push(`${id}.${column}: becomes required`)
    }
    for (const column of Object.keys(old.columns))
      if (!table.columns[column]) byHand.push(`${id}.${column}: removed`)
    for (const unique of table.unique)
      if (!old.unique.includes(unique)) byHand.push(`${id}: unique (${unique}) over rows that exist`)
    for (const index of table.indexes)
      if (!old.indexes.includes(index)) sql.push(`create index on ${name} ${index};`)
    for (const index of old.indexes)
      if (!table.indexes.includes(index))
        byHand.push(`${id}: drop the index ${index}, which nothing asks for now`)
  }
  for (const id of Object.keys(before)) if (!after[id]) byHand.push(`${id}: removed`)
  return { sql, byHand }
}

function createTable(id: string, table: TableShape): string {
  const columns = Object.entries(table.columns).map(([name, { type, nullable }]) => {
    const key = name === 'id' ? ' primary key' : ''
    return `  ${quote(name)} ${type}${nullable || key ? '' : ' not null'}${key}`
  })
  const unique = table.unique.map((list) => `  unique (${list})`)
  return `create table ${tableName(id)} (\n${[...columns, ...unique].join(',\n')}\n);`
}
