import type { Section, Sentence, Span } from '../types.ts'
import { type Heading, readBareHeading, readHeading } from './headings.ts'
import { splitSentences } from './sentences.ts'

type Level = Section['level']

interface Draft {
  level: Level
  label: string
  title: string
  start: number
  end: number
  heading: Span
  sentences: Sentence[]
  children: Draft[]
}

/**
 * Builds the tree of headings over `paragraphs`. Levels follow the kind of label, pushed down by one below
 * 第一部分 and below 附件, whose own numbering starts again at 一、. O(length).
 */
export function buildOutline(text: string, body: Span, paragraphs: readonly Span[]): Section {
  const headings = findHeadings(text, paragraphs)
  const parts = headings.some((heading) => kindOf(heading) === 'part')
  const root: Draft = {
    level: 0,
    label: '',
    title: '',
    ...body,
    heading: { start: body.start, end: body.start },
    sentences: [],
    children: [],
  }
  const path: Draft[] = [root]
  let annex = false
  paragraphs.forEach((paragraph, i) => {
    const heading = headings[i]
    if (heading === 'taken') return
    if (heading) {
      annex ||= heading.kind === 'annex'
      const level = levelOf(heading, parts || annex)
      while (path.length > 1 && path.at(-1)!.level >= level) path.pop()
      const section: Draft = {
        level,
        label: heading.label,
        title: heading.title,
        start: paragraph.start,
        end: Math.max(paragraph.end, heading.heading.end),
        heading: heading.heading,
        sentences: heading.rest.end > heading.rest.start ? splitSentences(text, heading.rest) : [],
        children: [],
      }
      path.at(-1)!.children.push(section)
      path.push(section)
    } else {
      if (CLOSES_PART.test(text.slice(paragraph.start, paragraph.start + 12)))
        path.length = Math.min(2, path.length)
      // one by one: a line of a careless export may hold more sentences than a call takes arguments
      for (const sentence of splitSentences(text, paragraph)) path.at(-1)!.sentences.push(sentence)
    }
    for (const section of path) section.end = Math.max(section.end, paragraph.end, path.at(-1)!.heading.end)
  })
  return root
}

/**
 * Paragraphs that close a whole part and only happen to stand below its last item: thanks, problems, summing up.
 * They go to the part, after its children in the text; every other paragraph belongs to the heading above it.
 */
const CLOSES_PART =
  /^(?:在取得成绩|在肯定成绩|在看到成绩|各位代表|同志们|总的看|这些成绩|回顾过去|我们也清醒|同时,?，?(?:我们)?也(?:清醒|存在))/

const LEVELS = { part: 1, annex: 1, bare: 1, one: 1, two: 2, three: 3, four: 4 } as const

function levelOf(heading: Heading, shifted: boolean): Level {
  const level = LEVELS[heading.kind]
  const below = shifted && heading.kind !== 'part' && heading.kind !== 'annex'
  return Math.min(4, below ? level + 1 : level) as Level
}

/** The heading each paragraph is; 'taken' where it is the title of the annex named in the line before. */
function findHeadings(text: string, paragraphs: readonly Span[]): (Heading | 'taken' | undefined)[] {
  const headings: (Heading | 'taken' | undefined)[] = paragraphs.map((paragraph) =>
    readHeading(text, paragraph),
  )
  const labelled = headings.some((heading) => kindOf(heading) === 'one' || kindOf(heading) === 'part')
  headings.forEach((heading, i) => {
    const next = paragraphs[i + 1]
    if (kindOf(heading) === 'annex' && next && headings[i + 1] === undefined) {
      const annex = heading as Heading
      const title = text.slice(next.start, next.end)
      if (annex.title !== '' || title.length > 40 || /[。，；：]/.test(title)) return
      const whole = { start: annex.heading.start, end: next.end }
      headings[i] = { ...annex, title, heading: whole, rest: { start: next.end, end: next.end } }
      headings[i + 1] = 'taken'
    } else if (!labelled && heading === undefined) {
      headings[i] = readBareHeading(text, paragraphs[i]!)
    }
  })
  return headings
}

function kindOf(heading: Heading | 'taken' | undefined): Heading['kind'] | undefined {
  return typeof heading === 'object' ? heading.kind : undefined
}
