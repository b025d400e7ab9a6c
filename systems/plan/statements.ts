import type { Aspect, Figure, Report } from '../../engines/report/types.ts'
import { formatPeriod } from '../../kernel/figures/period.ts'

/** A row of `figures.statements` without the report's id. */
export interface Statement {
  readonly start: number
  readonly finish: number
  readonly text: string
  readonly indicator_text: string
  readonly indicator: string | null
  readonly aspect: Aspect
  readonly period: string
  readonly value: string
  readonly unit: string | null
  readonly kind: string
  readonly modifier: string | null
  readonly bound: string
}

/** The figures that a report states in its summary; plan targets are granules, not statements. */
export function statementsOf(report: Pick<Report, 'figures'>, year: number): readonly Statement[] {
  return report.figures
    .filter(({ kind }) => kind !== 'target')
    .map((figure) => ({
      start: figure.start,
      finish: figure.end,
      text: figure.text,
      indicator_text: figure.indicator,
      indicator: figure.binding?.indicator ?? null,
      aspect: figure.binding?.aspect ?? aspectOf(figure),
      period: periodOf(figure.period, year),
      value: decimalOf(figure.value),
      unit: figure.unit === '' ? null : figure.unit,
      kind: figure.kind,
      modifier: figure.modifier ?? null,
      bound: figure.bound,
    }))
}

/** The series that an unbound figure speaks of, from its kind alone. */
export function aspectOf({ kind, of, text }: Pick<Figure, 'kind' | 'of' | 'text'>): Aspect {
  if (kind === 'growth') return 'growth'
  if (kind === 'rank') return of === 'growth' ? 'growth.rank' : 'rank'
  if (kind === 'comparison') return of === 'growth' ? 'growth.gap' : 'gap'
  if (kind === 'count' && text.includes('连续')) return of === 'growth' ? 'growth.streak' : 'streak'
  return 'level'
}

/** 2023年, 截至2023年 → 2023; 2023年上半年 → 2023-01..06; 2023年4月 → 2023-04; 1—9月 → 2023-01..09; '' → the year. */
export function periodOf(words: string, year: number): string {
  const stated = Number(/(20\d{2})年?/.exec(words)?.[1] ?? year)
  const range = /(\d{1,2})\s*[-—–至到~]\s*(\d{1,2})月/.exec(words)
  if (range) return period(stated, Number(range[1]), Number(range[2]))
  const month = /(\d{1,2})月/.exec(words)?.[1]
  if (month) return period(stated, Number(month), Number(month))
  const quarter = /([一二三四])季度/.exec(words)?.[1]
  if (words.includes('前三季度')) return period(stated, 1, 9)
  if (quarter) {
    const last = ('一二三四'.indexOf(quarter) + 1) * 3
    return period(stated, last - 2, last)
  }
  if (words.includes('上半年')) return period(stated, 1, 6)
  if (words.includes('下半年')) return period(stated, 7, 12)
  return String(stated)
}

const period = (year: number, from: number, to: number): string =>
  from >= 1 && to <= 12 && from <= to ? formatPeriod({ year, from, to }) : String(year)

/** A double as people wrote it: no exponent, no binary dust. */
const decimalOf = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toFixed(8)))
