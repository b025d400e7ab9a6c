/**
 * The figure reader: every number in a Chinese work report that states something, with its exact words, value,
 * unit, kind, indicator and period.
 *
 * One pass over the text and a bounded look to each side of a numeral, so the work is linear in the length of
 * the text whatever the text is. No input makes it throw.
 */

import { timesAt, turn } from './period.ts'
import { readSentence } from './sentence.ts'
import { normalise, scan } from './tokens.ts'
import type { Figure } from '../types.ts'

export { aspectOf, bindFigures, type Bound, normaliseName } from './bind.ts'

export interface ReadOptions {
  /** The year reported on; without it the text's own title or date is looked for. */
  readonly year?: number
}

/** Names and sayings: what stands in quotation marks or titles states nothing. */
const NAMES = /“[^“”\n]{0,40}”|《[^《》\n]{0,60}》|"[^"\n]{0,30}"|「[^「」\n]{0,40}」/g

/** A predicate over ascending positions: is this inside a name? */
function nameFinder(norm: string): (at: number) => boolean {
  const spans = [...norm.matchAll(NAMES)].map(({ index, 0: words }) => [index, index + words.length] as const)
  let next = 0
  return (at) => {
    while (next < spans.length && spans[next]![1] <= at) next += 1
    const span = spans[next]
    return span !== undefined && span[0] <= at
  }
}

const END = /[。！？；\n]/g

/** Sentences end at 。！？； and at the end of a line, unless the line breaks off at a comma. */
function* sentences(norm: string): Generator<readonly [start: number, end: number, stop: string]> {
  let start = 0
  for (const { index, 0: stop } of norm.matchAll(END)) {
    if (stop === '\n' && /[，、]/.test(norm[index - 1] ?? '')) continue
    yield [start, index, stop]
    start = index + 1
  }
  if (start < norm.length) yield [start, norm.length, '']
}

/**
 * Reads all figures of a report, in order of their place. Spans are UTF-16 offsets of `text`; two figures share
 * a span only where one number serves two subjects (均超过96%).
 */
export function readFigures(text: string, options: ReadOptions = {}): Figure[] {
  const norm = normalise(text)
  const tokens = scan(norm, text)
  const inName = nameFinder(norm)
  const figures: Figure[] = []
  let times = timesAt(norm, options.year)
  let carried = ''
  let next = 0
  for (const [start, end, stop] of sentences(norm)) {
    times = turn(times, norm.slice(start, Math.min(end, start + 400)))
    const first = next
    while (next < tokens.length && tokens[next]!.start < end) next += 1
    if (next > first) {
      const read = readSentence(tokens.slice(first, next), { norm, text, start, end, times, inName, carried })
      for (const figure of read.figures) figures.push(figure)
      carried = read.carried
    }
    if (stop !== '；') carried = ''
  }
  return figures
}
