import { type RawBuilder, sql } from 'kysely'
import { type Box, boxSql } from './box.ts'
import type { Database } from './database.ts'
import { quote } from './ddl.ts'
import { known } from './history/read.ts'
import { NO_VAULT } from './personal/cipher.ts'
import { masked } from './personal/columns.ts'
import type { Place } from './place.ts'
import type { RecordDefinition } from './record.ts'
import { type Choice, condition } from './rows.ts'

/** Points of a box that are told one by one; where there are more, their cells are. */
export const MOST_POINTS = 2000
/** Cells along the longer side of a box: this many at most, half as many at least. */
const CELLS = 24

export interface MapPoint extends Place {
  readonly id: string
  /** Value of the column that names the row, masked if it tells of a person; the id where it may not be seen. */
  readonly label: string
}

/** Rows of one cell of the grid; the place is their centre. */
export interface MapCluster extends Place {
  readonly count: number
}

export interface MapPart {
  /** Rows in the box: those of the points and those of the clusters. */
  readonly count: number
  readonly points: readonly MapPoint[]
  readonly clusters: readonly MapCluster[]
}

/** Of a listing the rows that lie in a box: each of them, or the cells of a grid that they fill. */
export async function mapOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  box: Box,
  choice: Choice,
): Promise<MapPart> {
  const place = sql.raw(quote(column))
  const within = sql`${condition(record, choice)} and ${place} <@ ${boxSql(box)}`
  const points = await pointsOf(db, record, column, choice, sql`${within} limit ${MOST_POINTS + 1}`)
  if (points.length <= MOST_POINTS) return { count: points.length, points, clusters: [] }
  return clustersOf(db, record, column, box, choice)
}

async function pointsOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  choice: Choice,
  where: RawBuilder<unknown>,
): Promise<MapPoint[]> {
  const { title } = record
  const names = ['id', column, ...(title in record.columns && title !== 'id' ? [title] : [])]
  const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(names.map(quote).join(', '))}
    from ${known(record.id, choice.knownOn)} t where ${where}`.execute(db)
  return rows.map((row) => {
    const shown = masked(record, row, choice.vault ?? NO_VAULT)
    return { id: String(row.id), label: String(shown[title] ?? row.id), ...(row[column] as Place) }
  })
}

async function clustersOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  box: Box,
  choice: Choice,
): Promise<MapPart> {
  const [x, y] = [0, 1].map((axis) => sql.raw(`(${quote(column)})[${axis}]`)) as [Axis, Axis]
  const cell = cellOf(box)
  const { rows } = await sql<MapCluster & { readonly only: string | null }>`
    select count(*) as count, avg(${x}) as longitude, avg(${y}) as latitude,
      case when count(*) = 1 then min(id collate "C") end as only
    from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)} and ${inBox(x, y, box)}
    group by floor(${x} / ${cell}::float8), floor(${y} / ${cell}::float8)`.execute(db)
  const alone = rows.flatMap(({ only }) => (only === null ? [] : [only]))
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    clusters: rows.flatMap(({ only, ...cluster }) => (only === null ? [cluster] : [])),
    points:
      alone.length > 0
        ? await pointsOf(
            db,
            record,
            column,
            choice,
            sql`id = any(${alone}::text[]) and ${condition(record, choice)}`,
          )
        : [],
  }
}

type Axis = RawBuilder<unknown>

/** In numbers and not by the index: PostgreSQL takes any box for a thousandth of the table, and most of it may lie here. */
const inBox = (x: Axis, y: Axis, [west, south, east, north]: Box): RawBuilder<unknown> =>
  sql`${x} >= ${west}::float8 and ${x} <= ${east}::float8 and ${y} >= ${south}::float8 and ${y} <= ${north}::float8`

/**
 * The side of a cell in degrees: a power of two, so that cells stay where they are as the box moves.
 */
export function cellOf([west, south, east, north]: Box): number {
  const side = Math.max(east - west, north - south, 1e-6)
  return 2 ** Math.ceil(Math.log2(side / CELLS))
}

export interface Placed {
  /** Rows of the listing that have a place, and those that have none. */
  readonly placed: number
  readonly without: number
  /** The smallest box around all of them; null when there are none. */
  readonly extent: Box | null
}

/** What is true of the whole listing on the map; it reads every row of it. */
export async function placedOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  choice: Choice,
): Promise<Placed> {
  const place = quote(column)
  const [x, y] = [`(${place})[0]`, `(${place})[1]`]
  const { rows } = await sql<{ placed: number; without: number; extent: (number | null)[] }>`
    select count(${sql.raw(place)}) as placed, count(*) - count(${sql.raw(place)}) as without,
      array[min(${sql.raw(x)}), min(${sql.raw(y)}), max(${sql.raw(x)}), max(${sql.raw(y)})] as extent
    from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)}`.execute(db)
  const [{ placed = 0, without = 0, extent = [] } = {}] = rows
  return { placed, without, extent: placed > 0 ? (extent as unknown as Box) : null }
}
