import type { Figure, FigureKind } from '../types.ts'
import { normalise } from './normalise.ts'
import { type Clock, periodOf, tick, yearOfReport } from './period.ts'
import { type Candidate, scan } from './scan.ts'
import { freshMemory, type Memory, subjectsOf } from './subject.ts'

export { aspectOf, bindFigures } from './bind.ts'
export { yearOfReport } from './period.ts'

/** A sentence longer than this is cut, so that text without any full stop stays linear. */
const LONGEST = 2000

/**
 * Every figure that a report states, in order.
 *
 * @param text the report as read; any characters
 * @param options.year the year the report looks back on; told from its head when left out
 * @returns figures with UTF-16 spans; two share one span only where one number serves several subjects (均超过96%)
 */
export function readFigures(text: string, options: { readonly year?: number } = {}): Figure[] {
  const plain = normalise(text)
  const figures: Figure[] = []
  let clock: Clock = { year: options.year ?? yearOfReport(plain), plan: false }
  let at = 0
  while (at < plain.length) {
    const lineEnd = endOf(plain, at, '\n', plain.length)
    const line = plain.slice(at, lineEnd)
    clock = tick(clock, line)
    let memory = freshMemory()
    for (let from = at; from < lineEnd; ) {
      const to = sentenceEnd(plain, from, lineEnd)
      memory = freshMemory(/^[\s]*(?:其中|占|增速)/.test(plain.slice(from, from + 6)) ? memory.subject : '')
      readSentence(text, plain, from, to, clock, memory, figures)
      from = to
    }
    at = lineEnd + 1
  }
  return figures
}

function endOf(text: string, from: number, mark: string, limit: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? limit : found
}

/** After 。！？ or ；, outside nothing: quotations are short, and a number never crosses these. */
function sentenceEnd(text: string, from: number, limit: number): number {
  const most = Math.min(limit, from + LONGEST)
  for (let at = from; at < most; at++) if ('。!?'.includes(text[at] ?? '')) return at + 1
  return most
}

function readSentence(
  text: string,
  plain: string,
  from: number,
  to: number,
  clock: Clock,
  memory: Memory,
  figures: Figure[],
): void {
  let floor = from
  let before: (Candidate & { resolved: FigureKind }) | undefined
  const candidates = scan(plain, from, to)
  for (const [index, candidate] of candidates.entries()) {
    const listed =
      before !== undefined && /^(?:[、和及与]|以及)$/.test(plain.slice(before.end, candidate.start))
    const subjects = subjectsOf(
      plain,
      candidate,
      floor,
      candidate.nature === 'streak' ? to : (candidates[index + 1]?.start ?? to),
      memory,
    )
    const inherits =
      listed &&
      before &&
      before.nature === candidate.nature &&
      plain[candidate.start] === plain[candidate.number.start]
    const negative = inherits && before && (before.grows || before.resolved === 'growth') && before.value < 0
    const lead = plain.slice(floor, candidate.start)
    const kind = resolve(
      candidate,
      subjects[0] ?? '',
      lead,
      clock,
      inherits ? before?.resolved : undefined,
      /^[^,;:。]*、[^,;:。]*$/.test(lead) ? before?.resolved : undefined,
    )
    for (const subject of subjects.length > 0 ? subjects : [''])
      figures.push(
        figureOf(text, plain, candidate, subject, kind, negative ?? false, clock, from, lead, before),
      )
    floor = candidate.end
    before = { ...candidate, ...(negative ? { value: -Math.abs(candidate.value) } : {}), resolved: kind }
  }
}

/** The kind once the phrase is known: 涨幅2% is growth though no verb stands before it. */
function resolve(
  candidate: Candidate,
  subject: string,
  lead: string,
  clock: Clock,
  inherited: FigureKind | undefined,
  listed: FigureKind | undefined,
): FigureKind {
  if (clock.plan && !(candidate.nature === 'count' && /指标/.test(subject)) && candidate.nature !== 'streak')
    return 'target'
  if (inherited === 'growth' || inherited === 'share') return inherited
  if (candidate.kind === 'share' && /(?:增速|涨幅|增幅|降幅|增长率|增长|幅度)$/.test(subject)) return 'growth'
  if (candidate.kind === 'share' && /(?:增速|涨幅|增幅|幅度)[^率比重,;]*$/.test(lead)) return 'growth'
  const amount = candidate.kind === 'count' || candidate.kind === 'level'
  if (amount && (/累计/.test(lead) || (listed === 'cumulative' && !/新增|新建/.test(lead))))
    return 'cumulative'
  if (candidate.kind === 'count' && /^(?:每|人均|平均每)|产量$/.test(subject)) return 'level'
  return candidate.kind
}

function figureOf(
  text: string,
  plain: string,
  candidate: Candidate,
  indicator: string,
  kind: FigureKind,
  negative: boolean,
  clock: Clock,
  from: number,
  lead: string,
  before: (Candidate & { resolved: FigureKind }) | undefined,
): Figure {
  const speaksOfGrowth =
    /(?:增速|增幅|涨幅)/.test(indicator) ||
    (kind === 'comparison' &&
      candidate.nature === 'points' &&
      (before?.resolved === 'growth' || /增速/.test(lead)))
  return {
    start: candidate.start,
    end: candidate.end,
    text: text.slice(candidate.start, candidate.end),
    indicator: indicator.replaceAll('"', ''),
    value: negative ? -Math.abs(candidate.value) : candidate.value,
    ...(candidate.valueTo === undefined ? {} : { valueTo: candidate.valueTo }),
    unit: text.slice(candidate.start, candidate.end).includes('％')
      ? candidate.unit.replace('%', '％')
      : candidate.unit,
    kind,
    period: periodOf(
      plain.slice(Math.max(from, candidate.start - 200), candidate.start),
      clock,
      kind === 'cumulative',
    ),
    ...(candidate.modifier ? { modifier: candidate.modifier } : {}),
    bound: candidate.bound,
    of: speaksOfGrowth ? 'growth' : 'level',
    ...(candidate.among ? { among: candidate.among } : {}),
    ...(kind === 'growth' && /环比[^,;。]*$/.test(lead) ? { sequential: true as const } : {}),
    ...(/其中[^。;]*$/.test(lead) ? { partOf: true as const } : {}),
  }
}
