import type { Grant } from '../access/grants.ts'
import { type Text, text } from '../text.ts'
import { byName, type Column, type Columns } from './column.ts'
import type { Place } from './place.ts'
import { searchedColumns } from './search.ts'

export type { Column, ColumnKind, Columns } from './column.ts'

/**
 * A record is a typed table that people see: the columns carry their names, units and meaning, so that the
 * table, its checks, its API, its lists and its forms all come from this one declaration.
 */
export interface RecordDefinition<C extends Columns = Columns> {
  /** `system.record`; the system is the database schema, the record the table. */
  readonly id: string
  readonly name: Text
  /** One line for people: what a row is. */
  readonly about: Text
  readonly columns: C
  /** Columns whose values together name a row once. */
  readonly unique?: readonly (readonly string[])[]
  /** Indexes for the queries that exist; `include` makes them covering. */
  readonly indexes?: readonly {
    readonly on: readonly string[]
    readonly include?: readonly string[]
  }[]
  /** The column that names a row to people. */
  readonly title: string
  /** How pages and forms put the columns together; columns that no group names stand after them. */
  readonly groups?: readonly { readonly name: Text; readonly columns: readonly string[] }[]
  /** Who may do what with which rows and columns; left out, nobody may anything. */
  readonly grants?: readonly Grant[]
  /**
   * When a row holds in the world: from the day, month or year in `from` on, until the one in `to`, which is the
   * first that it no longer holds; without `to` for good.
   */
  readonly valid?: { readonly from: string; readonly to?: string }
  /**
   * Its rows go into the hundred thousands: what people sort and search its list by has indexes, which every row
   * written pays for.
   */
  readonly large?: boolean
  /** Set by `defineRecord`, of large records: the columns that the index of its search is over. */
  readonly searched?: readonly string[]
  /** Its rows are the edges of a network, each from one row of another record to another. */
  readonly edge?: Edge
  /** No generic list, page or endpoint: its rows are handed out by routes that know who may see them. */
  readonly closed?: boolean
}

/** How the columns of a record make its rows edges of a network. */
export interface Edge {
  /** References to the node that it leads from and the one it leads to, rows of one record. */
  readonly from: string
  readonly to: string
  /** m. */
  readonly length?: string
  /** Data: the vertices between both nodes, a list of [longitude, latitude]. */
  readonly course?: string
  /** m from the ends of a drawn line within which an import looks for the nodes; 1 where it does not say. */
  readonly within?: number
}

const edgeColumns = ({ edge }: { readonly edge?: Edge | undefined }): readonly string[] =>
  edge ? [edge.from, edge.to, edge.length, edge.course].filter((name) => name !== undefined) : []

/** Columns that every record has without saying so. */
export const STANDARD_COLUMNS = {
  id: { kind: 'text', name: text('编号', 'ID') },
  synthetic: {
    kind: 'boolean',
    name: text('示例数据', 'Synthetic'),
    help: text('系统生成的演示数据，不是真实申报', 'Generated for the demonstration; nobody really filed it'),
  },
  recorded_at: { kind: 'instant', name: text('登记时间', 'Recorded at') },
  recorded_by: { kind: 'text', name: text('登记人', 'Recorded by') },
} as const satisfies Columns

interface Scalar {
  text: string
  longText: string
  integer: number
  decimal: string
  boolean: boolean
  date: string
  month: string
  year: string
  instant: string
  choice: string
  reference: string
  office: string
  place: Place
  data: unknown
}

/** The TypeScript shape of a row, standard columns included. */
export type Row<R extends RecordDefinition> = {
  readonly [K in keyof R['columns']]: R['columns'][K] extends { optional: true }
    ? Scalar[R['columns'][K]['kind']] | null
    : Scalar[R['columns'][K]['kind']]
} & {
  readonly id: string
  readonly synthetic: boolean
  readonly recorded_at: string
  readonly recorded_by: string
}

