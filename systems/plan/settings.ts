/** What a zone decides for itself; the values are samples. */

/** Working days to answer a letter, by its colour. */
export const ANSWER_DAYS = { blue: 5, yellow: 5, red: 3 } as const

/** The day of the following month by which a month's progress is reported. */
export const REPORT_DAY = 5

/** The largest evidence file, bytes. */
export const EVIDENCE_LIMIT = 5 * 1024 * 1024

/** How letters are numbered: `高新督〔2024〕7号`. */
export const LETTER_NUMBER = (year: string, number: number): string => `高新督〔${year}〕${number}号`
