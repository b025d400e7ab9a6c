import { dayAt, timeAt } from '../../../kernel/calendar/moments.ts'

/** https://www.w3.org/TR/NOTE-datetime with a time, which has its zone. */
const W3C = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

export const isMoment = (written: string): boolean => W3C.test(written) && !Number.isNaN(Date.parse(written))

/** A moment by the clock at Beijing: `2024-11-15T08:30:00+08:00`. */
export const atBeijing = (moment: string): string => `${dayAt(moment)}T${timeAt(moment).slice(0, 8)}+08:00`
