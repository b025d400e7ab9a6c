import { fromVectorTileJs } from '@maplibre/vt-pbf'
import { type RawBuilder, sql } from 'kysely'
import { boxSql } from '../../store/box.ts'
import type { Database } from '../../store/database.ts'
import { quote } from '../../store/ddl.ts'
import { known } from '../../store/history/read.ts'
import { type MapPoint, MOST_POINTS, pointsWhere } from '../../store/map.ts'
import type { Place } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import { type Choice, condition } from '../../store/rows.ts'
import { blockOf, type Cell, cellsOf, gathered } from './cells.ts'
import type { Keep } from './keep.ts'
import { boxOfTile, EXTENT, type Tile } from './tile.ts'
import { type Told, toldSql, valuesOf } from './told.ts'

/** The layers of a tile in which places are: rows one by one, and cells with their number of rows. */
export const POINTS = 'points'
export const CLUSTERS = 'clusters'

interface Asked {
  readonly db: Database
  readonly record: RecordDefinition
  readonly column: string
  readonly tile: Tile
  readonly choice: Choice
  /** Columns whose values the rows bear beside their names. */
  readonly told: readonly Told[]
  readonly keep: Keep
}

/** Places of a tile as layers of vector tiles: each of them up to 2,000, else cells of a grid. Empty where there are none. */
export async function pointsOf(asked: Asked): Promise<Uint8Array> {
  const { tile } = asked
  const { points, clusters } = await partsOf(asked)
  const layers = {
    ...layerOf(POINTS, tile, points, ({ id, label, told }) => ({ ...told, id, label })),
    ...layerOf(CLUSTERS, tile, clusters, ({ count }) => ({ count })),
  }
  return Object.keys(layers).length === 0 ? new Uint8Array() : fromVectorTileJs({ layers })
}

interface ToldPoint extends MapPoint {
  readonly told?: Readonly<Record<string, string | number>>
}

interface Parts {
  readonly points: readonly ToldPoint[]
  readonly clusters: readonly Cell[]
}

async function partsOf(asked: Asked): Promise<Parts> {
  const { db, record, column, tile, choice, keep } = asked
  const name = sql.raw(quote(column))
  const onEdges = sql`${name} <@ ${boxSql(boxOfTile(tile, 1))}`
  const all = async () => {
    const points = await rowsAt(asked, onEdges)
    return { points: points.filter(within(tile)), clusters: [] }
  }
  const block = blockOf(tile)
  const called = `cells ${block.z}/${block.x}/${block.y}`
  const kept = await keep.get<readonly Cell[]>(called)
  // Counted before they are read: where there is no condition, the index of places alone says how many there are.
  if (!kept && (await countOf(db, record, choice, onEdges)) <= MOST_POINTS) return all()
  const cells = gathered(
    kept ?? (await keep.of(called, () => cellsOf(db, record, column, block, choice), roomOf)),
    tile,
  )
  if (cells.reduce((sum, { count }) => sum + count, 0) <= MOST_POINTS) return all()
  const alone = new Set(cells.flatMap((cell) => (cell.count === 1 ? [pointSql(cell)] : [])))
  // PostgreSQL takes points for equal that are some centimetres apart.
  const near = sql`${name} ~= any(${[...alone]}::point[])`
  return {
    points: alone.size > 0 ? (await rowsAt(asked, near)).filter((point) => alone.has(pointSql(point))) : [],
    clusters: cells.filter(({ count }) => count > 1),
  }
}

const rowsAt = (
  { db, record, column, choice, told }: Asked,
  where: RawBuilder<unknown>,
): Promise<readonly ToldPoint[]> =>
  pointsWhere(
    db,
    record,
    column,
    choice,
    where,
    told.length > 0 ? { columns: toldSql(told), of: (row) => ({ told: valuesOf(told, row) }) } : undefined,
  )

/** How many rows of a listing a tile has: one more than are told one by one, where there are more. */
async function countOf(
  db: Database,
  record: RecordDefinition,
  choice: Choice,
  where: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select from ${known(record.id, choice.knownOn)} t where ${condition(record, choice)} and ${where}
    limit ${MOST_POINTS + 1}) found`.execute(db)
  return rows[0]?.n ?? 0
}

const pointSql = ({ longitude, latitude }: Place) => `(${longitude},${latitude})`

const roomOf = (cells: readonly Cell[]) => 100 * cells.length

/** A row on the edge of two tiles is on one: as their cells are cut, to the last digit. */
function within(tile: Tile): (place: Place) => boolean {
  const [west, south, east, north] = boxOfTile(tile)
  return ({ longitude, latitude }) =>
    longitude >= west && longitude < east && latitude >= south && latitude < north
}

function layerOf<P extends Place>(
  name: string,
  tile: Tile,
  places: readonly P[],
  told: (place: P) => Record<string, string | number>,
) {
  if (places.length === 0) return {}
  const feature = (i: number) => {
    const place = places[i] as P
    return {
      id: undefined,
      type: 1 as const,
      extent: EXTENT,
      properties: told(place),
      loadGeometry: () => [[unitsOf(tile, place)]],
    }
  }
  return { [name]: { name, version: 2 as const, extent: EXTENT, length: places.length, feature } }
}

/** Where in a tile a place is, in its units. */
export function unitsOf({ z, x, y }: Tile, place: Place): { x: number; y: number } {
  const { east, south } = mercator(place)
  const side = 2 ** z
  return { x: Math.round((east * side - x) * EXTENT), y: Math.round((south * side - y) * EXTENT) }
}

/** Web Mercator: of the whole square of the world. */
function mercator({ longitude, latitude }: Place): { readonly east: number; readonly south: number } {
  const tangent = Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)
  return { east: (longitude + 180) / 360, south: 0.5 - Math.log(tangent) / (2 * Math.PI) }
}
