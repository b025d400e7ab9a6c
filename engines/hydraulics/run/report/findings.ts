import { WORDS } from './messages.ts'

/** One thing that the engine says is wrong, or doubtful, about a model. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** The engine's own number: 209, or 4 for WARNING 04. */
  readonly number: number
  /** The engine's own words, in one line. */
  readonly says: string
  /** The same in Chinese; the engine's words where there is no translation. */
  readonly zh: string
  /** Line of the input file, where the engine names one. */
  readonly line: number | undefined
  readonly section: string | undefined
  /** The input line as the engine echoes it. */
  readonly text: string | undefined
}

const HEAD = /^\s*(ERROR|WARNING) (-?\d+): *(.*)$/
const PLACE = /\s*at line (\d+) of (?:\[([A-Z_]+)\] section|input file):?\s*$/i

/** Errors and warnings of a report, in its order. */
export function readFindings(report: string): readonly Finding[] {
  const lines = report.split(/\r?\n/)
  const found: Finding[] = []
  for (const [i, line] of lines.entries()) {
    const head = HEAD.exec(line)
    if (!head) continue
    const [, severity, number, tail = ''] = head
    const place = PLACE.exec(tail)
    const says = tail.replace(PLACE, '').trim()
    found.push({
      severity: severity === 'ERROR' ? 'error' : 'warning',
      number: Number(number),
      says: `${severity} ${number}: ${tail.trim()}`,
      zh: inChinese(severity === 'ERROR' ? `${Number(number)}` : `W${Number(number)}`, says, place),
      line: place ? Number(place[1]) : undefined,
      section: place?.[2],
      text: place ? lines[i + 1]?.trim() || undefined : undefined,
    })
  }
  return found
}

/** The object that the engine names stands where its English pattern has one. */
function inChinese(key: string, says: string, place: RegExpExecArray | null): string {
  const words = WORDS[key]
  const where = place ? `（第${place[1]}行${place[2] ? `，[${place[2]}]` : ''}）` : ''
  if (!words) return `${says}${where}`
  const [pattern, zh] = words
  const parts = pattern
    .split('%s')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('%\\*', '.*?'))
  const values = new RegExp(`^${parts.join('(.*?)')}\\.?$`, 'i').exec(says.replace(/\.$/, ''))?.slice(1) ?? []
  let next = 0
  return `${zh.replaceAll('%s', () => values[next++]?.trim() ?? '')}${where}`
}
