import { type OfficeWords, readReport, yearOfReport } from '../../../engines/report/index.ts'
import type { CatalogueEntry, Report } from '../../../engines/report/types.ts'
import type { OfficeRow } from '../../../kernel/access/offices.ts'
import { type GranuleDraft, granulesFrom } from '../granules.ts'
import { type Statement, statementsOf } from '../statements.ts'
import type { Paper } from '../words.ts'

/** What a paper says, before anybody confirmed it. Pure. */
export interface Found {
  readonly title: string
  readonly head: Report['head']
  /** Of a plan there are none: what it says of numbers are targets of its tasks. */
  readonly statements: readonly Statement[]
  /** `lead_office` is '' where the words name none. */
  readonly tasks: readonly GranuleDraft[]
}

/**
 * @param year of a report the year summed up, of a plan the year planned
 * @param offices the register: an office is suggested where the paper calls it by name
 */
export function foundIn(
  words: string,
  paper: Paper,
  year: number,
  { catalogue, offices }: { catalogue: readonly CatalogueEntry[]; offices: readonly OfficeWords[] },
): Found {
  const planned = plannedYear(paper, year)
  const report = readReport(words, { year: planned - 1, catalogue, offices, planOnly: paper !== 'report' })
  return {
    title: report.title,
    head: report.head,
    statements: paper === 'report' ? statementsOf(report, year) : [],
    tasks: granulesFrom(report.tasks, planned, { fallback: '' }),
  }
}

/** A report plans the year after the one that it sums up. */
export const plannedYear = (paper: Paper, year: number): number => (paper === 'report' ? year + 1 : year)

/** The year that a paper speaks of, by its own words; undefined where its head does not say. */
export function yearIn(words: string, paper: Paper): number | undefined {
  if (paper === 'report') return yearOfReport(words)
  const year = /(20\d{2})年/.exec(words.slice(0, 300))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The committee is named in every paper and leads nothing by that. */
export const officeWords = (offices: Iterable<OfficeRow>): readonly OfficeWords[] =>
  [...offices]
    .filter(({ kind }) => kind !== 'committee')
    .map(({ id, name, short }) => ({ id, names: [...new Set([name, short])], duties: [] }))

/** Tasks are the same when their words are, whatever the signs between. */
export const sameTask = (words: string): string => words.replace(/[\s\p{P}]/gu, '')
