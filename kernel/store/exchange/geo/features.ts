import { isUtf8 } from 'node:buffer'
import { GaoxinError } from '../../../errors.ts'
import type { Turn } from '../../../geo/coordinates.ts'
import { turnedGeometry } from '../../../geo/turned.ts'
import { type Text, text } from '../../../text.ts'
import { placeText } from '../../place.ts'
import type { Cell, FileRow } from '../read.ts'
import { GEOMETRY } from './names.ts'

/** What a file of features has of one thing: its properties by name, and its shape as the file has it. */
export interface Feature {
  readonly properties: Readonly<Record<string, Cell>>
  /** GeoJSON in the file's own numbers; null where it has none. */
  readonly geometry: unknown
}

/**
 * Features as rows of a table: a header, numbered 0, then each feature by its number. The shape is the last column.
 * @param sheet what the part of the file is called
 */
export function* rowsOf(sheet: string, features: readonly Feature[], turn: Turn): Generator<FileRow> {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  yield { sheet, row: 0, cells: [...names, GEOMETRY] }
  for (const [i, { properties, geometry }] of features.entries())
    yield {
      sheet,
      row: i + 1,
      cells: [...names.map((name) => properties[name] ?? null), cellOf(geometry, turn)],
    }
}

/** The longest text that a cell of a workbook holds is a little longer. */
const MOST_WRITTEN = 32_000

function cellOf(value: unknown, turn: Turn): Cell {
  if (value === null || value === undefined) return null
  const written = (what: unknown) => JSON.stringify(what).slice(0, MOST_WRITTEN)
  const found = turnedGeometry(value, turn)
  if (!found) return { unplaced: written(value), reason: NO_GEOMETRY }
  if ('wrong' in found) return { unplaced: written(value), reason: found.wrong }
  const { geometry } = found
  if (geometry.type !== 'Point') return { geometry, written: written(geometry) }
  const [longitude, latitude] = geometry.coordinates
  return { geometry, written: placeText({ longitude, latitude }) }
}

export { isUtf8 }

const NO_GEOMETRY = text(
  '几何无效：线至少两点，面须闭合，不支持几何集合',
  'No valid geometry: a line has two points or more, a ring ends where it begins, collections are not read',
)

/** @param place the part of the file, and the feature where there is one: `管线.shp 第 3 个要素` */
export const unreadable = (what: Text, place: string, value?: string, cause?: unknown): GaoxinError =>
  new GaoxinError(
    'IMPORT_GEO',
    what,
    text(
      '请在 GIS 或 CAD 软件中重新导出后再上传：Shapefile 把 .shp、.dbf、.prj、.cpg 压缩成一个 .zip，GeoJSON 为 FeatureCollection，DXF 为文本格式',
      'Export it again: a Shapefile as one .zip of its .shp, .dbf, .prj and .cpg, GeoJSON as a FeatureCollection, DXF as text',
    ),
    { place, status: 422, ...(value === undefined ? {} : { value: value.slice(0, 200) }), cause },
  )

/** Such files are held as a whole while they are read. */
export const MOST_BYTES = 64 * 1024 * 1024

/** @throws GaoxinError IMPORT_GEO_LARGE */
export function refuseLarge(bytes: number, place: string): void {
  if (bytes <= MOST_BYTES) return
  throw new GaoxinError(
    'IMPORT_GEO_LARGE',
    text('空间数据文件解压后超过 64 MB', 'A file of shapes is larger than 64 MB unpacked'),
    text('请按图幅或图层分成几个文件', 'Split it by sheet or layer'),
    { place, value: bytes, status: 413 },
  )
}

/** Text in UTF-8, else in GB18030, which CAD and GIS in China write. */
export const decoded = (bytes: Uint8Array): string =>
  new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)
