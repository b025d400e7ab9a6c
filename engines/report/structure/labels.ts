/**
 * The numbering of official papers (GB/T 9704-2012, 7.3.3: 一、 (一) 1. (1) in this order), with the variants
 * that occur: full-width brackets and digits, 1、 for 1., 第一部分, 附件1, ①.
 */

export type LabelKind = 'part' | 'annex' | 'one' | 'two' | 'three' | 'four'

const NUMERAL = '[一二三四五六七八九十百零〇]{1,4}'
const DIGITS = '[0-9０-９]{1,3}'

/** First match wins; every pattern is anchored, so a try costs a few characters. */
const LABELS: readonly { kind: LabelKind; pattern: RegExp }[] = [
  { kind: 'part', pattern: new RegExp(`^第${NUMERAL}(?:部分|篇|编|章)(?:[:：、.．]|\\s+)?`) },
  { kind: 'annex', pattern: /^附件\s*[0-9０-９一二三四五六七八九十]{0,3}(?:[:：]|\s+|$)/ },
  // 一、二、三产业 and 三、四线城市 are words, not numbers of headings
  {
    kind: 'one',
    pattern: new RegExp(`^${NUMERAL}、(?![一二三四五六七八九十](?:[、线季级类产次]))\\s*`),
  },
  { kind: 'two', pattern: new RegExp(`^[(（]\\s*${NUMERAL}\\s*[)）]、?\\s*`) },
  // 1.87 and 1.5% are numbers: an item's dot is never followed by a digit
  { kind: 'three', pattern: new RegExp(`^${DIGITS}(?:[.．](?![0-9０-９])|、)\\s*`) },
  { kind: 'four', pattern: new RegExp(`^[(（]\\s*${DIGITS}\\s*[)）]、?\\s*`) },
  { kind: 'four', pattern: /^[①-⑳]\s*/ },
]

export interface Label {
  readonly kind: LabelKind
  /** As written, without spaces. */
  readonly label: string
  /** Characters to skip to reach the title. */
  readonly length: number
}

/** The label that `line` begins with, if any. */
export function labelOf(line: string): Label | undefined {
  for (const { kind, pattern } of LABELS) {
    const match = pattern.exec(line)
    if (match) return { kind, label: match[0].replace(/\s+/g, ''), length: match[0].length }
  }
  return undefined
}

/** What the label is called in a path: 二、 → 二, 3. → 3, (一) stays. */
export function bareLabel(label: string): string {
  return label.replace(/[、.．:：]$/, '')
}
