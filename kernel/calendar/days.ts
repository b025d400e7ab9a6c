/** Calendar arithmetic on YYYY-MM-DD texts; no time zones, a day is a day. */
const DAY = 86_400_000

export const dayNumber = (date: string): number => {
  const [year, month, day] = date.split('-').map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY
}
export const dateOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** Days from one date to another, negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days)

export const monthOf = (date: string): string => date.slice(0, 7)
export const endOfMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number)
  return dateOf(Date.UTC(year ?? 0, number ?? 1, 0) / DAY)
}

/** 督查通报 style: 2024年11月15日. */
export const chineseDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
