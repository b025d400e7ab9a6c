import type { Problem, ProblemCode } from '../../problems.ts'
import type { SectionKey } from '../../sections/index.ts'
import type { Words } from '../../types.ts'

/** What stands beside a model: bytes by the names as the model writes them. */
export type Files = Readonly<Record<string, Uint8Array>>

export interface FileLine {
  /** From 1. */
  readonly line: number
  /** Without its break. */
  readonly text: string
  /** How long it is to the engine, its break included. */
  readonly length: number
  /** The last line may lack its break. */
  readonly ended: boolean
  /** What stands between blanks. */
  readonly cells: readonly string[]
}

export function* linesOf(bytes: Uint8Array): Generator<FileLine> {
  const all = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  for (let at = 0, line = 1; at < all.length; line++) {
    const next = all.indexOf('\n', at)
    const to = next < 0 ? all.length : next
    const text = all.slice(at, to).replace(/\r$/, '')
    const ended = next >= 0
    yield { line, text, length: to - at + (ended ? 1 : 0), ended, cells: text.split(BLANKS).filter(Boolean) }
    at = to + 1
  }
}
/** What `sscanf` passes over. */
const BLANKS = /[ \t\n\v\f\r]+/

/** As many problems of a file are told: where a column is wrong, all of its rows are. */
export const MOST_TOLD = 10

/** Told of lines of one file. */
export const toldOf = (file: string, section: SectionKey) => {
  const problems: Problem[] = []
  return {
    problems,
    tell(
      code: ProblemCode,
      line: number,
      value: string | undefined,
      expected: Words,
      level: Problem['level'] = 'error',
    ): void {
      if (problems.filter((each) => each.level === level).length >= MOST_TOLD) return
      problems.push({ code, level, file, line, section, ...(value === undefined ? {} : { value }), expected })
    },
  }
}
