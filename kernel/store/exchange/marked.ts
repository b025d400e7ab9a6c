import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import exceljs from 'exceljs'
import { type Language, text } from '../../text.ts'
import { words } from './columns.ts'
import { drained } from './drained.ts'
import { type Cell, kindOf, readTable, unpacksWithin } from './read.ts'
import { isOwnSheet, PROBLEMS_SHEET } from './rows.ts'
import type { BadCell } from './stage.ts'
import type { Source } from './zip.ts'

/** A workbook up to this size comes back as it was, formats and all; a larger one, or a text file, as its rows. */
const WHOLE = 4 * 1024 * 1024
const WHOLE_UNPACKED = 64 * 1024 * 1024

/** The sheet that the rows of a text file come back on. */
const UNNAMED = text('数据', 'Data')

const LIST = [
  [text('工作表', 'Sheet'), 20],
  [text('行', 'Row'), 8],
  [text('栏目', 'Column'), 20],
  [text('填写内容', 'Value'), 30],
  [text('原因', 'Reason'), 50],
] as const

const FILL: exceljs.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }

/**
 * Gives a file back as .xlsx with its bad cells marked, each with the reason as a comment, and a sheet that lists
 * them; ends `out`. Mended, it can be read in as it is: the list is passed over.
 * @param language of the reasons and the list
 */
export async function markFile(
  source: Source,
  bad: readonly BadCell[],
  out: Writable,
  language: Language = 'zh',
): Promise<void> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength
  const small =
    (await kindOf(source)) === 'xlsx' && size <= WHOLE && (await unpacksWithin(source, WHOLE_UNPACKED))
  await (small ? markWhole : markRows)(source, bad, out, language)
}

async function markWhole(
  source: Source,
  bad: readonly BadCell[],
  out: Writable,
  language: Language,
): Promise<void> {
  const book = new exceljs.Workbook()
  await book.xlsx.read(
    typeof source === 'string' ? createReadStream(source) : Readable.from([Buffer.from(source)]),
  )
  for (const old of book.worksheets.filter(({ name }) => isOwnSheet(name))) book.removeWorksheet(old.id)
  for (const cells of byCell(bad).values()) {
    const { sheet, row, at } = cells[0]!
    const cell = book.getWorksheet(sheet)?.getCell(row, at + 1)
    if (!cell) continue
    // A copy: cells that look alike share one style object.
    cell.style = { ...cell.style, fill: FILL }
    cell.note = noteOf(cells, language)
  }
  fillList(book.addWorksheet(PROBLEMS_SHEET[language]), bad, language)
  await book.xlsx.write(out)
  out.end()
}

async function markRows(
  source: Source,
  bad: readonly BadCell[],
  out: Writable,
  language: Language,
): Promise<void> {
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const marks = byCell(bad)
  const taken = new Set<string>()
  let sheet: exceljs.Worksheet | undefined
  let name: string | undefined
  let count = 0
  // Features are numbered from the header, which is 0; the rows of a sheet are from 1.
  let down = 0
  for await (const row of readTable(source)) {
    if (isOwnSheet(row.sheet)) continue
    if (row.sheet !== name) {
      sheet?.commit()
      name = row.sheet
      sheet = book.addWorksheet(sheetName(name || UNNAMED[language], taken))
      down = row.row === 0 ? 1 : 0
    }
    const line = sheet!.getRow(row.row + down)
    for (const [at, value] of row.cells.entries()) {
      const cell = line.getCell(at + 1)
      setValue(cell, value)
      mark(cell, marks.get(keyOf(row.sheet, row.row, at)), language)
    }
    // What is missing at the end of a row has no cell of its own in the file.
    for (const [at, cells] of missing(marks, row.sheet, row.row, row.cells.length))
      mark(line.getCell(at + 1), cells, language)
    line.commit()
    if (++count % 1000 === 0) {
      await new Promise((resolve) => setImmediate(resolve))
      await drained(out)
    }
  }
  sheet?.commit()
  const list = book.addWorksheet(PROBLEMS_SHEET[language])
  fillList(list, bad, language)
  list.commit()
  await book.commit()
}

/** What a workbook calls a layer or a Shapefile: without some signs, 31 characters at most, each once. */
function sheetName(name: string, taken: Set<string>): string {
  const bare = name.replace(/[*?:\\/[\]']/g, '_')
  const called = (n: number) => (n === 1 ? bare.slice(0, 31) : `${bare.slice(0, 27)} ${n}`)
  let n = 1
  while (taken.has(called(n).toLowerCase())) n++
  taken.add(called(n).toLowerCase())
  return called(n)
}

function setValue(cell: exceljs.Cell, value: Cell): void {
  if (value === null) return
  if (typeof value !== 'object') cell.value = value
  else if ('number' in value) {
    const digits = value.number.replace(/\D/g, '').length
    cell.value = digits <= 15 ? Number(value.number) : value.number
  } else if ('date' in value) {
    cell.value = new Date(`${value.date}Z`)
    cell.numFmt = value.date.endsWith('T00:00:00') ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss'
  } else cell.value = words(value)
}

function mark(cell: exceljs.Cell, cells: readonly BadCell[] | undefined, language: Language): void {
  if (!cells) return
  cell.fill = FILL
  cell.note = noteOf(cells, language)
}

const keyOf = (sheet: string, row: number, at: number): string => `${row}:${at}:${sheet}`

function byCell(bad: readonly BadCell[]): Map<string, BadCell[]> {
  const cells = new Map<string, BadCell[]>()
  for (const one of bad) {
    const key = keyOf(one.sheet, one.row, one.at)
    const others = cells.get(key)
    if (others) others.push(one)
    else cells.set(key, [one])
  }
  return cells
}

/** How far to the right cells may be missing. */
const WIDEST = 256

function* missing(
  marks: ReadonlyMap<string, BadCell[]>,
  sheet: string,
  row: number,
  from: number,
): Generator<[number, readonly BadCell[]]> {
  for (let at = from; at < WIDEST; at++) {
    const cells = marks.get(keyOf(sheet, row, at))
    if (cells) yield [at, cells]
  }
}

const noteOf = (cells: readonly BadCell[], language: Language): string =>
  [...new Set(cells.map(({ reason }) => reason[language]))].join('\n')

function fillList(sheet: exceljs.Worksheet, bad: readonly BadCell[], language: Language): void {
  sheet.columns = LIST.map(([name, width]) => ({ header: name[language], width }))
  sheet.getRow(1).font = { bold: true }
  for (const { sheet: name, row, header, value, reason } of bad) {
    sheet.addRow([name || UNNAMED[language], row, header, value, reason[language]])
  }
}
