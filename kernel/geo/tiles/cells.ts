import { type RawBuilder, sql } from 'kysely'
import { boxSql } from '../../store/box.ts'
import type { Database } from '../../store/database.ts'
import { quote, tableName } from '../../store/ddl.ts'
import { known } from '../../store/history/read.ts'
import type { Place } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Choice, condition } from '../../store/rows.ts'
import { boxOfTile, type Tile } from './tile.ts'

/** Levels from a tile to its cells: 16 along a side. */
const DEEPER = 4
/** So many zoom levels are made of the cells of one block: those of a tile are cells of the block, put together. */
const ZOOMS = 4

/** Rows of a cell of the grid; where there is one alone, its id. */
export interface Cell extends Place {
  /** Column and row at the finest level of the block. */
  readonly x: number
  readonly y: number
  readonly count: number
  readonly alone: string | null
}

/** The tile of which a block is made: itself, or the one up to three levels above it. */
export function blockOf({ z, x, y }: Tile): Tile {
  const up = z % ZOOMS
  return { z: z - up, x: x >> up, y: y >> up }
}

const levelOf = (block: Tile) => block.z + ZOOMS - 1 + DEEPER

/** The cells of a block that have rows: of a listing of whatever size some 16,000 at most. */
export async function cellsOf(
  db: Database,
  record: RecordDefinition,
  column: string,
  block: Tile,
  choice: Choice,
): Promise<readonly Cell[]> {
  const side = 2 ** levelOf(block)
  const name = sql.raw(quote(column))
  const x = sql`floor((${name}[0] + 180) / 360 * ${side}::float8)`
  const y = sql`floor((0.5 - ln(greatest(tan(pi() / 4 + radians(${name}[1]) / 2), 1e-9)) / (2 * pi())) * ${side}::float8)`
  // One number a cell, and groups left out after they are made (`offset 0`): of conditions on numbers of a point PostgreSQL expects
  // next to nothing to be left over, and sorts it all on disk.
  const width = sql`${side}::float8`
  const across = 2 ** (levelOf(block) - block.z)
  const [west, north] = [block.x * across, block.y * across]
  const { rows } = await sql<Omit<Cell, 'x' | 'y'> & { readonly cell: number }>`
    select cell, count, longitude, latitude, alone from (
      select ${y} * ${width} + ${x} as cell, count(*) as count, avg(${name}[0]) as longitude, avg(${name}[1]) as latitude,
        case when count(*) = 1 then min(id collate "C") end as alone
      from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)} and ${await near(db, record, name, block)}
      group by 1 offset 0) cells
    where cell - floor(cell / ${width}) * ${width} between ${west} and ${west + across - 1}
      and floor(cell / ${width}) between ${north} and ${north + across - 1}`.execute(db)
  return rows.map(({ cell, ...rest }) => ({ ...rest, x: cell % side, y: Math.floor(cell / side) }))
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
  return { ...one, count, longitude: middle('longitude'), latitude: middle('latitude'), alone: null }
}
