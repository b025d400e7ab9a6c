import type { Aspect, CatalogueEntry, Figure } from '../types.ts'

const DECORATION = /[“”"《》「」\s（）()·、，,的]/g
const QUALIFIERS = /^(?:全区|全市|全省|全年|核心区|各类|本区|区|完成|实现|累计|新增|制定|组建|通报表彰)?/

/** How alike two names must be, and by how much better than the next, before a figure is bound to one. */
const ALIKE = 0.62
const MARGIN = 0.06

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(DECORATION, '')
    .replace(/(?:增速|增幅)$/, '')
const loose = (name: string) => plain(name).replace(QUALIFIERS, '')

function bigrams(name: string): Set<string> {
  const pairs = new Set<string>()
  for (let index = 0; index + 1 < name.length; index++) pairs.add(name.slice(index, index + 2))
  return pairs
}

function likeness(a: string, b: string): number {
  const [first, second] = [bigrams(a), bigrams(b)]
  if (first.size === 0 || second.size === 0) return a === b ? 1 : 0
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared++
  return (2 * shared) / (first.size + second.size)
}

/** Which series of the indicator a figure states. */
export function aspectOf(figure: Figure): Aspect {
  const growth = figure.of === 'growth'
  switch (figure.kind) {
    case 'growth':
      return figure.sequential ? 'change' : 'growth'
    case 'rank':
      return growth ? 'growth.rank' : 'rank'
    case 'comparison':
      return growth ? 'growth.gap' : 'gap'
    default:
      if (!figure.text.startsWith('连续')) return growth ? 'growth' : 'level'
      if (/(?:居|列|排名|第一|首位)/.test(figure.indicator))
        return growth ? 'growth.rank.streak' : 'rank.streak'
      return growth ? 'growth.streak' : 'streak'
  }
}

/** What a unit measures, without its magnitude: 亿元 and 万元 are one. */
const dimension = (unit: string) => unit.normalize('NFKC').replace(/^(?:万亿|亿|万|千|百)+(?=.)/, '')

/**
 * Binds figures to a catalogue. A name that matches exactly wins; otherwise the most similar entry whose unit
 * fits, provided that it is similar enough and clearly ahead of the next. What stays open is returned as unbound.
 */
export function bindFigures(
  figures: readonly Figure[],
  catalogue: readonly CatalogueEntry[],
): { figures: Figure[]; unbound: Figure[] } {
  const exact = new Map<string, CatalogueEntry[]>()
  const names = catalogue.flatMap((entry) =>
    entry.names.map((name) => {
      exact.set(plain(name), [...(exact.get(plain(name)) ?? []), entry])
      return { entry, name: loose(name) }
    }),
  )
  const bound: Figure[] = []
  const unbound: Figure[] = []
  for (const figure of figures) {
    const aspect = aspectOf(figure)
    const fits = (entry: CatalogueEntry) =>
      aspect !== 'level' ||
      dimension(entry.unit) === dimension(figure.unit) ||
      (figure.unit === '' && dimension(entry.unit) === '%')
    // 规上工业产值增速位居全市第一: the streak is of the indicator before the claim.
    const claim = figure.text.startsWith('连续')
      ? /(?:增速|增幅)?(?:位居|位列|稳居|居|列|保持|高于|快于|全[国省市]).*$/
      : /$/
    const wanted = [figure.indicator, figure.indicator.replace(claim, '')].map(plain)
    const certain =
      wanted.map((name) => (exact.get(name) ?? []).filter(fits)).find((list) => list.length > 0) ?? []
    const open = names.filter(({ entry }) => fits(entry))
    const entry =
      certain.length === 1
        ? certain[0]
        : wanted.map((name) => nearest(loose(name), open)).find((one) => one !== undefined)
    if (entry) bound.push({ ...figure, binding: { indicator: entry.id, aspect } })
    else {
      bound.push(figure)
      unbound.push(figure)
    }
  }
  return { figures: bound, unbound }
}

function nearest(
  name: string,
  names: readonly { entry: CatalogueEntry; name: string }[],
): CatalogueEntry | undefined {
  const scores = new Map<CatalogueEntry, number>()
  for (const { entry, name: other } of names) {
    const score = name === other ? 1 : likeness(name, other)
    if (score > (scores.get(entry) ?? 0)) scores.set(entry, score)
  }
  const [best, next] = [...scores].sort(([, a], [, b]) => b - a)
  if (!best || best[1] < ALIKE) return undefined
  return next && best[1] - next[1] < MARGIN ? undefined : best[0]
}
