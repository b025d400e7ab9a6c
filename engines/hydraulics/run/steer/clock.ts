import { HydraulicsError } from '../../errors.ts'
import { takenDay, takenSeconds } from '../../model/dates.ts'
import type { Sections } from './sections.ts'
import { optionOf } from './shape.ts'

/** Times of a model, in milliseconds as `Date.UTC` counts: the model's clock is read as UTC. */
export interface Clock {
  readonly start: number
  readonly end: number
  readonly reportStart: number
  /** Seconds. */
  readonly reportStep: number
}

const EPOCH = '01/01/2004'

/** Whether a word is a date as the engine takes it: month, day, year. */
export const isDate = (word: string): boolean => takenDay(word) !== undefined

/** @throws HydraulicsError hydraulics/time */
export function clockOf(sections: Sections): Clock {
  // Whole seconds, as the engine cuts them; a millisecond for what decimals lose.
  const at = (date: string, time: string, fallback: string) =>
    dateOf(optionOf(sections, date) ?? fallback) +
    Math.floor(hoursOf(optionOf(sections, time) ?? '0') * 3600 + 0.001) * 1000
  const startDate = optionOf(sections, 'START_DATE') ?? EPOCH
  const start = at('START_DATE', 'START_TIME', EPOCH)
  const end = at('END_DATE', 'END_TIME', EPOCH)
  const named = optionOf(sections, 'REPORT_START_DATE') ?? optionOf(sections, 'REPORT_START_TIME')
  const reportStart = named === undefined ? start : at('REPORT_START_DATE', 'REPORT_START_TIME', startDate)
  const reportStep = Math.round(hoursOf(optionOf(sections, 'REPORT_STEP') ?? '0:15:00') * 3600)
  if (!(end > start) || !(reportStep > 0)) throw new HydraulicsError('hydraulics/time', '[OPTIONS]')
  return { start, end, reportStart: Math.max(start, reportStart), reportStep }
}

function dateOf(word: string): number {
  const day = takenDay(word)
  if (day === undefined) throw new HydraulicsError('hydraulics/time', '[OPTIONS]', word)
  return day * 86_400_000
}

/** Hours of `1:30`, `0:00:20` or `1.5`. @throws HydraulicsError hydraulics/time */
export function hoursOf(word: string): number {
  const seconds = takenSeconds(word)
  if (seconds === undefined) throw new HydraulicsError('hydraulics/time', '[OPTIONS]', word)
  return seconds / 3600
}

const two = (number: number) => String(number).padStart(2, '0')
export function dateWord(millis: number): string {
  const date = new Date(millis)
  return `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`
}
export function timeWord(millis: number): string {
  const date = new Date(millis)
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

/**
 * The end of a run, date and time, so that it lasts until then: the engine cuts the difference of two binary fractions down to
 * whole seconds and might lose one, so it gets half a second more, in decimal hours.
 */
export function endWords(millis: number): { readonly date: string; readonly time: string } {
  const day = Math.floor(millis / 86_400_000) * 86_400_000
  return { date: dateWord(millis), time: ((millis - day + 500) / 3_600_000).toFixed(8) }
}
