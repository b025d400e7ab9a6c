import type { Span } from '../types.ts'
import { type LabelKind, labelOf } from './labels.ts'
import { trimSpan } from './lines.ts'
import { splitSentences } from './sentences.ts'

export interface Heading {
  readonly kind: LabelKind | 'bare'
  readonly label: string
  readonly title: string
  /** The heading's own stretch; its closing 。 belongs to it. */
  readonly heading: Span
  /** What follows in the same paragraph; empty for a heading on its own line. */
  readonly rest: Span
}

/** The longest title met in real reports is 61 characters; a longer first sentence is the text itself. */
const LONGEST_TITLE = 80
/** A labelled paragraph that is a single sentence is a heading only when it is short. */
const LONGEST_LONE_SENTENCE = 40

/**
 * Reads the paragraph as a heading, with or without text run in after it
 * (`1.经济运行稳中向好。面对复杂严峻的外部环境…`). A labelled paragraph that is all text
 * (`1、城管监督员巡查上报953件,占总案件的95.68%;`) is an item: its heading is the label and its title ''.
 */
export function readHeading(text: string, paragraph: Span): Heading | undefined {
  const start = paragraph.start
  const opening = text.slice(start, Math.min(paragraph.end, start + 24))
  const label = labelOf(opening)
  if (!label) return undefined
  const body = start + label.length
  const end = titleEnd(text, body, paragraph.end)
  const heading = trimSpan(text, start, end)
  return {
    kind: label.kind,
    label: label.label,
    title: cleanTitle(text.slice(body, end)),
    heading: heading.end > heading.start ? heading : { start, end },
    rest: trimSpan(text, end, paragraph.end),
  }
}

function titleEnd(text: string, body: number, paragraphEnd: number): number {
  const window = { start: body, end: Math.min(paragraphEnd, body + LONGEST_TITLE + 2) }
  const cut = window.end < paragraphEnd
  const spaced = spacedTitleEnd(text, body, paragraphEnd)
  if (spaced !== undefined) return spaced
  const first = splitSentences(text, window)[0]
  if (!first) return body
  const stopped = /[。！？!?]\s*$/.test(first.text)
  if (!stopped) {
    if (cut) return body
    const colon = /^[^：:。，,；;]{2,30}[：:]\s*$/.test(first.text)
    return colon || !/[。，,；;：:]\s*$/.test(first.text) ? first.end : body
  }
  const alone = first.end === paragraphEnd
  if (alone && (first.text.length > LONGEST_LONE_SENTENCE || STATES_A_NUMBER.test(first.text))) return body
  return first.end
}

/** A heading does not state results: 953件, 95.68%. Years and 十四五 are not results. */
const STATES_A_NUMBER = /[0-9.]+\s*(?:%|％|件|个|家|人|万|亿|元|户|公里|平方米)/

/** Pages flattened to one line keep a space where the heading ended: `一、2020年工作回顾 2020年是…`. */
function spacedTitleEnd(text: string, body: number, paragraphEnd: number): number | undefined {
  if (paragraphEnd - body < 80) return undefined
  const match = /^[^。，；！？,;!?\s]{6,40}(?=[ \u3000])/.exec(text.slice(body, body + 44))
  return match ? body + match[0].length : undefined
}

function cleanTitle(words: string): string {
  return words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[。！？；：!?;:]+$/, '')
}

/**
 * Where a long line holds headings inside it (text copied without its line breaks), the places to cut:
 * a first- or second-level label after a stop and white space.
 */
export function buriedHeadings(text: string, line: Span): Span[] {
  if (line.end - line.start < 120) return [line]
  const pattern =
    /[。！：:”)）][ \u3000]+(?=[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])/g
  const pieces: Span[] = []
  let start = line.start
  for (const match of text.slice(line.start, line.end).matchAll(pattern)) {
    const at = line.start + match.index + match[0].length
    pieces.push(trimSpan(text, start, at))
    start = at
  }
  pieces.push({ start, end: line.end })
  return pieces
}

/** In papers without 一、 a short line of its own that names a part: `2026年重点工作`. */
const BARE_PART =
  /^[^。，；！？,;!?：:—]{2,28}(?:工作|回顾|任务|安排|总结|计划|要点|打算|目标任务|工作重点|成效|情况)$/

export function readBareHeading(text: string, paragraph: Span): Heading | undefined {
  if (paragraph.end - paragraph.start > 36) return undefined
  const words = text.slice(paragraph.start, paragraph.end)
  if (!BARE_PART.test(words)) return undefined
  const rest = { start: paragraph.end, end: paragraph.end }
  return { kind: 'bare', label: '', title: words, heading: paragraph, rest }
}
