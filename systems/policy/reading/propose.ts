/** A clause → what may be granules of it. Nothing is invented: what the words do not say stays empty. */
import { Decimal } from 'decimal.js'
import type { CriterionWords, GivenFact } from '../granule/index.ts'
import type { EventKind, Mode, MoneyUnit, Stacking } from '../words.ts'
import type { Clause } from './clauses.ts'
import { criteriaIn } from './conditions.ts'
import { decimalOf, GRANTS, NUMBER, type Rate, ratesIn, type Sum, sumsIn } from './money.ts'
import { dayOf } from './plain.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Parts that a sentence of the paper stands behind. */
export const CITED = [
  'benefit',
  'amount',
  'cap_item',
  'cap_year',
  'stacking',
  'window',
  'mode',
  'event',
] as const
export type Cited = (typeof CITED)[number]

export interface ProposedCriterion extends CriterionWords {
  /** The sentence that it was read from; '' once a person added it. */
  readonly cites: string
}

export interface Proposal {
  readonly title: string
  /** The sentence that promises; '' where none was found. */
  readonly benefit: string
  readonly criteria: readonly ProposedCriterion[]
  readonly given: readonly GivenFact[]
  /** FEEL; '' where it is not certain. */
  readonly amount: string
  readonly unit: MoneyUnit
  readonly cap_item: string | null
  readonly cap_year: string | null
  readonly stack: string | null
  readonly stacking: Stacking
  readonly pot: string | null
  readonly window_from: string | null
  readonly window_to: string | null
  readonly window_months: number | null
  readonly event: EventKind | null
  readonly mode: Mode | null
  readonly cites: Readonly<Partial<Record<Cited, string>>>
  /** Sums and rates of the sentence that stand for nothing here, as written. */
  readonly left: readonly string[]
}

const EMPTY: Omit<Proposal, 'title'> = {
  benefit: '',
  criteria: [],
  given: [],
  amount: '',
  unit: 'wan',
  cap_item: null,
  cap_year: null,
  stack: null,
  stacking: 'stackable',
  pot: null,
  window_from: null,
  window_to: null,
  window_months: null,
  event: null,
  mode: null,
  cites: {},
  left: [],
}

/** Where a sentence stops to say who, and begins to say what. */
const GIVES = new RegExp(
  `给予|予以|奖励|补助|补贴|资助|奖补|发放|一次性|分别|最高|累计|按照?[^，。；]{0,30}${NUMBER}\\s*%`,
)

/** @returns one or more; of a clause that promises no sum, one that is empty but for its title */
export function proposalsOf(clause: Clause, paper: string, vocabulary: Vocabulary): readonly Proposal[] {
  const found: Proposal[] = []
  for (const sentence of sentencesOf(clause.text)) {
    const read = ofSentence(sentence, clause, vocabulary)
    if (read.length > 0) found.push(...read)
    else capped(found, sentence)
  }
  if (found.length === 0) return [{ ...EMPTY, title: titleOf(clause, clause.text) }]
  const common = commonOf(clause, paper)
  return found.map((proposal) => ({ ...proposal, ...common, cites: { ...common.cites, ...proposal.cites } }))
}

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[。；;])|\n/)
    .map((sentence) => sentence.replace(/^\s*【[^】]{2,30}】/, '').trim())
    .filter((sentence) => sentence !== '')

function ofSentence(sentence: string, clause: Clause, vocabulary: Vocabulary): readonly Proposal[] {
  const gives = GIVES.exec(sentence)
  if (!gives || !GRANTS.test(sentence)) return []
  const who = sentence.slice(0, gives.index)
  const sums = sumsIn(sentence, gives.index)
  const rates = ratesIn(sentence, gives.index)
  const grants = sums.filter(({ role }) => role === 'grant')
  const caps = sums.filter(({ role }) => role === 'cap')
  if (sums.length + rates.length === 0) return []
  const each = sentence.includes('分别') ? itemsOf(who) : []
  const listed = [grants, caps].find((list) => list.length > 1 && list.length === each.length)
  if (listed && rates.length === 0)
    return each.map((item, i) => {
      const rest = sums.filter((sum) => !listed.includes(sum))
      return proposed({ sentence, who: who.replace(each.join('、'), item), item, clause, vocabulary }, [
        listed[i]!,
        ...rest,
      ])
    })
  return [proposed({ sentence, who, clause, vocabulary }, sums, rates)]
}

