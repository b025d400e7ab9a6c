import { degrees, type Place } from '../../../kernel/store/place.ts'
import type { Language } from '../../../kernel/text.ts'

/** Formatting works on exact decimal text: Intl rounds the digits themselves, no float comes between. */
type Decimal = Intl.StringNumericLiteral

export function formatNumber(
  value: string | number | null | undefined,
  decimals?: number,
  grouped = true,
): string {
  if (value === null || value === undefined || value === '') return '—'
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en-US', { ...digits, useGrouping: grouped }).format(String(value) as Decimal)
}

/** Decimals of a headline: as declared, but an amount declared without any shows one; a count has none to show. */
export const headlineDecimals = (value: string | null | undefined, decimals: number): number =>
  decimals || (Number.isInteger(Number(value ?? 0)) ? 0 : 1)

/** As a report writes it: up to `decimals`, no needless zeros. */
export const plainNumber = (value: string | number | null | undefined, decimals = 2): string =>
  value === null || value === undefined
    ? '—'
    : new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals, useGrouping: false }).format(
        String(value) as Decimal,
      )

export const isFall = (value: string): boolean => value.startsWith('-')

/** ▲ 6.0% / ▼ 1.2% with its sign's arrow; flat is a dash. */
export function formatGrowth(value: string | number, unit = '%', decimals = 1): string {
  const text = formatNumber(value, decimals)
  const flat = Number(text) === 0
  // 2.7个百分点, 2.7 points
  const space = /^[a-z×]/i.test(unit) ? ' ' : ''
  return `${flat ? '—' : isFall(text) ? '▼' : '▲'} ${text.replace('-', '')}${space}${unit}`
}

export function formatDate(date: string | null | undefined, language: Language): string {
  if (!date) return '—'
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return language === 'zh' ? `${year}年${month}月${day}日` : date.slice(0, 10)
}

export const shortDate = (date: string | null | undefined, language: Language): string => {
  if (!date) return '—'
  const [, month, day] = date.slice(0, 10).split('-').map(Number)
  return language === 'zh' ? `${month}月${day}日` : date.slice(5, 10)
}

export const formatMonth = (month: string, language: Language): string =>
  language === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月` : month

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** 9月, Sep: a month of a year that is known, from its two digits. */
export const monthName = (month: string, language: Language): string =>
  language === 'zh' ? `${Number(month)}月` : (MONTHS_EN[Number(month) - 1] ?? month)

/** A moment whose UTC parts are those of the zone's clock, whatever the clock of the screen. */
export const zoneTime = (instant: string | number): number => new Date(instant).getTime() + 8 * 3600_000

/** A moment in the zone's time, 24 h. */
export function formatInstant(instant: string, language: Language): string {
  const beijing = new Date(zoneTime(instant)).toISOString()
  return `${formatDate(beijing, language)} ${beijing.slice(11, 16)}`
}

const PERIOD = /^(\d{4})(?:Q([1-4])|-(\d{2})(?:\.\.(\d{2}))?)?$/

/** 2023年, 2023年9月, 2023年1—9月: the browser's reading of `kernel/figures/period.ts`. */
export function formatPeriod(period: string, language: Language): string {
  const [, year, quarter, from, to] = PERIOD.exec(period) ?? []
  if (!year) return period
  const zh = language === 'zh'
  if (quarter) return zh ? `${year}年${'一二三四'[Number(quarter) - 1]}季度` : `Q${quarter} ${year}`
  if (!from) return zh ? `${year}年` : year
  if (!to) return formatMonth(period, language)
  return zh
    ? `${year}年${Number(from)}—${Number(to)}月`
    : `${monthName(from, language)}–${monthName(to, language)} ${year}`
}

/** The day of the month range in a path: days from a to b, dates as YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** 东经121.5500° 北纬29.8800°, 121.5500° E 29.8800° N. */
export function formatPlace({ longitude, latitude }: Place, language: Language): string {
  const [east, north] = [longitude >= 0, latitude >= 0]
  const [x, y] = [degrees(Math.abs(longitude)), degrees(Math.abs(latitude))]
  return language === 'zh'
    ? `${east ? '东经' : '西经'}${x}° ${north ? '北纬' : '南纬'}${y}°`
    : `${x}° ${east ? 'E' : 'W'} ${y}° ${north ? 'N' : 'S'}`
}
