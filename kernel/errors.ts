import type { Language, Text } from './text.ts'

/**
 * An error that a person can act on: a code that never changes, where it happened, the offending value
 * and what to do next. The server turns it into RFC 9457 problem details, the command line into one line.
 */
export class GaoxinError extends Error {
  readonly code: string
  readonly says: Text
  readonly remedy: Text
  readonly place: string | undefined
  readonly value: unknown
  readonly status: number
  /** What a screen needs to let a person mend it, as data; only what that person may see. */
  readonly details: object | undefined

  constructor(
    code: string,
    says: Text,
    remedy: Text,
    at: {
      place?: string
      value?: unknown
      status?: number
      details?: object | undefined
      cause?: unknown
    } = {},
  ) {
    super(`${code}: ${says.en}`, { cause: at.cause })
    this.name = 'GaoxinError'
    this.code = code
    this.says = says
    this.remedy = remedy
    this.place = at.place
    this.value = at.value
    this.status = at.status ?? 400
    this.details = at.details
  }

  /** One line for the command line and for logs. */
  line(language: Language): string {
    const at = this.place ? (language === 'zh' ? `（${this.place}）` : ` (${this.place})`) : ''
    return language === 'zh'
      ? `[${this.code}] ${this.says.zh}${at}。${this.remedy.zh}`
      : `[${this.code}] ${this.says.en}${at}. ${this.remedy.en}`
  }
}
