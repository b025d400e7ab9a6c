import { type Coordinates, turnFrom } from '../../../geo/coordinates.ts'
import type { FileRow } from '../read.ts'
import { type Bytes, openZip } from '../zip.ts'
import { dxfFeatures } from './dxf.ts'
import { type Feature, refuseLarge, rowsOf } from './features.ts'
import { geojsonFeatures } from './geojson.ts'
import { shapefiles } from './shapefile.ts'

/** Kinds of files that hold features. */
export type GeoKind = 'geojson' | 'shapefile' | 'dxf'

const READERS: Readonly<Record<Exclude<GeoKind, 'shapefile'>, (bytes: Uint8Array) => readonly Feature[]>> = {
  geojson: geojsonFeatures,
  dxf: dxfFeatures,
}
const SHEETS = { geojson: 'GeoJSON', dxf: 'DXF' } as const

/** What kind of features the beginning of a text file tells of. */
export function geoKindOf(head: string): GeoKind | undefined {
  const start = head.replace(/^\ufeff|^\xef\xbb\xbf/, '').trimStart()
  if (/^[{[]/.test(start)) return 'geojson'
  return /^(999\s*\n.*\n\s*)*0\s*\n\s*SECTION/.test(start) ? 'dxf' : undefined
}

/**
 * Features as rows, every place in WGS-84.
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
  const features = READERS[kind](await bytes.slice(0, bytes.size))
  yield* rowsOf(SHEETS[kind], features, turnFrom(coordinates))
}
