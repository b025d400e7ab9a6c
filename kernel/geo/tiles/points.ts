import { fromVectorTileJs } from '@maplibre/vt-pbf'
import { mapOf } from '../../store/map.ts'
import type { Place } from '../../store/place.ts'
import { boxOfTile, EXTENT, type Tile } from './tile.ts'

/** The layers of a tile in which places are: rows one by one, and cells with their number of rows. */
export const POINTS = 'points'
export const CLUSTERS = 'clusters'

type Asked = Parameters<typeof mapOf>

/** Places of a tile as layers of vector tiles: what the map of the same box tells. Empty where there are none. */
export async function pointsOf(
  db: Asked[0],
  record: Asked[1],
  column: string,
  tile: Tile,
  choice: Asked[4],
): Promise<Uint8Array> {
  const { points, clusters } = await mapOf(db, record, column, boxOfTile(tile), choice)
  const layers = {
    ...layerOf(POINTS, tile, points, ({ id, label }) => ({ id, label })),
    ...layerOf(CLUSTERS, tile, clusters, ({ count }) => ({ count })),
  }
  return Object.keys(layers).length === 0 ? new Uint8Array() : fromVectorTileJs({ layers })
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

/** Where in a tile a place is, in its units: Web Mercator. */
export function unitsOf({ z, x, y }: Tile, { longitude, latitude }: Place): { x: number; y: number } {
  const side = 2 ** z
  const sine = Math.sin((latitude * Math.PI) / 180)
  const north = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return {
    x: Math.round(((longitude + 180) / 360) * side * EXTENT - x * EXTENT),
    y: Math.round((north * side - y) * EXTENT),
  }
}
