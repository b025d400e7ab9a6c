import { GaoxinError } from '../errors.ts'
import { text } from '../text.ts'
import type { Embedded } from './embedded.ts'

export interface Reviver {
  /** Begins to look for the server, or to start it, unless that is under way; waits for nothing. */
  readonly revive: () => void
  /** What becomes of a refused connection: told to whoever asked, and mended for the next one. */
  readonly refused: (cause: unknown) => never
}

/**
 * Brings an embedded server that died back while the program runs. A given one is its administrator's.
 * @param moved hears where the server is now
 */
export function reviver(embedded: Embedded | undefined, moved: (url: string) => void): Reviver {
  let underWay = false
  let problem: unknown
  const look = async ({ revive }: Embedded) => {
    underWay = true
    try {
      const url = await revive()
      if (url) moved(url)
      problem = undefined
    } catch (cause) {
      problem = cause
    } finally {
      underWay = false
    }
  }
  const revive = () => {
    if (embedded && !underWay) void look(embedded)
  }
  return {
    revive,
    refused: (cause) => {
      if (!embedded || !isGone(cause)) throw cause
      revive()
      throw problem ?? comingBack(cause)
    },
  }
}

/** Nobody answers, or (28) a stranger that has taken the port since; no code: it broke before it was one. */
const isGone = (cause: unknown): boolean => {
  const { code } = cause as { code?: string }
  return !code || /^(ECONN|EPIPE|57P|28)/.test(code)
}

const comingBack = (cause: unknown) =>
  new GaoxinError(
    'STORE_UNREACHABLE',
    text('内置数据库中断，正在自动恢复', 'The embedded database broke off and is coming back'),
    text('没有保存；请稍候片刻再做这一步', 'Nothing was saved; do it again in a moment'),
    { cause, status: 503 },
  )
