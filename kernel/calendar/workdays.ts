import { addDays, dayNumber } from './days.ts'

/**
 * Working days by the holiday arrangements that the General Office of the State Council issues each year:
 * 2023 国办发明电〔2022〕16号 · 2024 国办发明电〔2023〕7号 · 2025 国办发明电〔2024〕12号.
 * Outside these years only Saturdays and Sundays are free: add the year's notice to `CALENDAR` when it comes out.
 */
export interface Holidays {
  /** Closed ranges of days off. */
  readonly off: readonly (readonly [from: string, to: string])[]
  /** 调休: Saturdays and Sundays that are worked. */
  readonly worked: readonly string[]
}

export const CALENDAR: Readonly<Record<string, Holidays>> = {
  2023: {
    off: [
      ['2022-12-31', '2023-01-02'],
      ['2023-01-21', '2023-01-27'],
      ['2023-04-05', '2023-04-05'],
      ['2023-04-29', '2023-05-03'],
      ['2023-06-22', '2023-06-24'],
      ['2023-09-29', '2023-10-06'],
    ],
    worked: [
      '2023-01-28',
      '2023-01-29',
      '2023-04-23',
      '2023-05-06',
      '2023-06-25',
      '2023-10-07',
      '2023-10-08',
    ],
  },
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: [
      '2024-02-04',
      '2024-02-18',
      '2024-04-07',
      '2024-04-28',
      '2024-05-11',
      '2024-09-14',
      '2024-09-29',
      '2024-10-12',
    ],
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
}

const OFF = Object.values(CALENDAR).flatMap(({ off }) => off)
const WORKED = new Set(Object.values(CALENDAR).flatMap(({ worked }) => worked))

export function isWorkday(date: string): boolean {
  if (WORKED.has(date)) return true
  if (OFF.some(([from, to]) => from <= date && date <= to)) return false
  // 1970-01-01 was a Thursday.
  const weekday = (dayNumber(date) + 4) % 7
  return weekday !== 0 && weekday !== 6
}

/** The n-th working day after a date; the date itself does not count. */
export function addWorkdays(date: string, days: number): string {
  let result = date
  for (let left = days; left > 0; ) {
    result = addDays(result, 1)
    if (isWorkday(result)) left -= 1
  }
  return result
}
