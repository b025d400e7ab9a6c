import { Decimal } from 'decimal.js'
import type { Figure, Report } from '../../../engines/report/types.ts'
import { decimalsOf } from '../report/compare.ts'
import { convert } from '../report/units.ts'
import { type Interval, intervalOf } from './interval.ts'

/** One statement of a report about one indicator and year, as far as reports can contradict each other on it. */
export interface Claim {
  readonly report: string
  readonly indicator: string
  readonly aspect: 'level' | 'growth' | 'average'
  /** The year it speaks of; for an average the last year of the span. */
  readonly year: number
  /** In `unit`. */
  readonly value: Interval
  readonly unit: string
  readonly text: string
  readonly start: number
  /** Stands in the same clause as the others with this number. */
  readonly clause: number
}

/** A figure whose words say less than its number: energy per unit, shares, parts. */
const NOT_THE_INDICATOR = /单位[^，。；]{0,12}$|能耗|占比|比重|贡献率|^其中/
/** A sum or an average over several years. */
const SEVERAL_YEARS = /年均|累计|[三四五]年(?:来|间|共|累计|新增)|五年|“十[一二三四五]五”|平均/

/**
 * The claims of a report about its own year and, where it says 从A增加到B, about the year five before
 * (reports look back over five years). Targets, shares and sums over several years make none.
 *
 * @param units each indicator's unit, in which claims are compared
 */
export function claimsOf(
  name: string,
  report: Pick<Report, 'text' | 'figures'>,
  year: number,
  units: ReadonlyMap<string, string>,
): readonly Claim[] {
  return report.figures.flatMap((figure) => {
    const { binding } = figure
    if (!binding || figure.kind === 'target' || figure.unit === '个百分点') return []
    if (binding.aspect !== 'level' && binding.aspect !== 'growth') return []
    const clause = clauseStart(report.text, figure.start)
    const before = report.text.slice(clause, figure.start)
    if (NOT_THE_INDICATOR.test(before) || /单位[^，。；]{0,12}/.test(before)) return []
    const average = binding.aspect === 'growth' && /年均/.test(before + figure.text)
    if (!average && SEVERAL_YEARS.test(before) && !/从[^，。；]*$/.test(before)) return []
    if (/新增/.test(before) && looksBack(report.text, figure.start, year)) return []
    const spoken = spokenYear(figure, before, year)
    if (spoken === undefined) return []
    const unit = binding.aspect === 'level' ? (units.get(binding.indicator) ?? figure.unit) : '%'
    const value = scaled(/不到$/.test(before) ? { ...figure, bound: 'under' } : figure, unit)
    return value
      ? [
          {
            report: name,
            indicator: binding.indicator,
            aspect: average ? ('average' as const) : binding.aspect,
            year: spoken,
            value,
            unit,
            text: figure.text,
            start: figure.start,
            clause: sentenceStart(report.text, figure.start),
          },
        ]
      : []
  })
}

/** 城镇新增就业5771万人 in a passage about 五年来 is a sum over them, whatever the sentence says. */
function looksBack(text: string, at: number, year: number): boolean {
  const before = text.slice(Math.max(0, at - 1500), at)
  const span = Math.max(...['五年', '时期', '五年来'].map((words) => before.lastIndexOf(words)))
  return span >= 0 && span > before.lastIndexOf(`${year}年`) && span > before.lastIndexOf('去年')
}

/** How far 从A增加到B looks back. */
export const LOOKS_BACK = 5

function spokenYear(figure: Figure, before: string, year: number): number | undefined {
  if (/从(?:不到|近|约|超过)?$/.test(before)) return year - LOOKS_BACK
  const stated = /(20\d{2})年(?!末?底?前)/.exec(figure.period)?.[1]
  if (stated === undefined) return figure.period === '' || /年来|时期/.test(figure.period) ? year : undefined
  return /月|季|上半年/.test(figure.period) ? undefined : Number(stated)
}

function scaled(figure: Figure, unit: string): Interval | undefined {
  const decimals = decimalsOf({ text: figure.text, value: String(figure.value) })
  const { low, high } = intervalOf(new Decimal(figure.value), decimals, figure.bound)
  const scale = (end: Decimal | null) => (end === null ? null : convert(end, figure.unit, unit))
  const [from, to] = [scale(low), scale(high)]
  return from === undefined || to === undefined ? undefined : { low: from, high: to }
}

const clauseStart = (text: string, at: number): number => lastOf(text, at, /[，,。；;\n]/)
const sentenceStart = (text: string, at: number): number => lastOf(text, at, /[。；;\n]/)
function lastOf(text: string, at: number, mark: RegExp): number {
  let start = at
  while (start > 0 && !mark.test(text[start - 1] ?? '')) start--
  return start
}