/** What is listed before 分别. */
const itemsOf = (who: string): readonly string[] =>
  who
    .replace(/[，,]\s*$/, '')
    .replace(/的(?:企业|单位)?$/, '')
    .split(/认定(?:为|的)?|获评(?:为)?|评为|通过|^对/)
    .at(-1)!
    .split('、')
    .map((item) => item.trim())
    .filter((item) => item !== '')

interface Place {
  readonly sentence: string
  readonly who: string
  readonly item?: string
  readonly clause: Clause
  readonly vocabulary: Vocabulary
}

function proposed(place: Place, sums: readonly Sum[], rates: readonly Rate[] = []): Proposal {
  const { sentence, who, item, clause, vocabulary } = place
  const only = (role: Sum['role']) => {
    const those = sums.filter((sum) => sum.role === role)
    return those.length === 1 ? those[0] : undefined
  }
  const [cap, capYear] = [only('cap'), only('capYear')]
  const grant = rates.length === 0 ? only('grant') : undefined
  const formula =
    rates.length === 1 && !sums.some(({ role }) => role === 'grant')
      ? ofRate(rates[0]!, vocabulary)
      : undefined
  const used = [cap, capYear, grant].filter((sum) => sum !== undefined)
  // A formula counts in 万元, as what is known of enterprises does.
  const unit: MoneyUnit =
    !formula && used.length > 0 && used.every(({ text }) => !/[万亿]元$/.test(text)) ? 'yuan' : 'wan'
  const inUnit = ({ yuan }: Sum) => (unit === 'wan' ? yuan.div(new Decimal(10_000)) : yuan).toFixed()
  const event = eventOf(who)
  const cites = {
    benefit: sentence,
    ...(grant || formula ? { amount: sentence } : {}),
    ...(cap ? { cap_item: sentence } : {}),
    ...(capYear ? { cap_year: sentence } : {}),
    ...(event ? { event: sentence } : {}),
  }
  return {
    ...EMPTY,
    title: titleOf(clause, item ?? (clause.heading || who || sentence)),
    benefit: sentence,
    criteria: criteriaIn(who, vocabulary).map((criterion) => ({ ...criterion, cites: sentence })),
    given: formula?.given ?? [],
    amount: grant ? inUnit(grant) : (formula?.amount ?? ''),
    unit,
    cap_item: cap ? inUnit(cap) : null,
    cap_year: capYear ? inUnit(capYear) : null,
    event,
    cites,
    left: [
      ...sums.filter((sum) => !used.includes(sum)).map(({ text }) => text),
      ...(formula ? [] : rates.map(({ text }) => text)),
    ],
  }
}

/** A share of a fact that is known, of its growth, or of one that a claim brings, called as the paper calls it. */
function ofRate(
  { base, percent, upTo }: Rate,
  { numbers }: Vocabulary,
): { amount: string; given: readonly GivenFact[] } | undefined {
  if (upTo || base === '') return undefined
  const bare = base.replace(/^(?:上一年度|上年度|全年|年度)/, '')
  const grown = /^(.+?)(?:较上年)?(?:的)?(?:增量|增加额|新增部分|增长额)(?:部分)?$/.exec(bare)?.[1]
  const trait = numbers.find(([words]) => words === (grown ?? bare))?.[1]
  if (trait) {
    const amount = grown ? `(${trait} - 上年${trait})` : trait
    return { amount: `${amount} * ${percent} / 100`, given: [] }
  }
  if (!/^\p{Script=Han}{2,20}$/u.test(bare) || /不|或|和|及|超/.test(bare)) return undefined
  return {
    amount: `${bare} * ${percent} / 100`,
    given: [{ name: bare, kind: 'number', unit: '万元', says: base }],
  }
}

