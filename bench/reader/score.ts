import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codePointOffsets } from '../../engines/report/codePoints.ts'
import { type Figure, readFigures } from '../../engines/report/index.ts'

/** One labelled figure; offsets in code points (the labels' README has the schema). */
export interface Label {
  readonly file: string
  readonly char_start: number
  readonly text: string
  readonly indicator: string
  readonly value: number
  readonly unit: string
  readonly kind: string
  readonly optional?: boolean
}
interface Passage {
  readonly file: string
  readonly char_start: number
  readonly char_end: number
}

export interface Ratio {
  readonly hits: number
  readonly labels: number
  readonly read: number
}
export interface Score {
  /** Span, value and unit agree. */
  readonly figure: Ratio
  /** … and so do indicator and kind. */
  readonly whole: Ratio
  readonly missed: readonly Label[]
  readonly extra: readonly Figure[]
  readonly wrong: readonly { readonly label: Label; readonly read: Figure; readonly differs: string }[]
}

export const precision = ({ hits, read }: Ratio) => (read === 0 ? 1 : hits / read)
export const recall = ({ hits, labels }: Ratio) => (labels === 0 ? 1 : hits / labels)

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)

/**
 * Scores the reader inside the passages that are labelled in full.
 * @param texts folder of the reports that the labels name @param labels folder of gold.jsonl and passages.jsonl
 */
export function scoreReader(texts: string, labels = texts, gold = 'gold.jsonl'): Score {
  const passages = lines<Passage>(join(labels, 'passages.jsonl'))
  const all = lines<Label>(join(labels, gold))
  const totals = { hits: 0, wholeHits: 0, labels: 0, read: 0 }
  const missed: Label[] = []
  const extra: Figure[] = []
  const wrong: { label: Label; read: Figure; differs: string }[] = []
  for (const file of new Set(passages.map((passage) => passage.file))) {
    const text = readFileSync(join(texts, file), 'utf8')
    const toCodePoint = codePointOffsets(text)
    const inside = (at: number) =>
      passages.some((passage) => passage.file === file && at >= passage.char_start && at < passage.char_end)
    const figures = readFigures(text)
      .map((figure) => ({ ...figure, start: toCodePoint(figure.start), end: toCodePoint(figure.end) }))
      .filter((figure) => inside(figure.start))
    const used = new Set<Figure>()
    const own = all.filter((label) => label.file === file && inside(label.char_start))
    for (const label of [...own.filter((one) => !one.optional), ...own.filter((one) => one.optional)]) {
      const candidates = figures.filter((figure) => !used.has(figure) && matches(label, figure))
      const best = candidates.find((figure) => sameName(label.indicator, figure.indicator)) ?? candidates[0]
      if (best) used.add(best)
      if (label.optional) continue
      totals.labels++
      if (!best) {
        missed.push(label)
        continue
      }
      totals.hits++
      const differs = [
        ...(sameName(label.indicator, best.indicator) ? [] : ['indicator']),
        ...(label.kind === best.kind ? [] : ['kind']),
      ].join(' ')
      if (differs) wrong.push({ label, read: best, differs })
      else totals.wholeHits++
    }
    // An arguable figure that was read counts neither way.
    const optional = own.filter((label) => label.optional)
    const required = new Set(
      [...used].filter((figure) => own.some((label) => !label.optional && matches(label, figure))),
    )
    for (const figure of figures) {
      if (!required.has(figure) && optional.some((label) => overlaps(label, figure))) continue
      totals.read++
      if (!used.has(figure)) extra.push(figure)
    }
  }
  const base = { labels: totals.labels, read: totals.read }
  return {
    figure: { ...base, hits: totals.hits },
    whole: { ...base, hits: totals.wholeHits },
    missed,
    extra,
    wrong,
  }
}

const overlaps = (label: Label, figure: Figure) =>
  figure.start < label.char_start + [...label.text].length && label.char_start < figure.end

function matches(label: Label, figure: Figure): boolean {
  const sameUnit =
    label.unit.replace('％', '%') === figure.unit.replace('％', '%') ||
    (label.kind === 'rank' && figure.kind === 'rank')
  return overlaps(label, figure) && Math.abs(label.value - figure.value) < 1e-3 && sameUnit
}

/** Lenient, as the labels ask: one contains the other, or they share half of their pairs of characters. */
function sameName(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) =>
    name.normalize('NFKC').replace(/[“”"（）()《》\s·、，的]/g, ''),
  ) as [string, string]
  if (first === '' || second === '') return first === second
  if (first.includes(second) || second.includes(first)) return true
  const pairs = (name: string) =>
    new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, i) => name.slice(i, i + 2)))
  const [one, two] = [pairs(first), pairs(second)]
  const shared = [...one].filter((pair) => two.has(pair)).length
  return shared / Math.min(one.size, two.size) >= 0.5
}
