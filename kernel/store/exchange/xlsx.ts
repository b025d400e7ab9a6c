import { Decimal } from 'decimal.js'
import { SaxesParser } from 'saxes'
import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'
import type { Cell, FileRow } from './read.ts'
import { type Bytes, openZip, type Zip } from './zip.ts'

/**
 * Reads a workbook row by row in bounded memory: of the file only the table of shared texts is held. Of each sheet
 * at most `most` rows.
 *
 * Not ExcelJS's stream reader: it decodes each 64 KB on its own, so that a Chinese character that lies across two
 * of them is read as two unreadable ones (75 of 50,000 rows in a trial), and it reads numbers as floats.
 */
export async function* readXlsx(bytes: Bytes, most = Number.POSITIVE_INFINITY): AsyncGenerator<FileRow> {
  const zip = await openZip(bytes)
  const book = await readBook(zip)
  const styles = await readStyles(zip)
  const strings = await readStrings(zip)
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue
    let count = 0
    for await (const row of readSheet(zip, sheet, { styles, strings, date1904: book.date1904 })) {
      yield row
      if (++count >= most) break
    }
  }
}

type Attributes = Readonly<Record<string, string>>
interface Handlers {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Parses a part; yields after each chunk, so that what the handlers gathered can be handed on. */
async function* parse(zip: Zip, part: string, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  let failed: Error | undefined
  let sinceTag = 0
  parser.on('error', (error) => {
    failed ??= error
  })
  parser.on('opentag', (tag) => {
    sinceTag = 0
    handlers.open(local(tag.name), tag.attributes as Attributes)
  })
  if (handlers.text) parser.on('text', handlers.text)
  parser.on('closetag', (tag) => {
    sinceTag = 0
    handlers.close?.(local(tag.name))
  })
  // One decoder for the whole part: a character may lie across two chunks.
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of zip.read(part)) {
    parser.write(decoder.decode(chunk, { stream: true }))
    if (failed) throw failed
    // The parser gathers a text until its end.
    sinceTag += chunk.length
    if (sinceTag > MOST_TEXT) throw tooManyTexts(sinceTag)
    yield
  }
  parser.write(decoder.decode()).close()
  if (failed) throw failed
  yield
}

async function parseAll(zip: Zip, part: string, handlers: Handlers): Promise<void> {
  if (zip.has(part)) for await (const _ of parse(zip, part, handlers));
}

interface Sheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

async function readBook(zip: Zip): Promise<{ sheets: Sheet[]; date1904: boolean }> {
  const targets = new Map<string, string>()
  await parseAll(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const sheets: Sheet[] = []
  let date1904 = false
  await parseAll(zip, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const part = targets.get(id ?? '')
      // A chart sheet has no rows.
      if (part && /worksheets\//.test(part) && zip.has(part))
        sheets.push({ name: attributes.name ?? '', part, hidden: /hidden/i.test(attributes.state ?? '') })
    },
  })
  return { sheets, date1904 }
}

type Style = 'date' | 'percent' | 'plain'

/** What each cell format says of its number. */
async function readStyles(zip: Zip): Promise<Style[]> {
  const codes = new Map<number, string>()
  const styles: Style[] = []
  let inside = false
  await parseAll(zip, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inside = true
      if (name === 'xf' && inside) styles.push(styleOf(Number(attributes.numFmtId ?? 0), codes))
    },
    close: (name) => {
      if (name === 'cellXfs') inside = false
    },
  })
  return styles
}

function styleOf(id: number, codes: ReadonlyMap<number, string>): Style {
  const code = codes.get(id)
  if (code === undefined) {
    // 27 to 36 and 50 to 58 are the dates of the Chinese editions.
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
      return 'date'
    return id === 9 || id === 10 ? 'percent' : 'plain'
  }
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|_./g, '')
  if (/[ymdh]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}

/** Characters of shared texts that are held at once. */
const MOST_HELD = 128 * 1024 ** 2
/** Bytes of one text; a cell holds 32,767 characters. */
const MOST_TEXT = 8 * 1024 ** 2

