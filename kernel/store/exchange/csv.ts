import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { GaoxinError } from '../../errors.ts'
import { text } from '../../text.ts'
import type { FileRow } from './read.ts'
import { type Bytes, chunksOf } from './zip.ts'

/** Reads comma, semicolon or tab separated text in UTF-8, UTF-16 or GB18030, row by row. */
export async function* readCsv(bytes: Bytes): AsyncGenerator<FileRow> {
  const encoding = await encodingOf(bytes)
  const sample = new TextDecoder(encoding).decode(await bytes.slice(0, 64 * 1024))
  const parser = parse({
    delimiter: delimiterOf(sample),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    // A quote that nobody closes would gather the rest of the file into one cell.
    max_record_size: 16 * 1024 ** 2,
  })
  pipeline(Readable.from(decode(bytes, encoding)), parser, () => {})
  let row = 0
  for await (const record of parser as AsyncIterable<string[]>)
    yield { sheet: '', row: ++row, cells: record.map(cellOf) }
}

// No text in the database holds NUL.
const cellOf = (cell: string) => (cell === '' ? null : unguarded(cell.replaceAll('\0', '')))

async function* decode(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunksOf(bytes)) {
    const part = decoder.decode(chunk, { stream: true })
    if (part) yield part
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

/** The first encoding in which the whole file reads without error; read once for this, in bounded memory. */
async function encodingOf(bytes: Bytes): Promise<string> {
  const [a, b] = await bytes.slice(0, 2)
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  for (const encoding of ['utf-8', 'gb18030']) if (await fits(bytes, encoding)) return encoding
  throw new GaoxinError(
    'IMPORT_ENCODING',
    text('文件的文字编码无法识别', 'The encoding of the file is not known'),
    text('请在 Excel 中另存为 .xlsx 或“CSV UTF-8”', 'Save it as .xlsx or as "CSV UTF-8" in Excel'),
    { status: 422 },
  )
}

async function fits(bytes: Bytes, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of chunksOf(bytes)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** The separator that stands most often in the first line, outside quotes. */
function delimiterOf(sample: string): string {
  const line = /^(?:"[^"]*"|[^"\r\n])*/.exec(sample)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const count = (mark: string) => line.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/**
 * A text that begins like a formula, in full width too, is run by a spreadsheet that opens the file; an apostrophe before
 * it keeps it text. `unguarded` takes one away again, so every text survives the way out and back.
 */
export const guarded = (value: string): string =>
  /^'*[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value
export const unguarded = (value: string): string =>
  /^'+[=+\-@＝＋－＠\t\r\n]/.test(value) ? value.slice(1) : value
