import { openEngine } from '../run/engine/open.ts'
import { REPORT } from '../run/engine/types.ts'
import { readFindings } from '../run/report/findings.ts'
import { checkModel, type Files, readModel } from './index.ts'

/** What EPA's own engine says of a model, and what the checks say. */
interface Said {
  readonly refuses: boolean
  readonly lines: readonly number[]
}

let engine = await openEngine()

/** A model with variables of rules in it makes the engine fall over, where it finds fault with options or ids. */
export async function engineSays(text: string, files: Files = {}): Promise<Said> {
  const session = engine.begin(text, files)
  try {
    const error = session.open() || session.start()
    session.end()
    if (error !== 0) session.report()
    session.close()
    const report = new TextDecoder().decode(session.read(REPORT))
    session.dispose()
    const errors = readFindings(report).filter(({ severity }) => severity === 'error')
    return { refuses: error !== 0, lines: errors.flatMap(({ line }) => line ?? []) }
  } catch {
    engine = await openEngine()
    return { refuses: true, lines: [] }
  }
}

export const weSay = (text: string, files: Files = {}) => {
  const problems = checkModel(readModel(text), files)
  const errors = problems.filter(({ level }) => level === 'error')
  return {
    refuses: errors.length > 0,
    lines: errors.map(({ line }) => line),
    warned: problems.filter(({ level }) => level === 'warning').map(({ line }) => line),
    codes: errors.map(({ code }) => code),
  }
}

/** Numbers that look thrown, the same ones each time. */
export function thrown(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
