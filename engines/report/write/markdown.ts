import {
  blockText,
  type Draft,
  type DraftBlock,
  type DraftSentence,
  paragraphsOfDraft,
  type Run,
  sentenceText,
} from './draft.ts'

/**
 * The draft as Markdown (CommonMark): headings by level, missing and broken places in bold, and a numbered note for
 * every sentence that a person has to look at.
 */
export function toMarkdown(draft: Draft): string {
  const notes: string[] = []
  const lines = paragraphsOfDraft(draft).map((blocks) => paragraph(blocks, notes))
  const list = notes.map((note, i) => `[^${i + 1}]: ${note}`)
  return `${[...lines, ...list].join('\n\n')}\n`
}

function paragraph(blocks: readonly DraftBlock[], notes: string[]): string {
  const [first, ...rest] = blocks
  const head =
    first!.kind === 'title' ? '# ' : first!.kind === 'heading' ? `${'#'.repeat(first!.level + 1)} ` : ''
  const own = head === '' ? words(first!, notes) : head + escapeMarkdown(blockText(first!))
  return [own, ...rest.map((block) => words(block, notes))].join('\n\n')
}

function words(block: DraftBlock, notes: string[]): string {
  return block.sentences
    .map((sentence) => {
      const text = sentence.runs.map(run).join('').trimEnd()
      if (sentence.broken.length === 0) return text
      notes.push(sentence.broken.map((broken) => broken.zh).join('；'))
      return `${text}[^${notes.length}]`
    })
    .join('')
    .replace(/\s*\n\s*/g, '')
}

function run(part: Run): string {
  const text = escapeMarkdown(part.text)
  return part.type === 'figure' && part.status === 'missing' ? `**${text}**` : text
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&')
}

/** `sentence` in one line, for lists of what is to be mended. */
export function plainSentence(sentence: DraftSentence): string {
  return sentenceText(sentence).replace(/\s+/g, ' ').trim()
}
