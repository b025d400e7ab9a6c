/**
 * As much of an input file (`.inp`) as steering needs: its lines by section, changed by line, so that all else stays as it
 * was written. Knows neither units nor meanings.
 */
export interface Sections {
  readonly lines: readonly string[]
  /** Of a section by its first letters ('JUNC'): where its lines begin and end, once for every time it occurs. */
  readonly spans: readonly { readonly name: string; readonly from: number; readonly to: number }[]
}

export function sectionsOf(text: string): Sections {
  const lines = text.split(/\r?\n/)
  const spans: { name: string; from: number; to: number }[] = []
  for (const [i, line] of lines.entries()) {
    const head = /^\s*\[\s*([A-Za-z_]+)/.exec(line)
    if (!head) continue
    const last = spans.at(-1)
    if (last) last.to = i
    spans.push({ name: (head[1] as string).toUpperCase(), from: i + 1, to: lines.length })
  }
  return { lines, spans }
}

/** Words of a line without its comment, as the engine cuts it: blanks, tabs and commas; quotes hold one together. */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = []
  for (const match of line.replace(/;.*$/, '').matchAll(/"([^"]*)"|([^\s,"]+)/g))
    words.push((match[1] ?? match[2]) as string)
  return words
}

export interface Row {
  readonly section: string
  /** Position among all lines of the file. */
  readonly line: number
  readonly words: readonly string[]
}

/** Rows of sections, by the first letters of their names, in the order of the file. */
export function rowsOf({ lines, spans }: Sections, ...prefixes: readonly string[]): readonly Row[] {
  const rows: Row[] = []
  for (const { name, from, to } of spans) {
    const section = prefixes.find((prefix) => name.startsWith(prefix))
    if (section === undefined) continue
    for (let line = from; line < to; line++) {
      const words = wordsOf(lines[line] as string)
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
    const span = spans.findLast(
      ({ name }) => name.startsWith(section.slice(0, 4)) && section.startsWith(name.slice(0, 4)),
    )
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
