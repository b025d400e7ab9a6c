import { GaoxinError } from '../../../kernel/errors.ts'
import { text } from '../../../kernel/text.ts'

/** What a year and a month look like where a person or an address names one. */
export const YEAR = /^20\d{2}$/
export const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/

/** @param place where it was given: `--period`, `period`. @throws GaoxinError PLAN_PERIOD */
export function yearAsked(value: string, place: string): string {
  if (YEAR.test(value)) return value
  throw new GaoxinError(
    'PLAN_PERIOD',
    text(`“${value}”不是年度`, `"${value}" is not a year`),
    text('请给出四位年份，如 2024', 'Give a year of four digits, such as 2024'),
    { place, value, status: 422 },
  )
}

/** @throws GaoxinError PLAN_MONTH */
export function monthAsked(value: string, place: string): string {
  if (MONTH.test(value)) return value
  throw new GaoxinError(
    'PLAN_MONTH',
    text(`“${value}”不是月份`, `"${value}" is not a month`),
    text('请给出年和月，如 2024-09', 'Give year and month, such as 2024-09'),
    { place, value, status: 422 },
  )
}
