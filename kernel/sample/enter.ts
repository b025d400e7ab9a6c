import { insertRows, type RecordDefinition } from '../store/index.ts'
import type { Context } from '../system.ts'

/**
 * Enters rows of a demonstration, marked as synthetic.
 * @param recordedAt when they were entered, as far as they do not say it themselves; without it, now
 */
export function enterSamples({ db, actor, now, newId, vault }: Context, recordedAt?: string) {
  const origin = { actor, now: now(), newId, vault }
  const entered = recordedAt === undefined ? {} : { recorded_at: recordedAt }
  return (record: RecordDefinition, rows: readonly object[]) =>
    insertRows(
      db,
      record,
      rows.map((row) => ({ ...entered, ...row, synthetic: true })),
      origin,
    )
}
