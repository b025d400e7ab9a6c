import { type Finding, readFindings } from './findings.ts'
import { readTables, type Tables } from './tables.ts'

export type { Finding } from './findings.ts'
export type * from './tables.ts'

/** One line of a balance: what it is called, as the report names it, and its values (volume and depth, or two volumes). */
export interface BalanceLine {
  readonly label: string
  readonly values: readonly number[]
}
export interface Balance {
  /** `Flow Routing Continuity`. */
  readonly title: string
  readonly units: readonly string[]
  readonly lines: readonly BalanceLine[]
  /** One; for quality one a pollutant. */
  readonly errorPercent: readonly number[]
}

/** A report as data. What a run did not come to print is empty. */
export interface Report {
  /** `5.2.2`. */
  readonly build: string | undefined
  readonly flowUnits: string | undefined
  /** `Flow Routing Method` → `DYNWAVE`, … as printed. */
  readonly options: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
  readonly continuity: readonly Balance[]
  readonly tables: Tables
  /** `Minimum Time Step` → seconds, `Average Iterations per Step`, … */
  readonly timeSteps: Readonly<Record<string, number>>
}

export function readReport(report: string): Report {
  const lines = report.split(/\r?\n/)
  const sections = sectionsOf(lines)
  const options = Object.fromEntries(
    (sections.get('Analysis Options') ?? []).flatMap((line) => {
      const match = /^ +(.+?) \.{2,} (.*)$/.exec(line)
      return match ? [[match[1] as string, (match[2] as string).trim()]] : []
    }),
  )
  const flowUnits = options['Flow Units']
  return {
    build: /\(Build ([\d.]+)\)/.exec(report)?.[1],
    flowUnits,
    options,
    findings: readFindings(report),
    continuity: [...sections].filter(([title]) => title.endsWith('Continuity')).map(balanceOf),
    tables: readTables(sections, flowUnits === 'MGD' || flowUnits === 'CMS' ? 3 : 2),
    timeSteps: Object.fromEntries(
      (sections.get('Routing Time Step Summary') ?? []).flatMap((line) => {
        const match = /^ +(\S.*?) +: +(-?[\d.]+)/.exec(line)
        return match ? [[match[1] as string, Number(match[2])]] : []
      }),
    ),
  }
}

/** The error of a balance in per cent, undefined where the run has no such balance. */
export const continuityError = ({ continuity }: Report, title: string): number | undefined =>
  continuity.find((balance) => balance.title === title)?.errorPercent[0]

/**
 * A title stands between two lines of stars, with units beside the three lines where it has any; what follows is its own
 * until the next. The unit lines come first, marked by a leading bar.
 */
function sectionsOf(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, string[]>()
  let current: string[] | undefined
  for (let i = 0; i < lines.length; i++) {
    const stars = /^ +(\*{8,})/.exec(lines[i] as string)
    const title = lines[i + 1]
    if (stars && title !== undefined && /^ +\*{8,}/.test(lines[i + 2] ?? '')) {
      const width = (lines[i] as string).indexOf('*') + (stars[1] as string).length
      const name = title.slice(0, width).trim()
      current = sections.get(name) ?? []
      sections.set(name, current)
      current.push(`|${(lines[i] as string).slice(width)}`, `|${title.slice(width)}`)
      i += 2
    } else current?.push(lines[i] as string)
  }
  return sections
}

function balanceOf([title, lines]: readonly [string, readonly string[]]): Balance {
  const rows = lines.flatMap((line) => {
    const match = /^ +(.+?) \.{2,}(.*)$/.exec(line)
    if (!match) return []
    // Each has three decimals, and large ones touch.
    const values = (match[2] as string).match(/-?\d+\.\d{3}|-?nan|-?inf/g) ?? []
    return [{ label: match[1] as string, values: values.map(Number) }]
  })
  const units = lines.filter((line) => line.startsWith('|')).at(-1) ?? ''
  return {
    title,
    units: units.slice(1).trim().split(/ {2,}/).filter(Boolean),
    lines: rows.filter(({ label }) => !label.startsWith('Continuity Error')),
    errorPercent: rows.find(({ label }) => label.startsWith('Continuity Error'))?.values ?? [],
  }
}
