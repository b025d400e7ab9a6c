import type { Role } from '../../kernel/access/actor.ts'

/** What a zone decides for itself; the values are samples. */

/** 督查室, which issues letters and reviews their answers. */
export const SUPERVISION_OFFICE = 'office'

/** Working days to answer a letter, by its colour. */
export const ANSWER_DAYS = { blue: 5, yellow: 5, red: 3 } as const

/** The day of the following month by which a month's progress is reported. */
export const REPORT_DAY = 5

/** Who reads reports and plans in: those who keep the ledger and its figures. */
export const READERS = ['supervisor', 'statistician'] as const satisfies readonly Role[]

/** The largest report or plan, bytes, and the longest text in it, characters: it is read while its person waits. */
export const PAPER_LIMIT = 20 * 1024 * 1024
export const PAPER_LENGTH = 1_000_000

/** How letters are numbered: `高新督〔2024〕7号`. */
export const LETTER_NUMBER = (year: string, number: number): string => `高新督〔${year}〕${number}号`
