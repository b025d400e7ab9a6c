import { isMap, OPTION_KEYS, placeOf, type SectionKey, sectionOf, wordOf } from './sections/index.ts'
import { cellsOf } from './text.ts'
import type { Line, Model, Part, Row } from './types.ts'

/**
 * Reads the text of an `.inp` file. Never throws: what is wrong with it, `checkModel` tells. Nothing is lost, so that
 * `writeModel` gives the same text back, and after an edit the same but for the rows that changed.
 */
export function readModel(text: string): Model {
  const parts: Part[] = []
  let key: SectionKey | undefined
  let lines: Line[] = []
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const to = next < 0 ? text.length : next + 1
    const raw = text.slice(at, to)
    at = to
    const cells = cellsOf(raw)
    if (cells[0]?.charCodeAt(0) === HEADING || isMarkedHeading(cells[0])) {
      if (lines.length > 0) parts.push({ key, lines })
      key = sectionOf((cells[0] as string).replace(MARK, ''))
      lines = [{ raw, cells: [] }]
    } else lines.push({ raw, cells })
  }
  if (lines.length > 0) parts.push({ key, lines })
  return { parts }
}

const HEADING = '['.charCodeAt(0)
/** The byte order mark that some editors put before the first heading. */
const MARK = '\uFEFF'
const isMarkedHeading = (cell: string | undefined) => cell?.startsWith(`${MARK}[`) ?? false

export function writeModel(model: Model): string {
  const raws: string[] = []
  for (const { lines } of model.parts) for (const { raw } of lines) raws.push(raw)
  return raws.join('')
}

/** Every row of a section with its line number, of all its parts in the order of the file. */
export function* rowsOf(model: Model, key: SectionKey): Generator<Row> {
  let line = 0
  for (const part of model.parts) {
    if (part.key === key)
      for (const [i, { cells }] of part.lines.entries())
        if (cells.length > 0) yield { line: line + i + 1, cells }
    line += part.lines.length
  }
}

/** The value of an option, as it is written; undefined where the file does not say. */
export function optionOf(model: Model, key: string): string | undefined {
  let value: string | undefined
  for (const { cells } of rowsOf(model, 'OPTIONS'))
    if (wordOf(OPTION_KEYS, cells[0] as string) === key && cells[1] !== undefined) value = cells[1]
  return value
}

/** How the lines of a file end. */
export const breakOf = (model: Model): string =>
  model.parts[0]?.lines[0]?.raw.endsWith('\r\n') ? '\r\n' : '\n'

/** The model with a part for the section, an empty one where there was none, and which part that is (the last). */
export function withPart(model: Model, key: SectionKey): { readonly model: Model; readonly at: number } {
  const at = model.parts.findLastIndex((part) => part.key === key)
  if (at >= 0) return { model, at }
  const eol = breakOf(model)
  const parts = [...model.parts]
  const after = isMap(key)
    ? parts.length - 1
    : parts.findLastIndex((part) => part.key && !isMap(part.key) && placeOf(part.key) < placeOf(key))
  const before = parts[after]
  if (before) parts[after] = { ...before, lines: endedBy(before.lines, eol) }
  const heading = { raw: `[${key}]${eol}`, cells: [] }
  parts.splice(after + 1, 0, { key, lines: after + 1 < parts.length ? [heading, BLANK(eol)] : [heading] })
  return { model: { parts }, at: after + 1 }
}

const BLANK = (eol: string): Line => ({ raw: eol, cells: [] })

/** The last line of a file may lack its break; a heading after it needs that, and stands off by a blank line. */
function endedBy(lines: readonly Line[], eol: string): readonly Line[] {
  const last = lines.at(-1)
  if (!last) return lines
  const ended = last.raw.endsWith('\n') ? lines : [...lines.slice(0, -1), { ...last, raw: last.raw + eol }]
  return last.raw.trim() === '' ? ended : [...ended, BLANK(eol)]
}
