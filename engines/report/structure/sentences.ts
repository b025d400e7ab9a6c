import type { Sentence, Span } from '../types.ts'
import { isSpace } from './lines.ts'

/**
 * Cuts a paragraph into sentences that tile it: each begins where the one before ended (spaces between two
 * belong to the first), so joining them gives the paragraph back.
 *
 * - `。！？!?` and `……` end a sentence. `；` does not: in this genre it separates clauses of one statement
 *   (…145.7亿元,同比增长10.2%；限上批零业…), and the half-width full stop never does (2.02%, 5.18亿元).
 * - Inside quotes and brackets nothing ends. A closing mark that follows a stop ends the sentence too
 *   (…迈出新步伐。”各位代表…), unless the sentence plainly goes on (“…。”的要求).
 * - An opening mark without its partner is an ordinary character, so one slip cannot swallow a page.
 */
export function splitSentences(text: string, paragraph: Span): Sentence[] {
  const partners = pairMarks(text, paragraph)
  const sentences: Sentence[] = []
  let start = paragraph.start
  let i = paragraph.start
  while (i < paragraph.end) {
    const partner = partners.get(i)
    let ends = false
    if (partner !== undefined) {
      i = partner
      ends = isStop(text, i - 1) && !goesOn(text, i + 1, paragraph.end)
    } else if (isStop(text, i)) {
      while (i + 1 < paragraph.end && isStop(text, i + 1)) i++
      ends = true
    }
    i++
    if (ends) {
      while (i < paragraph.end && isSpace(text.charCodeAt(i))) i++
      sentences.push({ start, end: i, text: text.slice(start, i) })
      start = i
    }
  }
  if (start < paragraph.end) {
    sentences.push({ start, end: paragraph.end, text: text.slice(start, paragraph.end) })
  }
  return sentences
}

const STOPS = new Set('。！？!?…')
const CLOSER_OF = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['〔', '〕'],
  ['[', ']'],
])
const CLOSERS = new Set(CLOSER_OF.values())
/** What follows a closing quote when the sentence goes on. */
const CONTINUES = new Set('，、；：。！？,;:的等和与及是')

function isStop(text: string, at: number): boolean {
  const char = text[at]!
  if (!STOPS.has(char)) return false
  // one … may be a pause; two are the Chinese ellipsis
  return char !== '…' || text[at - 1] === '…' || text[at + 1] === '…'
}

function goesOn(text: string, at: number, end: number): boolean {
  return at < end && (CONTINUES.has(text[at]!) || CLOSERS.has(text[at]!))
}

/**
 * Opening position → closing position of every outermost pair in the paragraph. `（` may be closed by `)`.
 * The straight quote `"` pairs with the next one. O(length).
 */
function pairMarks(text: string, paragraph: Span): Map<number, number> {
  const open: { at: number; closer: string }[] = []
  const pairs: [number, number][] = []
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const char = text[i]!
    const closer = CLOSER_OF.get(char)
    if (closer) {
      open.push({ at: i, closer: halfWidth(closer) })
    } else if (char === '"') {
      if (open.at(-1)?.closer === '"') pairs.push([open.pop()!.at, i])
      else open.push({ at: i, closer: '"' })
    } else if (CLOSERS.has(char)) {
      // a partner a few marks up the stack is still its partner: what lies between was never closed
      const wanted = halfWidth(char)
      for (let depth = open.length - 1; depth >= Math.max(0, open.length - 4); depth--) {
        if (open[depth]!.closer !== wanted) continue
        pairs.push([open[depth]!.at, i])
        open.length = depth
        break
      }
    }
  }
  return outermost(pairs)
}

function halfWidth(mark: string): string {
  return mark === '）' ? ')' : mark
}

function outermost(pairs: [number, number][]): Map<number, number> {
  pairs.sort((a, b) => a[0] - b[0])
  const result = new Map<number, number>()
  let reached = -1
  for (const [from, to] of pairs) {
    if (from < reached) continue
    result.set(from, to)
    reached = to
  }
  return result
}
