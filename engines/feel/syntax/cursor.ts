/** Why a text is no expression. */
export class SyntaxProblem extends Error {
  readonly code: 'EXPECTED' | 'UNKNOWN_NAME' | 'UNKNOWN_TYPE' | 'TEXT_OPEN' | 'BAD_LITERAL' | 'TOO_DEEP'
  /** What was expected, or the name that nobody declared. */
  readonly what: string
  readonly start: number
  readonly end: number
  constructor(code: SyntaxProblem['code'], what: string, start: number, end: number) {
    super(`${code} ${what} at ${start}`)
    this.code = code
    this.what = what
    this.start = start
    this.end = end
  }
}

const SPACE =
  /(?:[\s\u00a0\u0085\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y
const WORD = /[?A-Z_a-z\p{L}\u{10000}-\u{EFFFF}][\p{L}\p{N}\p{M}_?'\u00b7\u203f-\u2040\u{10000}-\u{EFFFF}]*/uy

/** A place in a text, and the little moves from which the parser is made. */
export class Cursor {
  readonly text: string
  at = 0

  constructor(text: string) {
    this.text = text
    this.skip()
  }

  skip(): void {
    SPACE.lastIndex = this.at
    if (SPACE.test(this.text)) this.at = SPACE.lastIndex
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  peek(sign: string): boolean {
    return this.text.startsWith(sign, this.at)
  }

  /** A sign; not where it is the beginning of a longer one. */
  take(sign: string, not = ''): boolean {
    if (!this.peek(sign) || (not !== '' && this.text.startsWith(not, this.at))) return false
    this.at += sign.length
    this.skip()
    return true
  }

  expect(sign: string): void {
    if (!this.take(sign)) this.fail(sign)
  }

  fail(expected: string): never {
    throw new SyntaxProblem('EXPECTED', expected, this.at, Math.min(this.at + 1, this.text.length))
  }

  /** A word of the language: no name goes on behind it. */
  peekWord(word: string): boolean {
    if (!this.peek(word)) return false
    return !/[\p{L}\p{N}_]/u.test(this.text.slice(this.at + word.length, this.at + word.length + 1))
  }

  takeWord(word: string): boolean {
    if (!this.peekWord(word)) return false
    this.at += word.length
    this.skip()
    return true
  }

  expectWord(word: string): void {
    if (!this.takeWord(word)) this.fail(word)
  }

  /** What a pattern finds here, which must be sticky; white space behind it is passed. */
  takePattern(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const match = pattern.exec(this.text)
    if (!match) return undefined
    this.at = pattern.lastIndex
    this.skip()
    return match
  }

  /** A name without spaces. */
  takeSimpleName(): string | undefined {
    return this.takePattern(WORD)?.[0]
  }

  jump(to: number): void {
    this.at = to
    this.skip()
  }
}
