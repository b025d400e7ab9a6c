import { readStructure } from '../structure/index.ts'
import { readTasks } from '../tasks/index.ts'
import type { Bound, Figure, Report } from '../types.ts'

/**
 * Reports for tests, with their figures marked by hand: `{391亿元|地区生产总值|level}` is a figure of that indicator
 * and kind. Bound and value are read from the words; more fields may be given by name.
 */
export function reportOf(marked: string, more: Readonly<Record<string, Partial<Figure>>> = {}): Report {
  const figures: Figure[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(/\{([^|{}]+)(?:\|([^|{}]*))?(?:\|([^|{}]*))?\}/g)) {
    text += marked.slice(at, match.index)
    const words = match[1]!
    const start = text.length
    text += words
    at = match.index + match[0].length
    figures.push({
      start,
      end: text.length,
      text: words,
      indicator: match[2] ?? '',
      value: numberIn(words),
      unit: /(?:亿元|万元|%|家|位|项|人|个月|年|个百分点)/.exec(words)?.[0] ?? '',
      kind: (match[3] || 'level') as Figure['kind'],
      period: '',
      ...boundOf(words),
      of: 'level',
      ...more[words],
    })
  }
  text += marked.slice(at)
  const { title, head, outline } = readStructure(text)
  return { title, head, text, outline, figures, tasks: readTasks(text, outline, figures) }
}

function numberIn(words: string): number {
  if (/首位|第一/.test(words)) return 1
  if (words.includes('1/3')) return 0.3333
  const han = '零一二三四五六七八九十'.indexOf(/[一二三四五六七八九十]/.exec(words)?.[0] ?? '零')
  const digits = /\d+(?:\.\d+)?/.exec(words)
  return (digits ? Number(digits[0]) : han) * (/下降|减少/.test(words) ? -1 : 1)
}

const BOUNDS: readonly [RegExp, Bound][] = [
  [/^约|左右$/, 'about'],
  [/^近/, 'near'],
  [/突破|超过/, 'over'],
  [/以上/, 'atLeast'],
  [/以内/, 'atMost'],
]

function boundOf(words: string): { bound: Bound; modifier?: string } {
  for (const [pattern, bound] of BOUNDS) {
    const match = pattern.exec(words)
    if (match) return { bound, modifier: match[0] }
  }
  return { bound: 'exact' }
}
