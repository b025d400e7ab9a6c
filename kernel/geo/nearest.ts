import { sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { quote } from '../store/ddl.ts'
import { known } from '../store/history/read.ts'
import type { Place } from '../store/place.ts'
import type { RecordDefinition } from '../store/record.ts'
import { type Choice, condition } from '../store/rows.ts'
import { away, distance } from './measure.ts'

export interface Near {
  readonly id: string
  readonly place: Place
  /** On the ellipsoid. */
  readonly metres: number
}

/**
 * The rows of a listing that lie nearest to a place, the nearest first. The index knows degrees, which are longer
 * northward than eastward: what it finds first says how far to look, and all within that is measured.
 */
export async function nearestOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  from: Place,
  most: number,
  choice: Choice,
): Promise<readonly Near[]> {
  const place = sql.raw(quote(column))
  const here = sql`point(${from.longitude}::float8, ${from.latitude}::float8)`
  const rows = sql`from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)}`
  const read = async (rest: ReturnType<typeof sql>) =>
    (
      await sql<{ id: string; place: Place }>`select id, ${place} as place ${rows} and ${rest}`.execute(db)
    ).rows
      .map((row) => ({ ...row, metres: distance(from, row.place) }))
      .sort((a, b) => a.metres - b.metres || (a.id < b.id ? -1 : 1))
  const first = await read(sql`${place} is not null order by ${place} <-> ${here} limit ${most}`)
  const farthest = first.at(-1)
  if (!farthest || first.length < most) return first
  // A little more, for what rounding and the curve of a parallel take off.
  const reach = farthest.metres * 1.001 + 1
  const north = away(from, 0, reach).latitude - from.latitude
  const east = (away(from, 90, reach).longitude - from.longitude) * 1.001
  const box = sql`box(point(${from.longitude - east}::float8, ${from.latitude - north}::float8),
    point(${from.longitude + east}::float8, ${from.latitude + north}::float8))`
  return (await read(sql`${place} <@ ${box}`)).slice(0, most)
}
