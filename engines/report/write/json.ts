import { codePointOffsets } from '../codePoints.ts'
import type { Figure, Report, Section } from '../types.ts'

type Offsets = (utf16: number) => number

/**
 * A report as JSON for other programs. Offsets are Unicode code points of the text as read, so that in
 * Python `text[start:end]` is the words themselves; `path` in the outline is by nesting.
 */
export function toJson(file: string, report: Report & { readonly unbound: readonly Figure[] }) {
  const at = codePointOffsets(report.text)
  return {
    file,
    title: report.title,
    head: report.head,
    outline: report.outline.children.map((section) => outlineJson(section, at)),
    figures: report.figures.map((figure) => figureJson(figure, at)),
    tasks: report.tasks.map(({ quantities, start, end, ...task }) => ({
      start: at(start),
      end: at(end),
      ...task,
      quantities: quantities.map((figure) => figureJson(figure, at)),
    })),
    unbound: report.unbound.map((figure) => figureJson(figure, at)),
  }
}

interface OutlineJson {
  readonly start: number
  readonly end: number
  readonly level: number
  readonly label: string
  readonly title: string
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly children: readonly OutlineJson[]
}

function outlineJson(section: Section, at: Offsets): OutlineJson {
  return {
    start: at(section.start),
    end: at(section.end),
    level: section.level,
    label: section.label,
    title: section.title,
    sentences: section.sentences.map(({ start, end }) => ({ start: at(start), end: at(end) })),
    children: section.children.map((child) => outlineJson(child, at)),
  }
}

function figureJson(figure: Figure, at: Offsets) {
  const { start, end, ...rest } = figure
  return { start: at(start), end: at(end), ...rest }
}
