import { type RawBuilder, sql } from 'kysely'
import { boxSql } from '../../store/box.ts'
import type { Database } from '../../store/database.ts'
import { quote, tableName } from '../../store/ddl.ts'
import { known } from '../../store/history/read.ts'
import type { Place } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Choice, condition } from '../../store/rows.ts'
import { boxOfTile, eastOf, northOf, type Tile } from './tile.ts'

/** Levels from a tile to its cells: 16 along a side. */
const DEEPER = 4
/** So many zoom levels are made of the cells of one block: those of a tile are cells of the block, put together. */
const ZOOMS = 4

/** Rows of a cell of the grid, and the middle of them: where there is one alone, its place to the last digit. */
export interface Cell extends Place {
  /** Column and row at the finest level of the block. */
  readonly x: number
  readonly y: number
  readonly count: number
}

/** The tile of which a block is made: itself, or the one up to three levels above it. */
export function blockOf({ z, x, y }: Tile): Tile {
  const up = z % ZOOMS
  return { z: z - up, x: x >> up, y: y >> up }
}

const levelOf = (block: Tile) => block.z + ZOOMS - 1 + DEEPER

/**
 * The cells of a block that have rows: of a listing of whatever size some 16,000 at most. Nothing but the place is read, so
 * that where the listing has no condition the index of places is all that PostgreSQL opens.
 */
export async function cellsOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  block: Tile,
  choice: Choice,
): Promise<readonly Cell[]> {
  const name = sql.raw(quote(column))
  const { west, north, columns, rows: lines } = edgesOf(block)
  // Between edges by bisection: three times as fast as the logarithm of a tangent for each row.
  const { rows } = await sql<{ east: number; up: number; count: number; x: number; y: number }>`
    select cell % ${SPREAD} as east, cell / ${SPREAD} as up, count, x / count as x, y / count as y from (
      select width_bucket(${name}[1], ${lines}::float8[]) * ${SPREAD} + width_bucket(${name}[0], ${columns}::float8[]) as cell,
        count(*) as count, sum(${name}[0]) as x, sum(${name}[1]) as y
      from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)} and ${await near(db, record, name, block)}
      group by 1) cells`.execute(db)
  const [across, high] = [columns.length - 1, lines.length - 1]
  return rows.flatMap(({ east, up, count, x, y }) =>
    east < 1 || east > across || up < 1 || up > high
      ? []
      : [{ x: west + east - 1, y: north + high - up, count, longitude: x, latitude: y }],
  )
}

/** More than a block has cells along a side. */
const SPREAD = 1024

/** The first cell of a block, and the edges of its columns and rows, in degrees eastward and northward. */
function edgesOf(block: Tile) {
  const z = levelOf(block)
  const across = 2 ** (z - block.z)
  const [west, north] = [block.x * across, block.y * across]
  const along = (at: (n: number) => number) => Array.from({ length: across + 1 }, (_, i) => at(i))
  return {
    west,
    north,
    columns: along((i) => eastOf(west + i, z)),
    rows: along((i) => northOf(north + across - i, z)),
  }
}

/** Where the index brings more of a table than this, reading all of it is sooner done. */
const MOST_BY_INDEX = 0.15
/** Pages that are looked at for how much of a table lies in a block. */
const PAGES = 200

/**
 * The rows of a block by the index, or where most of the table would come by it, all that are on the map. PostgreSQL keeps
 * no numbers of where points lie, so some pages are looked at.
 */
async function near(
  db: Database,
  record: RecordDefinition,
  name: RawBuilder<unknown>,
  block: Tile,
): Promise<RawBuilder<unknown>> {
  const all = sql`${name} is not null`
  const table = sql.raw(tableName(record.id))
  const within = sql`${name} <@ ${boxSql(boxOfTile(block, 1))}`
  const { rows: sizes } = await sql<{ pages: number }>`
    select pg_relation_size(${tableName(record.id)}::regclass) / 8192 as pages`.execute(db)
  const share = Math.min(100, (100 * PAGES) / Math.max(1, sizes[0]?.pages ?? 0))
  const { rows } = await sql<{ part: number | null }>`
    select avg((${within})::int)::float8 as part from ${table} tablesample system (${sql.raw(share.toFixed(4))})`.execute(
    db,
  )
  return (rows[0]?.part ?? 0) > MOST_BY_INDEX ? all : within
}

/** Of a block's cells those of a tile, put together to 16 along a side. */
export function gathered(cells: readonly Cell[], tile: Tile): readonly Cell[] {
  const block = blockOf(tile)
  const up = levelOf(block) - (tile.z + DEEPER)
  const found = new Map<number, Cell>()
  for (const cell of cells) {
    const [x, y] = [cell.x >> up, cell.y >> up]
    if (x >> DEEPER !== tile.x || y >> DEEPER !== tile.y) continue
    const key = (y % 2 ** DEEPER) * 2 ** DEEPER + (x % 2 ** DEEPER)
    const before = found.get(key)
    found.set(key, before ? together(before, cell) : { ...cell, x, y })
  }
  return [...found.values()]
}

function together(one: Cell, other: Cell): Cell {
  const count = one.count + other.count
  const middle = (axis: 'longitude' | 'latitude') =>
    (one[axis] * one.count + other[axis] * other.count) / count
  return { ...one, count, longitude: middle('longitude'), latitude: middle('latitude') }
}
