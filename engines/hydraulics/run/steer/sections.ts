import { readModel } from '../../model/read.ts'
import type { SectionKey } from '../../model/sections/index.ts'

/**
 * As much of an input file (`.inp`) as steering needs: its lines by section, changed by line, so that all else stays as it
 * was written. Knows neither units nor meanings.
 */
export interface Sections {
  readonly lines: readonly string[]
  /** What the lines say, cell by cell: nothing of headings, comments and blank lines. */
  readonly cells: readonly (readonly string[])[]
  /** Where the lines of a section begin and end, once for every time it occurs. */
  readonly spans: readonly {
    readonly key: SectionKey | undefined
    readonly from: number
    readonly to: number
  }[]
}

export function sectionsOf(text: string): Sections {
  const lines: string[] = []
  const cells: (readonly string[])[] = []
  const spans = readModel(text).parts.map((part) => {
    const from = lines.length
    for (const line of part.lines) {
      lines.push(line.raw.replace(/\r?\n$/, ''))
      cells.push(line.cells)
    }
    return { key: part.key, from, to: lines.length }
  })
  // What stands after the last break is a line as well, though it says nothing.
  if (text.endsWith('\n')) {
    lines.push('')
    cells.push([])
  }
  return { lines, cells, spans }
}

export interface Row {
  readonly section: string
  /** Position among all lines of the file. */
  readonly line: number
  readonly words: readonly string[]
}

/** Rows of sections, by the first letters of their names, in the order of the file. */
export function rowsOf({ cells, spans }: Sections, ...prefixes: readonly string[]): readonly Row[] {
  const rows: Row[] = []
  for (const { key, from, to } of spans) {
    const section = prefixes.find((prefix) => key?.startsWith(prefix))
    if (section === undefined) continue
    for (let line = from; line < to; line++) {
      const words = cells[line] as readonly string[]
      if (words.length > 0) rows.push({ section, line, words })
    }
  }
  return rows
}

/** What to do with lines: a text takes the place of one, undefined takes it out; `append` adds rows to a section. */
export interface Edit {
  readonly lines: ReadonlyMap<number, string | undefined>
  readonly append: Readonly<Record<string, readonly string[]>>
}

export function edited({ lines, spans }: Sections, edit: Edit): string {
  const added = new Map<number, readonly string[]>()
  const fresh: string[] = []
  for (const [section, rows] of Object.entries(edit.append)) {
    if (rows.length === 0) continue
    const span = spans.findLast(({ key }) => key === section)
    if (span) added.set(span.to, [...(added.get(span.to) ?? []), ...rows])
    else fresh.push('', `[${section}]`, ...rows)
  }
  const out: string[] = []
  for (let i = 0; i <= lines.length; i++) {
    out.push(...(added.get(i) ?? []))
    if (i === lines.length) break
    if (!edit.lines.has(i)) out.push(lines[i] as string)
    else {
      const line = edit.lines.get(i)
      if (line !== undefined) out.push(line)
    }
  }
  return [...out, ...fresh, ''].join('\n')
}
