import { letterAsOf } from './letters.ts'
import type {
  ApplicationRow,
  ChangeRow,
  EvidenceRow,
  GranuleRow,
  LetterRow,
  NodeRow,
  ProgressRow,
} from './tables.ts'
import { versionsBefore } from './versions.ts'

/** What hangs on a granule, and the granule itself. */
export interface Rows {
  readonly granule: GranuleRow
  readonly nodes: readonly NodeRow[]
  readonly progress: readonly ProgressRow[]
  readonly letters: readonly LetterRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly applications: readonly ApplicationRow[]
  /** In the order in which they were made. */
  readonly changes: readonly ChangeRow[]
}

/**
 * The rows as they stood at the end of a day: what was reported, verified, answered, attached, changed or closed
 * later is not known yet. A bulletin of an earlier month says what it would have said then.
 */
export const asOf = (rows: Rows, day: string): Rows => ({
  granule: granuleAsOf(rows.granule, rows.changes, day),
  nodes: rows.nodes.map((node) => (later(node.done_on, day) ? { ...node, done_on: null } : node)),
  progress: rows.progress.flatMap((row) => progressAsOf(row, day) ?? []),
  letters: rows.letters.filter(({ issued_on }) => issued_on <= day).map((row) => letterAsOf(row, day)),
  evidence: rows.evidence.filter(({ added_on }) => added_on <= day),
  applications: rows.applications
    .filter(({ applied_on }) => applied_on <= day)
    .map((row) =>
      later(row.decided_on, day)
        ? { ...row, state: 'pending', decided_by: null, decided_on: null, remark: null, document: null }
        : row,
    ),
  changes: rows.changes.filter(({ changed_on }) => changed_on <= day),
})

const later = (date: string | null, day: string): boolean => date !== null && date > day

/** Columns whose every change leaves a line with the old value. */
const UNDONE: ReadonlySet<string> = new Set(['status', 'due_on', 'target', 'lead_office', 'override_light'])

/** Takes back what was changed after the day; the first such line of a column says what stood there. */
export function granuleAsOf(granule: GranuleRow, changes: readonly ChangeRow[], day: string): GranuleRow {
  const undone = Object.fromEntries(
    changes
      .filter(({ field, changed_on }) => changed_on > day && UNDONE.has(field))
      .toReversed()
      .map(({ field, before }) => [field, before]),
  )
  const open = later(granule.closed_on, day)
  const then: GranuleRow = {
    ...granule,
    // Closed without a line that says from where: it was in hand.
    ...(open ? { status: 'active', closed_on: null, closed_month: null } : {}),
    ...undone,
  }
  if (!('override_light' in undone)) return then
  const set = changes.findLast(({ kind, changed_on }) => kind === 'override' && changed_on <= day)
  return { ...then, override_reason: then.override_light === null ? null : (set?.reason ?? null) }
}

/** The report as it stood: an earlier version where it was written anew, pending where it was verified later. */
export function progressAsOf(row: ProgressRow, day: string): ProgressRow | null {
  const versions = [...versionsBefore(row), row]
  const at = versions.findLastIndex((version) => (version.verified_on ?? version.reported_on) <= day)
  if (at >= 0) return { ...row, ...versions[at], earlier: versions.slice(0, at) }
  const reported = versions.find(({ reported_on }) => reported_on <= day)
  return reported
    ? { ...row, ...reported, verified: 'pending', verified_by: null, verified_on: null, earlier: null }
    : null
}

/** The day on which the office took the task in hand, where a line says so. */
export const startedOn = (changes: readonly ChangeRow[]): string | null =>
  changes.find(({ field, after }) => field === 'status' && after === 'active')?.changed_on ?? null
