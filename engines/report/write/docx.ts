import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  DocumentGridType,
  type ISectionOptions,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { blockText, type Draft, type DraftBlock, type DraftSentence, paragraphsOfDraft } from './draft.ts'
import { type FontName, PAGE, SIZES, TWO_CHARACTERS } from './gbt9704.ts'
import { fontOf, OFFICIAL_FOOTERS, OFFICIAL_PAGE } from './officialPage.ts'
import { breakTitle } from './titleLines.ts'

/**
 * The draft as a Word file laid out by GB/T 9704-2012. Sentences that no longer hold are highlighted and carry a
 * comment with the reason; missing numbers stand as 〔待填〕. `today` dates the comments; nothing else depends on
 * the clock. Headings are typed, not numbered by Word, as the standard's examples are.
 */
export async function toDocx(draft: Draft, options: { readonly today: Date }): Promise<Uint8Array> {
  const comments: Comment[] = []
  const paragraphs = paragraphsOfDraft(draft).flatMap((blocks) => paragraphOf(blocks, comments))
  const document = new Document({
    title: draft.title,
    creator: 'Gaoxin',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run: BODY } },
    },
    comments: {
      children: comments.map(({ id, words }) => ({
        id,
        author: '高新',
        initials: '高',
        date: options.today,
        children: words.map((line) => new Paragraph({ children: [new TextRun(line)] })),
      })),
    },
    sections: [{ ...SECTION, children: paragraphs }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const BODY = { font: fontOf('body'), size: SIZES.three } as const

interface Comment {
  readonly id: number
  readonly words: readonly string[]
}

const LINE = { line: PAGE.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const

/** One printed paragraph: a heading, with what runs on after it, or a block of text. */
function paragraphOf(blocks: readonly DraftBlock[], comments: Comment[]): Paragraph[] {
  const first = blocks[0]!
  const children = () =>
    blocks.flatMap((block) =>
      block.sentences.flatMap((sentence) => sentenceRuns(sentence, fontFor(block), comments)),
    )
  if (first.kind === 'title') {
    const titles = breakTitle(blockText(first)).map(
      (line) =>
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: LINE,
          children: [new TextRun({ text: line, font: fontOf('title'), size: SIZES.two })],
        }),
    )
    // the text begins one line below the title
    return [...titles, new Paragraph({ spacing: LINE, children: [] })]
  }
  return [
    new Paragraph({
      alignment: AlignmentType.BOTH,
      spacing: LINE,
      indent: { firstLine: TWO_CHARACTERS },
      keepNext: first.kind === 'heading' && blocks.length === 1,
      // letters may hang; without this Word squeezes punctuation and the 28 characters are lost
      overflowPunctuation: true,
      children: children(),
    }),
  ]
}

function fontFor(block: DraftBlock): FontName {
  if (block.kind === 'title') return 'title'
  return block.kind === 'heading' ? (`heading${block.level}` as FontName) : 'body'
}

function sentenceRuns(sentence: DraftSentence, font: FontName, comments: Comment[]): ParagraphChild[] {
  const broken = sentence.broken.length > 0
  const runs = sentence.runs.map(
    (run) =>
      new TextRun({
        text: run.text.replace(/\s*\n\s*/g, ''),
        font: fontOf(font),
        size: SIZES.three,
        characterSpacing: PAGE.characterSpacing,
        bold: font === 'heading3',
        ...(broken || (run.type === 'figure' && run.status === 'missing')
          ? { highlight: 'yellow' as const }
          : {}),
      }),
  )
  if (!broken) return runs
  const id = comments.length
  comments.push({ id, words: sentence.broken.map((mark) => mark.zh) })
  const reference = new TextRun({ children: [new CommentReference(id)] })
  return [new CommentRangeStart(id), ...runs, new CommentRangeEnd(id), reference]
}

const SECTION = {
  properties: {
    page: OFFICIAL_PAGE,
    // exact line heights make the grid; a snapping one would give the title two lines for each of its own
    grid: { type: DocumentGridType.DEFAULT, linePitch: PAGE.linePitch },
  },
  footers: OFFICIAL_FOOTERS,
} satisfies Omit<ISectionOptions, 'children'>
