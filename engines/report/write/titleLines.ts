import { displayWidth } from './columns.ts'

/** Characters of 2号 (22 pt) that fit into 156 mm, less one because digits are wider than half in some fonts. */
const LINE_WIDTH = 19

/**
 * Breaks a long title by its sense, lines as even as can be (GB/T 9704-2012, 7.3.1: 词意完整,排列对称,长短适宜):
 * before 和, 及 and 暨, after 的 and 关于…, before a year. A title without such a place is left to the printer.
 */
export function breakTitle(title: string): string[] {
  const words = title
    .replace(/\s*\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const width = widthOf(words)
  if (width <= LINE_WIDTH) return [words]
  const count = Math.ceil(width / LINE_WIDTH)
  const lines: string[] = []
  let rest = words
  for (let left = count; left > 1; left--) {
    const at = bestBreak(rest, widthOf(rest) / left)
    if (at === undefined) break
    lines.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...lines, rest]
}

const PLACES = /(?=[和及暨](?!谐))|(?<=的|——|[）)》”])|(?<=[区市县省乡镇街道会府])(?=20\d\d年)| /g

/** The break nearest to `ideal` that leaves no line too long. */
function bestBreak(words: string, ideal: number): number | undefined {
  let best: { at: number; off: number } | undefined
  for (const { index } of words.matchAll(PLACES)) {
    const width = widthOf(words.slice(0, index))
    if (index === 0 || width > LINE_WIDTH) continue
    const off = Math.abs(width - ideal)
    if (!best || off < best.off) best = { at: index, off }
  }
  return best?.at
}

/** Width in full characters. */
function widthOf(words: string): number {
  return displayWidth(words) / 2
}
