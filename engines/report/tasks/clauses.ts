import type { Span } from '../types.ts'

/**
 * Cuts a sentence into clauses at commas, semicolons and full stops that stand outside quotes and brackets.
 * `、` does not cut: it joins the members of one list. The marks themselves belong to no clause.
 */
export function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = []
  let depth = 0
  let start = sentence.start
  const close = (end: number) => {
    let from = start
    while (from < end && /\s/.test(text[from]!)) from++
    if (end > from) clauses.push({ start: from, end })
  }
  for (let i = sentence.start; i < sentence.end; i++) {
    const char = text[i]!
    if (OPENERS.has(char)) depth++
    else if (CLOSERS.has(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && isCut(text, i)) {
      close(i)
      start = i + 1
    }
  }
  close(sentence.end)
  return clauses
}

const OPENERS = new Set('“‘（(《【「')
const CLOSERS = new Set('”’）)》】」')
const CUTS = new Set('，,；;。！？!?：')

function isCut(text: string, at: number): boolean {
  const char = text[at]!
  if (char === ':') return true
  // 1,054件 is one number
  if (char === ',') return !(isDigit(text[at - 1]) && isDigit(text[at + 1]))
  return CUTS.has(char)
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}
