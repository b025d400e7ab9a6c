import type { Span } from '../types.ts'

/**
 * Lines and paragraphs of a text, as spans without the white space around them.
 *
 * A line of the file is not always a paragraph: reports copied from web pages break inside a sentence
 * (after a comma), inside a label (`（` / `三）`) or around a subscript (`PM` / `2.5` / `年均浓度`).
 */

/** Spans of the lines that are not blank, in order. O(length). */
export function lineSpans(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const span = trimSpan(text, start, end)
    if (span.end > span.start) lines.push(span)
    start = end + 1
  }
  return lines
}

/** The span without leading and trailing white space (ideographic and no-break spaces included). */
export function trimSpan(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029
  )
}

/** A line that cannot be the end of anything: it stops at a comma, or is an opening bracket alone. */
const UNFINISHED = /[，、；,;]$|^[(（]$/
/** A subscript torn from its word by the page it was copied from: the 2.5 of PM2.5. */
const TORN_NUMBER = /^\d{1,2}(?:\.\d{1,2})?$/

/**
 * Joins the lines that were torn apart. `startsBlock` says where a new block begins whatever came before
 * (a heading label), so that a list ending in semicolons is not glued to the next item.
 */
export function joinTorn(
  text: string,
  lines: readonly Span[],
  startsBlock: (line: string) => boolean,
): Span[] {
  const paragraphs: Span[] = []
  const width = wrapWidth(text, lines)
  let open = false
  for (const line of lines) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 80))
    const torn = line.end - line.start <= 5 && TORN_NUMBER.test(words)
    const previous = paragraphs.at(-1)
    if (previous && (open || torn) && !startsBlock(words)) {
      paragraphs[paragraphs.length - 1] = { start: previous.start, end: line.end }
    } else {
      paragraphs.push(line)
    }
    const last = text.slice(Math.max(line.start, line.end - 2), line.end)
    open = torn || UNFINISHED.test(last) || (isFull(line, width) && !STOPPED.test(last))
  }
  return paragraphs
}

const STOPPED = /[。！？：:!?”）)]$/

/**
 * The length at which the lines of a text were broken by force (old mail, PDF to text): the commonest length, when so
 * many lines share it, without a stop at their end, that chance is out of the question. Infinity for other texts.
 */
function wrapWidth(text: string, lines: readonly Span[]): number {
  const counts = new Map<number, number>()
  let open = 0
  for (const line of lines) {
    const length = line.end - line.start
    if (length < 20 || length > 120 || STOPPED.test(text.slice(line.end - 1, line.end))) continue
    open++
    counts.set(length, (counts.get(length) ?? 0) + 1)
  }
  if (open < 8 || open < lines.length * 0.4) return Number.POSITIVE_INFINITY
  const [width] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])
  const near = [-3, -2, -1, 0, 1].reduce((sum, off) => sum + (counts.get(width + off) ?? 0), 0)
  return near > open * 0.7 ? width : Number.POSITIVE_INFINITY
}

function isFull(line: Span, width: number): boolean {
  return line.end - line.start >= width - 3
}
