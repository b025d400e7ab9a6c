/** What a sentence asks of an enterprise → criteria: FEEL where every name is certain, words to be completed elsewhere. */
import type { CriterionWords } from '../granule/index.ts'
import { decimalOf, NUMBER, yuanOf } from './money.ts'
import { type Audience, audiencesIn, type Vocabulary } from './vocabulary.ts'

/** Words that a year is called by when it is the last whole one, and those that say nothing. */
const AHEAD = '(?:其|企业|单位|上一年度|上年度|全年|年度)*'
const AT_LEAST = '达到|达|不低于|不少于'
const MORE = '超过|高于|大于'
const LESS = '低于|少于'
const AT_MOST = '不超过|不高于|不多于'
const WORD = `(${AT_MOST}|${AT_LEAST}|${MORE}|${LESS})?`
const END = '(?:[（(]含[)）])?(及?以上)?(?:[（(]含[)）])?的?'

/** @param words of a sentence, up to where it says what is given */
export function criteriaIn(words: string, vocabulary: Vocabulary): readonly CriterionWords[] {
  const audiences = audiencesIn(words, vocabulary)
  const found: CriterionWords[] = []
  if (audiences.length > 0) found.push(...ofAudience(words, audiences, vocabulary))
  let subject: string | undefined
  for (const segment of segmentsOf(words)) {
    const inner = audiencesIn(segment, vocabulary)
    const read = conditionOf(segment, subject, vocabulary)
    if (read) {
      subject = read.subject ?? subject
      found.push(read.criterion)
    } else if (inner.length === 0 && saysCondition(segment)) found.push(inWords(segment))
    else if (inner.length > 0 && hasNumber(segment)) found.push(inWords(segment))
  }
  return found
}

function ofAudience(
  words: string,
  audiences: readonly Audience[],
  { known }: Vocabulary,
): readonly CriterionWords[] {
  const [first, last] = [audiences[0]!, audiences.at(-1)!]
  const says = words.slice(first.start, last.end)
  const listed = audiences.every(
    ({ start }, i) =>
      i === 0 || /^(?:企业)?(?:[、和或及]|以及|或者)$/.test(words.slice(audiences[i - 1]!.end, start)),
  )
  const certain = listed && audiences.every(({ trait }) => trait !== '')
  if (!certain) return [inWords(says)]
  const criteria: CriterionWords[] = [
    { says, operand: audiences.map(({ trait }) => trait).join(' or '), test: 'true', unit: null },
  ]
  const since = /(?:首次|新)(?:被)?(?:认定|评为|获评|获得|通过|列入|入选)/.exec(words)?.[0]
  const granted = first.trait.replace(/有效$/, '认定日期')
  // From which day on is not said: it is for a person to complete.
  if (since) {
    const operand = audiences.length === 1 && known.get(granted)?.kind === 'date' ? granted : ''
    criteria.push({ says: `${since}${says}`, operand, test: '', unit: null })
  }
  return criteria
}

const segmentsOf = (words: string): readonly string[] =>
  words
    .split(/[，、；]|,(?!\d{3})|且/)
    .map((segment) => segment.replace(/^[\s（(]*(?:对于|对|凡)?/, '').trim())
    .filter((segment) => segment !== '')

const hasNumber = (words: string) => new RegExp(`\\d|(?:${AT_LEAST}|${MORE}|${LESS})`).test(words)
const saysCondition = (segment: string) =>
  segment.length >= 4 &&
  (/的$/.test(segment) || (/\d/.test(segment) && /以上|达到|不低于|超过|增长|不少于/.test(segment)))

const inWords = (says: string): CriterionWords => ({
  says: says.replace(/的$/, '').slice(0, 200),
  operand: '',
  test: '',
  unit: null,
})

interface Read {
  readonly criterion: CriterionWords
  /** The trait that the next stretch may speak of without naming it. */
  readonly subject?: string
}

function conditionOf(segment: string, before: string | undefined, vocabulary: Vocabulary): Read | undefined {
  const says = segment.replace(/的$/, '')
  const one = nameIn(vocabulary)
  const traitOf = new Map(vocabulary.numbers)
  const share = new RegExp(
    `^${AHEAD}(${one})?(?:总额)?占${AHEAD}(${one})(?:总额|总数)?的?(?:比例|比重)?${WORD}(${NUMBER})\\s*%${END}$`,
  ).exec(segment)
  if (share) {
    const [, part, whole, word, number, above] = share
    const subject = part ? traitOf.get(part) : before
    const test = testOf(word, above, decimalOf(number!)?.toFixed())
    if (!subject || !test) return undefined
    return {
      criterion: { says, operand: `${subject} / ${traitOf.get(whole!)} * 100`, test, unit: '%' },
      subject,
    }
  }
  const growth = new RegExp(
    `^${AHEAD}(${one})?(?:较|比)?(?:上一年度|上年度|上年|去年|上一年)?(?:同比)?(?:增长|增加)(?:率)?${WORD}(?:(${NUMBER})\\s*%)?${END}$`,
  ).exec(segment)
  if (growth) {
    const [, name, word, number, above] = growth
    const subject = name ? traitOf.get(name) : before
    if (!subject) return undefined
    const last = `上年${subject}`
    if (number === undefined)
      return word || above
        ? undefined
        : {
            criterion: { says, operand: subject, test: `> ${last}`, unit: unitOf(subject, vocabulary) },
            subject,
          }
    const test = testOf(word, above, decimalOf(number)?.toFixed())
    return test
      ? { criterion: { says, operand: `(${subject} - ${last}) / ${last} * 100`, test, unit: '%' }, subject }
      : undefined
  }
  const level = new RegExp(
    `^${AHEAD}(${one})(?:总额|总计)?(?:在)?${WORD}(${NUMBER})\\s*(亿元|万元|元|人|名|亩|件|项|个)${END}$`,
  ).exec(segment)
  if (!level) return undefined
  const [, name, word, number, unit, above] = level
  const subject = traitOf.get(name!)!
  const test = testOf(word, above, inUnit(number!, unit!, unitOf(subject, vocabulary)))
  return test
    ? { criterion: { says, operand: subject, test, unit: unitOf(subject, vocabulary) }, subject }
    : undefined
}

const nameIn = ({ numbers }: Vocabulary) => numbers.map(([words]) => words).join('|') || '(?!)'
const unitOf = (trait: string, { known }: Vocabulary): string | null => known.get(trait)?.unit ?? null

const SAME: Readonly<Record<string, string>> = { 名: '人', 项: '件', 个: '件' }

/** The number in the unit that the trait is kept in; undefined where one is not the other. */
function inUnit(number: string, unit: string, wanted: string | null): string | undefined {
  if (wanted === '万元') return yuanOf(number, unit)?.div(10_000).toFixed()
  return unit === wanted || SAME[unit] === wanted ? decimalOf(number)?.toFixed() : undefined
}

function testOf(
  word: string | undefined,
  above: string | undefined,
  number: string | undefined,
): string | undefined {
  if (number === undefined || (word === undefined && above === undefined)) return undefined
  const is = (words: string) => word !== undefined && words.split('|').includes(word)
  if (is(MORE)) return `> ${number}`
  if (is(AT_MOST)) return above ? undefined : `<= ${number}`
  if (is(LESS)) return above ? undefined : `< ${number}`
  return `>= ${number}`
}
