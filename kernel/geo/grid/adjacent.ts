import { type RawBuilder, sql } from 'kysely'
import { boundsSql, quote, tableName } from '../../store/ddl.ts'
import type { RecordDefinition } from '../../store/record.ts'

/** Outlines so near, in degrees (some 0.1 m), touch: surveyed lines do not meet to the last digit. */
const NEAR = 1e-6

/**
 * A query of all pairs of cells whose outlines touch, along a line or at a corner: rows of `id` and `other`, each pair both
 * ways. Candidates come by the index of bounds.
 * @param column of the record, a shape: areas
 * @param postgis the schema in which PostGIS is; without it PostgreSQL's own paths are compared
 * @param only a condition on the rows `a` whose neighbours are wanted; all where it is left out
 */
export function touchingSql(
  record: RecordDefinition,
  column: string,
  postgis: string | undefined,
  only: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  const table = sql.raw(tableName(record.id))
  const of = (alias: string) => sql.raw(boundsSql(column).replace(quote(column), `${alias}.${quote(column)}`))
  const shape = (alias: string) => sql.raw(`${alias}.${quote(column)}`)
  const { lines, touch } = postgis === undefined ? BY_PATHS : byPostgis(postgis)
  return sql`select a.id, b.id as other from (
      select a.id, ${lines(shape('a'))} as lines, ${of('a')} as bounds from ${table} a where ${shape('a')} is not null and ${only} offset 0) a
    join ${table} b on b.id <> a.id and ${of('b')} && box(a.bounds[0] + point(${NEAR}::float8, ${NEAR}::float8),
      a.bounds[1] - point(${NEAR}::float8, ${NEAR}::float8))
    where ${touch(sql`a.lines`, lines(shape('b')))}`
}

interface Way {
  /** The outlines of a shape, whatever the way compares. */
  readonly lines: (shape: RawBuilder<unknown>) => RawBuilder<unknown>
  readonly touch: (one: RawBuilder<unknown>, other: RawBuilder<unknown>) => RawBuilder<unknown>
}

/** Rings as closed paths; holes are outlines too. */
const BY_PATHS: Way = {
  lines: (shape) => sql`array(
    select ('(' || string_agg('(' || (at ->> 0) || ',' || (at ->> 1) || ')', ',' order by n) || ')')::path
    from jsonb_array_elements(case ${shape}::jsonb ->> 'type' when 'MultiPolygon' then ${shape}::jsonb -> 'coordinates'
      when 'Polygon' then jsonb_build_array(${shape}::jsonb -> 'coordinates') else '[]' end) with ordinality part(rings, i),
      jsonb_array_elements(rings) with ordinality ring(ats, k), jsonb_array_elements(ats) with ordinality corner(at, n)
    group by i, k)`,
  touch: (one, other) =>
    sql`exists (select from unnest(${one}) p, unnest(${other}) q where (p <-> q) <= ${NEAR}::float8)`,
}

const byPostgis = (schema: string): Way => {
  const call = (name: string) => sql.raw(`${quote(schema)}.${name}`)
  return {
    lines: (shape) => sql`${call('st_boundary')}(${call('st_geomfromgeojson')}((${shape})::text))`,
    touch: (one, other) => sql`${call('st_distance')}(${one}, ${other}) <= ${NEAR}::float8`,
  }
}
