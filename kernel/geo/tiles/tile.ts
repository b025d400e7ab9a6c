import { GaoxinError } from '../../errors.ts'
import type { Box } from '../../store/box.ts'
import { text } from '../../text.ts'

/** One square of the map: of the `2^z` by `2^z` of a zoom level the x-th from the west and the y-th from the north. */
export interface Tile {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** Units along a side, as shapes are told in. */
export const EXTENT = 4096
/** Units beyond each edge to which shapes are drawn, so that their borders do not show where tiles meet. */
export const BUFFER = 64
const MOST_ZOOM = 22

/** @throws GaoxinError GEO_TILE where there is no such tile */
export function tileIn(tile: Tile): Tile {
  const side = 2 ** tile.z
  const isIn = (n: number, end: number) => Number.isInteger(n) && n >= 0 && n < end
  if (isIn(tile.z, MOST_ZOOM + 1) && isIn(tile.x, side) && isIn(tile.y, side)) return tile
  throw new GaoxinError(
    'GEO_TILE',
    text('没有这块地图瓦片', 'There is no such tile of the map'),
    text(
      `请给出 0—${MOST_ZOOM} 的级别，以及该级别内的列号和行号`,
      `Give a zoom from 0 to ${MOST_ZOOM}, and a column and a row within it`,
    ),
    { value: `${tile.z}/${tile.x}/${tile.y}`, status: 422 },
  )
}

/** Its edges in degrees. @param beyond units of the tile that are added on each side */
export function boxOfTile({ z, x, y }: Tile, beyond = 0): Box {
  const more = beyond / EXTENT
  return [
    Math.max(eastOf(x - more, z), -180),
    Math.max(northOf(y + 1 + more, z), -90),
    Math.min(eastOf(x + 1 + more, z), 180),
    Math.min(northOf(y - more, z), 90),
  ]
}

/** The western edge of a column, and the northern one of a row; to the last digit the same at every zoom. */
export const eastOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180
export const northOf = (y: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
