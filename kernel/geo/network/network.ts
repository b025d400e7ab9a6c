import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { quote, tableName } from '../../store/ddl.ts'
import type { Edge, RecordDefinition } from '../../store/record.ts'

/** Along the edges, against them, or either way. */
export type Direction = 'down' | 'up' | 'both'

/** What is reached from some nodes of a network. */
export interface Reach {
  /** Ids, those it was reached from included; near ones first. */
  readonly nodes: readonly string[]
  /** Ids of the edges that lead on from these nodes. */
  readonly edges: readonly string[]
  /** It goes on beyond the limit. */
  readonly more: boolean
}

/** The edges of a record as SQL: its table and columns. */
export function edgesOf(record: RecordDefinition) {
  const { edge } = record
  if (!edge) throw new Error(`${record.id} declares no edge: its rows are no network`)
  return { ...edge, table: sql.raw(tableName(record.id)), column: (of: keyof Edge) => name(edge[of]) }
}
const name = (column: unknown): RawBuilder<unknown> => sql.raw(quote(String(column)))

/** Nodes that one edge leads to from `node`, by the indexes of both ends. */
function nextTo(
  record: RecordDefinition,
  direction: Direction,
  node: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { table, column } = edgesOf(record)
  const [from, to] = [column('from'), column('to')]
  const down = sql`select e.${to} as node from ${table} e where e.${from} = ${node}`
  const up = sql`select e.${from} as node from ${table} e where e.${to} = ${node}`
  return direction === 'both' ? sql`${down} union all ${up}` : direction === 'down' ? down : up
}

/** A query of everything that is reached from a query of ids (`node`), each node once: a circle ends where it began. */
export const reachedFrom = (
  record: RecordDefinition,
  starts: RawBuilder<unknown>,
  direction: Direction,
): RawBuilder<unknown> => sql`with recursive reached (node) as (
    ${starts}
    union
    select next.node from reached cross join lateral (${nextTo(record, direction, sql`reached.node`)}) next)
  select node from reached`

/**
 * A query of what lies within so many edges of each of some nodes.
 * @param starts a query of `start`, a name, and `node`, an id
 * @returns rows of `start`, `node` and `steps`, the fewest edges between; 0 of the node itself
 */
export const stepsFrom = (
  record: RecordDefinition,
  starts: RawBuilder<unknown>,
  direction: Direction,
  most: number,
): RawBuilder<unknown> => sql`with recursive walk (start, node, steps) as (
    select start, node, 0 from (${starts}) starts
    union
    select walk.start, next.node, walk.steps + 1
      from walk cross join lateral (${nextTo(record, direction, sql`walk.node`)}) next where walk.steps < ${most})
  select start, node, min(steps) as steps from walk group by start, node`

/** Everything that is reached from some nodes, themselves included, as far as the limit of nodes reaches. */
export async function reachOf(
  db: Database,
  record: RecordDefinition,
  starts: readonly string[],
  direction: Direction,
  most: number,
): Promise<Reach> {
  const { table, column } = edgesOf(record)
  const begin = sql`select unnest(${[...starts]}::text[])`
  const { rows } = await sql<{ node: string }>`
    ${reachedFrom(record, begin, direction)} limit ${most + 1}`.execute(db)
  const nodes = rows.slice(0, most).map(({ node }) => node)
  const ends =
    direction === 'both' ? [column('from'), column('to')] : [column(direction === 'down' ? 'from' : 'to')]
  const touching = ends.map((end) => sql`select id from ${table} where ${end} = any(${nodes}::text[])`)
  const edges = await sql<{ id: string }>`${sql.join(touching, sql` union `)}`.execute(db)
  return { nodes, edges: edges.rows.map(({ id }) => id), more: rows.length > most }
}