const tooManyTexts = (value: number) =>
  new GaoxinError(
    'IMPORT_SWELLS',
    text('工作簿里的文字过多，无法读取', 'The workbook holds too much text to be read'),
    text('请分成几个文件，或另存为 CSV 后再上传', 'Split it into several files, or save it as CSV'),
    { value, status: 413 },
  )

async function readStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let taking = false
  let phonetic = false
  let held = 0
  await parseAll(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') phonetic = true
      else if (name === 't') taking = !phonetic
    },
    text: (text) => {
      if (taking) current += text
    },
    close: (name) => {
      if (name === 'si') {
        strings.push(plain(current))
        held += current.length
        if (held > MOST_HELD) throw tooManyTexts(held)
      } else if (name === 'rPh') phonetic = false
      else if (name === 't') taking = false
    },
  })
  return strings
}

/** Excel writes a carriage return as `_x000D_`. */
const plain = (text: string): string => (text.includes('_x') ? text.replace(/_x000[dD]_/g, '') : text)

/** Columns of an Excel sheet. */
const WIDEST = 16_384

interface Shared {
  readonly styles: readonly Style[]
  readonly strings: readonly string[]
  readonly date1904: boolean
}

async function* readSheet(zip: Zip, sheet: Sheet, shared: Shared): AsyncGenerator<FileRow> {
  let ready: FileRow[] = []
  let cells: Cell[] = []
  let row = 0
  let at = -1
  let type = 'n'
  let style: Style = 'plain'
  let value: string | undefined
  let taking = false
  let phonetic = false
  const parts = parse(zip, sheet.part, {
    open: (name, attributes) => {
      if (name === 'c') {
        at = attributes.r ? columnOf(attributes.r) : at + 1
        type = attributes.t ?? 'n'
        style = shared.styles[Number(attributes.s ?? -1)] ?? 'plain'
        value = undefined
      } else if (name === 'v' || (name === 't' && !phonetic)) {
        taking = true
        value ??= ''
      } else if (name === 'rPh') phonetic = true
      else if (name === 'row') {
        row = attributes.r ? Number(attributes.r) : row + 1
        cells = []
        at = -1
      }
    },
    text: (text) => {
      if (taking) value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'c' && value !== undefined) {
        if (at >= WIDEST) throw new Error('a cell stands beyond the last column')
        while (cells.length < at) cells.push(null)
        cells[at] = cellOf(value, type, style, shared)
      } else if (name === 'row') ready.push({ sheet: sheet.name, row, cells })
    },
  })
  for await (const _ of parts) {
    const rows = ready
    ready = []
    yield* rows
  }
}

/** `AB12` → 27 */
function columnOf(reference: string): number {
  let number = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    number = number * 26 + code
  }
  return number - 1
}

function cellOf(value: string, type: string, style: Style, shared: Shared): Cell {
  if (type === 's') return shared.strings[Number(value)] ?? null
  if (type === 'str' || type === 'inlineStr') return plain(value)
  if (type === 'b') return value === '1' || value === 'true'
  if (type === 'e') return { error: value }
  if (type === 'd') return { date: value.slice(0, 19) }
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return null
  if (style === 'date' && number >= 1 && number < 2_958_466)
    return { date: fromSerial(number + (shared.date1904 ? 1462 : 0)) }
  const exact = exactNumber(value.trim())
  return style === 'percent' ? `${new Decimal(exact).times(100).toFixed()}%` : { number: exact }
}

/** Days since the end of 1899 → `2024-11-15T00:00:00`. */
export const fromSerial = (serial: number): string =>
  new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString().slice(0, 19)

/** Excel keeps 15 digits; what is written beyond them is the float's shadow: 0.28999999999999998 is 0.29. */
function exactNumber(value: string): string {
  const number = new Decimal(value)
  if (number.precision() <= 15 || number.abs().gte(1e15)) return number.toFixed()
  return new Decimal(Number(value).toPrecision(15)).toFixed()
}
