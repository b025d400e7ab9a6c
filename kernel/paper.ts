/** A document as it arrives → its words. */
import { loadReport, ReportError } from '../engines/report/index.ts'
import { GaoxinError } from './errors.ts'
import type { Bytes } from './system.ts'
import { text } from './text.ts'

/** A paper is read while its person waits. */
export interface PaperLimits {
  readonly bytes: number
  /** Characters of its text. */
  readonly length: number
}

/** @throws GaoxinError PAPER_SIZE */
export async function gathered(body: Bytes, name: string, limits: PaperLimits): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > limits.bytes) throw tooLarge(name, limits)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * The text of a paper: .txt, .docx, .html or .pdf by its content, whatever its name.
 * @throws GaoxinError PAPER_SIZE, or the reader's refusal: REPORT_SCANNED_PDF, REPORT_OLD_DOC, REPORT_EMPTY …
 */
export async function wordsOf(bytes: Uint8Array, name: string, limits: PaperLimits): Promise<string> {
  try {
    const { text: words } = await loadReport(bytes, name)
    if (words.length > limits.length) throw tooLarge(name, limits)
    return words
  } catch (error) {
    throw error instanceof ReportError ? refused(error) : error
  }
}

const refused = ({ code, words, remedy, place, value, cause }: ReportError) =>
  new GaoxinError(code.toUpperCase().replaceAll(/[/-]/g, '_'), words, remedy, {
    place,
    ...(value === '' ? {} : { value }),
    cause,
    status: 422,
  })

const tooLarge = (name: string, { bytes, length }: PaperLimits) =>
  new GaoxinError(
    'PAPER_SIZE',
    text(
      `文件超过 ${bytes / 1024 ** 2} MB，或全文超过 ${length / 10_000} 万字`,
      `The file is larger than ${bytes / 1024 ** 2} MB, or its text longer than ${length} characters`,
    ),
    text('请去掉附图和附件，只留正文', 'Leave out pictures and annexes; the text itself is enough'),
    { place: name, status: 413 },
  )
