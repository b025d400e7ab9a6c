import { bindFigures, readFigures } from './reader/index.ts'
import { readStructure } from './structure/index.ts'
import { type OfficeWords, readPlan, readTasks } from './tasks/index.ts'
import type { CatalogueEntry, Figure, Report } from './types.ts'

export { codePointOffsets } from './codePoints.ts'
export { type Lang, REPORT_ERROR_CODES, ReportError, type ReportErrorCode } from './errors.ts'
export { bindFigures, readFigures, yearOfReport } from './reader/index.ts'
export { CHINESE_DIGITS, parseNumber } from './reader/numerals.ts'
export { type LoadedReport, loadReport } from './source/index.ts'
export { readStructure, type Structure, sectionsOf, splitSentences } from './structure/index.ts'
export { type OfficeWords, planSections, readPlan, readTasks } from './tasks/index.ts'
export * from './types.ts'
export * from './write/index.ts'

export interface ReadOptions {
  /** The year that `今年` and figures without a year mean; told from the title when left out. */
  readonly year?: number
  readonly catalogue?: readonly CatalogueEntry[]
  readonly offices?: readonly OfficeWords[]
  /** The whole text is a plan (工作要点, 民生实事清单): tasks are looked for everywhere, not under 工作安排 alone. */
  readonly planOnly?: boolean
}

/**
 * Reads a report: structure, figures, what the figures are figures of, and the tasks of its plan.
 * `unbound` are the figures that no catalogue entry fits, all of them where no catalogue is given.
 * Never throws on any text.
 */
export function readReport(text: string, options: ReadOptions = {}): Report & { readonly unbound: Figure[] } {
  const { title, head, outline } = readStructure(text)
  const found = readFigures(text, options.year === undefined ? {} : { year: options.year })
  const { figures, unbound } = bindFigures(found, options.catalogue ?? [])
  const read = options.planOnly ? readPlan : readTasks
  const tasks = read(text, outline, figures, options.offices)
  return { title, head, text, outline, figures, tasks, unbound: [...unbound] }
}
