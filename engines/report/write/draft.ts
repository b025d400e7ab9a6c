/**
 * A drafted report as plain data, ready for any renderer.
 *
 * A draft holds every character of the text, also what renderers leave out (page furniture), so that
 * `draftText` of an unchanged report is the report, byte for byte.
 */

export const FIGURE_STATUSES = ['computed', 'stated', 'forecast', 'missing'] as const
export type FigureStatus = (typeof FIGURE_STATUSES)[number]

export interface WordsRun {
  readonly type: 'words'
  readonly text: string
}

/** What is said about the text; the text itself stays Chinese. */
export interface Note {
  readonly zh: string
  readonly en: string
}

export interface FigureRun {
  readonly type: 'figure'
  readonly text: string
  readonly status: FigureStatus
  /** The slot's number, from 0 in order of the text. */
  readonly slot: number
  readonly indicator: string
  /** What a reader should know of this number: source, rounding, a threshold far exceeded. */
  readonly notes: readonly Note[]
}

export type Run = WordsRun | FigureRun

/** Something that the sentence says and the numbers no longer bear out. */
export interface Broken extends Note {
  readonly code: string
}

export interface DraftSentence {
  readonly runs: readonly Run[]
  readonly broken: readonly Broken[]
}

/** head and foot are the furniture of the page the report was copied from. */
export type BlockKind = 'head' | 'title' | 'heading' | 'paragraph' | 'foot'

export interface DraftBlock {
  readonly kind: BlockKind
  /** 1 to 4 for headings, else 0. */
  readonly level: number
  /** White space before the block, as in the original. */
  readonly lead: string
  /** True where the block stands on the same line as the heading before it. */
  readonly runsOn: boolean
  readonly sentences: readonly DraftSentence[]
}

export interface Draft {
  readonly title: string
  readonly year: number
  readonly blocks: readonly DraftBlock[]
  /** White space after the last block. */
  readonly tail: string
}

/** The whole text, furniture and white space included. */
export function draftText(draft: Draft): string {
  return draft.blocks.map((block) => block.lead + blockText(block)).join('') + draft.tail
}

export function blockText(block: DraftBlock): string {
  return block.sentences.map(sentenceText).join('')
}

export function sentenceText(sentence: DraftSentence): string {
  return sentence.runs.map((run) => run.text).join('')
}

/** The blocks of the report proper, grouped to printed paragraphs: a heading with the text that runs on after it. */
export function paragraphsOfDraft(draft: Draft): DraftBlock[][] {
  const paragraphs: DraftBlock[][] = []
  for (const block of draft.blocks) {
    if (block.kind === 'head' || block.kind === 'foot') continue
    if (block.runsOn && paragraphs.length > 0) paragraphs.at(-1)!.push(block)
    else paragraphs.push([block])
  }
  return paragraphs
}

/** The mark of a number that nobody gave; all other codes are claims that no longer hold. */
export const MISSING_CODE = 'missing-value'

export interface DraftCount {
  readonly figures: Readonly<Record<FigureStatus, number>>
  /** Claims that no longer hold; missing numbers are counted among the figures. */
  readonly broken: number
}

export function countDraft(draft: Draft): DraftCount {
  const figures = { computed: 0, stated: 0, forecast: 0, missing: 0 }
  let broken = 0
  for (const block of draft.blocks) {
    for (const sentence of block.sentences) {
      broken += sentence.broken.filter(({ code }) => code !== MISSING_CODE).length
      for (const run of sentence.runs) if (run.type === 'figure') figures[run.status]++
    }
  }
  return { figures, broken }
}
