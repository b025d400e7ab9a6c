import { type BadCell, HIDDEN, type ImportRow, type SheetSeen } from '../../../kernel/store/exchange/index.ts'
import type { RecordDefinition } from '../../../kernel/store/index.ts'
import type { JobAnswer } from '../routes/importShapes.ts'
import type { Job } from './job.ts'

export function presentJob(job: Job): JobAnswer {
  const { id, record, file, sheets, said, state, plan, progress, problem, written } = job
  return {
    id,
    record: record.id,
    file: { name: file.name, size: file.size, hash: file.hash },
    state,
    said: said ?? null,
    sheets: sheets.map((sheet) => presentSheet(record, sheet)),
    progress: progress ?? null,
    counts: plan
      ? {
          total: plan.total,
          new: plan.new,
          changed: plan.changed,
          unchanged: plan.unchanged,
          badRows: plan.badRows,
          linked: plan.linked,
          joined: plan.joined,
        }
      : null,
    badCells: plan?.bad.length ?? 0,
    more: plan?.more ?? false,
    skipped: [...(plan?.skipped ?? [])],
    problem: problem ?? null,
    written: written ?? null,
    held: true,
  }
}

function presentSheet(record: RecordDefinition, { sheet, header, matching, sample }: SheetSeen) {
  const { headers, columns, sureness, refused, kept } = matching
  return {
    sheet,
    header,
    columns: headers.flatMap((name, at) => {
      const column = columns[at] ?? null
      const personal = column && record.columns[column]?.personal
      const values = sample.map((row) => row[at] ?? '').filter((value) => value !== '')
      if (name === '' && values.length === 0) return []
      return [
        {
          header: name,
          column,
          sureness: (column ? sureness[at] : null) ?? null,
          refused: refused.includes(name),
          kept: kept.includes(name),
          sample: values.slice(0, 3).map((value) => (personal ? HIDDEN : value.slice(0, 80))),
        },
      ]
    }),
  }
}

/** An attempt whose file is no longer here, by what the record says of it. */
export function presentAttempt(row: ImportRow): JobAnswer {
  const { id, record, file_name, file_size, file_hash, state, why } = row
  const { added, changed, unchanged, bad } = row
  const sum = [added, changed, unchanged, bad].reduce((total: number, one) => total + (one ?? 0), 0)
  return {
    id,
    record,
    file: { name: file_name, size: file_size, hash: file_hash },
    state: state === 'running' ? 'writing' : (state as JobAnswer['state']),
    said: null,
    sheets: [],
    progress: null,
    counts:
      added === null
        ? null
        : { total: sum, new: added, changed: changed ?? 0, unchanged: unchanged ?? 0, badRows: bad ?? 0 },
    badCells: 0,
    more: false,
    skipped: [],
    problem: null,
    written: ['done', 'undone', 'partly'].includes(state) ? { at: null, why } : null,
    held: false,
  }
}

/** `0` → A, `27` → AB */
function letters(at: number): string {
  const rest = at % 26
  const before = (at - rest) / 26
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + rest)
}

export const presentBad = ({ sheet, row, at, column, header, value, reason }: BadCell) => ({
  sheet,
  row,
  cell: `${letters(at)}${row}`,
  column,
  header,
  value: value.slice(0, 200),
  reason,
})