const EVENT_WORDS: readonly (readonly [RegExp, EventKind])[] = [
  [/晋级|晋升|升级为/, 'promotion'],
  [/纳统|小升规|升规|首次上规/, 'listing'],
  [/(?:首次|新).{0,4}(?:认定|评为|获评|获得|入选)|认定为|获评|被评为/, 'recognition'],
  [/首次(?:突破|达到|超过)/, 'threshold'],
  [/租赁|租用|租金/, 'lease'],
]
const eventOf = (words: string): EventKind | null =>
  EVENT_WORDS.find(([sign]) => sign.test(words))?.[1] ?? null

/** A sentence that only caps caps what was promised before it. */
function capped(found: Proposal[], sentence: string): void {
  const sums = sumsIn(sentence, 0)
  const [only] = sums
  if (found.length === 0 || sums.length !== 1 || (only?.role !== 'cap' && only?.role !== 'capYear')) return
  const name = only.role === 'cap' ? 'cap_item' : 'cap_year'
  for (const [i, proposal] of found.entries())
    if (proposal[name] === null) {
      const value = proposal.unit === 'wan' ? only.yuan.div(10_000) : only.yuan
      found[i] = { ...proposal, [name]: value.toFixed(), cites: { ...proposal.cites, [name]: sentence } }
    }
}

const DAY = '\\d{4}年\\s*\\d{1,2}月\\s*\\d{1,2}日'
const WINDOW = new RegExp(`^(?=.*(?:申报|申请|提出|受理)).*(?:${NUMBER}个月(?:之)?内|${DAY}.*${DAY})`)

/** What a clause says of all that it promises: how it adds up, until when, and in what way. */
function commonOf({ text, number }: Clause, paper: string): Partial<Proposal> & Pick<Proposal, 'cites'> {
  const sentences = sentencesOf(text)
  const cites: Partial<Record<Cited, string>> = {}
  const first = (part: Cited, sign: RegExp) => {
    const sentence = sentences.find((one) => sign.test(one))
    if (sentence) cites[part] = sentence
    return sentence
  }
  const stacked = first('stacking', /就高|从高|补差|补足差额|补级差|不重复|不得重复/)
  const stacking = stacked === undefined ? undefined : stackingIn(stacked)
  const windows = first('window', WINDOW)
  const mode = first('mode', /免申即享|申报即享|评审|择优/)
  return {
    cites,
    ...(stacking ? { stacking, stack: `${paper.slice(0, 40)}${number}`.slice(0, 60) } : {}),
    ...(windows ? windowIn(windows) : {}),
    ...(mode
      ? {
          mode: mode.includes('免申即享') ? 'automatic' : mode.includes('申报即享') ? 'declared' : 'reviewed',
        }
      : {}),
  }
}

const stackingIn = (sentence: string): Stacking => {
  if (/补差|补足差额|补级差/.test(sentence)) return 'difference'
  return /就高|从高/.test(sentence) ? 'highest' : 'exclusive'
}

function windowIn(sentence: string): Partial<Proposal> {
  const months = new RegExp(`(${NUMBER})个月(?:之)?内`).exec(sentence)?.[1]
  const number = months === undefined ? undefined : decimalOf(months)
  if (number?.isInteger() && number.gte(1) && number.lte(120)) return { window_months: number.toNumber() }
  const days = [...sentence.matchAll(new RegExp(DAY, 'g'))].map(([day]) => dayOf(day))
  const [from, to] = days
  return days.length === 2 && from && to && from <= to ? { window_from: from, window_to: to } : {}
}

const titleOf = ({ heading }: Clause, words: string): string => {
  const own = words
    .split(/[。；;\n]/)[0]!
    .replace(/^(?:对于|对|凡)/, '')
    .replace(/[，,、：:的\s]+$/, '')
  return (own || heading).slice(0, 60)
}

/** What a person has yet to say before a granule can be published; `test` names criteria from 1. */
export function missingIn({ amount, criteria, stacking, stack, pot, benefit }: Proposal): readonly string[] {
  return [
    ...(benefit === '' ? ['benefit'] : []),
    ...(criteria.length === 0 ? ['criteria'] : []),
    ...criteria.flatMap(({ operand, test }, i) => (operand === '' || test === '' ? [`test ${i + 1}`] : [])),
    ...(amount === '' ? ['amount'] : []),
    ...(stacking !== 'stackable' && !stack ? ['stack'] : []),
    ...(pot === null ? ['pot'] : []),
  ]
}
