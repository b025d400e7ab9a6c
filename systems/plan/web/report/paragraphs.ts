import type { Draft, DraftBlock, DraftSentence } from '../types.ts'

/** A heading, or a printed paragraph: a numbered heading may stand on the line of the text after it. */
export interface Paragraph {
  readonly id: string
  readonly kind: 'title' | 'heading' | 'paragraph'
  readonly level: number
  readonly blocks: readonly DraftBlock[]
}

export const wordsOf = (block: DraftBlock): string =>
  block.sentences.flatMap(({ runs }) => runs.map(({ text }) => text)).join('')

/** Sentences of a paragraph differ by their words. */
export const sentenceKey = ({ runs }: DraftSentence): string => runs.map(({ text }) => text).join('')

/** Page furniture is left out; the rest grouped as it is printed. */
export function paragraphsOf({ blocks }: Draft): readonly Paragraph[] {
  const paragraphs: { id: string; kind: Paragraph['kind']; level: number; blocks: DraftBlock[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'head' || block.kind === 'foot') continue
    const last = paragraphs.at(-1)
    if (block.runsOn && last) {
      last.blocks.push(block)
      last.kind = 'paragraph'
    } else
      paragraphs.push({ id: `p${paragraphs.length}`, kind: block.kind, level: block.level, blocks: [block] })
  }
  return paragraphs
}

/** What the contents list: the parts and their sections. */
export const contentsOf = (paragraphs: readonly Paragraph[]) =>
  paragraphs.flatMap(({ id, kind, level, blocks }) =>
    kind === 'heading' && level <= 2 && blocks[0] ? [{ id, level, title: wordsOf(blocks[0]) }] : [],
  )

const SILENT = 'missing-value'
/** A gap shows itself; only claims that no longer hold make a sentence wrong. */
export const claims = <T extends { code: string }>(broken: readonly T[]): readonly T[] =>
  broken.filter(({ code }) => code !== SILENT)
