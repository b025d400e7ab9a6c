/**
 * From the lines of printed pages back to paragraphs.
 *
 * Official papers indent the first line by two characters and fill every line but the last (GB/T 9704-2012,
 * 7.3.3), so a paragraph begins where a line is indented, and ends where a line stops short.
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
  const bodies = withoutFurniture(pages)
  // a page seldom has few lines, but may well have indented ones only; odd and even pages have margins of their own
  const columns = [0, 1].map((side) => columnOf(bodies.filter((_, i) => i % 2 === side).flat()))
  const paragraphs: string[] = []
  let open = false
  for (const [number, kept] of bodies.entries()) {
    const column = columns[number % 2]!
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

/** The pages without blank lines, page numbers at head or foot, and running heads. */
function withoutFurniture(pages: readonly PdfPage[]): PdfPage[] {
  const numbered = pages.map((page) => {
    const lines = page.filter((line) => line.text.trim() !== '')
    return lines.filter((line, i) => (i > 1 && i < lines.length - 2) || !PAGE_NUMBER.test(line.text))
  })
  const running = repeatedLines(numbered)
  return numbered.map((page) => page.filter((line) => !running.has(line.text.trim())))
}

/** Running heads: the same words as first or last line of more than half of at least three pages. */
function repeatedLines(pages: readonly PdfPage[]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const text of new Set([page[0]?.text.trim(), page.at(-1)?.text.trim()])) {
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

/** The text column: the leftmost edge that several lines share, and the furthest right one. */
function columnOf(lines: PdfPage): Column {
  const lefts = new Map<number, number>()
  let right = 0
  for (const line of lines) {
    const left = Math.round(line.left)
    lefts.set(left, (lefts.get(left) ?? 0) + 1)
    right = Math.max(right, line.right)
  }
  const several = Math.max(2, lines.length * 0.03)
  const shared = [...lefts].filter(([, count]) => count >= several).map(([left]) => left)
  return { left: Math.min(...(shared.length > 0 ? shared : lefts.keys())), right }
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

/** Between Chinese and digits, and before a mark, no space is ever typed: 增长 2% ,其中. */
const SPACE_BESIDE_DIGIT = new RegExp(`(?<=[${CJK}])\\s+(?=[0-9,.;:!?)])|(?<=[0-9%])\\s+(?=[${CJK}])`, 'g')

/**
 * Justified Chinese comes apart as `全 区 实 现`, and layout puts a quarter space between 全区 and 12: neither was
 * typed. In a short line (a name, a field of the head) a single space may have been, and stays.
 */
function tidy(paragraph: string): string {
  const spaces = paragraph.split(' ').length - 1
  const typed = paragraph.length <= 40 && spaces * 4 < paragraph.length
  const tight = paragraph.replace(SPACE_BESIDE_DIGIT, '')
  return (typed ? tight : tight.replace(SPACE_BESIDE_CJK, '')).replace(/\s{2,}/g, ' ')
}
