import type { Turn } from '../../../geo/coordinates.ts'
import { placeText } from '../../place.ts'
import { words } from '../columns.ts'
import type { Cell, FileRow } from '../read.ts'
import { LONGITUDE_LATITUDE } from './names.ts'

const EAST = /^(经度|东经|longitude|lon|lng|x坐标|x_?coord|东坐标)$/
const NORTH = /^(纬度|北纬|latitude|lat|y坐标|y_?coord|北坐标)$/

/** These say so only where somebody says what the coordinates of the file count. */
const [BARE_EAST, BARE_NORTH] = [/^x$/, /^y$/]

/** How many rows may stand above the header. */
const WITHIN = 20

/**
 * Rows of tables with one more column where a header names a longitude and a latitude (or an easting and a northing): the
 * place that both say, in WGS-84. It stands after the last column of the header.
 * @param said whether somebody said what the coordinates count
 */
export async function* withPairs(
  rows: AsyncGenerator<FileRow>,
  turn: Turn,
  said: boolean,
): AsyncGenerator<FileRow> {
  const isNamed = (name: string, full: RegExp, bare: RegExp) => full.test(name) || (said && bare.test(name))
  let sheet: string | undefined
  let seen = 0
  let found: { readonly east: number; readonly north: number; readonly at: number } | undefined
  try {
    for await (const row of rows) {
      if (row.sheet !== sheet) {
        sheet = row.sheet
        seen = 0
        found = undefined
      }
      if (found) {
        const { east, north, at } = found
        yield { ...row, cells: extended(row.cells, at, pairOf(row.cells[east], row.cells[north], turn)) }
        continue
      }
      const named = row.cells.map((cell) => bare(words(cell)))
      const [east, north] = [
        named.findIndex((name) => isNamed(name, EAST, BARE_EAST)),
        named.findIndex((name) => isNamed(name, NORTH, BARE_NORTH)),
      ]
      if (seen++ < WITHIN && east >= 0 && north >= 0) {
        found = { east, north, at: row.cells.length }
        yield { ...row, cells: [...row.cells, LONGITUDE_LATITUDE] }
      } else yield row
    }
  } finally {
    await rows.return(undefined)
  }
}

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)$/, '')
    .replace(/[\s*]/g, '')

function extended(cells: readonly Cell[], at: number, pair: Cell): readonly Cell[] {
  if (pair === null) return cells
  return [...Array.from({ length: at }, (_, i) => cells[i] ?? null), pair, ...cells.slice(at + 1)]
}

function pairOf(east: Cell | undefined, north: Cell | undefined, turn: Turn): Cell {
  const [x, y] = [words(east), words(north)]
  if (x === '' && y === '') return null
  const written = `${x}, ${y}`
  const number = /^[-+]?\d+(\.\d+)?°?$/
  // What is no number is left to be judged as a place that somebody wrote.
  if (!number.test(x) || !number.test(y)) return written
  const turned = turn([Number.parseFloat(x), Number.parseFloat(y)])
  if ('wrong' in turned) return { unplaced: written, reason: turned.wrong }
  const [longitude, latitude] = turned.at
  return { geometry: { type: 'Point', coordinates: turned.at }, written: placeText({ longitude, latitude }) }
}
