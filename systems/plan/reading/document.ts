import { loadReport, ReportError } from '../../../engines/report/index.ts'
import { GaoxinError } from '../../../kernel/errors.ts'
import type { Bytes } from '../../../kernel/system.ts'
import { text } from '../../../kernel/text.ts'
import { PAPER_LENGTH, PAPER_LIMIT } from '../settings.ts'

/**
 * The text of a paper as it arrives: .txt, .docx, .html or .pdf by its content, whatever its name.
 * @throws GaoxinError PLAN_PAPER_SIZE, or the reader's refusal: REPORT_SCANNED_PDF, REPORT_OLD_DOC, REPORT_EMPTY …
 */
export async function textOf(body: Bytes, name: string): Promise<string> {
  try {
    const { text: words } = await loadReport(await gathered(body, name), name)
    if (words.length > PAPER_LENGTH) throw tooLarge(name)
    return words
  } catch (error) {
    throw error instanceof ReportError ? refused(error) : error
  }
}

async function gathered(body: Bytes, name: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > PAPER_LIMIT) throw tooLarge(name)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const refused = ({ code, words, remedy, place, value, cause }: ReportError) =>
  new GaoxinError(code.toUpperCase().replaceAll(/[/-]/g, '_'), words, remedy, {
    place,
    ...(value === '' ? {} : { value }),
    cause,
    status: 422,
  })

const tooLarge = (name: string) =>
  new GaoxinError(
    'PLAN_PAPER_SIZE',
    text(
      `文件超过 ${PAPER_LIMIT / 1024 ** 2} MB，或全文超过 ${PAPER_LENGTH / 10_000} 万字`,
      `The file is larger than ${PAPER_LIMIT / 1024 ** 2} MB, or its text longer than ${PAPER_LENGTH} characters`,
    ),
    text('请去掉附图和附件，只留正文', 'Leave out pictures and annexes; the text itself is enough'),
    { place: name, status: 413 },
  )
