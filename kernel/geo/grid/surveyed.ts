import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { boundsSql, quote } from '../../store/ddl.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { touchingSql } from './adjacent.ts'

/**
 * Within a query on a table whose column is a shape: whether the area that a row draws holds a place, by PostgreSQL's own
 * arithmetic, so that every database gives the same answer. Edges, also those of holes, belong to it; candidates come by the
 * index of bounds.
 * @param place a `point`, null of none; its columns are qualified by their table
 * @param alias of the table whose column it is
 */
export function holdsSql(column: string, place: RawBuilder<unknown>, alias: string): RawBuilder<unknown> {
  const own = `${quote(alias)}.${quote(column)}`
  const bounds = sql.raw(boundsSql(column).replace(quote(column), own))
  return sql`(${bounds} @> box(${place}, ${place}) and ${crossedSql(sql.raw(own), place)})`
}

/**
 * A line from the place to the east meets the outlines an odd number of times where they hold it. Each side of a ring counts
 * from its lower end up to, and without, its upper one, so that a corner is met once.
 */
function crossedSql(shape: RawBuilder<unknown>, place: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select coalesce(bool_or(turn = 0 and px between least(x1, x2) and greatest(x1, x2) and py between least(y1, y2) and greatest(y1, y2)), false)
      or count(*) filter (where (y1 > py) <> (y2 > py) and (turn > 0) = (y2 > y1)) % 2 = 1
    from (
      select *, (x2 - x1) * (py - y1) - (y2 - y1) * (px - x1) as turn from (
        select (${place})[0] as px, (${place})[1] as py, (corner ->> 0)::float8 as x1, (corner ->> 1)::float8 as y1,
          lead((corner ->> 0)::float8) over along as x2, lead((corner ->> 1)::float8) over along as y2
        from jsonb_array_elements(case ${shape}::jsonb ->> 'type' when 'MultiPolygon' then ${shape}::jsonb -> 'coordinates'
            when 'Polygon' then jsonb_build_array(${shape}::jsonb -> 'coordinates') else '[]' end) with ordinality part(rings, nth_part),
          jsonb_array_elements(rings) with ordinality ring(corners, nth_ring),
          jsonb_array_elements(corners) with ordinality spot(corner, nth)
        window along as (partition by nth_part, nth_ring order by nth)) corner where x2 is not null) side)`
}

/** A surveyed cell, and how many steps it lies from the one that was asked about. */
export interface Around {
  readonly id: string
  readonly steps: number
}

/**
 * The surveyed cells around one, ring by ring: those that touch it are one step away, those that touch these two, and so on.
 * As of squares (`ringOf`), a corner counts as a step. Within a ring by id.
 * @param column of the record, a shape: areas
 * @param postgis the schema in which PostGIS is; undefined: PostgreSQL compares the outlines
 */
export async function cellsAround(
  db: Database,
  record: RecordDefinition,
  column: string,
  id: string,
  steps: number,
  postgis: string | undefined,
): Promise<readonly Around[]> {
  const seen = new Set([id])
  const found: Around[] = []
  let last = [id]
  for (let step = 1; step <= steps && last.length > 0; step++) {
    const touching = touchingSql(record, column, postgis, sql`a.id = any(${last}::text[])`)
    const { rows } = await sql<{ id: string }>`
      select distinct other as id from (${touching}) t where other <> all(${[...seen]}::text[]) order by 1`.execute(
      db,
    )
    last = rows.map((row) => row.id)
    for (const next of last) {
      seen.add(next)
      found.push({ id: next, steps: step })
    }
  }
  return found
}
