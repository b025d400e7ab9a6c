import type { Context } from '../../system.ts'
import { text } from '../../text.ts'
import type { RecordDefinition } from '../record.ts'
import { type Counts, judge } from './judge.ts'
import type { SheetRead } from './rows.ts'
import { type BadCell, type ImportOptions, isFull, refuseCancelled, stageFile } from './stage.ts'
import type { Source } from './zip.ts'

/** What reading a file in would do. */
export interface Plan extends Counts {
  /** In the order of the file; at most 10,000. */
  readonly bad: readonly BadCell[]
  /** True when there are more than are listed. */
  readonly more: boolean
  readonly sheets: readonly SheetRead[]
  /** Sheets in which nothing was found to read. */
  readonly skipped: readonly string[]
}

/**
 * Reads the whole file and says what it would do; nothing is written but a table of the session's own, which goes
 * with the transaction.
 */
export const planImport = (
  outer: Context,
  record: RecordDefinition,
  source: Source,
  options: ImportOptions = {},
): Promise<Plan> => outer.transaction((context) => prepare(context, record, source, options))

/** Stages and judges inside the transaction at hand; the staging table is left for the write. */
export async function prepare(
  context: Context,
  record: RecordDefinition,
  source: Source,
  options: ImportOptions,
  beforeJudging: () => Promise<void> = async () => {},
): Promise<Plan> {
  const staged = await stageFile(context, record, source, options)
  await beforeJudging()
  refuseCancelled(options.signal)
  const counts = await judge(context, record, staged, options.permit)
  options.onProgress?.({ step: text('核对', 'Comparing'), done: counts.total, total: counts.total })
  const order = new Map(staged.read.map(({ sheet }, i) => [sheet, i]))
  const bad = staged.bad.toSorted(
    (a, b) => order.get(a.sheet)! - order.get(b.sheet)! || a.row - b.row || a.at - b.at,
  )
  return { ...counts, bad, more: isFull(bad), sheets: staged.read, skipped: staged.skipped }
}
