import type { Section, Span } from '../types.ts'
import { readHead, tailLines } from './head.ts'
import { buriedHeadings } from './headings.ts'
import { labelOf } from './labels.ts'
import { joinTorn, lineSpans } from './lines.ts'
import { buildOutline } from './outline.ts'

export { bareLabel, labelOf } from './labels.ts'
export { lineSpans } from './lines.ts'
export { splitSentences } from './sentences.ts'

export interface Structure {
  /** '' when the text shows none. */
  readonly title: string
  readonly titleSpan: Span | undefined
  readonly head: Readonly<Record<string, string>>
  /** Level 0; its span is the body, without the head of the page and its foot. */
  readonly outline: Section
}

/**
 * Reads the skeleton of a report: head, title, headings and sentences, every one a span of `text`.
 * Never throws; a text without headings is one section. O(length of `text`).
 */
export function readStructure(text: string): Structure {
  const lines = lineSpans(text)
  const head = readHead(text, lines)
  const body = lines.slice(head.bodyLine, Math.max(head.bodyLine, lines.length - tailLines(text, lines)))
  const pieces = body.flatMap((line) => buriedHeadings(text, line))
  const paragraphs = joinTorn(text, pieces, (line) => labelOf(line) !== undefined)
  const start = paragraphs[0]?.start ?? text.length
  const end = paragraphs.at(-1)?.end ?? start
  const outline = buildOutline(text, { start, end }, paragraphs)
  return { title: head.title, titleSpan: head.titleSpan, head: head.fields, outline }
}

/** Every section below and including `section`, in order of the text. */
export function* sectionsOf(section: Section): Generator<Section> {
  yield section
  for (const child of section.children) yield* sectionsOf(child)
}
