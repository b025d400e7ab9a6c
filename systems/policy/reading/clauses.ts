/** 政策文件的文字 → 标题等与条款. Pure: what the words do not say stays null. */
import { dayOf, plain } from './plain.ts'

export interface PaperHead {
  /** '' where no line reads as one. */
  readonly title: string
  /** 文号. */
  readonly number: string | null
  readonly issuer: string | null
  /** YYYY-MM-DD. */
  readonly issuedOn: string | null
  readonly from: string | null
  /** First day on which it no longer holds. */
  readonly to: string | null
  /** The sentence that says when it is in force. */
  readonly force: string | null
}

export interface Clause {
  /** The numbers from the top down to it: 第三条（一）, 一（二）·1; unique within a paper. */
  readonly number: string
  /** What it is called by its own opening or by the headings above it; '' for none. */
  readonly heading: string
  /** Its lines, the mark at the beginning left out. */
  readonly text: string
}

export interface PolicyPaper {
  readonly head: PaperHead
  readonly clauses: readonly Clause[]
}

const HAN = '[零〇一二两三四五六七八九十百]'
/** Marks of clauses, from the outermost; chapters are passed over, since articles are counted through them. */
const MARKS: readonly RegExp[] = [
  new RegExp(`^(第(?:${HAN}{1,6}|\\d{1,3})条)[\\s：:、.]*`),
  new RegExp(`^(${HAN}{1,4})、\\s*`),
  new RegExp(`^([（(]${HAN}{1,4}[)）])[、.\\s]*`),
  /^(\d{1,2})[.．、](?!\d)\s*/,
  /^([（(]\d{1,2}[)）])[、.\s]*/,
  /^([①-⑳])\s*/,
]
const CHAPTER = new RegExp(`^第(?:${HAN}{1,4}|\\d{1,2})[章节编]`)
const ANNEX = /^附\s*(?:件|表|录).{0,40}$/
const PAGE = /^[—–-]?\s*\d{1,3}\s*[—–-]?$/
const TITLE = /(?:意见|办法|政策|细则|措施|规定|方案|条例|若干条)(?:[（(][^）)]{1,8}[)）])?$/
const NUMBER = /[\p{Script=Han}]{1,10}[〔[（(](?:19|20)\d{2}[〕\])）]\s*第?\d{1,4}号/u
const ISSUER = /(?:委员会|管委会|政府|局|办公室|厅|部)$/
/** A heading is a short line that ends no sentence. */
const HEADING = 40

interface Level {
  readonly mark: number
  readonly number: string
  heading: string
}

/** @param words of a whole paper, a paragraph a line */
export function readPolicy(words: string): PolicyPaper {
  const lines = plain(words)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !PAGE.test(line))
  const first = lines.findIndex((line) => markOf(line) !== undefined || CHAPTER.test(line))
  const opening = first < 0 ? lines : lines.slice(0, first)
  const { body, signature } = withoutSignature(first < 0 ? [] : lines.slice(first))
  return { head: headOf(opening, body, signature), clauses: named(clausesIn(body)) }
}

function markOf(line: string): { mark: number; number: string; rest: string } | undefined {
  for (const [mark, pattern] of MARKS.entries()) {
    const found = pattern.exec(line)
    if (found)
      return {
        mark,
        number: found[1]!.replace('(', '（').replace(')', '）'),
        rest: line.slice(found[0].length),
      }
  }
  return undefined
}

function clausesIn(lines: readonly string[]): readonly Clause[] {
  const clauses: { number: string; heading: string; text: string[]; isHeading: boolean }[] = []
  let path: Level[] = []
  for (const line of lines) {
    if (CHAPTER.test(line)) {
      path = []
      continue
    }
    const found = markOf(line)
    const last = clauses.at(-1)
    if (!found) {
      last?.text.push(line)
      if (last) last.isHeading = false
      continue
    }
    // What only calls its own parts by a name is no clause.
    const parent = path.at(-1)
    if (last?.isHeading && parent && found.mark > parent.mark) {
      parent.heading = last.text.join('').replace(/[：:。]$/, '')
      clauses.pop()
    }
    path = path.filter(({ mark }) => mark < found.mark)
    const above =
      path
        .map(({ heading }) => heading)
        .filter(Boolean)
        .at(-1) ?? ''
    const own = ownHeading(found.rest)
    path.push({ mark: found.mark, number: found.number, heading: own || above })
    clauses.push({
      number: path.map(({ number }) => number).reduce(joined),
      heading: own || above,
      text: found.rest === '' ? [] : [found.rest],
      isHeading: isHeading(found.rest),
    })
  }
  return clauses
    .filter(({ text }) => text.length > 0)
    .map(({ number, heading, text }) => ({ number, heading, text: text.join('\n') }))
}

