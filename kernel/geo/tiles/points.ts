import { fromVectorTileJs } from '@maplibre/vt-pbf'
import { type RawBuilder, sql } from 'kysely'
import { boxSql } from '../../store/box.ts'
import type { Database } from '../../store/database.ts'
import { quote } from '../../store/ddl.ts'
import { type MapPoint, MOST_POINTS, pointsWhere } from '../../store/map.ts'
import type { Place } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import type { Choice } from '../../store/rows.ts'
import { blockOf, type Cell, cellsOf, gathered } from './cells.ts'
import type { Keep } from './keep.ts'
import { boxOfTile, EXTENT, type Tile } from './tile.ts'

/** The layers of a tile in which places are: rows one by one, and cells with their number of rows. */
export const POINTS = 'points'
export const CLUSTERS = 'clusters'

interface Asked {
  readonly db: Database
  readonly record: RecordDefinition
  readonly column: string
  readonly tile: Tile
  readonly choice: Choice
  readonly keep: Keep
}

/** Places of a tile as layers of vector tiles: each of them up to 2,000, else cells of a grid. Empty where there are none. */
export async function pointsOf(asked: Asked): Promise<Uint8Array> {
  const { tile } = asked
  const { points, clusters } = await partsOf(asked)
  const layers = {
    ...layerOf(POINTS, tile, points, ({ id, label }) => ({ id, label })),
    ...layerOf(CLUSTERS, tile, clusters, ({ count }) => ({ count })),
  }
  return Object.keys(layers).length === 0 ? new Uint8Array() : fromVectorTileJs({ layers })
}

interface Parts {
  readonly points: readonly MapPoint[]
  readonly clusters: readonly Cell[]
}

async function partsOf({ db, record, column, tile, choice, keep }: Asked): Promise<Parts> {
  const onEdges = sql`${sql.raw(quote(column))} <@ ${boxSql(boxOfTile(tile, 1))}`
  const all = async (most: RawBuilder<unknown>) => {
    const points = await pointsWhere(db, record, column, choice, sql`${onEdges} ${most}`)
    // A row on the edge of two tiles is on one.
    return { read: points.length, points: points.filter((point) => isIn(tile, point)), clusters: [] }
  }
  const block = blockOf(tile)
  const name = `cells ${block.z}/${block.x}/${block.y}`
  const kept = await keep.get<readonly Cell[]>(name)
  if (!kept) {
    const few = await all(sql`limit ${MOST_POINTS + 1}`)
    if (few.read <= MOST_POINTS) return few
  }
  const cells = gathered(
    kept ?? (await keep.of(name, () => cellsOf(db, record, column, block, choice), roomOf)),
    tile,
  )
  if (cells.reduce((sum, { count }) => sum + count, 0) <= MOST_POINTS) return all(sql``)
  const alone = cells.flatMap(({ alone }) => (alone === null ? [] : [alone]))
  const lone = sql`id = any(${alone}::text[])`
  return {
    points: alone.length > 0 ? await pointsWhere(db, record, column, choice, lone) : [],
    clusters: cells.filter((cell) => cell.alone === null),
  }
}

const roomOf = (cells: readonly Cell[]) => 120 * cells.length

const isIn = ({ z, x, y }: Tile, place: Place): boolean => {
  const { east, south } = mercator(place)
  return Math.floor(east * 2 ** z) === x && Math.floor(south * 2 ** z) === y
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
