import { GaoxinError } from '../../errors.ts'
import { type Coordinates, turnFrom } from '../../geo/coordinates.ts'
import type { Geometry } from '../../geo/geometry.ts'
import { type Text, text } from '../../text.ts'
import { readCsv } from './csv.ts'
import { unreadable as notRead } from './geo/features.ts'
import { withPairs } from './geo/pairs.ts'
import { type GeoKind, geoKindOf, readGeo } from './geo/read.ts'
import { hasShapes } from './geo/shapefile.ts'
import { readXlsx } from './xlsx.ts'
import { type Bytes, openBytes, openZip, type Source } from './zip.ts'

/** Numbers as the file writes them, never floats; dates as `2024-11-15T00:00:00`, without a time zone. */
export type Cell =
  | null
  | string
  | boolean
  | { readonly number: string }
  | { readonly date: string }
  | { readonly error: string }
  /** A shape in WGS-84, and how it is shown: a place as `121.5500, 29.8800`, others as GeoJSON. */
  | { readonly geometry: Geometry; readonly written: string }
  /** What should be one and is none. */
  | { readonly unplaced: string; readonly reason: Text }

export interface FileRow {
  /** Empty for a text file. */
  readonly sheet: string
  /** As the spreadsheet numbers it, from 1; of a file of features, which has no header, that of the feature. */
  readonly row: number
  /** The first is column A. */
  readonly cells: readonly Cell[]
}

export type FileKind = 'xlsx' | 'csv' | GeoKind

/**
 * The rows of every visible sheet, in order, in bounded memory.
 * @throws GaoxinError IMPORT_OLD_XLS, IMPORT_FORMAT, IMPORT_ENCODING, IMPORT_SWELLS, IMPORT_UNREADABLE, IMPORT_GEO,
 *   IMPORT_GEO_LARGE
 */
export async function* readTable(
  source: Source,
  { most, coordinates, paired = false }: ReadOptions = {},
): AsyncGenerator<FileRow> {
  const bytes = await openBytes(source)
  try {
    const kind = await kindOfBytes(bytes)
    const isTable = kind === 'xlsx' || kind === 'csv'
    const read = isTable
      ? kind === 'xlsx'
        ? readXlsx(bytes, most)
        : readCsv(bytes)
      : readGeo(bytes, kind, coordinates)
    const rows = isTable && paired ? withPairs(read, turnFrom(coordinates), coordinates !== undefined) : read
    try {
      for (;;) {
        const next = await rows.next().catch((error: unknown) => {
          throw error instanceof GaoxinError ? error : unreadable(error)
        })
        if (next.done) return
        yield next.value
      }
    } finally {
      // A reader that stops half-way closes what is open below.
      await rows.return(undefined)
    }
  } finally {
    await bytes.close()
  }
}

export interface ReadOptions {
  /** Rows of each sheet of a workbook that are wanted. */
  readonly most?: number | undefined
  /** What the coordinates of the file count, where a person said so. */
  readonly coordinates?: Coordinates | undefined
  /** Whether a longitude and a latitude beside each other make a place. */
  readonly paired?: boolean
}

/** What the bytes are, whatever the file is called. @throws GaoxinError IMPORT_OLD_XLS, IMPORT_FORMAT */
export async function kindOf(source: Source): Promise<FileKind> {
  const bytes = await openBytes(source)
  try {
    return await kindOfBytes(bytes)
  } finally {
    await bytes.close()
  }
}

/** Whether a workbook, unpacked, is small enough to be held as a whole. */
export async function unpacksWithin(source: Source, most: number): Promise<boolean> {
  const bytes = await openBytes(source)
  try {
    return (await openZip(bytes)).unpacked <= most
  } finally {
    await bytes.close()
  }
}

async function kindOfBytes(bytes: Bytes): Promise<FileKind> {
  const head = await bytes.slice(0, 64 * 1024)
  const starts = head.toString('latin1', 0, 8)
  if (starts === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')
    throw new GaoxinError(
      'IMPORT_OLD_XLS',
      text(
        '这是旧版 .xls 文件，或加了密码的工作簿',
        'This is an old .xls file, or a workbook with a password',
      ),
      text(
        '请在 Excel 或 WPS 中另存为 .xlsx（不加密码）后再上传',
        'Save it as .xlsx without a password, then try again',
      ),
      { status: 415 },
    )
  if (starts.startsWith('PK')) {
    // The list of a zip file's parts stands at its end, their names unpacked.
    const tail = await bytes.slice(Math.max(0, bytes.size - 1024 * 1024), bytes.size)
    if (tail.includes('xl/workbook.xml')) return 'xlsx'
    if (await holdsShapes(bytes)) return 'shapefile'
    throw refused(
      text(
        '这个压缩文件不是 .xlsx 工作簿，里面也没有 .shp',
        'This zip file is no .xlsx workbook, and has no .shp',
      ),
    )
  }
  if (bytes.size === 0) throw refused(text('文件是空的', 'The file is empty'))
  if (starts.startsWith('\0\0\x27\x0a') || starts.startsWith('AutoCAD ')) throw geoRefused()
  const wide = starts.startsWith('\xff\xfe') || starts.startsWith('\xfe\xff')
  if (!wide && head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    throw refused(text('这不是表格文件', 'This is not a file of rows'))
  if (/^(%PDF|\{\\rtf)/.test(starts)) throw refused(text('这不是表格文件', 'This is not a file of rows'))
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table)/i.test(head.toString('latin1', 0, 200)))
    throw refused(text('这是网页或 XML，不是表格文件', 'This is a web page or XML, not a file of rows'))
  return geoKindOf(head.toString('latin1')) ?? 'csv'
}

/** One that is no zip file at all is refused like one without any. */
async function holdsShapes(bytes: Bytes): Promise<boolean> {
  try {
    return hasShapes(await openZip(bytes))
  } catch (error) {
    if (error instanceof GaoxinError) throw error
    return false
  }
}

const geoRefused = () =>
  notRead(
    text('只有图形而没有属性，或是二进制 DXF', 'Shapes without their table, or a binary DXF'),
    '.shp, .dxf',
  )

const refused = (says: Text) =>
  new GaoxinError(
    'IMPORT_FORMAT',
    says,
    text(
      '请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后再上传',
      'Open it in Excel, save it as .xlsx or .csv and try again',
    ),
    { status: 415 },
  )

const unreadable = (cause: unknown) =>
  new GaoxinError(
    'IMPORT_UNREADABLE',
    text('文件已损坏或不完整', 'The file is damaged or incomplete'),
    text(
      '请用 Excel 或 WPS 打开，另存为新的 .xlsx 后再上传',
      'Open it in Excel, save it under a new name and try again',
    ),
    { status: 422, cause },
  )
