import type { ProgressRow } from './tables.ts'

/**
 * The report of a month is one row that office and supervision office write in turn; what stood there before each
 * writing is kept in the row, so that a verdict can name what it judged and an earlier day can be told as it was.
 */
const KEPT = [
  'planned_percent',
  'actual_percent',
  'value',
  'words',
  'evidence_note',
  'reported_by',
  'reported_on',
  'verified',
  'verified_by',
  'verified_on',
] as const satisfies readonly (keyof ProgressRow)[]

export type Version = Pick<ProgressRow, (typeof KEPT)[number]>

export const versionsBefore = (row: Pick<ProgressRow, 'earlier'>): readonly Version[] =>
  (row.earlier as readonly Version[] | null) ?? []

/** 1, then one more with every report and verdict. */
export const versionOf = (row: Pick<ProgressRow, 'earlier'>): number => versionsBefore(row).length + 1

/** What `earlier` holds once the row is written anew. */
export const kept = (row: ProgressRow): readonly Version[] => [
  ...versionsBefore(row),
  Object.fromEntries(KEPT.map((name) => [name, row[name]])) as Version,
]
