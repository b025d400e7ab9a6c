import type { Database } from '../../store/database.ts'
import { shapeColumns } from '../../store/ddl.ts'
import { placeColumns } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import type { Choice } from '../../store/rows.ts'
import { type Keep, NOTHING_KEPT } from './keep.ts'
import { CLUSTERS, POINTS, pointsOf } from './points.ts'
import { SHAPES, shapesOf } from './shapes.ts'
import type { Tile } from './tile.ts'

export type { Keep } from './keep.ts'
export { hasPostgis } from './shapes.ts'
export { boxOfTile, type Tile, tileIn } from './tile.ts'

/** What a tile may hold. */
export const LAYERS = { points: POINTS, clusters: CLUSTERS, shapes: SHAPES } as const

/** Whether a record has anything that a map shows. */
export const isLayer = (record: RecordDefinition): boolean =>
  placeColumns(record).length > 0 || shapeColumns(record).length > 0

/**
 * A listing on one square of the map, as a vector tile (MVT 2.1): `points` and `clusters` of its first place, `shapes` of
 * its first shape. Layers of a tile follow one another in its bytes, so the parts are joined as they are.
 * @param postgis the schema in which PostGIS is, to cut the shapes; undefined: the library does
 * @param keep for what several tiles are made of
 */
export async function tileOf(
  db: Database,
  record: RecordDefinition,
  tile: Tile,
  choice: Choice,
  postgis: string | undefined,
  keep: Keep = NOTHING_KEPT,
): Promise<Uint8Array> {
  const [place] = placeColumns(record)
  const [column] = shapeColumns(record)
  const parts = await Promise.all([
    ...(column ? [shapesOf({ db, record, column, tile, choice }, postgis)] : []),
    ...(place ? [pointsOf({ db, record, column: place, tile, choice, keep })] : []),
  ])
  return Buffer.concat(parts)
}
