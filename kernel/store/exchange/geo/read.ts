import { type Coordinates, turnFrom } from '../../../geo/coordinates.ts'
import type { FileRow } from '../read.ts'
import { type Bytes, openZip } from '../zip.ts'
import { dxfLayers } from './dxf.ts'
import { refuseLarge, rowsOf } from './features.ts'
import { geojsonFeatures } from './geojson.ts'
import { shapefiles } from './shapefile.ts'

/** Kinds of files that hold features. */
export type GeoKind = 'geojson' | 'shapefile' | 'dxf'

const SHEETS = { geojson: 'GeoJSON', dxf: 'DXF' } as const

/** What kind of features the beginning of a text file tells of. */
export function geoKindOf(head: string): GeoKind | undefined {
  const start = head.replace(/^\ufeff|^\xef\xbb\xbf/, '').trimStart()
  if (/^[{[]/.test(start)) return 'geojson'
  return /^(999\s*\n.*\n\s*)*0\s*\n\s*SECTION/.test(start) ? 'dxf' : undefined
}

/**
 * Features as rows, every place in WGS-84. Each layer of a drawing is a sheet of its own.
 * @param coordinates what the numbers count; without it what the file says, else degrees of WGS-84
 */
export async function* readGeo(
  bytes: Bytes,
  kind: GeoKind,
  coordinates: Coordinates | undefined,
): AsyncGenerator<FileRow> {
  if (kind === 'shapefile') {
    for await (const { name, features, prj } of shapefiles(await openZip(bytes)))
      yield* rowsOf(name, features, turnFrom(coordinates, prj))
    return
  }
  refuseLarge(bytes.size, SHEETS[kind])
  const [whole, turn] = [await bytes.slice(0, bytes.size), turnFrom(coordinates)]
  if (kind === 'geojson') yield* rowsOf(SHEETS.geojson, geojsonFeatures(whole), turn)
  else for (const [layer, features] of dxfLayers(whole)) yield* rowsOf(layer, features, turn)
}
