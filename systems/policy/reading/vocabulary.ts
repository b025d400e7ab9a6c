/** What words of a paper are certainly a name that rules know. Anything else stays words. */
import type { FactKind } from '../granule/index.ts'

/** What is known of an enterprise: by name its kind and unit. */
export type Known = ReadonlyMap<string, { readonly kind: FactKind; readonly unit?: string | undefined }>

/** Kinds of enterprises that papers call otherwise than the register does, and yearly facts likewise. */
const CALLED: Readonly<Record<string, string>> = {
  规上企业: '规上',
  规上工业企业: '规上',
  规模以上企业: '规上',
  规模以上工业企业: '规上',
  专精特新小巨人: '国家专精特新小巨人有效',
  国家重点专精特新小巨人: '',
  研发投入: '研发费用',
  研发经费: '研发费用',
  研究开发费用: '研发费用',
  员工总数: '职工总数',
  年营业收入: '营业收入',
}

/** Words that hold a known name and mean something else, and names of kinds that are more than one. */
const NOT: readonly string[] = ['科技型中小企业', '小巨人', '高新技术企业研究开发中心', '科技型企业']

export interface Vocabulary {
  readonly known: Known
  /** Kinds of enterprises as written → the trait; '' where the words are no certain name. Longest first. */
  readonly audiences: readonly (readonly [words: string, trait: string])[]
  /** Numbers of a year as written → the trait; longest first. */
  readonly numbers: readonly (readonly [words: string, trait: string])[]
}

export function vocabularyOf(known: Known): Vocabulary {
  const names = [...known.keys()]
  const held = names
    .filter((name) => name.endsWith('有效') && known.get(name)?.kind === 'boolean')
    .map((name) => [name.slice(0, -'有效'.length), name] as const)
  const yearly = names
    .filter((name) => known.get(name)?.kind === 'number' && known.has(`上年${name}`))
    .map((name) => [name, name] as const)
  const called = Object.entries(CALLED).filter(([, trait]) => trait === '' || known.has(trait))
  const isNumber = (trait: string) => known.get(trait)?.kind === 'number'
  return {
    known,
    audiences: longestFirst([
      ...held,
      ...called.filter(([, trait]) => !isNumber(trait)),
      ...NOT.filter((words) => !held.some(([name]) => name === words)).map((words) => [words, ''] as const),
    ]),
    numbers: longestFirst([...yearly, ...called.filter(([, trait]) => isNumber(trait))]),
  }
}

const longestFirst = (pairs: readonly (readonly [string, string])[]) =>
  [...pairs].sort(([a], [b]) => b.length - a.length)

export interface Audience {
  /** As the paper says it. */
  readonly says: string
  /** '' where it is no certain name. */
  readonly trait: string
  readonly start: number
  readonly end: number
}

/** The kinds of enterprises that words name, each place by its longest name; quotes and 级 count for nothing. */
export function audiencesIn(words: string, { audiences }: Vocabulary): readonly Audience[] {
  const places: number[] = []
  let bare = ''
  for (let i = 0; i < words.length; i++) {
    if (/["“”'‘’「」\s]/.test(words[i]!)) continue
    if (words[i] === '级' && words[i - 1] === '家') continue
    places.push(i)
    bare += words[i]
  }
  const found: Audience[] = []
  for (let at = 0; at < bare.length; ) {
    const [name, trait] = audiences.find(([each]) => bare.startsWith(each, at)) ?? []
    if (name === undefined || trait === undefined) {
      at++
      continue
    }
    const [start, end] = [places[at]!, places[at + name.length - 1]! + 1]
    found.push({ says: words.slice(start, end), trait, start, end })
    at += name.length
  }
  return found
}
