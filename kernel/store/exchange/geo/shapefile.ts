import { parseShp } from 'shpjs'
import { text } from '../../../text.ts'
import type { Cell } from '../read.ts'
import type { Zip } from '../zip.ts'
import { dbfRows } from './dbf.ts'
import { type Feature, MOST_BYTES, refuseLarge, unreadable } from './features.ts'

export interface Layer {
  /** `管线.shp` */
  readonly name: string
  readonly features: readonly Feature[]
  /** What its `.prj` says. */
  readonly prj: string | undefined
}

const isShape = (name: string) => /\.shp$/i.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name)

/** Whether a zip file is one of Shapefiles. */
export const hasShapes = ({ names }: Zip): boolean => names.some(isShape)

/** The Shapefiles in a zip file, one after the other. @throws GaoxinError IMPORT_GEO, IMPORT_GEO_LARGE */
export async function* shapefiles(zip: Zip): AsyncGenerator<Layer> {
  refuseLarge(zip.unpacked, '.zip')
  for (const path of zip.names.filter(isShape)) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const stem = path.slice(0, -4).toLowerCase()
    const beside = async (ending: string) => {
      const found = zip.names.find((one) => one.toLowerCase() === stem + ending)
      return found === undefined ? undefined : whole(zip, found)
    }
    const [dbf, prj, cpg] = [await beside('.dbf'), await beside('.prj'), await beside('.cpg')]
    if (!dbf)
      throw unreadable(text('缺少同名的属性表（.dbf）', 'Its table of properties (.dbf) is missing'), name)
    const rows = dbfRows(dbf, name.replace(/shp$/i, 'dbf'), cpg?.toString('latin1'))
    const words = prj?.toString('utf8')
    if (words) refuseOldDatum(words, name)
    yield { name, features: together(name, geometriesOf(await whole(zip, path), name), rows), prj: words }
  }
}

async function whole(zip: Zip, path: string): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of zip.read(path)) {
    size += part.length
    refuseLarge(size, path)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function geometriesOf(data: Buffer, name: string): readonly unknown[] {
  walk(data, name)
  try {
    return parseShp(data) as readonly unknown[]
  } catch (cause) {
    throw broken(name, 0, cause)
  }
}

/** Lengths that lead back or nowhere would keep the reader for ever. */
function walk(data: Buffer, name: string): void {
  if (data.length < 100 || data.length > MOST_BYTES || data.readInt32BE(0) !== 9994) throw broken(name, 0)
  let number = 0
  for (let at = 100; at + 8 <= data.length; ) {
    number++
    const length = data.readInt32BE(at + 4) * 2
    if (length < 4 || at + 8 + length > data.length) throw broken(name, number)
    at += 8 + length
  }
}

function together(
  name: string,
  geometries: readonly unknown[],
  rows: readonly (Readonly<Record<string, Cell>> | null)[],
): readonly Feature[] {
  if (geometries.length !== rows.length)
    throw unreadable(
      text(
        '图形与属性的数目不同，两个文件不是一套',
        'There are not as many shapes as rows: the two do not belong together',
      ),
      name,
      `${geometries.length} .shp, ${rows.length} .dbf`,
    )
  return rows.map((row, i) => ({ properties: row ?? {}, geometry: row ? geometries[i] : null }))
}

const broken = (name: string, number: number, cause?: unknown) =>
  unreadable(
    text('图形文件（.shp）已损坏', 'The file of shapes (.shp) is damaged'),
    number > 0 ? `${name} 第 ${number} 个要素 / feature ${number}` : name,
    undefined,
    cause,
  )

/** From these to CGCS2000 it takes numbers that are secret; off by a hundred metres is worse than refused. */
function refuseOldDatum(prj: string, name: string): void {
  const found = /beijing[_ ]?1954|xian[_ ]?1980|krasovsky|iag[_ ]?75/i.exec(prj)
  if (found)
    throw unreadable(
      text(
        '坐标系是北京54或西安80，请先在测绘部门转换为 CGCS2000',
        'Its coordinates are Beijing 54 or Xian 80; have them turned into CGCS2000 first',
      ),
      name,
      found[0],
    )
}
