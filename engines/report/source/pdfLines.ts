/**
 * From the lines of printed pages back to paragraphs.
 *
 * Official papers indent the first line by two characters and fill every line but the last (GB/T 9704-2012,
 * 5.2.3), so a paragraph begins where a line is indented, and ends where a line stops short.
 */

/** One printed line; lengths in points, `y` upwards from the foot of the page. */
export interface PdfLine {
  readonly text: string
  readonly y: number
  readonly size: number
  readonly left: number
  readonly right: number
}
export type PdfPage = readonly PdfLine[]

export function paragraphsOf(pages: readonly PdfPage[]): string {
  const furniture = repeatedLines(pages)
  const paragraphs: string[] = []
  let open = false
  for (const page of pages) {
    const lines = page.filter((line) => line.text.trim() !== '' && !isPageNumber(line.text))
    const kept = lines.filter((line) => !furniture.has(line.text.trim()))
    const column = columnOf(kept)
    let previous: PdfLine | undefined
    for (const line of kept) {
      const joins = open && continues(line, previous, column)
      if (joins) paragraphs[paragraphs.length - 1] += joint(paragraphs.at(-1)!, line.text) + line.text.trim()
      else paragraphs.push(line.text.trim())
      open = !stopsShort(line, column)
      previous = line
    }
  }
  const words = paragraphs.map(tidy).filter((paragraph) => paragraph !== '')
  return words.length === 0 ? '' : `${words.join('\n')}\n`
}

const PAGE_NUMBER =
  /^[-—–－\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s]*$/

function isPageNumber(text: string): boolean {
  return PAGE_NUMBER.test(text)
}

/** Running heads: the same words as first or last line of more than half of at least three pages. */
function repeatedLines(pages: readonly PdfPage[]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    const lines = page.map((line) => line.text.trim()).filter((text) => text !== '' && !isPageNumber(text))
    for (const text of new Set([lines[0], lines.at(-1)])) {
      if (text !== undefined) seen.set(text, (seen.get(text) ?? 0) + 1)
    }
  }
  return new Set(
    [...seen].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([text]) => text),
  )
}

interface Column {
  readonly left: number
  readonly right: number
}

/** The text column: the left edge most lines share and the furthest right one. */
function columnOf(lines: PdfPage): Column {
  const lefts = new Map<number, number>()
  for (const line of lines) lefts.set(Math.round(line.left), (lefts.get(Math.round(line.left)) ?? 0) + 1)
  const right = Math.max(0, ...lines.map((line) => line.right))
  const common = [...lefts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
  return { left: common, right }
}

function continues(line: PdfLine, previous: PdfLine | undefined, column: Column): boolean {
  if (line.left - column.left > line.size * 1.2) return false
  if (!previous) return true
  return Math.abs(line.size - previous.size) < 1 && previous.y - line.y < line.size * 3.2
}

/** A line may end early because the next word (12.7%,) could not be broken; a stop or a wide gap is an end. */
function stopsShort(line: PdfLine, column: Column): boolean {
  const room = column.right - line.right
  return room > line.size * 6 || (room > line.size * 2.2 && /[。！？：:]$/.test(line.text.trim()))
}

const CJK = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·'

/** Between Chinese nothing stands; between two Latin words the line end was a space. */
function joint(before: string, after: string): string {
  return /[A-Za-z,.]$/.test(before) && /^\s*[A-Za-z]/.test(after) ? ' ' : ''
}

const SPACE_BESIDE_CJK = new RegExp(
  `(?<=[${CJK}])\\s+(?=[${CJK}0-9A-Za-z])|(?<=[0-9A-Za-z%.,:])\\s+(?=[${CJK}])`,
  'g',
)

/** 宁波高新区 2023 年 → 宁波高新区2023年 */
const SPACE_BEFORE_DIGIT = new RegExp(
  `(?<=[${CJK}])\\s+(?=[0-9]+\\s*[年月日、])|(?<=[0-9])\\s+(?=[年月日])`,
  'g',
)

/**
 * Justified Chinese comes apart as `全 区 实 现`, and layout puts a quarter space between 全区 and 12: neither was
 * typed. In a short line (a name, a field of the head) a single space may have been, and stays.
 */
function tidy(paragraph: string): string {
  const spaces = paragraph.split(' ').length - 1
  const typed = paragraph.length <= 40 && spaces * 4 < paragraph.length
  return (
    typed ? paragraph.replace(SPACE_BEFORE_DIGIT, '') : paragraph.replace(SPACE_BESIDE_CJK, '')
  ).replace(/\s{2,}/g, ' ')
}
