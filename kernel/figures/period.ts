/**
 * Periods as text, sortable within a kind:
 * `2023` a year · `2023Q1` a quarter · `2023-09` that month alone · `2023-09-15` a day · `2023-01..09` 1—9月, cumulative.
 */
export interface Period {
  readonly year: number
  /** First and last month, 1 to 12. */
  readonly from: number
  readonly to: number
  /** Set where the period is a single day of the month `from`. */
  readonly day?: number
}

const PATTERN = /^(\d{4})(?:Q([1-4])|-(\d{2})(?:\.\.(\d{2})|-(\d{2}))?)?$/

/** How many days a month has. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** @returns undefined when the text is not a period. */
export function parsePeriod(source: string): Period | undefined {
  const match = PATTERN.exec(source)
  if (!match) return undefined
  const year = Number(match[1])
  if (match[2]) return { year, from: Number(match[2]) * 3 - 2, to: Number(match[2]) * 3 }
  if (!match[3]) return { year, from: 1, to: 12 }
  const from = Number(match[3])
  const to = Number(match[4] ?? match[3])
  if (from < 1 || to > 12 || from > to) return undefined
  if (!match[5]) return { year, from, to }
  const day = Number(match[5])
  return day >= 1 && day <= daysIn(year, from) ? { year, from, to, day } : undefined
}

const two = (month: number) => String(month).padStart(2, '0')

/** The one spelling of a period; a cumulation of twelve months is the year. */
export function formatPeriod({ year, from, to, day }: Period): string {
  if (day !== undefined) return `${year}-${two(from)}-${two(day)}`
  if (from === 1 && to === 12) return String(year)
  if (from === to) return `${year}-${two(from)}`
  if (to - from === 2 && to % 3 === 0 && from !== 1) return `${year}Q${to / 3}`
  return `${year}-${two(from)}..${two(to)}`
}

export const yearBefore = (period: Period, years = 1): Period => ({ ...period, year: period.year - years })
/** The period of the same length just before, for 环比. @returns undefined for a cumulation, which has none. */
export function periodBefore({ year, from, to, day }: Period): Period | undefined {
  if (day !== undefined) {
    const before = new Date(Date.UTC(year, from - 1, day - 1))
    const month = before.getUTCMonth() + 1
    return { year: before.getUTCFullYear(), from: month, to: month, day: before.getUTCDate() }
  }
  const months = to - from + 1
  if (12 % months !== 0 || to % months !== 0 || (months !== 1 && months !== 3 && months !== 12))
    return undefined
  return from === 1
    ? { year: year - 1, from: 13 - months, to: 12 }
    : { year, from: from - months, to: to - months }
}

export const firstMonth = ({ year, from }: Period): string => `${year}-${two(from)}`
export const lastMonth = ({ year, to }: Period): string => `${year}-${two(to)}`

/** The cumulative periods of a year up to a month: 1—1月, 1—2月, … */
export const cumulative = (year: number, to: number): Period => ({ year, from: 1, to })

export function periodOfMonth(month: string): Period {
  const to = Number(month.slice(5))
  return { year: Number(month.slice(0, 4)), from: to, to }
}

/** The month so many months later (earlier when negative), YYYY-MM. */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}`
}

/** 1—N月 of a month's year. */
export const yearToDate = (month: string): string =>
  formatPeriod(cumulative(Number(month.slice(0, 4)), Number(month.slice(5, 7))))

/** As people write it: 2023年, 2023年一季度, 2023年9月, 2023年1—9月. */
export function periodName(source: string, language: 'zh' | 'en'): string {
  const period = parsePeriod(source)
  if (!period) return source
  const { year, from, to, day } = period
  if (day !== undefined)
    return language === 'zh' ? `${year}年${from}月${day}日` : `${year}-${two(from)}-${two(day)}`
  if (from === 1 && to === 12) return language === 'zh' ? `${year}年` : String(year)
  if (source.includes('Q'))
    return language === 'zh' ? `${year}年${'一二三四'[to / 3 - 1]}季度` : `Q${to / 3} ${year}`
  if (from === to) return language === 'zh' ? `${year}年${to}月` : `${year}-${two(to)}`
  return language === 'zh' ? `${year}年${from}—${to}月` : `${two(from)}–${two(to)} ${year}`
}
