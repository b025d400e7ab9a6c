import { readStructure, sectionsOf } from '../structure/index.ts'
import { splitSentences } from '../structure/sentences.ts'
import type { Figure, Report, Span } from '../types.ts'
import type { BlockKind } from './draft.ts'
import { type NumberForm, numberForm } from './numberForm.ts'

/**
 * A report cut into sentences with slots where its figures stood: next year's report, waiting for numbers.
 */

export interface Slot {
  /** From 0 in order of the text. */
  readonly index: number
  /** The figure it came from: indicator, unit, bound, binding. */
  readonly figure: Figure
  readonly form: NumberForm
  /** The word before the number that gives its sign: 增长 rise, 下降 fall. */
  readonly direction: 'rise' | 'fall' | 'none'
  /** Figures that share the same words (爱登村、妙胜寺村签约率均超过96%). */
  readonly siblings: readonly Slot[]
}

export type Part = string | Slot

export interface TemplateSentence {
  readonly text: string
  readonly parts: readonly Part[]
}

export interface TemplateBlock {
  readonly kind: BlockKind
  readonly level: number
  readonly lead: string
  readonly runsOn: boolean
  readonly sentences: readonly TemplateSentence[]
}

export interface Template {
  readonly title: string
  /** The year that is reported on; its plan is for the year after. */
  readonly year: number
  readonly blocks: readonly TemplateBlock[]
  readonly tail: string
  readonly slots: readonly Slot[]
}

interface Piece extends Span {
  readonly kind: BlockKind
  readonly level: number
}

/** Cuts `report` along its outline; blocks, sentences and slots tile the text. O(length). */
export function makeTemplate(report: Report): Template {
  const { text } = report
  const slots = makeSlots(text, report.figures)
  const cursor = { next: 0 }
  const blocks: TemplateBlock[] = []
  let at = 0
  for (const piece of piecesOf(report)) {
    const lead = text.slice(at, piece.start)
    const runsOn = blocks.at(-1)?.kind === 'heading' && piece.kind === 'paragraph' && !lead.includes('\n')
    const sentences = (
      piece.kind === 'paragraph'
        ? splitSentences(text, piece)
        : [{ start: piece.start, end: piece.end, text: '' }]
    ).map((sentence) => cutSentence(text, sentence, slots, cursor))
    blocks.push({ kind: piece.kind, level: piece.level, lead, runsOn, sentences })
    at = piece.end
  }
  return { title: report.title, year: reportYear(report), blocks, tail: text.slice(at), slots }
}

/** The stretches of the text that are blocks; what lies between them is white space. */
function piecesOf(report: Report): Piece[] {
  const { text, outline } = report
  const inside: Piece[] = []
  for (const section of sectionsOf(outline)) {
    if (section.level > 0) inside.push({ ...section.heading, kind: 'heading', level: section.level })
    for (const sentence of section.sentences)
      inside.push({ start: sentence.start, end: sentence.end, kind: 'paragraph', level: 0 })
  }
  const title = readStructure(text).titleSpan
  if (title && title.end <= outline.start) inside.push({ ...title, kind: 'title', level: 0 })
  inside.sort((a, b) => a.start - b.start)
  return fillGaps(text, joinSentences(text, inside), outline)
}

/** Sentences of one paragraph become one block again. */
function joinSentences(text: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const previous = joined.at(-1)
    const together =
      previous?.kind === 'paragraph' &&
      piece.kind === 'paragraph' &&
      !text.slice(previous.end, piece.start).includes('\n') &&
      !text.slice(Math.max(0, previous.end - 1), previous.end).includes('\n')
    if (together) joined[joined.length - 1] = { ...previous, end: piece.end }
    else joined.push(piece)
  }
  return joined
}

/** Text outside the outline is furniture: before the body its head, after it its foot. */
function fillGaps(text: string, pieces: readonly Piece[], body: Span): Piece[] {
  const whole: Piece[] = []
  let at = 0
  const gap = (end: number) => {
    const from = at + (text.slice(at, end).match(/^\s*/)?.[0].length ?? 0)
    const to = from + text.slice(from, end).trimEnd().length
    if (to > from) whole.push({ start: from, end: to, kind: from < body.start ? 'head' : 'foot', level: 0 })
  }
  for (const piece of pieces) {
    gap(piece.start)
    whole.push(piece)
    at = piece.end
  }
  gap(text.length)
  return whole
}

const RISES = /(?:增长|增加|提高|上升|提升|增|升)了?$/
const FALLS = /(?:下降|减少|降低|回落|下滑|负增长|压减|减|降)了?$/

function makeSlots(text: string, figures: readonly Figure[]): Slot[] {
  const sorted = [...figures].sort((a, b) => a.start - b.start || b.end - a.end)
  const slots: Slot[] = []
  let reached = 0
  let index = 0
  for (const figure of sorted) {
    const last = slots.at(-1)
    const shares = last && last.figure.start === figure.start && last.figure.end === figure.end
    // a figure inside another's words has no place of its own to be written to
    if (!shares && figure.start < reached) continue
    const before = text.slice(Math.max(0, figure.start - 6), figure.start)
    const form = numberForm(figure.text)
    const words = before + form.before
    const direction = RISES.test(words) ? 'rise' : FALLS.test(words) || figure.value < 0 ? 'fall' : 'none'
    const slot: Slot = { index: index++, figure, form, direction, siblings: [] }
    if (shares) slots[slots.length - 1] = { ...last, siblings: [...last.siblings, slot] }
    else slots.push(slot)
    reached = Math.max(reached, figure.end)
  }
  return slots
}

function cutSentence(
  text: string,
  span: Span,
  slots: readonly Slot[],
  cursor: { next: number },
): TemplateSentence {
  const parts: Part[] = []
  let at = span.start
  while (cursor.next < slots.length && slots[cursor.next]!.figure.start < span.end) {
    const slot = slots[cursor.next++]!
    // a figure across a sentence's end, or in a gap, stays words
    if (slot.figure.start < at || slot.figure.end > span.end) continue
    if (slot.figure.start > at) parts.push(text.slice(at, slot.figure.start))
    parts.push(slot)
    at = slot.figure.end
  }
  if (at < span.end) parts.push(text.slice(at, span.end))
  return { text: text.slice(span.start, span.end), parts }
}

/** The year reported on: in the title before 工作总结, else in the first heading, else the first year named. */
export function reportYear(report: Pick<Report, 'title' | 'outline' | 'text'>): number {
  const titles = [report.title, ...report.outline.children.map((section) => section.title)]
  for (const title of titles) {
    const reviewed = /(20\d\d)年[^年]{0,14}?(?:总结|回顾|情况)/.exec(title)
    if (reviewed) return Number(reviewed[1])
  }
  for (const title of titles) {
    const planned = /(20\d\d)年[^年]{0,14}?(?:安排|计划|重点|任务|工作)/.exec(title)
    if (planned) return Number(planned[1]) - 1
  }
  // a speech to the congress of early 2013 reports on 2012
  const spoken = /(20\d\d)年[1-4]月\d{1,2}日在.{2,30}?(?:会议|大会)/.exec(report.text.slice(0, 2000))
  if (spoken) return Number(spoken[1]) - 1
  return Number(/(20\d\d)年/.exec(report.text)?.[1] ?? 0)
}
