import type { Database } from '../../store/database.ts'
import type { TargetOf } from '../../store/order.ts'
import { placeColumns } from '../../store/place.ts'
import type { RecordDefinition } from '../../store/record.ts'
import type { Choice } from '../../store/rows.ts'
import { type Keep, NOTHING_KEPT } from './keep.ts'
import { CLUSTERS, POINTS, pointsOf } from './points.ts'
import { SHAPES, shapesOf } from './shapes.ts'
import { endsOf, shapeSource } from './sources.ts'
import type { Tile } from './tile.ts'
import { toldOf } from './told.ts'

export type { Keep } from './keep.ts'
export { hasPostgis } from './shapes.ts'
export { drawSql } from './sources.ts'
export { boxOfTile, type Tile, tileIn } from './tile.ts'

/** What a tile may hold. */
export const LAYERS = { points: POINTS, clusters: CLUSTERS, shapes: SHAPES } as const

/**
 * Whether a record has anything that a map shows: places, shapes, or edges between nodes that have places.
 * @param target what may be seen of the nodes
 */
export const isLayer = (record: RecordDefinition, target?: TargetOf): boolean =>
  placeColumns(record).length > 0 || shapeSource(record, target) !== undefined

/** The records that a layer is made of, and whether other rows than theirs say what of it is seen. */
export function madeOf(
  record: RecordDefinition,
  target: TargetOf | undefined,
): { readonly records: readonly string[]; readonly judged: boolean } {
  const nodes = endsOf(record, target)
  return {
    records: [record.id, ...(nodes ? [nodes.record.id] : [])],
    judged: nodes?.where !== undefined,
  }
}

export interface TileOptions {
  /** The schema in which PostGIS is, to cut the shapes; undefined: the library does. */
  readonly postgis?: string | undefined
  /** Columns whose values stand beside the ids; those that a tile cannot tell are passed over. */
  readonly tell?: readonly string[] | undefined
  /** For what several tiles are made of. */
  readonly keep?: Keep | undefined
}

/**
 * A listing on one square of the map, as a vector tile (MVT 2.1): `points` and `clusters` of its first place, `shapes` of
 * its first shape or of the lines of its edges. Layers of a tile follow one another in its bytes, so the parts are joined
 * as they are.
 */
export async function tileOf(
  db: Database,
  record: RecordDefinition,
  tile: Tile,
  choice: Choice,
  { postgis, tell = [], keep = NOTHING_KEPT }: TileOptions = {},
): Promise<Uint8Array> {
  const [place] = placeColumns(record)
  const source = shapeSource(record, choice.target)
  const told = toldOf(record, tell)
  const parts = await Promise.all([
    ...(source ? [shapesOf({ db, source, tile, choice, told }, postgis)] : []),
    ...(place ? [pointsOf({ db, record, column: place, tile, choice, told, keep })] : []),
  ])
  return Buffer.concat(parts)
}
