import mammoth from 'mammoth'
import { ReportError } from '../errors.ts'
import { readHtml } from './html.ts'
import { unpack, type ZipEntry, zipEntries } from './zip.ts'

/** The XML of a 1,000-page report is about 20 MB; ten times that is a mistake or an attack. */
const MOST_XML = 256 * 1024 * 1024

const OTHER_PACKAGES: readonly { holds: string; name: string }[] = [
  { holds: 'xl/workbook.xml', name: 'xlsx' },
  { holds: 'ppt/presentation.xml', name: 'pptx' },
  { holds: 'content.xml', name: 'odt' },
  { holds: 'Document.xml', name: 'ofd' },
]

/**
 * The paragraphs of a Word file, one a line; cells of tables are paragraphs of their own.
 * Numbers that Word draws by itself are not in the text, and a note says so where there are any.
 */
export async function readDocx(bytes: Uint8Array, place: string): Promise<{ text: string; notes: string[] }> {
  const main = guard(bytes, place)
  try {
    const buffer = Buffer.from(bytes)
    const text = SOFT_BREAK.test(main) ? await textWithBreaks(buffer) : await plainText(buffer)
    return { text, notes: main.includes('<w:numPr') ? [AUTOMATIC_NUMBERS] : [] }
  } catch (error) {
    throw new ReportError('report/corrupted', place, '', error)
  }
}

/** mammoth ends every paragraph with two line feeds. */
async function plainText(buffer: Buffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer })
  return value.replaceAll('\n\n', '\n').replace(/\n+$/, '\n')
}

/** Shift-Enter: titles are often broken so. Breaks of pages and columns are not lines. */
const SOFT_BREAK = /<w:br\s*\/>|<w:br\s[^>]*w:type="textWrapping"/

/** mammoth's plain text forgets soft breaks, its HTML keeps them; notes and pictures are left out of both. */
async function textWithBreaks(buffer: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer }, { transformDocument: withoutNotes })
  return readHtml(value)
}

interface Element {
  readonly type: string
  readonly children?: readonly Element[]
}

const LEFT_OUT = new Set(['noteReference', 'commentReference', 'image'])

function withoutNotes(element: Element): Element {
  if (!element.children) return element
  const children = element.children.filter(({ type }) => !LEFT_OUT.has(type)).map(withoutNotes)
  return { ...element, children }
}

const AUTOMATIC_NUMBERS =
  '文中有Word自动编号,编号本身不是文字,未读入 / automatic numbering is not part of the text and was not read'

/** Refuses what is not a Word file, is encrypted, or would unpack without end. Returns the main part. */
function guard(bytes: Uint8Array, place: string): string {
  const entries = zipEntries(bytes)
  if (!entries) throw new ReportError('report/corrupted', place)
  if (entries.some((entry) => entry.encrypted)) throw new ReportError('report/encrypted', place)
  const main = entries.find((entry) => /^word\/document\d*\.xml$/.test(entry.name))
  if (!main) {
    const other = OTHER_PACKAGES.find(({ holds }) => entries.some((entry) => entry.name.endsWith(holds)))
    throw new ReportError('report/unknown-format', place, other?.name ?? 'zip')
  }
  let left = MOST_XML
  let words = ''
  for (const entry of entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue
    const content = unpackWithin(bytes, entry, left, place)
    left -= content.length
    if (entry === main) words = Buffer.from(content).toString('utf8')
  }
  return words
}

function unpackWithin(bytes: Uint8Array, entry: ZipEntry, limit: number, place: string): Uint8Array {
  let content: Uint8Array | undefined
  try {
    content = unpack(bytes, entry, limit)
  } catch (error) {
    throw new ReportError('report/corrupted', place, entry.name, error)
  }
  if (!content) throw new ReportError('report/zip-bomb', place, entry.name)
  return content
}