const joined = (above: string, number: string) => `${above}${/^[（①-⑳]/.test(number) ? '' : '·'}${number}`

const isHeading = (words: string) =>
  words.length > 0 && words.length <= HEADING && !/[。；;，,]/.test(words.replace(/。$/, ''))

/** 【支持研发】…, 支持研发。…, or a line of its own. */
function ownHeading(words: string): string {
  const inBrackets = /^[【（(]([^】）)]{2,30})[】）)]/.exec(words)?.[1]
  if (inBrackets) return inBrackets
  if (isHeading(words) && !words.endsWith('。')) return words.replace(/[：:]$/, '')
  const opening = /^([^。，；,;：:\d]{4,24})。./.exec(words)?.[1]
  return opening ?? ''
}

/** The second of a number is called so: nothing of a paper may be lost because it counts twice. */
function named(clauses: readonly Clause[]): readonly Clause[] {
  const times = new Map<string, number>()
  return clauses.map((clause) => {
    const n = (times.get(clause.number) ?? 0) + 1
    times.set(clause.number, n)
    return n === 1 ? clause : { ...clause, number: `${clause.number}〔${n}〕` }
  })
}

/** The office and the day at the foot are no part of the last clause, and annexes no clauses. */
function withoutSignature(lines: readonly string[]): {
  body: readonly string[]
  signature: readonly string[]
} {
  const annex = lines.findIndex((line, i) => i > 0 && ANNEX.test(line))
  const body = annex < 0 ? [...lines] : lines.slice(0, annex)
  const signature: string[] = []
  while (body.length > 1) {
    const line = body.at(-1)!
    const isDay = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(line.replace(/\s/g, ''))
    if (!isDay && !(line.length <= 40 && ISSUER.test(line) && !markOf(line))) break
    signature.unshift(line.replace(/\s/g, ''))
    body.pop()
  }
  return { body, signature }
}

function headOf(
  opening: readonly string[],
  body: readonly string[],
  signature: readonly string[],
): PaperHead {
  const number = opening.map((line) => NUMBER.exec(line)?.[0]).find(Boolean) ?? null
  const title = opening.find((line) => line.length <= 80 && TITLE.test(line)) ?? ''
  const issuer = signature.find((line) => ISSUER.test(line)) ?? null
  const issuedOn = signature.map((line) => dayOf(line)).find(Boolean) ?? null
  return { title, number, issuer, issuedOn, ...forceOf([...opening, ...body], issuedOn) }
}

function forceOf(
  lines: readonly string[],
  issuedOn: string | null,
): Pick<PaperHead, 'from' | 'to' | 'force'> {
  const sentences = lines.flatMap((line) => (markOf(line)?.rest ?? line).split(/(?<=[。；;])/))
  const force = sentences.find((one) => /自[^。；;]{1,24}起(?:正式)?(?:施行|实施|执行|生效)/.test(one))
  if (!force) return { from: null, to: null, force: null }
  const begin = /自([^。；;]{1,24})起(?:正式)?(?:施行|实施|执行|生效)/.exec(force)![1]!
  const from = dayOf(begin) ?? (/(?:发布|印发|公布)之日/.test(begin) ? issuedOn : null)
  const last = dayOf(/有效期(?:限)?(?:至|到)([^。；;]{1,20})/.exec(force)?.[1] ?? '')
  const to = last === null ? null : dayAfter(last)
  return { from, to, force: force.trim() }
}

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
