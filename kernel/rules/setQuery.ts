import { type RawBuilder, sql } from 'kysely'
import { type Model, type NotPushed, type SetQuery, SUBJECTS } from '../../engines/feel/index.ts'
import type { Database } from '../store/index.ts'

type AnyRow = Readonly<Record<string, unknown>>

/** A decision as one query over subjects: a row for each, with what is kept of it and the columns of its answer. */
export interface Asked extends Pick<SetQuery, 'columns' | 'read'> {
  readonly query: RawBuilder<AnyRow>
}

/** Why it is judged subject by subject instead; COLUMN: what the subjects are told by is of another kind than the input. */
export type NotAsked =
  | NotPushed
  | { readonly code: 'COLUMN'; readonly what: string; readonly element: string }

export interface Ask {
  readonly model: Model
  readonly decision: string
  /** With a column for every input of the model, under its name. */
  readonly subjects: RawBuilder<unknown>
  /** What the database holds in these columns. */
  readonly types: ColumnTypes
  readonly keep: readonly string[]
  readonly as?: string
}

export function askOf({ model, decision, subjects, types, ...options }: Ask): Asked | NotAsked {
  const unlike = unlikeInput(model, types)
  if (unlike) return unlike
  const pushed = model.query(decision, options)
  if (!('query' in pushed)) return pushed
  return { query: queryOver(pushed, subjects), columns: pushed.columns, read: pushed.read }
}

/** The first input whose column is of another kind than the model says. */
export function unlikeInput(model: Model, types: ColumnTypes): NotAsked | undefined {
  for (const { kind, name, type } of model.elements.values())
    if (kind === 'inputData' && !COLUMN_TYPES[String(type)]?.includes(types.get(name) ?? ''))
      return { code: 'COLUMN', what: types.get(name) ?? '', element: name }
  return undefined
}

/** @param subjects put where they stand in the query */
export function queryOver(
  { query }: Pick<SetQuery, 'query'>,
  subjects: RawBuilder<unknown>,
): RawBuilder<AnyRow> {
  const { texts, values } = query
  return sql<AnyRow>(
    Object.assign([...texts], { raw: texts }) as readonly string[] as TemplateStringsArray,
    ...values.map((value) => (value === SUBJECTS ? subjects : value)),
  )
}

/** What the database must hold for an input to be what it is when it is read row by row, the usual first; doubles have other digits. */
export const COLUMN_TYPES: Readonly<Record<string, readonly string[]>> = {
  number: ['numeric', 'integer', 'bigint', 'smallint'],
  string: ['text'],
  boolean: ['boolean'],
  date: ['date'],
}

export type ColumnTypes = ReadonlyMap<string, string>

/** What kinds of columns a query yields; none of its rows is read. */
export async function typesOf(
  db: Database,
  query: RawBuilder<unknown>,
  columns: readonly string[],
): Promise<ColumnTypes> {
  if (columns.length === 0) return new Map()
  const types = columns.map((name, i) => sql`pg_typeof(s.${sql.ref(name)})::text as ${sql.ref(`t${i}`)}`)
  const { rows } = await sql<Readonly<Record<string, string>>>`
    select ${sql.join(types)} from (select 1) one left join (select * from (${query}) q limit 0) s on true`.execute(
    db,
  )
  return new Map(columns.map((name, i) => [name, rows[0]?.[`t${i}`] ?? '']))
}
