import { rowsOf, type Sections, sectionsOf } from '../steer/sections.ts'

/** A file that a model reads: its name as written, and the line that names it. */
export interface NamedFile {
  readonly name: string
  readonly line: number
}

/** Files that a model reads, in its order. Pictures of its map are none: the engine never opens them. */
export function filesNamed(model: string | Sections): readonly NamedFile[] {
  const sections = typeof model === 'string' ? sectionsOf(model) : model
  const named: NamedFile[] = []
  const after = (words: readonly string[], keyword: string, from: number) => {
    const at = words.findIndex((word, i) => i >= from && word.toUpperCase() === keyword)
    return at < 0 ? undefined : words[at + 1]
  }
  for (const { section, line, words } of rowsOf(sections, 'RAINGAGE', 'TIMESERIES', 'TEMP', 'FILE')) {
    const name =
      section === 'FILE'
        ? words[0]?.toUpperCase() === 'USE'
          ? words[2]
          : undefined
        : after(words, 'FILE', section === 'TEMP' ? 0 : 1)
    if (name) named.push({ name, line })
  }
  return named
}

/** Names that the engine opens as they are: no folders, no drive, and none of the run's own files. */
const PLAIN = /^(?!model\.|\.)[^/\\:]+$/

/**
 * The model with plain names for files in folders, and the files under these names: those that it names, and no others.
 * @param files by the names as the model writes them
 */
export function placed(
  model: string,
  files: Readonly<Record<string, Uint8Array>>,
  named: readonly NamedFile[] = filesNamed(model),
) {
  const lines = model.split('\n')
  const moved: Record<string, Uint8Array> = {}
  for (const [i, { name, line }] of named.entries()) {
    const plain = PLAIN.test(name) ? name : `file-${i + 1}.dat`
    if (plain !== name) lines[line] = (lines[line] as string).replace(name, () => plain)
    const body = files[name]
    if (body) moved[plain] = body
  }
  return { model: lines.join('\n'), files: moved }
}
