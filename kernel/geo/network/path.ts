import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Direction, edgesOf, reachOf } from './network.ts'
import { type Path, shortest, type Way } from './shortest.ts'

/**
 * The shortest way between two nodes, by the length that the edges keep (or the number of edges, where they keep none).
 * @returns no path where there is none, or where it would lead beyond the limit of nodes, which is `more`
 */
export async function pathBetween(
  db: Database,
  record: RecordDefinition,
  from: string,
  to: string,
  direction: Direction,
  most: number,
): Promise<{ readonly path: Path | undefined; readonly more: boolean }> {
  const { table, column, length } = edgesOf(record)
  const { edges, more } = await reachOf(db, record, [from], direction, most)
  const cost = length ? sql`coalesce(${column('length')}, 0)::float8` : sql`1::float8`
  const { rows } =
    await sql<Way>`select id, ${column('from')} as "from", ${column('to')} as "to", ${cost} as cost
    from ${table} where id = any(${[...edges]}::text[])`.execute(db)
  const path = shortest(goneAlong(rows, direction), from, to)
  return { path, more: path === undefined && more }
}

function* goneAlong(ways: readonly Way[], direction: Direction): Generator<Way> {
  for (const way of ways) {
    if (direction !== 'up') yield way
    if (direction !== 'down') yield { ...way, from: way.to, to: way.from }
  }
}