/** Declares a record. The types of its rows follow from it: `Row<typeof returns>`. */
export function defineRecord<const C extends Columns>(definition: RecordDefinition<C>): RecordDefinition<C> {
  const [system, table, more] = definition.id.split('.')
  if (!system || !table || more !== undefined || !/^[a-z][a-z_]*\.[a-z][a-z_]*$/.test(definition.id))
    throw new Error(`record id must be "system.record" in lower case: ${definition.id}`)
  const named = [
    definition.title,
    ...Object.values(definition.valid ?? {}),
    ...edgeColumns(definition),
    ...(definition.groups ?? []).flatMap(({ columns }) => columns),
    ...(definition.grants ?? []).flatMap(({ rows, fields = [] }) => [
      ...fields,
      ...(rows ? [rows.through ?? rows.column] : []),
    ]),
    ...(definition.unique ?? []).flat(),
    ...(definition.indexes ?? []).flatMap(({ on, include }) => [...on, ...(include ?? [])]),
  ]
  for (const name of named)
    if (!(name in definition.columns) && !(name in STANDARD_COLUMNS))
      throw new Error(`record ${definition.id} names a column that it does not declare: ${name}`)
  for (const [name, { personal, kind }] of Object.entries<Column>(definition.columns))
    if (personal && (kind !== 'text' || `${name}_blind` in definition.columns))
      throw new Error(
        `record ${definition.id}: ${name} cannot be personal: it is no text, or its companion has no place`,
      )
  checkEdge(definition)
  for (const { rows } of definition.grants ?? [])
    if (rows?.through && definition.columns[rows.through]?.kind !== 'reference')
      throw new Error(`record ${definition.id}: ${rows.through} is no reference, so no rows go through it`)
  for (const [name, { format, personal, kind }] of Object.entries<Column>(definition.columns))
    if (format && (kind !== 'text' || personal))
      throw new Error(`record ${definition.id}: ${name} cannot be a code: it is no text, or personal`)
  for (const [name, { shape, personal, kind }] of Object.entries<Column>(definition.columns))
    if (shape && (personal || (kind !== 'data' && kind !== 'longText')))
      throw new Error(`record ${definition.id}: ${name} cannot be a shape: it is no data and no long text`)
  const compared = [
    ...Object.values(definition.valid ?? {}),
    ...(definition.indexes ?? []).flatMap(({ include }) => include ?? []),
  ]
  const ordered = [
    definition.title,
    ...compared,
    ...(definition.unique ?? []).flat(),
    ...(definition.indexes ?? []).flatMap(({ on }) => on),
    ...(definition.grants ?? []).flatMap(({ rows }) => (rows ? [rows.through ?? rows.column] : [])),
  ]
  for (const name of ordered)
    if (definition.columns[name]?.kind === 'place')
      throw new Error(`record ${definition.id}: ${name} is a place, which names, orders and equals nothing`)
  for (const name of compared)
    if (definition.columns[name]?.personal)
      throw new Error(`record ${definition.id}: ${name} is kept encrypted, which orders and covers nothing`)
  const columns = byName(definition.columns)
  return { ...definition, columns, ...(definition.large ? { searched: searchedColumns({ columns }) } : {}) }
}

function checkEdge({ id, edge, columns }: RecordDefinition): void {
  if (!edge) return
  const [from, to] = [columns[edge.from], columns[edge.to]]
  if (from?.kind !== 'reference' || to?.kind !== 'reference' || from.record !== to.record)
    throw new Error(`record ${id}: ${edge.from} and ${edge.to} refer to no nodes of one record`)
  if (edge.course && columns[edge.course]?.kind !== 'data')
    throw new Error(`record ${id}: ${edge.course} is no data, so it keeps no vertices`)
}

/** Every column with the standard ones first: the order of lists, exports and the database. */
export function allColumns(record: RecordDefinition): Record<string, Column> {
  const { id, ...rest } = STANDARD_COLUMNS
  return byName({ id, ...record.columns, ...rest })
}
