import { type RawBuilder, sql } from 'kysely'
import { type Box, boxSql } from './box.ts'
import type { Database } from './database.ts'
import { quote, tableName } from './ddl.ts'
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
  const asked = { db, record, column, box, choice, dense: await isDense(db, record, column, box) }
  const points = await pointsOf(asked, sql`${inBox(asked)} limit ${MOST_POINTS + 1}`)
  if (points.length <= MOST_POINTS) return { count: points.length, points, clusters: [] }
  return clustersOf(asked)
}

interface Asked {
  readonly db: Database
  readonly record: RecordDefinition
  readonly column: string
  readonly box: Box
  readonly choice: Choice
  readonly dense: boolean
}

/** From so many rows on the table is read through sooner than by its index. */
const DENSE = 20_000

/**
 * Whether a box has many rows of the table, whoever may see them: PostgreSQL takes every box for a thousandth of it, and
 * reads most of a large table by the index if it is not told otherwise. The nearest first, so that counting stops.
 */
async function isDense(
  db: Database,
  record: RecordDefinition,
  column: string,
  [west, south, east, north]: Box,
): Promise<boolean> {
  const place = sql.raw(quote(column))
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from ${sql.raw(tableName(record.id))} where ${place} <@ ${boxSql([west, south, east, north])}
    order by ${place} <-> point(${(west + east) / 2}, ${(south + north) / 2}) limit ${DENSE}) near`.execute(
    db,
  )
  return rows[0]?.n === DENSE
}

/** By the index, or where most of the table would come by it, in numbers. */
function inBox({ column, box, dense }: Asked): RawBuilder<unknown> {
  if (!dense) return sql`${sql.raw(quote(column))} <@ ${boxSql(box)}`
  const [x, y] = axes(column)
  const [west, south, east, north] = box
  return sql`${x} >= ${west}::float8 and ${x} <= ${east}::float8 and ${y} >= ${south}::float8 and ${y} <= ${north}::float8`
}

const axes = (column: string) => [sql.raw(`(${quote(column)})[0]`), sql.raw(`(${quote(column)})[1]`)] as const

const pointsOf = ({ db, record, column, choice }: Asked, where: RawBuilder<unknown>) =>
  pointsWhere(db, record, column, choice, where)

/**
 * Rows of a listing with their places and what they are called.
 * @param where what stands after its condition
 * @param more columns besides, and what is made of them
 */
export async function pointsWhere<More extends object = object>(
  db: Database,
  record: RecordDefinition,
  column: string,
  choice: Choice,
  where: RawBuilder<unknown>,
  more?: { readonly columns: RawBuilder<unknown>; readonly of: (row: Record<string, unknown>) => More },
): Promise<(MapPoint & Partial<More>)[]> {
  const { title } = record
  const names = ['id', column, ...(title in record.columns && title !== 'id' ? [title] : [])]
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${sql.raw(names.map(quote).join(', '))}${more ? sql`, ${more.columns}` : sql``}
    from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)} and ${where}`.execute(db)
  return rows.map((row) => {
    const shown = masked(record, row, choice.vault ?? NO_VAULT)
    const point = { id: String(row.id), label: String(shown[title] ?? row.id), ...(row[column] as Place) }
    return { ...point, ...(more?.of(row) as Partial<More>) }
  })
}

async function clustersOf(asked: Asked): Promise<MapPart> {
  const { db, record, column, box, choice, dense } = asked
  const [x, y] = axes(column)
  const side = sql`${cellOf(box)}::float8`
  // One number a cell: a box has few enough for none to meet.
  const cell = sql`floor(${x} / ${side}) * 1000000 + floor(${y} / ${side})`
  const within = inBox(asked)
  // Grouped apart instead of left out: of conditions on numbers of a point PostgreSQL expects next to nothing to be left
  // over, and sorts it all on disk.
  const { rows } = await sql<MapCluster & { readonly alone: string | null }>`
    select count, longitude, latitude, alone from (
      select ${dense ? sql`case when ${within} then ${cell} end` : cell} as cell, count(*) as count,
        avg(${x}) as longitude, avg(${y}) as latitude, case when count(*) = 1 then min(id collate "C") end as alone
      from ${known(record.id, choice.knownOn)} t
      where ${condition(record, choice)} and ${dense ? sql`${sql.raw(quote(column))} is not null` : within}
      group by 1) cells where cell is not null`.execute(db)
  const single = rows.flatMap(({ alone }) => (alone === null ? [] : [alone]))
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    clusters: rows.flatMap(({ alone, ...cluster }) => (alone === null ? [cluster] : [])),
    points: single.length > 0 ? await pointsOf(asked, sql`id = any(${single}::text[])`) : [],
  }
}

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
