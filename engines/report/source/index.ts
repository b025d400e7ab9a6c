import { ReportError } from '../errors.ts'
import { isEncryptedOffice, kindOf, looksBinary, looksLikeHtml } from './detect.ts'
import { readDocx } from './docx.ts'
import { decodeText } from './encoding.ts'
import { declaredCharset, readHtml } from './html.ts'
import { readPdf } from './pdf.ts'

export interface LoadedReport {
  readonly text: string
  readonly format: 'txt' | 'docx' | 'html' | 'pdf'
  /** For txt and html: what the bytes were decoded from. */
  readonly encoding?: string
  /** What a reader should know: characters lost, numbering that was not text. Chinese / English. */
  readonly notes: string[]
}

/** V8 holds strings of up to 2^29 - 24 characters; UTF-8 needs at least one byte for each. */
const MOST_BYTES = 0x1fffffe8

/**
 * The text of a report file. The format is told from the content; `fileName` is only named in errors.
 *
 * Text is kept as it is, line ends included, so that offsets into it are offsets into the file
 * (only a byte order mark is dropped). Text of 200 MB takes about its own size three times over in memory.
 *
 * @throws ReportError report/empty, scanned-pdf, unknown-format, old-doc, encrypted, corrupted, too-large, zip-bomb
 */
export async function loadReport(bytes: Uint8Array, fileName: string): Promise<LoadedReport> {
  if (bytes.length === 0) throw new ReportError('report/empty', fileName)
  if (bytes.length > MOST_BYTES) {
    throw new ReportError('report/too-large', fileName, `${Math.round(bytes.length / 1048576)} MB`)
  }
  const loaded = await read(bytes, fileName)
  if (!/\S/.test(loaded.text)) throw new ReportError('report/empty', fileName)
  return loaded
}

async function read(bytes: Uint8Array, place: string): Promise<LoadedReport> {
  const kind = kindOf(bytes)
  switch (kind) {
    case 'pdf':
      return { format: 'pdf', ...(await readPdf(bytes, place)) }
    case 'zip':
      return { format: 'docx', ...(await readDocx(bytes, place)) }
    case 'cfb':
      throw new ReportError(isEncryptedOffice(bytes) ? 'report/encrypted' : 'report/old-doc', place)
    case 'rtf':
    case 'image':
      throw new ReportError('report/unknown-format', place, kind)
    case 'text':
      return readText(bytes, place)
  }
}

function readText(bytes: Uint8Array, place: string): LoadedReport {
  const { text, encoding, lost } = decode(bytes, place)
  if (looksBinary(text)) throw new ReportError('report/unknown-format', place)
  const notes = lost > 0 ? [`有 ${lost} 处字符无法解码 / ${lost} characters could not be decoded`] : []
  return looksLikeHtml(text)
    ? { text: readHtml(text), format: 'html', encoding, notes }
    : { text, format: 'txt', encoding, notes }
}

function decode(bytes: Uint8Array, place: string) {
  try {
    return decodeText(bytes, declaredCharset(bytes))
  } catch (error) {
    throw new ReportError('report/too-large', place, `${Math.round(bytes.length / 1048576)} MB`, error)
  }
}
